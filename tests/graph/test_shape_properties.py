"""What is said of the shape of any graph is what networkx says of it."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.graph import structure as shape
from vaultgraph.graph.directed import Directed

pytestmark = pytest.mark.slow

NAMES = [f"{name}.md" for name in "abcdefghij"]
LINKS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=16)


@given(links=LINKS)
def test_components_and_what_notes_cut_off(links):
    graph = networkx.Graph((a, b) for a, b in links if a != b)
    graph.add_nodes_from(NAMES)
    joined = {path: tuple(graph[path]) for path in graph}
    sizes = map(len, networkx.connected_components(graph))
    assert shape.find_components(joined) == tuple(sorted(sizes, reverse=True))
    cut_off = {}
    for path in graph:
        rest = graph.subgraph(networkx.node_connected_component(graph, path) - {path})
        parts = [len(part) for part in networkx.connected_components(rest)]
        if sum(parts) - max(parts, default=0) >= 2:
            cut_off[path] = sum(parts) - max(parts)
    assert dict(shape.find_cut_notes(joined)) == cut_off


@given(links=LINKS)
def test_cyclic_components_reachability_and_order(links):
    weights = {(a, b): 1 for a, b in links if a != b}
    graph = networkx.DiGraph(weights.keys())
    graph.add_nodes_from(NAMES)
    ours = Directed(NAMES, weights)
    cyclic_components = {
        frozenset(knot) for knot in networkx.strongly_connected_components(graph) if len(knot) > 1
    }
    assert {frozenset(knot) for knot in ours.cyclic_components()} == cyclic_components
    assert all(ours.leads(a, b) == networkx.has_path(graph, a, b) for a in NAMES for b in NAMES)
    acyclic = [(a, b) for a, b in weights if a < b]
    order = networkx.DiGraph(acyclic)
    order.add_nodes_from(NAMES)
    expected = list(networkx.lexicographical_topological_sort(order, key=lambda path: path[::-1]))
    assert (
        list(Directed(NAMES, dict.fromkeys(acyclic, 1)).sorted(lambda path: path[::-1])) == expected
    )
