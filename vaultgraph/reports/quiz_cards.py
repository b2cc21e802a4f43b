"""The cards of a quiz: what each asks and answers, in study order."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from vaultgraph.auditing import Audit, is_forgotten, recall_of_cards
from vaultgraph.card_text import Tree, is_cloze, pieces, with_deletions
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, Note
from vaultgraph.reading import is_image

__all__ = ["Images", "QuizCard", "quiz_cards"]

_DELETION = lazy_re(r"\{\{c(\d+)::(.*?)(?:::([^{}\n]*))?\}\}", re.DOTALL)


class QuizCard(NamedTuple):
    """A card of the note at `path`: its question and its answer, see `pieces`.

    `key` identifies it in later quizzes.  It `is_weak` if Anki expects it to be forgotten.
    """

    path: str
    key: str
    question: list[Tree]
    answer: list[Tree]
    is_weak: bool


class Images:
    """The images on the cards of *audit*, by path, with indices in order of first use."""

    def __init__(self, audit: Audit) -> None:
        self._resolve = audit.graph.resolver.resolve_encoded
        self.numbers: dict[str, int] = {}

    def of(self, source: str) -> Callable[[str], int | None]:
        """Return a function that returns the index of the image at a link path in *source*."""

        def number(link_path: str) -> int | None:
            path = self._resolve(link_path, source) if link_path else None
            if path is None or not is_image(path):
                return None
            return self.numbers.setdefault(path, len(self.numbers))

        return number


def quiz_cards(audit: Audit, images: Images) -> Sequence[QuizCard]:
    """Return the cards of *audit* in study order; those of a note in the order of its text."""
    places = {step.path: place for place, step in enumerate(audit.order)}
    ordered = sorted(audit.own_cards, key=lambda pair: places.get(pair[0].path, len(places)))
    recalls = recall_of_cards(audit.graph)
    found = []
    for note, card in ordered:
        recall = recalls.get(card.id) if card.goes_to_anki else None
        weak = recall is not None and (bool(recall.leeches) or is_forgotten(recall))
        for number, (question, answer) in enumerate(_sides(card, images.of(note.path))):
            found.append(QuizCard(note.path, _key(note, card, number), question, answer, weak))
    return found


def _key(note: Note, card: Card, number: int) -> str:
    text = f"{note.path}\n{card.normalized_question}\n{number}"
    return f"{crc32(text.encode('utf-8', 'replace')):08x}"


def _sides(
    card: Card, image: Callable[[str], int | None]
) -> Iterator[tuple[list[Tree], list[Tree]]]:
    """Yield the question and the answer of each card that Anki makes of *card*."""
    text = with_deletions(card) if card.is_cloze else card.question
    if not is_cloze(text):
        sides = pieces(card.question, image), pieces(card.back, image)
        yield sides
        if (
            "reversed" in card.note_type.lower()
        ):  # as Anki's note type for both directions is called
            yield sides[::-1]
        return
    more = pieces(card.back, image)
    for number in sorted({found[1] for found in _DELETION.finditer(text)}, key=int):
        question = _DELETION.sub(lambda found, own=number: _hidden(found, own), text)  # type: ignore[misc]
        answer = _DELETION.sub(lambda found, own=number: _shown(found, own), text)  # type: ignore[misc]
        yield pieces(question, image), [*pieces(answer, image), *more]


def _hidden(deletion: re.Match[str], number: str) -> str:
    """Return *deletion* as the question of the card *number* shows it."""
    return f"[{deletion[3] or '…'}]" if deletion[1] == number else deletion[2]


def _shown(deletion: re.Match[str], number: str) -> str:
    """Return it as the answer shows it: what was asked is highlighted."""
    return f"=={deletion[2]}==" if deletion[1] == number else deletion[2]
