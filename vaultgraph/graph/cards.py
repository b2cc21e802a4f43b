"""Iterate over the flashcards of a vault."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain, repeat
from operator import attrgetter

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, Note
from vaultgraph.reading import find_embeds, is_image

__all__ = ["Cards", "is_image_only"]

_HTML_IMAGE = lazy_re(r"<(?i:img)\b[^<>]*>")  # a literal first character lets `re` skip ahead


def is_image_only(card: Card) -> bool:
    """Whether the answer of *card* is only images, without text or other embeds."""
    answer = card.answer
    if "![" not in answer and not ("<" in answer and _HTML_IMAGE.search(answer)):
        return False
    pieces, end = [], 0
    for embed in find_embeds(answer):
        if embed.target and not is_image(embed.path):
            return False
        pieces.append(answer[end : embed.start])
        end = embed.end
    rest = " ".join([*pieces, answer[end:]])
    if "<" in rest:
        rest, number = _HTML_IMAGE.subn("", rest)
        return bool(pieces or number) and not rest.strip()
    return bool(pieces) and not rest.strip()


class Cards:
    """The flashcards of *notes*, each with its note; cards that are *ignored* are left out.

    The cards are created in each iteration, so that not all of them are in memory at once.
    """

    def __init__(
        self, notes: Sequence[Note], ignored: Callable[[Note, Card], bool] | None = None
    ) -> None:
        self._notes = notes
        self._ignored = ignored

    def __iter__(self) -> Iterator[tuple[Note, Card]]:
        cards = chain.from_iterable(zip(repeat(note), note.cards) for note in self._notes)
        ignored = self._ignored
        return (pair for pair in cards if not ignored(*pair)) if ignored else cards

    def __len__(self) -> int:
        if self._ignored:
            return sum(1 for _ in self)
        return sum(len(note.summary.ids) for note in self._notes)

    def with_ids(self, ids: Collection[int]) -> Iterator[tuple[Note, Card]]:
        """Yield the cards with one of *ids*; of other notes the cards are not parsed."""
        notes = self._notes if ids else ()
        having = [note for note in notes if any(each in ids for each in note.summary.ids)]
        return (pair for pair in Cards(having, self._ignored) if pair[1].id in ids)

    def with_shared_keys(self, field: str, *, but: int | None = None) -> "Cards":
        """Return the cards of notes that share a value of the summary's *field* with another card.

        Values are shared within a note or between notes; *but* is a value that does not count. The
        cards of the notes are not parsed to find this out.
        """
        numbers = [*map(attrgetter(f"summary.{field}"), self._notes)]
        counts = Counter(chain.from_iterable(numbers))
        shared = {number for number, count in counts.items() if count > 1} - {but}
        of_notes = zip(self._notes, numbers, strict=True) if shared else ()
        notes = [note for note, of_note in of_notes if not shared.isdisjoint(of_note)]
        return Cards(notes, self._ignored)
