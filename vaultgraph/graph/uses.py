"""Which files are in use: linked, embedded, or named where Obsidian records no link."""

from collections.abc import Collection, Iterator

from vaultgraph.graph.outgoing import Outgoing
from vaultgraph.graph.resolve import Resolver

__all__ = ["used_files"]


def used_files(sources: Collection[Outgoing], resolver: Resolver) -> frozenset[str]:
    """The paths that a link, an embed, a property, HTML, code or a canvas of *sources* names."""
    used = {path for links in sources for path in links.targets}
    for links in sources:
        for mention in links.source.record.mentions:
            used.add(_named(mention, links.source.path, resolver))
    return frozenset(path for path in used if path is not None)


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
