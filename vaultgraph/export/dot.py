"""A small vault as a Graphviz drawing: `dot -Tsvg vault.dot -o vault.svg`."""

from collections.abc import Iterator

from vaultgraph.errors import UsageError
from vaultgraph.export import Sink, exporter
from vaultgraph.export.drawing import Arrow, Drawing, draw
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say

__all__ = ["render", "write"]

_MAX_LINKS = 1_000
_CONTROL = lazy_re(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {ord("\\"): r"\\", ord('"'): r"\"", ord("&"): "&amp;"}


@exporter(".dot", "a drawing of up to 1,000 links, for Graphviz")
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph))


def render(graph: VaultGraph) -> str:
    """Return a drawing of *graph*, notes as boxes, missing ones dashed.

    Raises UsageError if it has too many links to be readable.
    """
    drawing = draw(graph)
    if len(drawing.arrows) > _MAX_LINKS:
        raise UsageError(
            say(
                "{size} are too many for a readable Graphviz drawing; the limit is {most:,} links",
                size=drawing.size,
                most=_MAX_LINKS,
            ),
            hint=say("draw it with vaultgraph map, or write --format graphml for Gephi"),
        )
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
