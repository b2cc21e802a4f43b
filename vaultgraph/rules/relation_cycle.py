"""The rule `relation-cycle`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from vaultgraph.graph import Relation, VaultGraph
from vaultgraph.graph.relation_types import RelationTypes
from vaultgraph.messages import join, plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_MAX_CYCLES = 50
_LONGEST_CYCLE = 8


@rule(
    Severity.INFO,
    plural("{count:,} cycle of relations", "{count:,} cycles of relations"),
    on="vault",
)
def relation_cycle(graph: VaultGraph) -> Iterator[Finding]:
    """Relations form a cycle.

    A study order has no start there: one of the relations has to be left out of it.

    When it is wrong to worry: two notes that are related to each other, and both say so, are not a
    cycle, nor is a relation that is stated from both ends, nor one without a direction.
    A series that comes back to a note that states no relation itself starts there.

    Bad::

        -- Heat.md --
        Next: [[Work]]
        -- Work.md --
        Next: [[Heat]]

    Good::

        -- Heat.md --
        Next: [[Work]]
        -- Work.md --
        Previous: [[Heat]]

    Fine::

        -- Heat.md --
        Related: [[Work]]
        Source: [[Carnot]]
        -- Work.md --
        Related: [[Heat]]
        -- Carnot.md --
        Source: [[Heat]]

    Fine::

        -- Physics.md --
        All lectures.
        -- Lecture 1.md --
        Previous: [[Physics]]
        Next: [[Lecture 2]]
        -- Lecture 2.md --
        Next: [[Physics]]
    """
    stated: dict[tuple[str, str], Relation] = {}
    stating: set[str] = set()
    for relation in _directed(graph):
        source, target = relation.source, relation.target
        if target is not None and target != source and graph.vault.is_note(target):
            ends = (source, target) if relation.direction > 0 else (target, source)
            stated.setdefault(ends, relation)
            stating.add(source)
    successors = defaultdict(list)
    for before, after in stated:
        if before in stating and after in stating:
            successors[before].append(after)
    for cycle in islice(_find_cycles(successors), _MAX_CYCLES):
        names = _names([*cycle, cycle[0]])
        message = say("relations form a cycle: {notes}", notes=join(" → ", names))
        hint = say("remove or reverse one of these relations")
        place = stated[cycle[0], cycle[1]].edge.span
        yield Finding(place, message, hint, say("{count:,} cycles of relations"))


def _names(path: Sequence[str]) -> list[str]:
    """The names of the notes on a *path*; of a long one the first and the last."""
    if len(path) > _LONGEST_CYCLE:
        more = say("{count:,} more", count=len(path) - 5)
        return [*_names(path[:3]), more, *_names(path[-2:])]
    return [note.removesuffix(".md").rpartition("/")[2] for note in path]


def _directed(graph: VaultGraph) -> Sequence[Relation]:
    """The relations with a direction, but for those that two notes state of each other."""
    kinds, stated = RelationTypes(graph.settings), graph.relations
    mutual_kinds = set(filter(kinds.is_mutual, {relation.kind for relation in stated}))
    mutual = {(each.source, each.target) for each in stated if each.kind in mutual_kinds}
    return [
        each
        for each in stated
        if each.direction
        if each.kind not in mutual_kinds or (each.target, each.source) not in mutual
    ]


def _find_cycles(successors: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield one cycle per back edge of a depth-first search along *successors*."""
    done: set[str] = set()
    for start in sorted(successors):
        path, ahead = [start], [iter(sorted(successors[start]))]
        at = {start: 0}
        while path:
            following = next(ahead[-1], None) if path[-1] not in done else None
            if following is None:
                done.add(path[-1])
                del at[path.pop()]
                ahead.pop()
            elif following in at:
                yield _from_first(path[at[following] :])
            elif following not in done:
                at[following] = len(path)
                path.append(following)
                ahead.append(iter(sorted(successors.get(following, ()))))


def _from_first(cycle: list[str]) -> list[str]:
    """The *cycle* from the note that comes first by path."""
    start = cycle.index(min(cycle))
    return [*cycle[start:], *cycle[:start]]
