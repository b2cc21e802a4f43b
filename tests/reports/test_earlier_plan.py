"""A plan that is written as a note again: what was done on past days stays, and stays done."""

from datetime import date, timedelta

from vaultgraph import Done
from vaultgraph.languages import ENGLISH
from vaultgraph.reports.earlier_plan import find_done, past_days, with_ticked
from vaults import write_vault

PLAN = """\
---
vaultgraph-report: 1
---
# Exam in 9 days

## Mon 2026-11-30 – 5 min

- [x] Anki 2026-11-30 – about 5 reviews
- [x] Read [[Heat]] – 1,200 words, 5 new
- [ ] Read [[Work]] – 80 words

My own line.

## Ter 2026-12-01 – 5 min

- [X] Continuar [[deep/Cold – or not]] 2026-12-01 – 1.300 palavras
- [-] Read [[Work]] – 80 words
- [x] Read [[Heat]] – much
- [x] Read [[Gone]] – 9 words

# Past days

## Sun 2026-11-29 – rest

%% vaultgraph: below this line %%
- [x] Read [[Work]] – 80 words
"""

VAULT = """
-- Heat.md --
TARGET DECK: Physics

What is heat? #flashcard
Energy.
-- Work.md --
Prerequisite: [[Heat]]
What is work? #flashcard
Force times way.
"""


def test_ticks_say_what_was_done_in_any_language():
    assert find_done(PLAN, ["Heat.md", "Work.md", "deep/Cold – or not.md"]) == [
        Done("", "2026-11-30", 0, 5),
        Done("Heat.md", "2026-11-30", 1200, 5),
        Done("deep/Cold – or not.md", "2026-12-01", 1300, 0),
        Done("Heat.md", "2026-12-01", 0, 0),
    ]


def test_past_days_are_kept_as_they_are():
    kept = past_days(PLAN, "2026-12-01", ENGLISH)
    monday = PLAN[PLAN.index("## Mon") : PLAN.index("\n\n## Ter")]
    assert kept == f"\n# Past days\n\n{monday}\n\n## Sun 2026-11-29 – rest\n"
    assert past_days(PLAN, "2026-11-29", ENGLISH) == ""


def test_what_was_ticked_today_or_ahead_stays_as_it_is_on_the_first_day():
    text = (
        "# Exam\n\n## Mon 2026-11-30 – 3 min\n\n- [ ] Read [[Work]]\n\n## Tue 2026-12-01 – 1 min\n"
    )
    first, _, rest = with_ticked(text, PLAN, "2026-11-30").partition("- [ ] ")
    assert (
        first
        == """\
# Exam

## Mon 2026-11-30 – 3 min

- [x] Anki 2026-11-30 – about 5 reviews
- [x] Read [[Heat]] – 1,200 words, 5 new
- [X] Continuar [[deep/Cold – or not]] 2026-12-01 – 1.300 palavras
- [x] Read [[Heat]] – much
- [x] Read [[Gone]] – 9 words
"""
    )
    assert rest == "Read [[Work]]\n\n## Tue 2026-12-01 – 1 min\n"


def test_what_is_ticked_is_kept_with_its_amounts_and_the_rest_is_planned(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    note, today = tmp_path / "plan.md", date.today()
    command = ("plan", vault, "--exam", today + timedelta(days=5), "-o", note)
    run(*command)
    text = note.read_text("utf-8")
    [task] = [line for line in text.splitlines() if "Read [[Heat]]" in line]
    done = task.replace("[ ]", "[x]").replace(", 1 new", "")
    note.write_text(text.replace(task, done), "utf-8")
    run(*command)
    text = note.read_text("utf-8")
    assert f"{done}\n" in text
    assert f"- [ ] Continue [[Heat]] {today} – 1 new\n" in text
    note.write_text(f"{text}- [x] My own task\n- [ ] Another one\n", "utf-8")
    run(*command)
    assert note.read_text("utf-8") == f"{text}- [x] My own task\n- [ ] Another one\n"


def test_a_note_without_days_has_none():
    assert past_days("# 2026-13-41\n\n## No day\n", "2030-01-01", ENGLISH) == ""
    assert find_done("", ["A.md"]) == []


def test_on_the_next_day_the_plan_goes_on(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    note, today = tmp_path / "plan.md", date.today()
    exam, yesterday = today + timedelta(days=5), today - timedelta(days=1)
    command = ("plan", vault, "--exam", exam, "-o", note)
    run(*command)
    first = note.read_text("utf-8").replace("[ ] Read [[Heat]]", "[x] Read [[Heat]]")
    note.write_text(first.replace(f"{today}", f"{yesterday}"), "utf-8")
    run(*command)
    planned, past = note.read_text("utf-8").split("# Past days\n")
    assert "[[Heat]]" not in planned
    assert "- [ ] Read [[Work]]" in planned
    assert f"{yesterday}" in past
    assert "- [x] Read [[Heat]]" in past
    again = note.read_text("utf-8")
    run(*command)
    assert note.read_text("utf-8") == again
