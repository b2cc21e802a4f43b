"""Links as lines of text: their direction, relation type and location."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.languages import Language
from vaultgraph.messages import say
from vaultgraph.model import Location, Span
from vaultgraph.reading import Lines
from vaultgraph.reports.terminal import Style, visible, width

__all__ = ["Places", "Row", "arrow", "rows_as_text"]

_WIDEST = 60


class Row(NamedTuple):
    """The columns of a line: an arrow (`mark`), the `name` of a note, a `place` in a file."""

    mark: str
    name: str
    place: str


class Places:
    """Formats spans in the files of *graph* as locations, below *folder* if it is not empty.

    The lines of the last few files are cached: consecutive spans are often in the same file.
    """

    def __init__(self, graph: VaultGraph, folder: str = "") -> None:
        self._folder = f"{folder}/" if folder else ""
        self._lines = lru_cache(maxsize=4)(lambda path: Lines(graph.vault.text(path)))

    def __call__(self, place: Span) -> str:
        """Return *place* as `path:line:column`."""
        return f"{self._folder}{Location(place.path, *self.position(place))}"

    def position(self, place: Span) -> tuple[int, int]:
        """Return the line and column of *place*."""
        return self._lines(place.path).position(place.start)


def arrow(edge: Edge, kind: str, language: Language, *, forward: bool) -> str:
    """Return an arrow labelled *kind*, or "link" or "embed" if empty.

    It points to the right if *forward*, else to the left.
    """
    kind = kind or language.say(say("embed") if edge.link.embed else say("link"))
    return f"— {kind} →" if forward else f"← {kind} —"


def rows_as_text(rows: Iterable[Row], style: Style) -> Iterator[str]:
    """Yield *rows* as lines with aligned columns."""
    shown = [Row(*map(visible, row)) for row in rows]
    marks = max((width(row.mark) for row in shown), default=0)
    names = min(_WIDEST, max((width(row.name) for row in shown), default=0))
    for row in shown:
        mark = style.paint("36", row.mark) + " " * (marks - width(row.mark))
        name = row.name + " " * (names - width(row.name))
        yield "  " + "  ".join([*([mark] if marks else []), name, style.paint("2", row.place)])
