"""The card styles in the plugin's handbook, each with a parser that takes linear time.

A style is a module with the parts of `Style`.
"""

from collections.abc import Iterator, Mapping, Sequence
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

__all__ = ["STYLES", "Parser", "Style", "styles_by_name"]


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
    """The interface of a style module.

    Its cards are of the note type `NOTE_TYPE`; `EXPRESSION` is that of the handbook, `EXAMPLE` a
    card that it finds.  A style that `IS_MARKED` by a tag, a word or `::` finds no cards in
    ordinary notes; others do.
    """

    NAME: str
    NOTE_TYPE: str
    IS_MARKED: bool
    EXPRESSION: str
    EXAMPLE: str

    def parser(self, pattern: str) -> Parser | None:
        """Return the parser for the regular expression *pattern*, if it is of this style."""


_PARTS = (*Style.__annotations__, "parser")


def styles_by_name(modules: Sequence[Style]) -> Mapping[str, Style]:
    """Return the style *modules* by name.

    Raises ValueError for a module that lacks a part, or has the name of another.
    """
    styles: dict[str, Style] = {}
    for module in modules:
        lacking = [part for part in _PARTS if not hasattr(module, part)]
        if lacking:
            raise ValueError(f"the card style {module} lacks {', '.join(lacking)}")
        if styles.setdefault(module.NAME, module) is not module:
            raise ValueError(f"two card styles have the name {module.NAME}")
    return styles


# An expression is parsed by the first style that supports it.
STYLES = styles_by_name(
    (
        neuracache,
        ruled,
        headings,
        question_answer,
        remnote,
        table,
        cloze,
        highlights,
    )
)
