"""A small vault as a Mermaid flowchart, which Obsidian and GitHub render in Markdown."""

from collections.abc import Iterator

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.errors import UsageError
from vaultgraph.export import Sink, exporter
from vaultgraph.export.drawing import Arrow, Drawing, draw
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say

__all__ = ["render", "write"]

# Mermaid's default limits: https://mermaid.js.org/config/schema-docs/config.html
_MAX_LINKS = 500
_MAX_CHARACTERS = 50_000
_MARKUP = lazy_re(r"[^\w ,-]|^-")


@exporter(".mmd", "a drawing of up to 500 links, for Mermaid", is_narrowed=True)
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph, sink.selection))


def render(graph: VaultGraph, selection: Selection = WHOLE) -> str:
    """Return a flowchart of a *selection* of *graph*.

    In a note of the vault, its boxes are links to the notes.  Raises UsageError if it is too large
    for Mermaid, if a name in *selection* is unknown, or if nothing is left.
    """
    drawing = draw(graph, selection)
    text = "\n".join(_lines(drawing)) + "\n"
    if len(drawing.arrows) > _MAX_LINKS or len(text) > _MAX_CHARACTERS:
        raise UsageError(
            say(
                "{size} are too many for Mermaid; at most {most} links in {length:,} characters",
                size=drawing.size,
                most=_MAX_LINKS,
                length=_MAX_CHARACTERS,
            ),
            hint=say("export a part with --focus or --folder, or draw it with vaultgraph map"),
        )
    return text


def _lines(drawing: Drawing) -> Iterator[str]:
    yield "flowchart LR"
    for number, name in enumerate(drawing.names):
        yield f"  n{number}[{_quoted(name)}]"
    for number, name in enumerate(drawing.missing, len(drawing.names)):
        yield f"  n{number}[{_quoted(name)}]:::missing"
    for arrow in drawing.arrows:
        yield f"  n{arrow.source} {_line(arrow)} n{arrow.target}"
    if drawing.missing:
        yield "  classDef missing stroke-dasharray: 4"
    if drawing.names:
        numbers = ",".join(f"n{number}" for number in range(len(drawing.names)))
        yield f"  class {numbers} internal-link"


def _line(arrow: Arrow) -> str:
    return f"-->|{_quoted(arrow.kind)}|" if arrow.kind else "-.->"


def _quoted(text: str) -> str:
    """Quote *text* for Mermaid, with everything that might be markup as character codes."""
    return f'"{_MARKUP.sub(lambda match: f"#{ord(match[0])};", text)}"'
