"""The resolved outgoing links of a note or canvas."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from vaultgraph.graph.resolve import Resolver
from vaultgraph.model import Card, Link, Note, Span
from vaultgraph.reading import markdown_target

__all__ = ["Edge", "LinkResolver", "LinkState", "OutgoingLinks"]

_TARGET = attrgetter("target")
_NOTHING: dict[str, str] = {}

LinkState = tuple[tuple[str | None, ...], tuple[int, ...], tuple[int, ...]]
"""The arguments of `OutgoingLinks` after the source: plain data."""


class Edge(NamedTuple):
    """A link of the note or canvas `source` to the path `target`; None if unresolved."""

    source: str
    target: str | None
    link: Link

    @property
    def span(self) -> Span:
        """The span of the link."""
        return Span(self.source, self.link.start, self.link.end)


class OutgoingLinks:
    """The links of `source` with their targets.

    `targets` are in the order of the links, None for an unresolved one. `Edge` objects are only
    created on access, because most links are fine and no rule looks at them. `notable_indices` are
    the indices of the links that rules look at, see `notable`; `subpath_indices` those of links to
    a heading or block among them.
    """

    def __init__(
        self,
        source: Note,
        targets: tuple[str | None, ...],
        notable: tuple[int, ...],
        subpaths: tuple[int, ...],
    ) -> None:
        self.source = source
        self.targets = targets
        self.notable_indices = notable
        self.subpath_indices = subpaths

    @property
    def state(self) -> LinkState:
        """The arguments, apart from the source, to create it again."""
        return self.targets, self.notable_indices, self.subpath_indices

    def edge(self, index: int) -> Edge:
        """Return the link at *index*."""
        return Edge(self.source.path, self.targets[index], self.source.parsed.links[index])

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All links and embeds in the order of the text, those of the properties first."""
        return tuple(map(self.edge, range(len(self.targets))))

    @property
    def linked_paths(self) -> frozenset[str]:
        """The paths of the other files that the links lead to."""
        return frozenset(filter(None, self.targets)) - {self.source.path}

    @property
    def notable(self) -> tuple[Edge, ...]:
        """The links that are unresolved, match several files, or have a subpath."""
        return _notable_edges(self) if self.notable_indices else ()

    @property
    def missing_names(self) -> frozenset[str]:
        """The file names in unresolved links, and in invalid links, such as with a space."""
        broken = (edge.link.path for edge in self.notable if edge.target is None)
        written = (no_link.destination for no_link in self.source.invalid_links)
        unencoded = (markdown_target(text).partition("#")[0] for text in written)
        return frozenset(path.rpartition("/")[2] for path in (*broken, *unencoded))

    @property
    def in_cards(self) -> Iterator[tuple[Card, Edge]]:
        """Yield the embeds in flashcards, each with its card."""
        source = self.source
        if not source.summary.ids:
            return
        start = source.cards[0].start
        for index, link in enumerate(source.parsed.links):
            is_in_reach = link.embed and link.start >= start
            card = source.card_at(link.start) if is_in_reach else None
            if card:
                yield card, self.edge(index)


@lru_cache(maxsize=1 << 10)
def _notable_edges(links: OutgoingLinks) -> tuple[Edge, ...]:
    """Cached, because several rules need them in turn."""
    return tuple(map(links.edge, links.notable_indices))


class LinkResolver:
    """Resolves the links of notes with a *resolver*.

    Most targets mean the same file in every note, so each is resolved only once, or not at all if
    it is one of the *plain* names.
    """

    def __init__(self, resolver: Resolver, plain: Mapping[str, str] = _NOTHING) -> None:
        self._resolver = resolver
        self._plain = {**plain}

    def resolve_links(self, source: Note, earlier: OutgoingLinks | None = None) -> OutgoingLinks:
        """Return the resolved links of *source*; the *earlier* ones if the note is the same."""
        if earlier and earlier.source is source:
            return earlier
        links = source.parsed.links
        # In a canvas, paths are always complete: a plain name may mean another file there.
        known = self._plain if source.path[-3:].lower() == ".md" else _NOTHING
        targets = [*map(known.get, map(_TARGET, links))]
        notable = []
        for index, target in enumerate(targets) if None in targets else ():
            if target is None:
                targets[index], is_notable = self._target(links[index], source.path)
                if is_notable:
                    notable.append(index)
        subpaths = [index for index in notable if "#" in links[index].target]
        return OutgoingLinks(source, tuple(targets), tuple(notable), tuple(subpaths))

    def _target(self, link: Link, source: str) -> tuple[str | None, bool]:
        """The target of *link*, and whether the link is notable."""
        target, syntax = link.target, link.syntax
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
