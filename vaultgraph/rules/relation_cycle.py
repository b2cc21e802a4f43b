"""The rule `relation-cycle`."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule

_MOST_CYCLES = 50


@rule(Severity.INFO)
def relation_cycle(graph: VaultGraph) -> Iterator[Finding]:
    """Relations lead in a circle.

    The order of study has no beginning there: one of the relations has to be left out of it.

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
    """
    places: dict[tuple[str, str], Place] = {}
    for relation in graph.relations:
        edge = relation.edge
        if relation.direction and edge.target in graph.vault.notes and edge.target != edge.source:
            ends = (edge.source, edge.target)
            places.setdefault(ends if relation.direction > 0 else ends[::-1], edge.place)
    for cycle in _cycles(set(places)):
        names = " → ".join(path.removesuffix(".md").rpartition("/")[2] for path in cycle)
        crowd = "{count} circles of relations"
        hint = "leave one of these relations out, or turn it around"
        yield Finding(places[cycle[0], cycle[1]], f"a circle: {names}", hint, crowd)


def _cycles(edges: set[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield circles of *edges* until none is left, opening each at its first edge."""
    for _ in range(_MOST_CYCLES):
        sorter: TopologicalSorter[str] = TopologicalSorter()
        for before, after in sorted(edges):
            sorter.add(after, before)
        try:
            sorter.prepare()
        except CycleError as error:
            cycle = _from_first(error.args[1])
            yield cycle
            edges = edges - {(cycle[0], cycle[1])}
        else:
            return


def _from_first(cycle: list[str]) -> list[str]:
    """The *cycle*, whose last note is its first, from the note that comes first by path."""
    notes = cycle[:-1]
    start = notes.index(min(notes))
    return [*notes[start:], *notes[:start], notes[start]]
