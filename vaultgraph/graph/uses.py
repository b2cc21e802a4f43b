"""Which files are in use: linked, embedded, or named where Obsidian records no link."""

from collections.abc import Collection, Iterator, Mapping

from vaultgraph.graph.outgoing import Outgoing
from vaultgraph.graph.resolve import Resolver
from vaultgraph.model import Note

__all__ = ["used_files"]

_EXPORTS = tuple(f"{theme}.{kind}" for theme in ("", ".dark", ".light") for kind in ("png", "svg"))


def used_files(
    sources: Collection[Outgoing],
    linked: Collection[str],
    bases: Mapping[str, Collection[str]],
    resolver: Resolver,
) -> frozenset[str]:
    """The paths that a link, an embed, a property, HTML, code or a canvas of *sources* names.

    Or words of *bases*, by their paths; *linked* is where the links lead.  So are files that a
    broken link may mean, and pictures that Excalidraw makes of a drawing.
    """
    used: set[str | None] = set(linked)
    missed: set[str] = set().union(*(links.missed for links in sources))
    used.update(path for name in missed for path in resolver.candidates(name))
    for links in sources:
        source = links.source
        if source.has("mentions"):
            used.update(_named(word, source.path, resolver) for word in source.record.mentions)
        if source.is_drawing:
            used.update(_exports(source))
    used.update(_named(word, path, resolver) for path, words in bases.items() for word in words)
    return frozenset(path for path in used if path is not None)


def _exports(drawing: Note) -> Iterator[str]:
    stem = drawing.path.removesuffix(".md")
    yield from (stem + end for end in _EXPORTS)


def _named(mention: str, source: str, resolver: Resolver) -> str | None:
    """The file that the longest stretch of words at the end of *mention* names."""
    found = (resolver.resolve(mention[start:], source) for start in _word_starts(mention))
    return next(filter(None, found), None)


def _word_starts(text: str) -> Iterator[int]:
    """Yield the offsets where the last words of *text* begin, the longest stretch first."""
    starts = [0]
    while len(starts) < 12 and (blank := text.find(" ", starts[-1])) >= 0:
        starts.append(blank + 1)
    yield from starts
