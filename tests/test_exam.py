"""An audit for the day of an exam."""

from datetime import date, datetime, timedelta

import pytest

from vaultgraph import AnkiCard, AnkiNote, Answers, Collection, Memory, VaultGraph, audit, plan
from vaultgraph.auditing.exam import Exam, exam_on
from vaultgraph.errors import UsageError
from vaultgraph.languages import load_language
from vaultgraph.reports.audit_words import standing
from vaults import write_vault

DAY = 86_400
VAULT = "-- Heat.md --\nTARGET DECK: Physics\n" + "".join(
    f"\nQuestion {n}? #flashcard\nAnswer {n}\n<!--ID: {n}-->\n" for n in range(1, 6)
)


def in_days(days, start=None):
    return ((start or date.today()) + timedelta(days=days)).isoformat()


@pytest.fixture
def reviewed(vault):
    """A vault with five cards, of which Anki has reviewed two, one of them for long."""
    memories = {1: Memory(5, 0.5, 0), 2: Memory(500, 0.5, 0)}
    notes = {}
    for number in range(1, 6):
        memory = memories.get(number)
        stage = "young" if memory else "new"
        card = AnkiCard("Physics", 0, stage, is_suspended=False, is_due=False, memory=memory)
        notes[number] = AnkiNote(number, (f"Question {number}?", f"Answer {number}"), (), (card,))
    return VaultGraph(
        vault(VAULT), anki=Collection("x.colpkg", notes, frozenset({"Physics"}), 5.0 * DAY)
    )


def test_an_exam_is_some_days_away():
    assert exam_on("2026-12-18", date(2026, 11, 30)) == Exam("2026-12-18", 18)
    assert exam_on("2026-11-30", date(2026, 11, 30)) == Exam("2026-11-30", 0)


@pytest.mark.parametrize(
    "day", ["soon", "2026-02-30", "", "10/12/2026", "32.13.2026", "2026-12", "9" * 5000]
)
def test_another_text_than_a_day_is_an_error(day):
    with pytest.raises(UsageError, match="is not a day") as error:
        exam_on(day)
    assert error.value.hint == "write it as 2026-12-18"


@pytest.mark.parametrize("day", ["18/12/2026", "12/18/2026", "18.12.2026"])
def test_a_day_in_another_order_is_offered_if_it_can_only_be_one(day):
    with pytest.raises(UsageError, match="is not a day") as error:
        exam_on(day)
    assert error.value.hint == "did you mean 2026-12-18?"


def test_a_day_in_the_past_is_an_error():
    with pytest.raises(UsageError, match="2026-11-29 is in the past"):
        exam_on("2026-11-29", date(2026, 11, 30))


def test_without_reviews_less_is_known_on_the_day(reviewed):
    found = audit(reviewed, exam=in_days(20, reviewed.anki.day))
    assert found.recall.retention == pytest.approx((0.9 + 0.999) / 2, abs=0.001)
    assert found.recall.retention_at_exam == pytest.approx((0.6784 + 0.9942) / 2, abs=0.001)
    assert found.order == () or found.order[0].recall == found.recall
    assert found.decks[0].recall == found.recall
    assert audit(reviewed).recall.retention_at_exam is None


def test_on_the_day_itself_it_is_what_is_known_now(reviewed):
    found = audit(reviewed, exam=in_days(0, reviewed.anki.day))
    assert found.recall.retention_at_exam == found.recall.retention


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "Exam today: 5 cards."),
        (1, "Exam in 1 day: 5 cards."),
        (2, "Exam in 2 days: 5 cards."),
        (100, "Exam in 100 days: 5 cards."),
    ],
)
def test_the_output_has_the_cards_of_each_day(run, tmp_path, days, sentence):
    vault = write_vault(tmp_path / "vault", VAULT)
    said = run("audit", vault, "--exam", in_days(days), "--lang", "en")
    assert said.stdout.splitlines()[1] == sentence


def test_the_day_is_in_all_forms_and_never_cached(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    for days in (3, 4):
        for form in ("text", "html", "markdown"):
            said = run("audit", vault, "--exam", in_days(days), "--format", form, "--lang", "en")
            assert f"Exam in {days} days" in said.stdout
        assert (
            f'"days": {days}'
            in run("audit", vault, "--exam", in_days(days), "--format", "json").stdout
        )


def test_a_day_that_cannot_be_is_an_error_of_two_lines(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    said = run("audit", vault, "--exam", "2020-01-01", "--lang", "en")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.splitlines() == [
        "error: 2020-01-01 is in the past",
        f"hint: name a day from {in_days(0)} on",
    ]


@pytest.fixture
def answered(vault):
    """A vault with five cards, due on different days, of which two were answered lately."""
    states = {1: (-2, Answers(3, 1)), 2: (0, Answers(4, 0)), 3: (2, Answers()), 4: (9, Answers())}
    notes = {}
    for number, (due_in, answers) in states.items():
        card = AnkiCard(
            "Physics",
            0,
            "young",
            False,
            due_in <= 0,
            Memory(9, 0.5, 0),
            due_in,
            answers,
        )
        notes[number] = AnkiNote(number, ("Q", "A"), (), (card,))
    anki = Collection("x.colpkg", notes, frozenset({"Physics"}), 5.0 * DAY)
    return VaultGraph(vault(VAULT), anki=anki)


def test_overdue_cards_and_right_answers_are_counted(answered):
    found = audit(answered)
    assert (found.recall.due, found.recall.overdue) == (2, 1)
    assert found.recall.pass_rate == found.decks[0].recall.pass_rate == 7 / 8
    assert found.due_by_day == ()


def test_cards_are_due_by_day_until_the_exam(answered):
    today = answered.anki.day
    assert audit(answered, exam=in_days(4, today)).due_by_day == (2, 0, 1, 0)
    assert audit(answered, exam=in_days(0, today)).due_by_day == ()


@pytest.mark.parametrize(
    ("hour", "rollover", "day"),
    [(0, 4, 30), (3, 4, 30), (4, 4, 31), (23, 4, 31), (0, 0, 31), (22, 23, 30), (23, 23, 31)],
)
def test_the_days_until_an_exam_are_those_of_anki(vault, hour, rollover, day):
    read = datetime(2026, 10, 31, hour, 30).timestamp()
    anki = Collection("x.colpkg", {}, frozenset(), read, rollover=rollover)
    found = audit(VaultGraph(vault(VAULT), anki=anki), exam="2026-11-10")
    assert found.exam.days == 10 + 31 - day


def test_what_anki_says_of_the_days_is_in_the_verdict(answered):
    found = audit(answered, exam=in_days(4, answered.anki.day))
    said = standing(found, plan(found, minutes=5), load_language("en"))
    assert "2 cards for today (1 overdue)" in said[0]
    assert "88% right in the last 30 days" in said[0]
    assert said[1] == "Due from today on: 2, 0, 1, 0."
    assert said[3] == "It fits: 1 minute a day is enough, 3 in all."


def test_the_minutes_given_may_be_too_few(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    words = ("audit", vault, "--lang", "en", "--exam", in_days(1), "--minutes", "1")
    assert "2 minutes would do." not in run(*words[:-1], "30").stdout
    assert "At 1 minute a day, 4 of 5 new cards stay unlearned" in run(*words).stdout


def test_a_distant_exam_is_not_planned_by_day(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    assert "minute" not in run("audit", vault, "--lang", "en", "--exam", in_days(5000)).stdout
