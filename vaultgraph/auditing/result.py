"""The result of an audit."""

from operator import add
from typing import NamedTuple

from vaultgraph.auditing.exam import Exam
from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Diagnostic, Note

__all__ = [
    "Audit",
    "Change",
    "Deck",
    "FaultGroup",
    "Frontier",
    "Progress",
    "Recall",
    "StudyStep",
    "Weakness",
]

_MAX_UNGROUPED = 3


class Recall(NamedTuple):
    """The number of cards in Anki by state.

    Each card is new, learning, young, mature or suspended, see `Stage`; suspended cards are not due
    either. Of those that are due, some are `overdue`: since an earlier day. `leeches` are notes in
    Anki that are forgotten again and again; `suspended_leeches` are those of them with a suspended
    card, which Anki no longer shows. In the last 30 days, answers were right (`passed`) or `failed`
    so often, see `Answers`.

    Of the `reviewed` cards, `recalled` are expected to be remembered when Anki was read; of the
    `estimated` ones among them that is known from their intervals only, see `Memory`. Without
    further reviews, `recalled_at_exam` are expected to be remembered on the day of the exam.
    """

    due: int = 0
    overdue: int = 0
    new: int = 0
    learning: int = 0
    young: int = 0
    mature: int = 0
    suspended: int = 0
    leeches: int = 0
    suspended_leeches: int = 0
    reviewed: int = 0
    estimated: int = 0
    passed: int = 0
    failed: int = 0
    recalled: float = 0.0
    recalled_at_exam: float = 0.0

    @property
    def retention(self) -> float | None:
        """The expected share of the reviewed cards that are remembered; None if there are none."""
        return self.recalled / self.reviewed if self.reviewed else None

    @property
    def retention_at_exam(self) -> float | None:
        """The expected share on the day of the exam, without further reviews; None if unknown."""
        return self.recalled_at_exam / self.reviewed if self.recalled_at_exam else None

    @property
    def pass_rate(self) -> float | None:
        """The share of right answers in the last 30 days; None if there were none at all."""
        answered = self.passed + self.failed
        return self.passed / answered if answered else None

    @property
    def learned(self) -> int:
        """The number of cards that have left the steps of learning."""
        return self.young + self.mature

    def __add__(self, other: object) -> "Recall":
        """Add the numbers of both."""
        if not isinstance(other, Recall):
            return NotImplemented
        return Recall._make(map(add, self, other))  # half the time of a generator


class Deck(NamedTuple):
    """The statistics of a deck.

    `without_id` counts cards that belong in Anki but have no ID, `image_only` those whose answer
    consists of images, `duplicates` those with the question or answer of another one.
    `notes_without_cards` counts notes that name the deck but have no card.
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
    """A note to study, with the number of its cards and of the faults that block it.

    `after` are its direct prerequisites as step numbers, from 1.
    """

    path: str
    name: str
    cards: int
    faults: int
    after: tuple[int, ...]
    recall: Recall


class Weakness(NamedTuple):
    """A note `path`, its prerequisite `before`, and the number of leeches in the latter."""

    path: str
    before: str
    leeches: int


class Frontier(NamedTuple):
    """Where learning goes on: notes to learn `next`, since all that they build on is known.

    `resting` are pairs of a note of which something is learned, and a forgotten one on which it
    builds; `forgotten` are the notes of whose cards too few are remembered, with that share.
    Notes are given by path.
    """

    next: tuple[str, ...] = ()
    resting: tuple[tuple[str, str], ...] = ()
    forgotten: tuple[tuple[str, float], ...] = ()


class Change(NamedTuple):
    """A number called `name` in the earlier audit and in this one; None if that has no collection.

    They are the numbers of problems, of cards, learned, new, due and overdue ones, and leeches, and
    the retention.
    """

    name: str
    before: float | None
    after: float | None


class Progress(NamedTuple):
    """What has changed since an earlier audit; notes are given by path.

    Of the notes that are `learned`, some card was not then; of those `forgotten`, too few cards are
    remembered now.
    """

    changes: tuple[Change, ...]
    learned: tuple[str, ...]
    forgotten: tuple[str, ...]


class FaultGroup(NamedTuple):
    """The `faults` found by one `rule` in one `folder`.

    For missing images, it is the folder in the link, if any. Empty for the top level of the vault.
    """

    rule: str
    folder: str
    faults: tuple[Diagnostic, ...]

    @property
    def is_large(self) -> bool:
        """Whether a single line should stand for all of the faults."""
        return len(self.faults) > _MAX_UNGROUPED


class Audit(NamedTuple):
    """The result of an audit of the notes `paths` of `graph`; notes are given by path.

    `scope_kind` and `scope_name` are those of its `Scope`. `blockers` prevent studying, `warnings`
    are worth a look; `blocker_groups` and `warning_groups` are the same by rule and folder, rare
    ones first. `order` is the study order; `ignored_edges` are the
    pairs (from, to) that would close a cycle and are ignored in it; `against_dates` those in which
    a relation puts the younger note first.

    `uncovered` are notes without cards, with the number of notes that lead to them; `missing` are
    notes that do not exist, with the number of links to them. `never_linked` are notes and
    `unwritten` missing ones that several notes name without a link, with the number of these; none
    in a vault of more than 1,000 notes. `most_connected` are the notes with the most neighbours and
    their number; `cut_notes` those that connect others to the rest, with the number of these.
    `due_by_day` are the numbers of its cards that are due on each day until the exam, today's with
    the overdue ones; empty without a collection or an exam. `own_cards` are its cards with their
    notes. `has_anki` is whether a collection was compared; without one every `Recall` is zero.
    """

    graph: VaultGraph
    paths: frozenset[str]
    scope_kind: str
    scope_name: str
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
    never_linked: tuple[tuple[str, int], ...]
    unwritten: tuple[tuple[str, int], ...]
    most_connected: tuple[tuple[str, int], ...]
    cut_notes: tuple[tuple[str, int], ...]
    has_anki: bool
    recall: Recall
    due_by_day: tuple[int, ...]
    weak: tuple[Weakness, ...]
    frontier: Frontier = Frontier()
    own_cards: tuple[tuple[Note, Card], ...] = ()
    exam: Exam | None = None
    progress: Progress | None = None

    @property
    def vault(self) -> str:
        """The name of the vault."""
        return self.graph.vault.name

    @property
    def notes(self) -> int:
        """The number of notes."""
        return len(self.paths)

    @property
    def ready(self) -> bool:
        """Whether there are cards and no blockers."""
        return self.cards > 0 and not self.blockers
