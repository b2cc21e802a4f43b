"""Text of a vault in our own notes: as links, or with its markup escaped."""

from vaultgraph.lazy import lazy_re

__all__ = ["UNLINKABLE", "linked", "plain"]

UNLINKABLE = lazy_re(r"[\[\]|#^`]|%%")
"""What a link cannot contain."""

_MARKUP = lazy_re(r"([\\`*_\[\]<>#|~=$%])")


def linked(path: str, heading: str = "") -> str:
    """Return a link to the file at *path*, or to a *heading* in it; plain text if not linkable.

    Plain text is escaped instead of put into a code span: a backtick in the name would end the
    span, and Dataview evaluates a span that begins with `=`.
    """
    name = path.removesuffix(".md").replace("\n", " ")
    if name == "." or UNLINKABLE.search(name):
        return plain(path)
    return f"[[{name}#{heading}|{name}]]" if heading else f"[[{name}]]"


def plain(text: str) -> str:
    """Return *text* on one line, with Obsidian's markup escaped."""
    return _MARKUP.sub(r"\\\1", text.replace("\n", " "))
