"""The two sides of a flashcard as text and images, in the order in which they are read."""

import re
from collections.abc import Callable, Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading import MASK, spans, unmasked
from vaultgraph.reading.markdown.highlights import HIGHLIGHT

__all__ = ["Piece", "pieces"]

Piece = str | int
"""Text, or the number of an image."""

_EMPHASIS = lazy_re(r"(\*\*|~~)(?=\S)(.{1,1000}?)(?<=\S)\1")
_BREAK = lazy_re(r"<br\s*/?>", re.IGNORECASE)


def pieces(text: str, image: Callable[[str], int | None]) -> Iterator[Piece]:
    """Yield *text* cut at its images; *image* gives the number of the one that a link path names.

    An embed that names no image of the vault is shown as its name, a link as it shows itself.
    """
    said: list[str] = []
    kept: list[str] = []
    for span in spans(text):
        written = text[span.start : span.end]
        if span.kind == "embed":
            yield from _plain(said, kept)
            number = image(span.path)
            name = (span.target or span.shown).rpartition("/")[2]
            yield number if number is not None else f"[{name}]"
        elif span.kind in {"code", "math"}:
            said.append(MASK)
            kept.append(written)
        else:
            shown = span.shown if span.kind == "link" else written
            said.append(shown.replace(MASK, ""))
    yield from _plain(said, kept)


def _plain(said: list[str], kept: list[str]) -> Iterator[str]:
    """Yield the text of what was *said*, if it says anything, with what was *kept* back in it.

    In code and formulas, which are kept, nothing is emphasis.
    """
    text = HIGHLIGHT.sub(r"\1", "".join(said))
    text = unmasked(_BREAK.sub("\n", _EMPHASIS.sub(r"\2", text)), kept).strip()
    said.clear()
    kept.clear()
    if text:
        yield text
