"""What an audit says, as values."""

from typing import NamedTuple

from vaultgraph.model import Diagnostic

__all__ = ["Audit", "Deck", "FaultGroup", "Recall", "StudyStep", "Weakness"]

_MOST_ONE_BY_ONE = 3


class Recall(NamedTuple):
    """How cards are doing in Anki, in numbers of Anki's cards; a leech is forgotten over and over.

    Suspended cards are neither due nor new.  Leeches are counted as notes of Anki's, and those
    with a suspended card, which Anki does not show any more, as `suspended_leeches` besides.
    """

    due: int = 0
    new: int = 0
    suspended: int = 0
    leeches: int = 0
    suspended_leeches: int = 0

    def __add__(self, other: object) -> "Recall":
        """The numbers of both, added."""
        if not isinstance(other, Recall):
            return NotImplemented
        return Recall(*(one + two for one, two in zip(self, other, strict=True)))


class Deck(NamedTuple):
    """A deck in numbers.

    `without_id` are cards that Anki has given no ID, `image_only` those whose answer is only
    images, `duplicates` those that ask or answer what another does; `empty` are the notes that name
    the deck and ask nothing.
    """

    name: str
    notes: int
    cards: int
    without_id: int
    image_only: int
    duplicates: int
    notes_without_cards: int
    recall: Recall


class StudyStep(NamedTuple):
    """A note to study: its cards, how many faults block it, and the steps that lead to it.

    Those are numbers of steps, from 1.
    """

    path: str
    name: str
    cards: int
    faults: int
    after: tuple[int, ...]
    recall: Recall


class Weakness(NamedTuple):
    """A note, `path`, and one that leads to it, `before`, with the number of its leeches."""

    path: str
    before: str
    leeches: int


class FaultGroup(NamedTuple):
    """The `faults` of one kind, found by `rule`, in one `folder`, that of missing images if named.

    The folder is empty for the top of the vault.
    """

    rule: str
    folder: str
    faults: tuple[Diagnostic, ...]

    @property
    def is_large(self) -> bool:
        """Whether there are so many faults that one line should stand for all of them."""
        return len(self.faults) > _MOST_ONE_BY_ONE


class Audit(NamedTuple):
    """What the audit of a vault found; notes are named by their paths.

    `asked` is what it was asked about, `deck`, `tag` or `note` by the names in `about`, or `vault`.
    `blockers` stand in the way of studying, `warnings` are worth a look; `blocker_groups` and
    `warning_groups` are the same by kind and folder, rare kinds first.  `order` is the study path;
    `left_out` are the pairs (from, to) that close a circle and had to be left out of it, and
    `against_dates` those in which a relation puts the younger note first.
    `uncovered` are notes without cards with the number of notes that lead to them, `missing` counts
    the links to notes that do not exist, `most_connected` the neighbours of the best connected
    notes, `cut_notes` how many notes lose their connection to the rest without this one.
    `has_anki` says whether a collection was compared; without one every `Recall` is zero.
    """

    vault: str
    scope_kind: str
    scope_name: str
    notes: int
    notes_with_cards: int
    cards: int
    ids: int
    blockers: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]
    blocker_groups: tuple[FaultGroup, ...]
    warning_groups: tuple[FaultGroup, ...]
    decks: tuple[Deck, ...]
    order: tuple[StudyStep, ...]
    ignored_edges: tuple[tuple[str, str], ...]
    against_dates: tuple[tuple[str, str], ...]
    uncovered: tuple[tuple[str, int], ...]
    missing: tuple[tuple[str, int], ...]
    most_connected: tuple[tuple[str, int], ...]
    cut_notes: tuple[tuple[str, int], ...]
    has_anki: bool
    recall: Recall
    weak: tuple[Weakness, ...]

    @property
    def ready(self) -> bool:
        """Whether there are cards, and nothing stands in their way."""
        return self.cards > 0 and not self.blockers
