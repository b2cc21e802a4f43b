"""The two sides of a flashcard as text and images, in reading order."""

import re
from collections.abc import Callable, Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading import MASK, spans, unmasked
from vaultgraph.reading.markdown.highlights import HIGHLIGHT

__all__ = ["Piece", "pieces"]

Piece = str | int
"""Text, or the index of an image."""

_EMPHASIS = lazy_re(r"(\*\*|~~)(?=\S)(.{1,1000}?)(?<=\S)\1")
_BREAK = lazy_re(r"<br\s*/?>", re.IGNORECASE)


def pieces(text: str, image: Callable[[str], int | None]) -> Iterator[Piece]:
    """Yield *text* split at its images; *image* returns the index of the image at a link path.

    An embed of anything else is replaced by its name, a link by its display text.
    """
    texts: list[str] = []
    literals: list[str] = []
    for span in spans(text):
        written = text[span.start : span.end]
        if span.kind == "embed":
            yield from _plain(texts, literals)
            number = image(span.path)
            name = (span.target or span.shown).rpartition("/")[2]
            yield number if number is not None else f"[{name}]"
        elif span.kind in {"code", "math"}:
            texts.append(MASK)
            literals.append(written)
        else:
            shown = span.shown if span.kind == "link" else written
            texts.append(shown.replace(MASK, ""))
    yield from _plain(texts, literals)


def _plain(texts: list[str], literals: list[str]) -> Iterator[str]:
    """Yield the joined *texts* without markup, unless empty; clear both lists.

    *literals* are code and math, which are masked meanwhile: nothing in them is emphasis.
    """
    text = HIGHLIGHT.sub(r"\1", "".join(texts))
    text = unmasked(_BREAK.sub("\n", _EMPHASIS.sub(r"\2", text)), literals).strip()
    texts.clear()
    literals.clear()
    if text:
        yield text
