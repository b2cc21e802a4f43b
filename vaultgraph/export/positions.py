"""Where the nodes of an exported graph are, and which community and colour they have.

Programs such as Gephi start from noise otherwise.  Notes are as in the layers of a small map; of
larger ones each community is a square, and the squares are packed.  Anything else, such as a
tag or a card, is next to the first note that it belongs to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, cos, pi, sin
from typing import TYPE_CHECKING, Any

from vaultgraph.concept_map import Selection
from vaultgraph.concept_map.packing import pack_rectangles
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.palette import COLOURS, OTHER
from vaultgraph.graph.resolve import fold

if TYPE_CHECKING:
    import networkx

__all__ = ["add_positions"]

Point = tuple[float, float]

_APART, _SQUARES_APART, _ASIDE = 60.0, 180.0, 24.0
_GOLDEN_ANGLE = pi * (3 - 5**0.5)
_PLACED = {"note", "canvas", "unresolved"}
_LAYERED = "layered"


def add_positions(
    network: "networkx.MultiDiGraph[str]", graph: VaultGraph, selection: Selection
) -> None:
    """Give each node of *network* `x`, `y`, `color` and, if it is in one, a `community` from 1.

    *network* is that of a *selection* of *graph*.
    """
    communities = {
        path: number for number, group in enumerate(graph.communities, 1) for path in group
    }
    placed = [node for node, data in network.nodes(data=True) if data["kind"] in _PLACED]
    points = _in_layers(graph, selection, placed) or _in_squares(placed, communities)
    points |= _next_to(points, network)
    for node, (x, y) in points.items():
        community = communities.get(node, 0)
        color = COLOURS[community - 1] if 0 < community <= len(COLOURS) else OTHER
        network.nodes[node].update(x=round(x, 1), y=round(y, 1), color=color)
        if community:
            network.nodes[node]["community"] = community


def _in_layers(graph: VaultGraph, selection: Selection, placed: Iterable[str]) -> dict[str, Point]:
    """Return the places of the notes on a map in layers; empty if it is an atlas."""
    from vaultgraph.concept_map.composing import compose
    from vaultgraph.concept_map.payload import payload
    from vaultgraph.concept_map.placement import choose_mode
    from vaultgraph.concept_map.strings import strings

    scene = compose(graph, selection._replace(show=["unresolved"]))
    if choose_mode(scene) != _LAYERED:
        return {}
    notes: Sequence[Mapping[str, Any]] = payload(scene, strings("en")).notes
    numbers = {note.path or "?" + fold(note.target): n for n, note in enumerate(scene.notes)}
    known = [node for node in placed if node in numbers]
    points = {node: (notes[numbers[node]]["x"], notes[numbers[node]]["y"]) for node in known}
    below = max((y for _, y in points.values()), default=0.0) + _SQUARES_APART
    rest = [node for node in placed if node not in numbers]
    return points | {node: (number * _APART, below) for number, node in enumerate(rest)}


def _in_squares(placed: Sequence[str], communities: Mapping[str, int]) -> dict[str, Point]:
    members: defaultdict[int, list[str]] = defaultdict(list)
    for node in placed:
        members[communities.get(node, 0)].append(node)
    groups = sorted(members.values(), key=len, reverse=True)
    sides = [ceil(len(group) ** 0.5) for group in groups]
    sizes = [(side * _APART, side * _APART) for side in sides]
    corners = pack_rectangles(sizes, 1.5, _SQUARES_APART)
    return {
        node: (left + number % side * _APART, top + number // side * _APART)
        for group, side, (left, top) in zip(groups, sides, corners, strict=True)
        for number, node in enumerate(group)
    }


def _next_to(
    points: Mapping[str, Point], network: "networkx.MultiDiGraph[str]"
) -> dict[str, Point]:
    """Return places for all other nodes, in a spiral around a neighbour that has one."""
    taken: Counter[str] = Counter()
    found: dict[str, Point] = {}
    for node in network:
        if node in points:
            continue
        neighbours = [*network.predecessors(node), *network.successors(node)]
        anchor = next((other for other in neighbours if other in points), "")
        taken[anchor] += 1
        angle, away = taken[anchor] * _GOLDEN_ANGLE, _ASIDE * (1 + taken[anchor]) ** 0.5
        x, y = points.get(anchor, (0.0, 0.0))
        found[node] = (x + away * cos(angle), y + away * sin(angle))
    return found
