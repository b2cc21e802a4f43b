"""Faults by kind and folder: one line for hundreds that are alike, and the rare ones first."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from vaultgraph.auditing.result import FaultGroup
from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic

__all__ = ["grouped"]


def grouped(graph: VaultGraph, faults: Sequence[Diagnostic]) -> tuple[FaultGroup, ...]:
    """The *faults* by rule and folder; the rules with the fewest faults come first.

    Of rules with equally many, that of the first fault does.
    """
    groups: defaultdict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for fault in faults:
        groups[fault.rule, _folder(graph, fault)].append(fault)
    kinds = Counter(fault.rule for fault in faults)
    first = {rule: number for number, rule in enumerate(kinds)}
    return tuple(
        FaultGroup(rule, folder, tuple(found))
        for (rule, folder), found in sorted(
            groups.items(), key=lambda item: (kinds[item[0][0]], first[item[0][0]], item[0][1])
        )
    )


def _folder(graph: VaultGraph, fault: Diagnostic) -> str:
    """The folder that a missing image is said to be in, or that of the note or file."""
    path = fault.location.path
    if fault.rule == "broken-image" and path in graph.outgoing:
        links = (edge.link for edge in graph.outgoing[path].odd)
        image = next((link.path for link in links if link.start == fault.place.start), "")
        if "/" in image:
            return image.rpartition("/")[0]
    return path.rpartition("/")[0]
