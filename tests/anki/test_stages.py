"""How far cards are learned, compared with the statistics of Anki's own package."""

from collections import Counter

import pytest

from anki_collections import TAG
from vaultgraph import read_collection

pytestmark = pytest.mark.slow

STATES = [
    *[(kind, queue, 0) for kind, queue in ((0, 0), (1, 1), (1, 3), (3, 1))],
    *[(2, 2, interval) for interval in (1, 20, 21, 400)],
    *[(kind, -1, interval) for kind, interval in ((0, 0), (2, 20), (2, 21), (3, 30))],
]
"""Type, queue and interval in days, as Anki keeps them; queue -1 is that of suspended cards."""


@pytest.fixture
def collection(made):
    """A collection with a card in each of these states."""
    deck = made.collection.decks.id("Física")
    for number, (kind, queue, interval) in enumerate(STATES):
        note = made.collection.new_note(made.collection.models.by_name("Basic"))
        note["Front"], note.tags = f"state {number}", [TAG]
        made.collection.add_note(note, deck)
        (card,) = note.cards()
        card.type, card.queue, card.ivl, card.due = kind, queue, interval, 1
        made.collection.update_card(card)
    return made


def counted(source):
    """The number of active cards by stage, and of suspended ones."""
    notes = read_collection(source, ids=set(), tag=TAG).notes.values()
    cards = [card for note in notes for card in note.cards]
    return Counter("suspended" if card.is_suspended else card.stage for card in cards)


def counted_by_anki(collection):
    counts = collection._backend.graphs(search=f"tag:{TAG}", days=0).card_counts.excluding_inactive
    return Counter(
        new=counts.newCards,
        learning=counts.learn + counts.relearn,
        young=counts.young,
        mature=counts.mature,
        suspended=counts.suspended,
    )


def test_stages_of_a_file_are_those_of_the_statistics(collection):
    expected = counted_by_anki(collection.collection)
    assert min(expected.values()) >= 2
    collection.collection.close()
    assert counted(collection.file) == expected


def test_stages_by_anki_connect_are_those_of_the_statistics(collection, anki_connect):
    port = anki_connect().server_address[1]
    assert counted(f"connect:{port}") == counted_by_anki(collection.collection)
