"""The `plan` command, and its plan in all formats."""

import json
from datetime import date, timedelta

import icalendar
import pytest

from vaults import write_vault

VAULT = """
    -- Heat.md --
    Leva a: [[Work]]

    What is heat? #flashcard
    Energy on its way
    -- Work.md --
    What is work? #flashcard
    Force times way

    What is power? #flashcard
    Work in a time
"""


def in_days(days):
    return (date.today() + timedelta(days=days)).isoformat()


@pytest.fixture
def root(tmp_path):
    return write_vault(tmp_path / "vault", VAULT)


@pytest.fixture
def ask(run, root):
    return lambda *words: run("plan", root, "--lang", "en", *words)


def test_each_day_has_a_line(ask):
    said = ask("--exam", in_days(5), "--minutes", "20", "--rest", in_days(1))
    days = [date.today() + timedelta(days=n) for n in range(5)]
    assert said.stdout.splitlines() == [
        "Exam in 5 days: 3 new cards, 2 notes to read.",
        "It fits: 1 minute a day is enough, 4 in all.",
        "If every answer is right, about 98% of 3 cards will be remembered then.",
        "2 problems first: see vaultgraph audit.",
        "Assumed: 8 s a review, 30 s a new card.",
        "Without --anki, all cards count as new.",
        "",
        f"{days[0]:%a} {days[0]}   1 min   Read Heat (11 words, 1 new) · Read Work (15 words)",
        f"{days[1]:%a} {days[1]}           rest",
        f"{days[2]:%a} {days[2]}   1 min   about 1 review · Continue Work (1 new)",
        f"{days[3]:%a} {days[3]}   1 min   Continue Work (1 new)",
        f"{days[4]:%a} {days[4]}   1 min   last review of 3 cards",
    ]
    assert said.returncode == 0


def test_it_exits_with_one_if_it_does_not_fit(ask):
    said = ask("--exam", in_days(1), "--minutes", "1")
    assert said.returncode == 1
    assert "2 of 3 new cards stay unlearned; 2 minutes would do." in said.stdout


def test_it_is_in_the_language_of_the_reader(run, root):
    said = run("plan", root, "--lang", "pt", "--exam", in_days(2)).stdout
    assert said.startswith("Prova em 2 dias: 3 cartões novos, 2 notas para ler.")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "error: a plan needs the day of the exam"),
        (["--exam", "2020-01-01"], "error: 2020-01-01 is in the past"),
        (["--exam", "soon"], "error: soon is not a day"),
        (["--exam", in_days(9), "--minutes", "1441"], "error: cannot plan 1,441 minutes a day"),
        (["--exam", in_days(9), "--rest", "funday"], "error: funday is not a day"),
        (["--exam", in_days(9), "--deck", "Nothing"], "error: no card is in the deck Nothing"),
        (["--exam", in_days(9), "-o", "plan.xyz"], "error: no format ends in .xyz"),
    ],
)
def test_bad_input_is_two_lines(ask, words, message):
    said = ask(*words)
    assert said.returncode == 2
    assert said.stderr.splitlines()[0] == message
    assert len(said.stderr.splitlines()) == 2
    assert said.stdout == ""


@pytest.mark.parametrize("extension", ["html", "md", "ics", "json", "txt"])
def test_the_same_plan_has_the_same_bytes(ask, tmp_path, extension):
    written = []
    for name in ("first", "second"):
        file = tmp_path / f"{name}.{extension}"
        ask("--exam", in_days(9), "-o", file)
        written.append(file.read_bytes())
    assert written[0] == written[1]


def test_a_calendar_has_an_event_for_each_day_and_the_exam(ask, tmp_path):
    file = tmp_path / "plan.ics"
    ask("--exam", in_days(3), "-o", file)
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    events = [(event["dtstart"].dt, str(event["summary"])) for event in calendar.events]
    assert events[-1] == (date.today() + timedelta(days=3), "Exam: vault")
    assert [title for _, title in events[:-1]] == [
        "vault: Heat, Work (1 min)", "vault: Work (1 min)", "vault: last review of 3 cards (1 min)",
    ]  # fmt: skip
    assert len({str(event["uid"]) for event in calendar.events}) == len(events)
    assert "Read Heat (11 words, 1 new)" in calendar.events[0]["description"]


def test_a_task_that_was_ticked_stays_ticked(ask, tmp_path):
    note = tmp_path / "Plan.md"
    words = ("--exam", in_days(5), "-o", note)
    ask(*words)
    text = note.read_text("utf-8")
    assert "- [ ] Read [[Heat]] – 11 words, 1 new\n" in text
    note.write_text(text.replace("- [ ] Read [[Heat]]", "- [x] Read [[Heat]]"), "utf-8")
    write_vault(tmp_path / "vault", "-- Air.md --\nLeva a: [[Heat]]\n\nMore words.\n")
    ask(*words)
    text = note.read_text("utf-8")
    assert "- [x] Read [[Heat]] – 11 words, 1 new\n" in text
    assert text.count("[x]") == 1


def test_a_note_of_the_vault_is_not_written_over(ask, root):
    before = (root / "Heat.md").read_text("utf-8")
    assert ask("--exam", in_days(5), "-o", root / "Heat.md").returncode == 2
    assert (root / "Heat.md").read_text("utf-8") == before


def test_a_plan_in_the_vault_is_not_read(ask, root):
    ask("--exam", in_days(5), "-o", root / "Plan.md")
    found = json.loads(ask("--exam", in_days(5), "--format", "json").stdout)
    assert {r["name"] for day in found["days"] for r in day["readings"]} == {"Heat", "Work"}


def test_names_cannot_break_a_format(run, tmp_path):
    name = "a;b,c\\n[x] <b>&amp;"
    text = b"What? #flashcard\nThis\n"
    root = write_vault(tmp_path / "vault", "-- Z.md --\nLeva a: [[Y]]\n", {f"{name}.md": text})
    for extension in ("html", "md", "ics"):
        file = tmp_path / f"plan.{extension}"
        run("plan", root, "--exam", in_days(2), "--lang", "en", "-o", file)
    assert "<b>" not in (tmp_path / "plan.html").read_text("utf-8")
    assert "<b>" not in (tmp_path / "plan.md").read_text("utf-8").replace("\\<b\\>", "")
    (event, *_) = icalendar.Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).events
    assert name in event["description"]


def test_the_tick_of_a_continued_note_is_that_of_its_day(ask, tmp_path):
    note = tmp_path / "Plan.md"
    more = "\n\n".join(f"Question {n}? #flashcard\nAnswer" for n in range(6))
    write_vault(tmp_path / "vault", f"-- More.md --\n{more}\n")
    words = ("--exam", in_days(15), "--minutes", "1", "-o", note)
    ask(*words)
    lines = [line for line in note.read_text("utf-8").splitlines() if "Continue" in line]
    assert len(lines) == len(set(lines)) > 2
    note.write_text(
        note.read_text("utf-8").replace(lines[0], lines[0].replace("[ ]", "[x]")), "utf-8"
    )
    ask(*words)
    assert note.read_text("utf-8").count("[x]") == 1


@pytest.mark.parametrize("command", ["plan", "audit", "quiz", "map"])
def test_a_collection_is_never_written_over(run, root, tmp_path, command):
    file = tmp_path / "collection.html"
    file.write_bytes(b"SQLite format 3\0 and more")
    exam = ["--exam", in_days(5)] if command == "plan" else []
    said = run(command, root, *exam, "--lang", "en", "-o", file)
    assert said.returncode == 2
    assert said.stderr.splitlines()[0] == f"error: {file} is an Anki collection"
    assert file.read_bytes() == b"SQLite format 3\0 and more"
