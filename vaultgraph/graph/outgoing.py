"""The outgoing links of a note or canvas, and what follows from them alone."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from vaultgraph.graph.resolve import Resolver
from vaultgraph.model import Card, Link, LinkRow, Note, Span
from vaultgraph.reading import markdown_target

__all__ = ["Edge", "LinkResolver", "OutgoingLinks"]

_TARGET = itemgetter(0)
_NOTHING: dict[str, str] = {}


class Edge(NamedTuple):
    """A link of the note or canvas `source`, resolved to the path `target`; None if broken."""

    source: str
    target: str | None
    link: Link

    @property
    def place(self) -> Span:
        """Where the link is written."""
        return Span(self.source, self.link.start, self.link.end)


class OutgoingLinks:
    """Where the links of `source` lead.

    `targets` are in the order of the links, None where one is broken.  Its edges are made when they
    are asked for: most links are as they should be, and nobody asks.  Of those that are odd, the
    indices are known, and so are those of the links to a part of a file.
    """

    def __init__(
        self,
        source: Note,
        targets: tuple[str | None, ...],
        odd: tuple[int, ...],
        parts: tuple[int, ...],
    ) -> None:
        self.source = source
        self.targets = targets
        self.notable_indices = odd
        self.subpath_indices = parts

    @property
    def state(self) -> tuple[tuple[str | None, ...], tuple[int, ...], tuple[int, ...]]:
        """What it takes beside the source to make it again."""
        return self.targets, self.notable_indices, self.subpath_indices

    def edge(self, index: int) -> Edge:
        """The link at *index*."""
        return Edge(
            self.source.path, self.targets[index], Link._make(self.source.parsed.links[index])
        )

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All links and embeds, in the order of the text, those of the properties first."""
        return tuple(map(self.edge, range(len(self.targets))))

    @property
    def linked_paths(self) -> frozenset[str]:
        """The paths of the other files that they lead to."""
        return frozenset(filter(None, self.targets)) - {self.source.path}

    @property
    def notable(self) -> tuple[Edge, ...]:
        """The links that ask for a second look: broken, fit several files, or have a subpath."""
        return _notable_edges(self) if self.notable_indices else ()

    @property
    def missing_names(self) -> frozenset[str]:
        """The names of files that broken links have, and what is no link for a blank in it."""
        broken = (edge.link.path for edge in self.notable if edge.target is None)
        written = (no_link.destination for no_link in self.source.invalid_links)
        unencoded = (markdown_target(text).partition("#")[0] for text in written)
        return frozenset(path.rpartition("/")[2] for path in (*broken, *unencoded))

    @property
    def in_cards(self) -> Iterator[tuple[Card, Edge]]:
        """Yield the embeds that stand in a flashcard, each with its card."""
        source = self.source
        if not source.summary.ids:
            return
        start = source.cards[0].start
        for index, row in enumerate(source.parsed.links):
            card = source.card_at(row[1]) if row[4] and row[1] >= start else None
            if card:
                yield card, self.edge(index)


@lru_cache(maxsize=1 << 10)
def _notable_edges(links: OutgoingLinks) -> tuple[Edge, ...]:
    """Several rules ask for them one after the other."""
    return tuple(map(links.edge, links.notable_indices))


class LinkResolver:
    """Follows links by a *resolver*.

    Most targets mean the same file wherever they stand: those are resolved once, or not at all if
    they are among the *plain* names.
    """

    def __init__(self, resolver: Resolver, plain: Mapping[str, str] = _NOTHING) -> None:
        self._resolver = resolver
        self._plain = {**plain}

    def resolve_links(self, source: Note, earlier: OutgoingLinks | None = None) -> OutgoingLinks:
        """The links of *source*, followed; if it is the same, they are the *earlier* ones."""
        if earlier and earlier.source is source:
            return earlier
        rows = source.parsed.links
        # A card of a canvas names a file by its whole path.
        known = self._plain if source.path[-3:].lower() == ".md" else _NOTHING
        targets = [*map(known.get, map(_TARGET, rows))]
        odd = []
        for index, target in enumerate(targets) if None in targets else ():
            if target is None:
                targets[index], is_odd = self._target(rows[index], source.path)
                if is_odd:
                    odd.append(index)
        parts = [index for index in odd if "#" in rows[index][0]]
        return OutgoingLinks(source, tuple(targets), tuple(odd), tuple(parts))

    def _target(self, row: LinkRow, source: str) -> tuple[str | None, bool]:
        """Where the link of *row* leads, and whether it asks for a second look."""
        target, syntax = row[0], row[3]
        path, part, _ = target.partition("#")
        path = path.rstrip()
        if syntax == "canvas":
            found = self._resolver.exact(path)
            return found, found is None or bool(part)
        found = self._resolver.resolve_encoded(path, source)
        if found is None or part:
            return found, True
        if path.startswith(("./", "../")):
            return found, False
        if len(self._resolver.candidates(path)) > 1:
            return found, True
        self._plain[target] = found
        return found, False
