"""An audit for the day of an exam."""

from datetime import date, timedelta

import pytest

from vaultgraph import AnkiCard, AnkiNote, Collection, Memory, VaultGraph, audit
from vaultgraph.auditing.exam import Exam, exam_on
from vaultgraph.errors import UsageError
from vaults import write_vault

DAY = 86_400
VAULT = "-- Heat.md --\nTARGET DECK: Physics\n" + "".join(
    f"\nQuestion {n}? #flashcard\nAnswer {n}\n<!--ID: {n}-->\n" for n in range(1, 6)
)


def in_days(days):
    return (date.today() + timedelta(days=days)).isoformat()


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


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "", "18/12/2026", "2026-12", "9" * 5000])
def test_another_text_than_a_day_is_an_error(day):
    with pytest.raises(UsageError, match="is not a day") as error:
        exam_on(day)
    assert error.value.hint == "write it as 2026-12-18"


def test_a_day_in_the_past_is_an_error():
    with pytest.raises(UsageError, match="2026-11-29 is in the past"):
        exam_on("2026-11-29", date(2026, 11, 30))


def test_without_reviews_less_is_known_on_the_day(reviewed):
    found = audit(reviewed, exam=in_days(20))
    assert found.recall.retention == pytest.approx((0.9 + 0.999) / 2, abs=0.001)
    assert found.recall.retention_at_exam == pytest.approx((0.6784 + 0.9942) / 2, abs=0.001)
    assert found.order == () or found.order[0].recall == found.recall
    assert found.decks[0].recall == found.recall
    assert audit(reviewed).recall.retention_at_exam is None


def test_on_the_day_itself_it_is_what_is_known_now(reviewed):
    found = audit(reviewed, exam=in_days(0))
    assert found.recall.retention_at_exam == found.recall.retention


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "Exam today: 5 cards."),
        (1, "Exam in 1 day: 5 cards."),
        (2, "Exam in 2 days: 5 cards, 3 a day."),
        (100, "Exam in 100 days: 5 cards, 1 a day."),
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
        "hint: name the day of the exam, or leave it out",
    ]
