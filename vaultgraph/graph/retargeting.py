"""How a link could be mended: the text to write in its place."""

from posixpath import basename, dirname, relpath

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge
from vaultgraph.model import Fix
from vaultgraph.reading import with_path

__all__ = ["mended", "pointed_at"]


def mended(graph: VaultGraph, edge: Edge) -> Fix | None:
    """The fix for the broken link of *edge*.

    It is safe if the only file of that name lies elsewhere, and a guess if there is one name near
    the one in the link.
    """
    moved = graph.causes.moved_to(edge.link)
    if moved:
        return pointed_at(graph, edge, moved)
    guess = graph.causes.guess(edge.link)
    target = graph.resolver.resolve(guess, edge.source) if guess else None
    fix = pointed_at(graph, edge, target) if target and target != edge.source else None
    return fix._replace(safe=False) if fix else None


def pointed_at(graph: VaultGraph, edge: Edge, path: str) -> Fix | None:
    """The fix that points the link of *edge* at the file at *path*, in the way it is written in."""
    if edge.link.syntax in {"canvas", "reference"}:
        return None
    way = _way(graph, edge, path)
    if edge.link.syntax != "markdown" and not edge.link.path.endswith(".md"):
        way = way.removesuffix(".md")
    if graph.resolver.resolve(way, edge.source) != path:
        return None
    text = with_path(graph.written(edge), way)
    return Fix(text) if text else None


def _way(graph: VaultGraph, edge: Edge, path: str) -> str:
    """How to name the file at *path*: from the note if the link was, else as shortly as it can."""
    if edge.link.path.startswith(("./", "../")):
        way = relpath(path, dirname(edge.source) or ".")
        return way if way.startswith("../") else f"./{way}"
    name = basename(path)
    is_clear = graph.resolver.resolve(name, edge.source) == path
    return name if is_clear and edge.link.syntax != "markdown" else path
