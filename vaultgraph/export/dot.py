"""A vault as a Graphviz drawing: `dot -Tsvg vault.dot -o vault.svg`."""

from collections.abc import Iterator

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.export import Sink, exporter
from vaultgraph.export.drawing import Arrow, Drawing, draw
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say

__all__ = ["render", "write"]

_MANY_LINKS = 1_000
_CONTROL = lazy_re(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {ord("\\"): r"\\", ord('"'): r"\"", ord("&"): "&amp;"}


@exporter(".dot", "a drawing, for Graphviz", is_narrowed=True)
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns, with a remark if there is much of it."""
    drawing = draw(graph, sink.selection)
    sink.write(_text(drawing))
    if len(drawing.arrows) > _MANY_LINKS:
        sink.remark(
            say(
                "note: {size}: sfdp draws so many faster than dot, and --focus exports a part",
                size=drawing.size,
            )
        )


def render(graph: VaultGraph, selection: Selection = WHOLE) -> str:
    """Return a drawing of a *selection* of *graph*, notes as boxes, missing ones dashed.

    Raises UsageError if a name in *selection* is unknown, or if nothing is left.
    """
    return _text(draw(graph, selection))


def _text(drawing: Drawing) -> str:
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    yield f"digraph {_quoted(drawing.title)} {{"
    yield '  graph [rankdir="LR"]'
    yield '  node [shape="box", style="rounded", fontname="sans-serif"]'
    yield '  edge [fontname="sans-serif", fontsize="10", color="gray40"]'
    for number, name in enumerate(drawing.names):
        yield f"  n{number} [label={_quoted(name)}]"
    for number, name in enumerate(drawing.missing, len(drawing.names)):
        yield f'  n{number} [label={_quoted(name)}, style="rounded,dashed"]'
    for arrow in drawing.arrows:
        yield f"  n{arrow.source} -> n{arrow.target} {_look(arrow)}"
    yield "}"


def _look(arrow: Arrow) -> str:
    """Return the attributes of *arrow*: relations are labelled, plain links light and dashed."""
    return f"[label={_quoted(arrow.kind)}]" if arrow.kind else '[style="dashed", color="gray70"]'


def _quoted(text: str) -> str:
    """Quote *text* so that Graphviz, which expands escapes and HTML entities, shows it verbatim."""
    return f'"{_CONTROL.sub(" ", text).translate(_ESCAPES)}"'
