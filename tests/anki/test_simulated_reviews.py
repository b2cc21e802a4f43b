"""A collection in which a term was studied, read as Anki's own statistics read it."""

import random
import time
from collections import Counter

import pytest

from anki_collections import TAG
from vaultgraph import read_collection
from vaultgraph.anki.memory import recall
from vaultgraph.anki.review_log import Answers

pytestmark = pytest.mark.slow

NOTES, FILTERED = 60, 7
LEARNING_AHEAD = 20 * 60  # seconds: as long as Anki looks ahead for cards that are being learned


@pytest.fixture(params=[True, False], ids=["fsrs", "sm2"])
def studied(made, request):
    """Two decks with presets of their own, answered at random; with every state that Anki knows."""
    collection, chance = made.collection, random.Random(7)
    if collection.sched.day_cutoff - time.time() < LEARNING_AHEAD:
        pytest.skip("Anki's day ends before the cards that are learned come back")
    collection.set_config("fsrs", request.param)
    for name, retention, steps in (("Strict", 0.95, [1.0, 10.0]), ("Lax::Deep", 0.8, [])):
        preset = collection.decks.add_config(name)
        preset["desiredRetention"] = retention
        preset["new"] |= {"delays": steps, "perDay": 200, "bury": True}
        preset["lapse"] |= {"delays": [10.0], "leechFails": 3, "leechAction": 0}
        collection.decks.update_config(preset)
        deck = collection.decks.get(collection.decks.id(name))
        collection.decks.set_config_id_for_deck_dict(deck, preset["id"])
    reverse = collection.models.by_name("Basic (and reversed card)")
    for number in range(NOTES):
        note = collection.new_note(reverse)
        note["Front"], note["Back"], note.tags = f"front {number}", f"back {number}", [TAG]
        collection.add_note(note, collection.decks.id(["Strict", "Lax::Deep"][number % 2]))
    for deck in ("Strict", "Lax::Deep"):
        answer_all(collection, deck, chance)
        move_on(collection, deck, chance)
        answer_all(collection, deck, chance)
    cards = list(collection.find_cards("deck:Strict is:review"))
    collection.sched.suspend_cards(cards[:3])
    collection.sched.bury_cards(cards[3:6])
    cram = collection.decks.new_filtered("Cram")
    filtered = collection.decks.get(cram)
    filtered["terms"] = [["deck:Lax::Deep is:review", FILTERED, 0]]
    collection.decks.save(filtered)
    collection.sched.rebuild_filtered_deck(cram)
    return made


def answer_all(collection, deck, chance):
    """Answer what the scheduler asks of *deck* today, at random."""
    collection.decks.select(collection.decks.id(deck))
    for _ in range(200):
        card = collection.sched.getCard()
        if card is None:
            return
        collection.sched.answerCard(card, chance.choice([1, 2, 3, 3, 3, 4]))


def move_on(collection, deck, chance):
    """Let the cards of *deck* be due on other days, some of them long ago."""
    for card in collection.find_cards(f'deck:"{deck}" is:review'):
        collection.sched.set_due_date([card], str(chance.choice([0, 0, 1, 4, 30])))
        if chance.random() < 0.5:
            due = collection.get_card(card)
            due.due -= chance.randrange(40)
            collection.update_card(due)


def cards_of(source):
    notes = read_collection(source, ids=set(), tag=TAG)
    return notes.read, [card for note in notes.notes.values() for card in note.cards]


def statistics(collection):
    return collection._backend.graphs(search=f"tag:{TAG}", days=0)


def expected_of(collection):
    """What Anki says of its cards."""
    found = statistics(collection)
    counts = found.card_counts.excluding_inactive
    month = found.true_retention.month
    return {
        "stages": Counter(
            new=counts.newCards, learning=counts.learn + counts.relearn, young=counts.young,
            mature=counts.mature, suspended=counts.suspended, buried=counts.buried,
        ),
        "due": Counter(found.future_due.future_due),
        "right": (month.young_passed + month.mature_passed, month.young_failed + month.mature_failed),
        "due today": len(collection.find_cards(f"tag:{TAG} is:due -is:suspended")),
    }  # fmt: skip


def test_the_term_has_every_state(studied):
    expected = expected_of(studied.collection)
    assert min(expected["stages"][stage] for stage in ("new", "young", "suspended", "buried")) >= 1
    assert min(expected["right"]) > 5
    assert min(expected["due"]) < 0 < max(expected["due"])


def test_a_file_says_what_the_statistics_say(studied):
    expected = expected_of(studied.collection)
    studied.collection.close()
    _, cards = cards_of(studied.file)
    stages = Counter("suspended" if card.is_suspended else card.stage for card in cards)
    buried = expected["stages"].pop("buried")
    assert stages.total() == expected["stages"].total() + buried
    assert stages["suspended"] == expected["stages"]["suspended"]
    assert Counter(c.due_in for c in cards if c.due_in is not None) == expected["due"]
    found = Answers.total([card.answers for card in cards])
    assert (found.passed, found.failed) == expected["right"]
    assert sum(card.is_due and not card.is_suspended for card in cards) == expected["due today"]


def test_the_recall_of_each_card_is_that_of_anki(studied):
    collection = studied.collection
    numbers = list(collection.find_cards(f"tag:{TAG} -is:new -is:suspended"))
    stats = {number: collection._backend.card_stats(number) for number in numbers}
    expected = sorted(s.fsrs_retrievability for s in stats.values() if s.HasField("memory_state"))
    collection.close()
    now, cards = cards_of(studied.file)
    memories = [card.memory for card in cards if card.memory and not card.is_suspended]
    found = sorted(recall(memory, now) for memory in memories if not memory.is_estimated)
    assert found == pytest.approx(expected, abs=1e-3)


def test_a_running_anki_says_what_its_file_says(studied, anki_connect):
    port = anki_connect().server_address[1]
    _, running = cards_of(f"connect:{port}")
    studied.collection.close()
    _, stored = cards_of(studied.file)
    assert [card.answers for card in running] == [card.answers for card in stored]
    for card, other in zip(running, stored, strict=True):
        if card.memory:  # by the interval, even if the file has a memory state
            assert card.memory.is_estimated
            if other.memory.is_estimated:
                assert card.memory == pytest.approx(other.memory, abs=60)
    assert sum(card.memory is not None for card in running) > NOTES // 2
    pairs = zip(running, stored, strict=True)
    others = [(a.due_in, b.due_in) for a, b in pairs if a.due_in != b.due_in]
    # Of the cards in the filtered deck it says only their place there.
    assert len(others) == FILTERED
    assert {there for there, _ in others} == {None}
