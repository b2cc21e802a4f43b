"""What has changed between two readings of a vault, as far as rules can ask."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Note

__all__ = ["Changes", "changes_between"]


class Changes(NamedTuple):
    """The paths of the notes and canvases that were changed, and the facts that are others now."""

    paths: frozenset[str]
    facts: frozenset[str]

    def concern(self, asked: Collection[str]) -> bool:
        """Whether they touch one of the facts *asked*; those who name none ask of everything."""
        return not asked or not self.facts.isdisjoint(asked)

    def touched(self, graph: VaultGraph) -> Iterator[Note]:
        """Yield the sources of *graph* that were changed, or that link such."""
        for path, links in graph.outgoing.items():
            if path in self.paths or not self.paths.isdisjoint(links.targets):
                yield links.source


def changes_between(earlier: VaultGraph, later: VaultGraph) -> Changes | None:
    """The changes from *earlier* to *later*, which was updated from it.

    None if names changed, so that every link may lead elsewhere.
    """
    if later.resolver is not earlier.resolver:
        return None
    before = earlier.outgoing
    changed = {path for path, links in later.outgoing.items() if links is not before[path]}
    facts = {fact for path in changed for fact in _facts(earlier, later, path)}
    if earlier.vault.mentions_in_bases != later.vault.mentions_in_bases:
        facts.add("links")
    return Changes(frozenset(changed), frozenset(facts))


def _facts(earlier: VaultGraph, later: VaultGraph, path: str) -> Iterator[str]:
    """Yield the facts that the file at *path* changed."""
    old, new = earlier.outgoing[path], later.outgoing[path]
    was, now = old.source.record, new.source.record
    # The line that a card stands in is named as well, and it may be another where no offset is.
    if (was.cards, was.card_faults) != (now.cards, now.card_faults) or (
        now.cards and was.checksum != now.checksum
    ):
        yield "cards"
    if was.tags != now.tags:
        yield "tags"
    if was.properties or now.properties:  # even the same ones may stand on other lines
        yield "properties"
    if (old.targets, was.links, was.relations, was.mentions) != (
        new.targets, now.links, now.relations, now.mentions,
    ):  # fmt: skip
        yield "links"
