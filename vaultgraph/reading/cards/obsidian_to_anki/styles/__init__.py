"""The ways to write a card that the plugin's handbook describes, each with a linear parser.

A style is a module with `NAME`, the `NOTE_TYPE` it is used for, the handbook's `EXPRESSION`, and
`parser(pattern)`, which returns a parser for the expressions that it knows, else None.
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
    """Finds the cards of one style; a text without its `marker` has none."""

    @property
    def marker(self) -> str:
        """A piece of text that every card of this style has."""

    @property
    def groups(self) -> int:
        """How many fields of a card the expression fills."""

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""


class Style(Protocol):
    """What a module of a style has."""

    NAME: str
    NOTE_TYPE: str
    EXPRESSION: str

    def parser(self, pattern: str) -> Parser | None:
        """The parser for the regular expression *pattern*, if it is of this style."""


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
