"""The two sides of a flashcard as text and images, in the order in which they are read."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

__all__ = ["Piece", "pieces"]

Piece = str | int
"""Text, or the number of an image."""

_EMBED = re.compile(
    r"!\[\[ ([^\]\n|]+) (?:\|[^\]\n]*)? \]\]"
    r"| !\[ [^\]\n]* \]\( \s* (?: <([^>\n]+)> | ([^)\s]+) ) [^)\n]* \)",
    re.VERBOSE,
)
_WIKILINK = re.compile(r"\[\[(?:[^\]\n|]+\|)?([^\]\n|]+)\]\]")
_EMPHASIS = re.compile(r"(\*\*|==|~~)(?=\S)(.+?)(?<=\S)\1")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def pieces(text: str, image: Callable[[str], int | None]) -> Iterator[Piece]:
    """Yield *text* cut at its images; *image* gives the number of the one that a link path names.

    An embed that names no image of the vault is shown as its name.
    """
    start = 0
    for match in _EMBED.finditer(text):
        path = match[1] or unquote(match[2] or match[3])
        number = image(path.partition("#")[0].strip())
        yield from _plain(text[start : match.start()])
        yield number if number is not None else f"[{path.rpartition('/')[2]}]"
        start = match.end()
    yield from _plain(text[start:])


def _plain(markdown: str) -> Iterator[str]:
    text = _WIKILINK.sub(r"\1", markdown)
    text = _EMPHASIS.sub(r"\2", text)
    text = _BREAK.sub("\n", text).strip()
    if text:
        yield text
