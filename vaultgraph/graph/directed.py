"""A directed graph with the few algorithms that the study order needs.

networkx has all of them, but importing it takes longer than reading most vaults.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import Any

__all__ = ["Directed"]

Pair = tuple[str, str]


class Directed:
    """A directed graph of *nodes*; *weights* maps each edge (start, end) to its weight."""

    def __init__(self, nodes: Iterable[str], weights: Mapping[Pair, int]) -> None:
        self.weights: dict[Pair, int] = dict(weights)
        # Dicts instead of sets: the order of a set of texts differs from run to run.
        self.after: dict[str, dict[str, None]] = {node: {} for node in nodes}
        self.before: dict[str, dict[str, None]] = {node: {} for node in self.after}
        for pair in weights:
            self.add(pair)

    def __iter__(self) -> Iterator[str]:
        return iter(self.after)

    def add(self, pair: Pair) -> None:
        """Add the edge *pair* and its nodes."""
        start, end = pair
        for node in pair:
            self.after.setdefault(node, {})
            self.before.setdefault(node, {})
        self.after[start][end] = self.before[end][start] = None

    def remove(self, pairs: Iterable[Pair]) -> None:
        """Remove the edges *pairs*."""
        for start, end in pairs:
            del self.after[start][end], self.before[end][start]

    @property
    def edges(self) -> Iterator[Pair]:
        """All edges, grouped by their start."""
        return ((start, end) for start, ends in self.after.items() for end in ends)

    def degree(self, node: str) -> int:
        """Return the number of edges that start or end at *node*."""
        return len(self.after[node]) + len(self.before[node])

    def leads(self, start: str, end: str) -> bool:
        """Whether there is a directed path from *start* to *end*."""
        seen, waiting = {start}, [start]
        while waiting and end not in seen:
            new = self.after[waiting.pop()].keys() - seen
            seen |= new
            waiting += new
        return end in seen

    def cyclic_components(self) -> Iterator[list[str]]:
        """Yield the strongly connected components with at least two nodes.

        Tarjan 1972, https://doi.org/10.1137/0201010: a node from which no earlier one can be
        reached closes a component. Iterative, because a chain of notes may be longer than Python's
        recursion limit.
        """
        numbers: dict[str, int] = {}
        lowest: dict[str, int] = {}
        closed: set[str] = set()
        for root in self.after:
            if root in numbers:
                continue
            numbers[root] = lowest[root] = len(numbers)
            open_, stack = [root], [(root, iter(self.after[root]))]
            while stack:
                node, ahead = stack[-1]
                for other in ahead:
                    if other not in numbers:
                        numbers[other] = lowest[other] = len(numbers)
                        open_.append(other)
                        stack.append((other, iter(self.after[other])))
                        break
                    if other not in closed:
                        lowest[node] = min(lowest[node], numbers[other])
                else:
                    stack.pop()
                    if stack:
                        lowest[stack[-1][0]] = min(lowest[stack[-1][0]], lowest[node])
                    if lowest[node] == numbers[node]:
                        component = [*_popped(open_, node)]
                        closed.update(component)
                        if len(component) > 1:
                            yield component

    def sorted(self, key: Callable[[str], Any]) -> Iterator[str]:
        """Yield the nodes in topological order; where that leaves a choice, by *key*.

        Nodes of a cycle, and those that can be reached from one, are left out.
        """
        missing = {node: len(before) for node, before in self.before.items()}
        ready = [(key(node), node) for node, count in missing.items() if not count]
        heapify(ready)
        while ready:
            node = heappop(ready)[1]
            yield node
            for other in self.after[node]:
                missing[other] -= 1
                if not missing[other]:
                    heappush(ready, (key(other), other))


def _popped(stack: list[str], last: str) -> Iterator[str]:
    """Pop and yield items of *stack*, up to and including *last*."""
    while (node := stack.pop()) != last:
        yield node
    yield last
