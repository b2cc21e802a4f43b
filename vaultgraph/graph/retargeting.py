"""How a link could be mended: the text to write in its place."""

from posixpath import dirname, relpath

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge
from vaultgraph.model import Fix
from vaultgraph.reading import display, with_path

__all__ = ["in_table", "mended", "pointed_at", "showing_the_same"]

_LONGEST_ROW = 2000


def mended(graph: VaultGraph, edge: Edge) -> Fix | None:
    """The fix for the broken link of *edge*.

    It is safe if the only file of that name lies elsewhere, and a guess if there is one name near
    the one in the link.
    """
    moved = graph.causes.moved_to(edge)
    if moved:
        return pointed_at(graph, edge, moved)
    guess = graph.causes.guess(edge)
    target = graph.resolver.resolve(guess, edge.source) if guess else None
    fix = pointed_at(graph, edge, target) if target and target != edge.source else None
    return fix._replace(safe=False) if fix else None


def pointed_at(graph: VaultGraph, edge: Edge, path: str) -> Fix | None:
    """The fix that points the link of *edge* at the file at *path*, in the way it is written in."""
    if edge.link.syntax in {"canvas", "reference"}:
        return None
    way = _way(graph, edge, path)
    if not way or "#" in way or graph.resolver.resolve(way, edge.source) != path:
        return None
    text = with_path(graph.written(edge), way)
    return Fix(text) if text else None


def _way(graph: VaultGraph, edge: Edge, path: str) -> str:
    """How to name the file at *path*: from the note if the link was, else as shortly as it can."""
    link = edge.link
    if link.syntax == "markdown" or link.path.startswith(("./", "../")):
        way = path if link.path[0] != "." else _from_note(edge, path)
        return way if link.syntax == "markdown" else way.removesuffix(".md")
    way = graph.resolver.shortest(path, edge.source)
    return f"{way}.md" if way and link.path.endswith(".md") and path.endswith(".md") else way


def _from_note(edge: Edge, path: str) -> str:
    way = relpath(path, dirname(edge.source) or ".")
    return way if way.startswith("../") else f"./{way}"


def showing_the_same(graph: VaultGraph, edge: Edge, text: str) -> str:
    """The link *text*, to be written for that of *edge*, with the words that this one shows."""
    written = graph.written(edge)
    if edge.link.syntax != "wikilink" or edge.link.embed or "|" in written:
        return text
    bar = r"\|" if in_table(graph, edge) else "|"
    return f"{text.removesuffix(']]')}{bar}{display(written, edge.link.syntax)}]]"


def in_table(graph: VaultGraph, edge: Edge) -> bool:
    """Whether the link of *edge* may stand in a row of a table, which another bar would split.

    A line too long to be looked at may be such a row as well.
    """
    text, link = graph.vault.text(edge.source), edge.link
    before = text[max(0, link.start - _LONGEST_ROW) : link.start].rpartition("\n")[2]
    after = text[link.end : link.end + _LONGEST_ROW].partition("\n")[0]
    return "|" in before + after or len(before) == _LONGEST_ROW or len(after) == _LONGEST_ROW
