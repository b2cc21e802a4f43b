"""The data read from a collection: notes with their fields, and the state of their cards."""

from collections.abc import Collection as Container
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Literal, NamedTuple
from unicodedata import normalize

from vaultgraph.anki.days import ROLLOVER, day_at
from vaultgraph.anki.memory import Memory
from vaultgraph.anki.presets import Preset
from vaultgraph.anki.review_log import Answers

__all__ = ["AnkiCard", "AnkiNote", "Collection", "Stage", "Wanted", "deck_key", "stage_of"]

_LEECH_LAPSES = 8  # Anki's usual threshold
_LEECH_TAG = "leech"
_NO_ANSWERS = Answers()
_NO_PRESETS: Mapping[str, Preset] = {}


def deck_key(name: str) -> str:
    """Normalize the *name* of a deck for comparison.

    >>> deck_key("FÍSICA :: Calor") == deck_key("Física::calor")
    True
    """
    levels = normalize("NFC", name).casefold().split("::")
    return "::".join(level.strip() for level in levels)


Stage = Literal["new", "learning", "young", "mature"]
"""How far a card is learned, in the terms of Anki's statistics.

It is new until its first review, learning while its steps last minutes or hours, also after it was
forgotten; then it is young, and mature from an interval of three weeks on.
"""

_MATURE_DAYS = 21  # rslib/src/stats/graphs/card_counts.rs in Anki's source
_STAGES: Mapping[int, Stage] = {0: "new", 1: "learning", 3: "learning"}


def stage_of(kind: int, interval: int) -> Stage:
    """Return the stage of a card of Anki's type *kind*, with an *interval* in days."""
    return _STAGES.get(kind) or ("young" if interval < _MATURE_DAYS else "mature")


class AnkiCard(NamedTuple):
    """A card; `lapses` is how often its answer was forgotten.

    `deck` has `::` between its levels.  A card is due if it is scheduled before the end of Anki's
    day.  `due_in` is the number of days until then, negative if it is overdue; None for a card that
    is new or suspended, or buried until tomorrow.  A new card has no `memory`.
    """

    deck: str
    lapses: int
    stage: Stage
    is_suspended: bool
    is_due: bool
    memory: Memory | None = None
    due_in: int | None = None
    answers: Answers = _NO_ANSWERS


class AnkiNote(NamedTuple):
    """A note in Anki: its fields as HTML, its tags and its cards."""

    id: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[AnkiCard, ...]

    def has_tag(self, tag: str) -> bool:
        """Whether it has *tag*, ignoring case."""
        return tag.casefold() in {own.casefold() for own in self.tags}

    @property
    def is_leech(self) -> bool:
        """Whether it keeps being forgotten.

        The tag alone is not enough: Obsidian_to_Anki removes it at the next sync.
        """
        return self.has_tag(_LEECH_TAG) or any(card.lapses >= _LEECH_LAPSES for card in self.cards)


class Collection(NamedTuple):
    """The collection of `source`: the relevant notes by ID, and the names of its decks.

    It was read at the time `read`, in seconds since 1970.  `presets` are those of decks by name,
    empty if Anki does not schedule by FSRS.  Days begin at the hour `rollover`.  `is_whole` is
    false for a package of some decks, which says nothing about others.
    """

    source: str
    notes: Mapping[int, AnkiNote]
    decks: frozenset[str]
    read: float = 0.0
    presets: Mapping[str, Preset] = _NO_PRESETS
    rollover: int = ROLLOVER

    @property
    def day(self) -> date:
        """The day on which it was read, as Anki counts: the night is part of the day before."""
        return day_at(datetime.fromtimestamp(self.read), self.rollover)

    @property
    def is_whole(self) -> bool:
        """Whether it contains everything in Anki: an `.apkg` is exported from some decks."""
        return not self.source.lower().endswith(".apkg")

    def includes_deck(self, deck: str) -> bool:
        """Whether it contains all notes of *deck* that are in Anki."""
        return self.is_whole or deck_key(deck) in {deck_key(name) for name in self.decks}


class Wanted(NamedTuple):
    """Selects the relevant notes: those with one of `ids` and those with `tag`."""

    ids: Container[int]
    tag: str

    def covers(self, number: int, tags: Iterable[str]) -> bool:
        """Whether the note with the ID *number* and these *tags* is relevant."""
        return number in self.ids or self.tag.casefold() in {tag.casefold() for tag in tags}
