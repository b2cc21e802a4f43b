"""The rule `relation-cycle`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from vaultgraph.graph import Relation, VaultGraph
from vaultgraph.graph.relation_types import RelationTypes
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_MOST_CYCLES = 50
_LONGEST_CYCLE = 8


@rule(Severity.INFO, on="vault")
def relation_cycle(graph: VaultGraph) -> Iterator[Finding]:
    """Relations lead in a circle.

    The order of study has no beginning there: one of the relations has to be left out of it.

    When it is wrong to worry: two notes that are related to each other, and both say so, make no
    circle, nor does a relation that is stated from both ends, nor one without a direction.
    A series that comes back to a note that states no relation itself has its beginning there.

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
    for relation in _leading(graph):
        source, target = relation.source, relation.target
        if target is not None and target != source and graph.vault.is_note(target):
            ends = (source, target) if relation.direction > 0 else (target, source)
            stated.setdefault(ends, relation)
            stating.add(source)
    leads = defaultdict(list)
    for before, after in stated:
        if before in stating and after in stating:
            leads[before].append(after)
    for cycle in islice(_cycles(leads), _MOST_CYCLES):
        names = _names([*cycle, cycle[0]])
        group_message = "{count} circles of relations"
        hint = "leave one of these relations out, or turn it around"
        place = stated[cycle[0], cycle[1]].edge.place
        yield Finding(place, f"a circle: {' → '.join(names)}", hint, group_message)


def _names(way: Sequence[str]) -> list[str]:
    """What the notes on a *way* are called; of a long one the first and the last."""
    if len(way) > _LONGEST_CYCLE:
        return [*_names(way[:3]), f"{len(way) - 5} more", *_names(way[-2:])]
    return [path.removesuffix(".md").rpartition("/")[2] for path in way]


def _leading(graph: VaultGraph) -> Sequence[Relation]:
    """The relations that lead somewhere: not those that two notes state of each other."""
    kinds, stated = RelationTypes(graph.settings), graph.relations
    mutual_kinds = set(filter(kinds.is_mutual, {relation.kind for relation in stated}))
    mutual = {(each.source, each.target) for each in stated if each.kind in mutual_kinds}
    return [
        each
        for each in stated
        if each.direction
        if each.kind not in mutual_kinds or (each.target, each.source) not in mutual
    ]


def _cycles(leads: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield a circle for each edge that leads back to where a walk along *leads* came from."""
    done: set[str] = set()
    for start in sorted(leads):
        way, ahead = [start], [iter(sorted(leads[start]))]
        at = {start: 0}
        while way:
            following = next(ahead[-1], None) if way[-1] not in done else None
            if following is None:
                done.add(way[-1])
                del at[way.pop()]
                ahead.pop()
            elif following in at:
                yield _from_first(way[at[following] :])
            elif following not in done:
                at[following] = len(way)
                way.append(following)
                ahead.append(iter(sorted(leads.get(following, ()))))


def _from_first(cycle: list[str]) -> list[str]:
    """The *cycle* from the note that comes first by path."""
    start = cycle.index(min(cycle))
    return [*cycle[start:], *cycle[:start]]
