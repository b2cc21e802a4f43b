"""When cards come back."""

import itertools

import pytest

from vaultgraph import Memory
from vaultgraph.anki.memory import recall, scheduler_of
from vaultgraph.planning.rehearsal import rehearse_known, rehearse_new, rounded_memory

DAY = 86_400


def known(stability=5.0, days_ago=2, **more):
    return rounded_memory(Memory(stability, 0.1542, 0.0, **more), days_ago * DAY)


def test_a_new_card_comes_back_after_its_first_interval():
    first = round(scheduler_of(0.1542).parameters[2])  # the stability of a first right answer
    found = rehearse_new(4, None, 30)
    assert found.days[0] == 4 + first
    assert list(found.days) == sorted(set(found.days))


def test_intervals_grow_with_right_answers():
    days = rehearse_known(known(), 0, None, 1000).days
    gaps = [after - before for before, after in itertools.pairwise(days)]
    assert gaps == sorted(gaps)


def test_a_difficult_card_comes_back_sooner():
    easy, hard = (rehearse_known(known(difficulty=d), 3, None, 60).days for d in (1.0, 10.0))
    assert len(easy) < len(hard)


def test_an_overdue_card_is_reviewed_today():
    assert rehearse_known(known(), -40, None, 10).days[0] == 0


@pytest.mark.parametrize("exam", [0, 1, 2, 20])
def test_no_review_is_on_the_day_of_the_exam(exam):
    days = rehearse_known(known(), 0, None, exam).days
    assert days
    assert all(day < max(exam, 1) for day in days)


def test_the_last_review_is_that_of_the_final_day():
    assert rehearse_known(known(), 0, 7, 9).days[-1] == 7
    assert rehearse_new(5, 7, 9).days == (7,)


def test_a_card_that_is_not_due_until_then_is_recalled_by_its_memory():
    memory = Memory(20.0, 0.1542, 0.0)
    found = rehearse_known(rounded_memory(memory, 2 * DAY), 50, None, 10)
    assert found.days == ()
    assert found.recall == pytest.approx(recall(memory, 12 * DAY), abs=1e-3)


def test_a_final_review_helps_on_the_day():
    without = rehearse_known(known(), 30, None, 10).recall
    assert rehearse_known(known(), 30, 9, 10).recall > without


def test_a_card_without_a_memory_is_reviewed_on_its_day():
    assert rehearse_known(rounded_memory(None, 0.0), 3, None, 5).days[0] == 3


@pytest.mark.parametrize("stability", [1e308, 1e-308, 36_500.0])
@pytest.mark.parametrize("last_review", [0.0, -1e18, 1e18, 1e300, -1e300])
@pytest.mark.parametrize("due_in", [-(1 << 62), 0, 1 << 62])
def test_impossible_memories_of_a_damaged_collection_do_no_harm(stability, last_review, due_in):
    memory = rounded_memory(Memory(stability, 0.1542, last_review), 20_000.0 * DAY)
    found = rehearse_known(memory, due_in, 8, 9)
    assert found.days[-1] == 8
    assert 0 <= found.recall <= 1
