"""The flashcards of a note, from every plugin that the vault uses."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, CardRow
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
_id = itemgetter(Card._fields.index("id"))
_due = itemgetter(Card._fields.index("due"))


class Flashcards(NamedTuple):
    """The plugins as a vault has them set.

    Where two see a card, it is of the plugin that has left a trace: an ID or a schedule.  Without
    one it is Obsidian_to_Anki's, unless that has synced other notes and not this one, as where it
    was given up for Spaced Repetition.
    """

    obsidian_to_anki: CardFinder = CardFinder(CardSettings())
    spaced_repetition: SpacedRepetition = SpacedRepetition(Settings())
    flashcards_obsidian: FlashcardsObsidian = FlashcardsObsidian()

    @property
    def tags(self) -> frozenset[str]:
        """The tags that make a card or name its deck for a plugin, in lower case, with their `#`.

        Those in expressions of the user's own count as well.
        """
        expressions = " ".join(expr for _, expr in self.obsidian_to_anki.settings.patterns)
        tags = (
            *_TAG.findall(_ESCAPE.sub(r"\1", expressions)),
            *self.spaced_repetition.tags,
            self.flashcards_obsidian.tag,
        )
        return frozenset(tag.lower() for tag in tags)

    def find_cards(
        self, path: str, text: str, frontmatter: Frontmatter, tags: Sequence[tuple[str, int]]
    ) -> Seen:
        """What the plugins see in the note at *path*, whose *tags* are rows of a `Tag`."""
        seen = self.obsidian_to_anki.find_cards(path, text, tags)
        rows = seen.cards
        spaced = self.spaced_repetition.find(path, text, frontmatter)
        if rows and spaced:
            synced = self.obsidian_to_anki.settings.hashes
            is_left_out = bool(synced) and path not in synced and not any(map(_id, rows))
            rows = _shared_out(rows, spaced, is_left_out=is_left_out)
        else:
            rows = rows or spaced
        rows = _merged(rows, self.flashcards_obsidian.find(path, text, frontmatter))
        return seen if rows is seen.cards else seen._replace(cards=rows)


def _shared_out(
    rows: tuple[CardRow, ...], spaced: tuple[CardRow, ...], *, is_left_out: bool
) -> tuple[CardRow, ...]:
    """All cards of *rows*, of Obsidian_to_Anki, and of *spaced*, each once, in order."""
    known = tuple(filter(_id, rows))
    scheduled = tuple(filter(_due, spaced))
    cards = _merged(known, scheduled)
    for others in (spaced, rows) if is_left_out else (rows, spaced):
        cards = _merged(cards, others)
    return cards


def _merged(rows: tuple[CardRow, ...], others: tuple[CardRow, ...]) -> tuple[CardRow, ...]:
    """All *rows*, and those of *others* that share no character with one of them, in order."""
    if not rows or not others:
        return rows or others
    apart = _apart(others, sorted((row[2], row[3]) for row in rows))
    return tuple(sorted((*rows, *apart), key=lambda row: row[2]))


def _apart(rows: Iterable[CardRow], taken: list[tuple[int, int]]) -> Iterator[CardRow]:
    """Yield those of *rows*, which are in order, that lie in none of the spans *taken*."""
    index = 0
    for row in rows:
        while index < len(taken) and taken[index][1] <= row[2]:
            index += 1
        if index == len(taken) or row[3] <= taken[index][0]:
            yield row


def read_flashcards(root: str, styles: Sequence[str] = ()) -> Flashcards:
    """The plugins as the vault at *root* has them set.

    *styles* replace those in which Obsidian_to_Anki looks for cards.  Raises UsageError for a name
    that is none.
    """
    return Flashcards(
        CardFinder(read_card_settings(root, styles)),
        read_spaced_repetition(root),
        read_flashcards_obsidian(root),
    )
