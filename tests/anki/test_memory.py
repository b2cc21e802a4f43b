"""How likely cards are remembered, compared with what Anki's own package says of the same cards."""

import json
from time import time

import pytest

from anki_collections import TAG
from vaultgraph import read_collection
from vaultgraph.anki.memory import Memory, memory_by_interval, memory_of, recall

DAY = 86_400


@pytest.fixture
def reviewed(made):
    """A collection with FSRS, whose cards were reviewed with different answers."""
    made.collection.set_config("fsrs", True)
    deck = made.collection.decks.id("Reviewed")
    made.collection.decks.select(deck)
    for number in range(12):
        note = made.collection.new_note(made.collection.models.by_name("Basic"))
        note["Front"], note.tags = f"reviewed {number}", [TAG]
        made.collection.add_note(note, deck)
    for number in range(12):
        made.collection.sched.answerCard(made.collection.sched.getCard(), 1 + number % 4)
    return made


def move_back(collection, card, days, **changes):
    """Let the last review of *card* be *days* ago, and change its memory state."""
    data = json.loads(collection.db.scalar("select data from cards where id = ?", card)) | changes
    data["lrt"] = int(time() - days * DAY)
    collection.db.execute("update cards set data = ? where id = ?", json.dumps(data), card)


@pytest.mark.slow
def test_the_recall_of_each_card_is_that_of_anki(reviewed):
    collection = reviewed.collection
    cards = list(collection.find_cards("deck:Reviewed"))
    changes = [{}, {"decay": 0.5}, {"decay": 0.1}, {"s": 0.02}, {"s": 3000.5}]
    for place, card in enumerate(cards):
        days = (0, 0.01, 0.6, 1.4, 3.9, 20.3, 150.5, 900.1, 1999.9, 2000.1, 4000.7, 1)[place]
        move_back(collection, card, days, **changes[place % len(changes)])
    expected = {
        collection.get_card(card).nid: collection._backend.card_stats(card).fsrs_retrievability
        for card in cards
    }
    collection.close()
    read = read_collection(reviewed.file, ids=set(), tag=TAG)
    found = {number: recall(read.notes[number].cards[0].memory, read.read) for number in expected}
    assert found == pytest.approx(expected, abs=1e-3)
    assert not any(read.notes[number].cards[0].memory.is_estimated for number in expected)


@pytest.mark.slow
def test_without_fsrs_the_interval_is_the_stability(made):
    today = made.collection.sched.today
    (card,) = made.collection.get_note(made.notes["later"]).cards()
    card.ivl, card.due = 10, today + 4
    made.collection.update_card(card)
    read = read_collection(made.file, ids=set(), tag=TAG)
    memory = read.notes[made.notes["later"]].cards[0].memory
    assert (memory.stability, memory.is_estimated) == (10, True)
    assert (read.read - memory.last_review) / DAY == pytest.approx(6, abs=0.01)
    assert read.notes[made.notes["new"]].cards[0].memory is None


def test_at_its_stability_a_card_is_recalled_nine_times_of_ten():
    for decay in (0.1, 0.154, 0.5, 0.8):
        assert recall(Memory(7, decay, 0), 7 * DAY) == pytest.approx(0.9)
    assert recall(memory_by_interval(30, 0), 30 * DAY) == pytest.approx(0.9)
    assert recall(Memory(7, 0.5, 10 * DAY), 0) == 1


def test_recall_falls_with_time():
    memory = Memory(3, 0.154, 0)
    days = [0, 0.5, 1, 3, 10, 100, 1999, 2001, 50_000, 1e9, 1e300]
    values = [recall(memory, day * DAY) for day in days]
    assert values == sorted(values, reverse=True)
    assert 0 < values[-1] < 1


@pytest.mark.parametrize(
    "data",
    [
        "", "{}", "[]", '"s"', '{"s":', '{"s": null}', '{"s": "3"}', '{"s": -1}', '{"s": 0}',
        '{"s": true}', '{"s": 1e999}', '{"s": NaN}', '["s"]', '{"s":' + "[" * 100_000, None, 7,
    ],
)  # fmt: skip
def test_data_of_a_card_may_be_anything(data):
    assert memory_of(data, 5.0) is None


def test_what_is_missing_or_out_of_range_is_as_usual():
    assert memory_of('{"s": 2}', 5.0) == Memory(2, 0.5, 5.0)
    assert memory_of('{"s": 2, "decay": 99, "lrt": 7}', 5.0) == Memory(2, 0.8, 7)
    assert memory_by_interval(0, 5.0) is None
    assert memory_by_interval(-600, 5.0) is None
