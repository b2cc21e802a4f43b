"""What is known of a collection: notes with their fields, and how their cards are doing."""

from collections.abc import Collection as Container
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize

__all__ = ["AnkiCard", "AnkiNote", "Collection", "Wanted", "deck_key"]

_LEECH_LAPSES = 8  # Anki's usual threshold
_LEECH_TAG = "leech"


def deck_key(name: str) -> str:
    """The form in which the names of decks compare.

    >>> deck_key("FÍSICA :: Calor") == deck_key("Física::calor")
    True
    """
    levels = normalize("NFC", name).casefold().split("::")
    return "::".join(level.strip() for level in levels)


class AnkiCard(NamedTuple):
    """One question that Anki asks; `lapses` says how often its answer was forgotten.

    `deck` has `::` between its levels.  A card is new until it is first reviewed, and due by the
    end of Anki's day.
    """

    deck: str
    lapses: int
    is_new: bool
    is_suspended: bool
    is_due: bool


class AnkiNote(NamedTuple):
    """A note as Anki holds it: its fields as HTML, its tags, and the cards made of it."""

    id: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[AnkiCard, ...]

    def has_tag(self, tag: str) -> bool:
        """Whether it has *tag*, in whatever capitals."""
        return tag.casefold() in {own.casefold() for own in self.tags}

    @property
    def is_leech(self) -> bool:
        """Whether it is forgotten again and again.

        The tag alone would not tell: Obsidian_to_Anki takes it away at the next sync.
        """
        return self.has_tag(_LEECH_TAG) or any(card.lapses >= _LEECH_LAPSES for card in self.cards)


class Collection(NamedTuple):
    """What the collection of `source` holds: the notes of interest by ID, and the names of decks.

    `is_whole` is false for a package of some decks, which says nothing about others.
    """

    source: str
    notes: Mapping[int, AnkiNote]
    decks: frozenset[str]

    @property
    def is_whole(self) -> bool:
        """Whether everything that Anki has is in it."""
        return not self.source.lower().endswith(".apkg")

    def tells_of(self, deck: str) -> bool:
        """Whether a note of *deck* would be in it, if Anki had it."""
        return self.is_whole or deck_key(deck) in {deck_key(name) for name in self.decks}


class Wanted(NamedTuple):
    """Which notes are of interest: those with one of `ids`, and those with `tag`."""

    ids: Container[int]
    tag: str

    def covers(self, number: int, tags: Iterable[str]) -> bool:
        """Whether the note of this *number*, with these *tags*, is of interest."""
        return number in self.ids or self.tag.casefold() in {tag.casefold() for tag in tags}
