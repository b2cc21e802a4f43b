"""Directed graphs of paths: what the order of study asks of them, without networkx.

networkx has all of this, but to import it takes longer than to read most vaults.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import Any

__all__ = ["Directed"]

Pair = tuple[str, str]


class Directed:
    """A graph of *nodes* with weighted edges; those of *weights* are by their two ends."""

    def __init__(self, nodes: Iterable[str], weights: Mapping[Pair, int]) -> None:
        self.weights: dict[Pair, int] = dict(weights)
        self.after: dict[str, dict[str, None]] = {node: {} for node in nodes}
        self.before: dict[str, dict[str, None]] = {node: {} for node in self.after}
        for pair in weights:
            self.add(pair)

    def __iter__(self) -> Iterator[str]:
        return iter(self.after)

    def add(self, pair: Pair) -> None:
        """Add the edge *pair*, with its ends."""
        start, end = pair
        for node in pair:
            self.after.setdefault(node, {})
            self.before.setdefault(node, {})
        self.after[start][end] = self.before[end][start] = None

    def remove(self, pairs: Iterable[Pair]) -> None:
        """Take away the edges *pairs*."""
        for start, end in pairs:
            del self.after[start][end], self.before[end][start]

    @property
    def edges(self) -> Iterator[Pair]:
        """All edges, by their starts."""
        return ((start, end) for start, ends in self.after.items() for end in ends)

    def degree(self, node: str) -> int:
        """How many edges begin or end at *node*."""
        return len(self.after[node]) + len(self.before[node])

    def leads(self, start: str, end: str) -> bool:
        """Whether edges lead from *start* to *end*."""
        seen, waiting = {start}, [start]
        while waiting and end not in seen:
            new = self.after[waiting.pop()].keys() - seen
            seen |= new
            waiting += new
        return end in seen

    def knots(self) -> Iterator[list[str]]:
        """Yield the groups of nodes of which each leads to all others, from two nodes on.

        Tarjan 1972, https://doi.org/10.1137/0201010: a node from which no earlier one can be
        reached closes a group.
        """
        numbers: dict[str, int] = {}
        lowest: dict[str, int] = {}
        closed: set[str] = set()
        for root in self.after:
            if root in numbers:
                continue
            numbers[root] = lowest[root] = len(numbers)
            open_, way = [root], [(root, iter(self.after[root]))]
            while way:
                node, ahead = way[-1]
                for other in ahead:
                    if other not in numbers:
                        numbers[other] = lowest[other] = len(numbers)
                        open_.append(other)
                        way.append((other, iter(self.after[other])))
                        break
                    if other not in closed:
                        lowest[node] = min(lowest[node], numbers[other])
                else:
                    way.pop()
                    if way:
                        lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[node])
                    if lowest[node] == numbers[node]:
                        knot = [*_popped(open_, node)]
                        closed.update(knot)
                        if len(knot) > 1:
                            yield knot

    def sorted(self, key: Callable[[str], Any]) -> Iterator[str]:
        """Yield the nodes, each behind those that lead to it, else by *key*.

        Of a circle, and of what it leads to, there are none.
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
    """Yield what is taken from the end of *stack*, up to *last*."""
    while (node := stack.pop()) != last:
        yield node
    yield last
