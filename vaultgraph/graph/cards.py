"""All flashcards of a vault."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, Gist, Note
from vaultgraph.reading import find_embeds, is_image

__all__ = ["Cards", "is_image_only"]

_HTML_IMAGE = lazy_re(r"<img\b[^<>]*>", re.IGNORECASE)


def is_image_only(card: Card) -> bool:
    """Whether the answer of *card* is images without any word; other embeds may say something."""
    answer = card.answer
    if "![" not in answer and "<" not in answer:
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
    """The flashcards of *notes*, each with its note; those of very many notes are not kept.

    Without those that are *ignored*, if any are.
    """

    def __init__(
        self, notes: Sequence[Note], ignored: Callable[[Note, Card], bool] | None = None
    ) -> None:
        self._notes = notes
        self._ignored = ignored

    def __iter__(self) -> Iterator[tuple[Note, Card]]:
        cards = ((note, card) for note in self._notes if note.gist.ids for card in note.cards)
        ignored = self._ignored
        return (pair for pair in cards if not ignored(*pair)) if ignored else cards

    def __len__(self) -> int:
        if self._ignored:
            return sum(1 for _ in self)
        return sum(len(note.gist.ids) for note in self._notes)

    def sharing(self, numbers: Callable[[Gist], Iterable[int]]) -> "Cards":
        """Those of the notes whose gist has one of *numbers* twice, or has it as another's does."""
        counts = Counter(chain.from_iterable(numbers(note.gist) for note in self._notes))
        shared = {number for number, count in counts.items() if count > 1}
        sharing = [note for note in self._notes if not shared.isdisjoint(numbers(note.gist))]
        return Cards(sharing, self._ignored)
