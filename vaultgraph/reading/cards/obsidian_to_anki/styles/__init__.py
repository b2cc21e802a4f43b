"""The card styles in the plugin's handbook, each with a parser that takes linear time.

A style is a module with `NAME`, the `NOTE_TYPE` it is used for, the handbook's `EXPRESSION`, and
`parser(pattern)`, which returns a parser for the expressions that it supports, else None.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix
from vaultgraph.reading.cards.obsidian_to_anki.styles import (
    cloze,
    headings,
    highlights,
    neuracache,
    question_answer,
    remnote,
    ruled,
    table,
)

__all__ = ["STYLES", "Parser", "Style"]


class Parser(Protocol):
    """Finds the cards of one style; text without its `marker` has none."""

    @property
    def marker(self) -> str:
        """A substring of every card of this style."""

    @property
    def groups(self) -> int:
        """The number of fields of a card that the expression fills."""

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""


class Style(Protocol):
    """The interface of a style module."""

    NAME: str
    NOTE_TYPE: str
    EXPRESSION: str

    def parser(self, pattern: str) -> Parser | None:
        """Return the parser for the regular expression *pattern*, if it is of this style."""


_MODULES: tuple[Style, ...] = (
    neuracache,
    ruled,
    headings,
    question_answer,
    remnote,
    table,
    cloze,
    highlights,
)
STYLES: Mapping[str, Style] = {style.NAME: style for style in _MODULES}
