"""All flashcards of a vault."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from vaultgraph.model import Card, Gist, Note
from vaultgraph.reading import find_embeds, is_image, without_embeds

__all__ = ["Cards", "is_image_only"]

_HTML_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)


def is_image_only(card: Card) -> bool:
    """Whether the answer of *card* is images without any word; other embeds may say something."""
    answer = card.answer
    if "![" not in answer and "<" not in answer:
        return False
    images = [not embed.target or is_image(embed.path) for embed in find_embeds(answer)]
    rest = without_embeds(answer)
    images += [True] * len(_HTML_IMAGE.findall(rest))
    return bool(images) and all(images) and not _HTML_IMAGE.sub("", rest).strip()


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
