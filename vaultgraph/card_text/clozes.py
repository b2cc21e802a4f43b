"""Cloze deletions of all card styles, rewritten in Anki's syntax: `{{c1::so}}`."""

import re
from collections.abc import Callable, Iterator
from itertools import count

from vaultgraph.lazy import lazy_re
from vaultgraph.model import FLASHCARDS_OBSIDIAN, Card
from vaultgraph.reading import masked, unmasked

__all__ = ["is_cloze", "with_deletions"]

_ANKI = r"\{\{c\d+::"
_CURLY = r"\{\{?(?:c?(?P<number>\d+)[:|]{1,2})?(?P<curly>[^{}\n]+)\}\}?"
# As both plugins parse it: unlike in Obsidian, there may be whitespace inside the marks.
_HIGHLIGHT = r"==(?P<highlight>[^\n]+?)=="
_BOLD = r"\*\*(?P<bold>[^*\n]+)\*\*"
_DELETION = lazy_re(r"\{\{c[1-9]\d*::")


def is_cloze(text: str) -> bool:
    """Whether *text* contains a cloze deletion in Anki's syntax."""
    return _DELETION.search(text) is not None


def with_deletions(card: Card) -> str:
    """Return the question of *card* with its deletions in Anki's syntax.

    Highlights are deletions, or bold text if nothing is highlighted.  A deletion may contain code
    and math, but not begin or end inside them.
    """
    question, literals = masked(card.question, "code", "math")
    for pattern in _patterns(card):
        text = unmasked(re.sub(pattern, _numbered(), question), literals)
        if is_cloze(text):
            return text
    return card.question


def _patterns(card: Card) -> Iterator[str]:
    curly = [_CURLY] if card.plugin == FLASHCARDS_OBSIDIAN else []
    yield "|".join([_ANKI, _HIGHLIGHT, *curly])
    yield f"{_ANKI}|{_BOLD}|{_CURLY}"


def _numbered() -> Callable[[re.Match[str]], str]:
    """Return a replacement function that numbers the unnumbered deletions from 1."""
    numbers = count(1)

    def replace(match: re.Match[str]) -> str:
        found = {name: text for name, text in match.groupdict().items() if text}
        number = found.pop("number", "")
        hidden = next(iter(found.values()), "")
        return f"{{{{c{number or next(numbers)}::{hidden}}}}}" if hidden else match[0]

    return replace
