"""Find the flashcards of a note, for every plugin that the vault uses."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, CardFault, Tag
from vaultgraph.reading.cards.flashcards_obsidian import (
    FlashcardsObsidian,
    read_flashcards_obsidian,
)
from vaultgraph.reading.cards.obsidian_to_anki import (
    CardFinder,
    CardSettings,
    Seen,
    read_card_settings,
)
from vaultgraph.reading.cards.spaced_repetition import (
    Settings,
    SpacedRepetition,
    read_spaced_repetition,
)
from vaultgraph.reading.frontmatter import Frontmatter

__all__ = ["Flashcards", "read_flashcards"]

_TAG = lazy_re(r"#[\w/-]+")
_ESCAPE = lazy_re(r"\\(\W)")
_id, _due, _start = map(attrgetter, ("id", "due", "start"))


class Flashcards(NamedTuple):
    """The flashcard plugins with the settings of a vault.

    A card that two plugins recognize belongs to the one that has left a trace in it, an ID or a
    schedule.  Without a trace it is Obsidian_to_Anki's, unless that has synced other notes but not
    this one, for example because the user has switched to Spaced Repetition.
    """

    obsidian_to_anki: CardFinder = CardFinder(CardSettings())
    spaced_repetition: SpacedRepetition = SpacedRepetition(Settings())
    flashcards_obsidian: FlashcardsObsidian = FlashcardsObsidian()

    @property
    def tags(self) -> frozenset[str]:
        """The tags by which a plugin marks cards or names decks, in lower case, with their `#`.

        They include tags in the user's own expressions.
        """
        # An expression may escape the tag, as in `\#flashcard`; a name is what is left without
        # escapes.
        expressions = " ".join(expr for _, expr in self.obsidian_to_anki.settings.patterns)
        tags = (
            *_TAG.findall(_ESCAPE.sub(r"\1", expressions)),
            *self.spaced_repetition.tags,
            self.flashcards_obsidian.tag,
        )
        return frozenset(tag.lower() for tag in tags)

    def find_cards(
        self, path: str, text: str, frontmatter: Frontmatter, tags: Sequence[Tag]
    ) -> Seen:
        """Return what the plugins find in the note at *path* with these *tags*."""
        seen = self.obsidian_to_anki.find_cards(path, text, tags)
        cards = seen.cards
        spaced = self.spaced_repetition.find(path, text, frontmatter)
        if cards and spaced:
            synced = self.obsidian_to_anki.settings.hashes
            # The plugin stores a checksum for each note that it scans, with cards or without.
            is_left_out = bool(synced) and path not in synced and not any(map(_id, cards))
            cards = _resolve_overlaps(cards, spaced, is_left_out=is_left_out)
        else:
            cards = cards or spaced
        cards = _merged(cards, self.flashcards_obsidian.find(path, text, frontmatter))
        if cards is seen.cards:
            return seen
        return seen._replace(cards=cards, faults=_without_faults_of_others(cards, seen.faults))


def _without_faults_of_others(
    cards: Iterable[Card], faults: Iterable[CardFault]
) -> tuple[CardFault, ...]:
    """Return *faults* without those in the fields of a card that is not among *cards*."""
    questions = {card.question_start for card in cards if card.goes_to_anki}
    return tuple(
        fault
        for fault in faults
        if fault.kind not in {"garbled-code", "cut-deletion"} or fault.start in questions
    )


def _resolve_overlaps(
    ours: tuple[Card, ...], spaced: tuple[Card, ...], *, is_left_out: bool
) -> tuple[Card, ...]:
    """Return the cards of Obsidian_to_Anki, *ours*, and *spaced* ones without overlaps, in order.

    Cards with an ID or a schedule win; then those of *spaced* if the note *is_left_out* of syncs.
    """
    # Both plugins may see a card in the same text; an ID or schedule proves which one uses it.
    known = tuple(filter(_id, ours))
    scheduled = tuple(filter(_due, spaced))
    cards = _merged(known, scheduled)
    for others in (spaced, ours) if is_left_out else (ours, spaced):
        cards = _merged(cards, others)
    return cards


def _merged(cards: tuple[Card, ...], others: tuple[Card, ...]) -> tuple[Card, ...]:
    """Return all *cards*, and those of *others* that do not overlap one of them, in order."""
    if not cards or not others:
        return cards or others
    free = _without_overlaps(others, sorted((card.start, card.end) for card in cards))
    return tuple(sorted((*cards, *free), key=_start))


def _without_overlaps(cards: Iterable[Card], spans: list[tuple[int, int]]) -> Iterator[Card]:
    """Yield those of the sorted *cards* that overlap none of the sorted spans *spans*."""
    index = 0
    for card in cards:
        while index < len(spans) and spans[index][1] <= card.start:
            index += 1
        if index == len(spans) or card.end <= spans[index][0]:
            yield card


def read_flashcards(root: str, styles: Sequence[str] = ()) -> Flashcards:
    """Return the flashcard plugins with the settings of the vault at *root*.

    *styles* override the card styles of Obsidian_to_Anki.  Raises UsageError for an unknown style.
    """
    return Flashcards(
        CardFinder(read_card_settings(root, styles)),
        read_spaced_repetition(root),
        read_flashcards_obsidian(root),
    )
