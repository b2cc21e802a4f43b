"""The two sides of a flashcard as text and images, in the order in which they are read."""

import re
from collections.abc import Callable, Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading import find_embeds

__all__ = ["Piece", "pieces"]

Piece = str | int
"""Text, or the number of an image."""

_WIKILINK = lazy_re(r"\[\[(?:[^\]\n|]+\|)?([^\]\n|]+)\]\]")
_EMPHASIS = lazy_re(r"(\*\*|==|~~)(?=\S)(.+?)(?<=\S)\1")
_BREAK = lazy_re(r"<br\s*/?>", re.IGNORECASE)


def pieces(text: str, image: Callable[[str], int | None]) -> Iterator[Piece]:
    """Yield *text* cut at its images; *image* gives the number of the one that a link path names.

    An embed that names no image of the vault is shown as its name.
    """
    start = 0
    for embed in find_embeds(text):
        number = image(embed.path)
        yield from _plain(text[start : embed.start])
        name = (embed.target or embed.written).rpartition("/")[2]
        yield number if number is not None else f"[{name}]"
        start = embed.end
    yield from _plain(text[start:])


def _plain(markdown: str) -> Iterator[str]:
    text = _WIKILINK.sub(r"\1", markdown)
    text = _EMPHASIS.sub(r"\2", text)
    text = _BREAK.sub("\n", text).strip()
    if text:
        yield text
