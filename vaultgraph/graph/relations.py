"""Find relations: the links with a label."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter, itemgetter
from typing import NamedTuple

from vaultgraph.graph.outgoing import Edge, OutgoingLinks
from vaultgraph.graph.relation_types import RelationTypes, normalize_label
from vaultgraph.model import ParsedNote

__all__ = ["Relation", "find_relations", "section_and_part"]


class Relation(NamedTuple):
    """The link of `links` with the index `link_index`, which has a label.

    `kind` is the label as written; `direction` is 1, -1 or 0, see `relation_types`. `source` is the
    path of the note with the link, `target` that of the note it leads to, None if unresolved.
    """

    kind: str
    direction: int
    source: str
    target: str | None
    links: OutgoingLinks
    link_index: int

    @property
    def edge(self) -> Edge:
        """The link."""
        return self.links.edge(self.link_index)


def section_and_part(parsed: ParsedNote, index: int) -> tuple[int, str]:
    """Return the number of headings above the link with this *index*, and its subpath."""
    link = parsed.links[index]
    section = bisect_right(parsed.headings, link.start, key=attrgetter("start"))
    return section, "".join(link.target.partition("#")[1:])


def find_relations(sources: Iterable[OutgoingLinks], kinds: RelationTypes) -> list[Relation]:
    """Return the relations of *sources*, in order; drawings have none.

    A label that is neither known to *kinds* nor proved by its syntax counts if two notes use it:
    otherwise it may be any text before a link.
    """
    labelled = [
        (label, is_sure, place, links)
        for links in sources
        if links.source.summary.relations and not links.source.is_drawing
        for label, place, is_sure in links.source.summary.relations
    ]
    labels = {label: label for label in map(itemgetter(0), labelled)}
    directions = {label: kinds.direction(label) for label in labels}
    unproved = {label for label in labels if not kinds.is_known(label)}
    if unproved:
        unproved -= _used_in_two_notes(row for row in labelled if row[0] in unproved)
    return [
        Relation(
            labels[label], directions[label], links.source.path, links.targets[place], links, place
        )
        for label, is_sure, place, links in labelled
        if is_sure or label not in unproved
    ]


def _used_in_two_notes(labelled: Iterable[tuple[str, bool, int, OutgoingLinks]]) -> set[str]:
    """The labels that two notes use, in any spelling."""
    paths_by_label: defaultdict[str, set[str]] = defaultdict(set)
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for label, _, _, links in labelled:
        paths_by_label[normalize_label(label)].add(links.source.path)
        spellings[normalize_label(label)].add(label)
    used_twice = (spellings[name] for name, paths in paths_by_label.items() if len(paths) > 1)
    return set[str]().union(*used_twice)
