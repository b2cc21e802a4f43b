"""Text of a vault in our own notes: as links, or with its markup escaped."""

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.subpaths import heading_key
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Diagnostic

__all__ = ["heading_above", "linked", "plain"]

_UNLINKABLE = lazy_re(r"[\[\]|#^`]|%%")  # what a link cannot contain
_MARKUP = lazy_re(r"([\\`*_\[\]<>#|~=$%])")


def linked(path: str, heading: str = "") -> str:
    """Return a link to the file at *path*, or to a *heading* in it; plain text if not linkable.

    Plain text is escaped instead of put into a code span: a backtick in the name would end the
    span, and Dataview evaluates a span that begins with `=`.
    """
    name = path.removesuffix(".md").replace("\n", " ")
    if name == "." or _UNLINKABLE.search(name):
        return plain(path)
    return f"[[{name}#{heading}|{name}]]" if heading else f"[[{name}]]"


def plain(text: str) -> str:
    """Return *text* on one line, with Obsidian's markup escaped."""
    return _MARKUP.sub(r"\\\1", text.replace("\n", " "))


def heading_above(graph: VaultGraph, found: Diagnostic) -> str:
    """Return the last heading above *found*, the nearest target for a link; empty for none."""
    note = graph.vault.notes.get(found.location.path)
    headings = note.headings if note and found.source else ()
    above = [heading.text for heading in headings if heading.start <= found.span.start]
    key = heading_key(above[-1]) if above else ""
    return "" if _UNLINKABLE.search(key) else key
