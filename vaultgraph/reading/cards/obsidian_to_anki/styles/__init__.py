"""The card styles in the plugin's handbook, each with a parser that takes linear time.

A style is a module with the parts of `Style`, found by its location here.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Protocol, cast

from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix

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


def styles_by_name(modules: Sequence[ModuleType]) -> Mapping[str, Style]:
    """Return the style *modules* by name, in alphabetical order.

    Raises ValueError for a module that lacks a part, or has the name of another.
    """
    styles: dict[str, Style] = {}
    for module in modules:
        lacking = [part for part in _PARTS if not hasattr(module, part)]
        if lacking:
            raise ValueError(f"the card style {module.__name__} lacks {', '.join(lacking)}")
        style = cast("Style", module)
        if styles.setdefault(style.NAME, style) is not style:
            raise ValueError(f"two card styles have the name {style.NAME}")
    # A folder is listed in an order that differs between file systems.
    return dict(sorted(styles.items()))


def _modules() -> Iterator[ModuleType]:
    for file in os.listdir(os.path.dirname(__file__)):
        module, extension = os.path.splitext(file)
        if extension == ".py" and not module.startswith("_"):
            yield import_module(f"{__name__}.{module}")


STYLES = styles_by_name([*_modules()])
