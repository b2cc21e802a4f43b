"""Group faults by rule and folder: one line for hundreds of similar ones, rare ones first."""

from collections import defaultdict
from collections.abc import Sequence

from vaultgraph.auditing.result import FaultGroup
from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic

__all__ = ["group_faults"]

_MAX_LINES, _DEEPEST = 4, 8


def group_faults(graph: VaultGraph, faults: Sequence[Diagnostic]) -> tuple[FaultGroup, ...]:
    """Group *faults* by rule and folder; the rules with the fewest faults come first.

    If the folders of a rule would take more than a few lines, their parent folders are used.
    """
    by_rule: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for fault in faults:
        by_rule[fault.rule].append(fault)
    # The sort is stable: rules with equally many faults stay in order of their first fault.
    ordered = sorted(by_rule.items(), key=lambda kind: len(kind[1]))
    return tuple(
        group for rule, same_rule in ordered for group in _by_folder(graph, rule, same_rule)
    )


def _by_folder(graph: VaultGraph, rule: str, faults: Sequence[Diagnostic]) -> list[FaultGroup]:
    """Group the *faults* of one *rule* by the deepest folders that need only a few lines."""
    levels = [_folder(graph, fault).split("/") for fault in faults]
    groups: list[FaultGroup] = []
    for depth in range(min(_DEEPEST, max(map(len, levels))), -1, -1):
        found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for names, fault in zip(levels, faults, strict=True):
            found["/".join(names[:depth])].append(fault)
        groups = [FaultGroup(rule, folder, tuple(some)) for folder, some in sorted(found.items())]
        if sum(1 if group.is_large else len(group.faults) for group in groups) <= _MAX_LINES:
            break
    return groups


def _folder(graph: VaultGraph, fault: Diagnostic) -> str:
    """The folder in the link to a missing image, otherwise that of the note or file."""
    path = fault.location.path
    if fault.rule == "broken-image" and path in graph.outgoing:
        links = (edge.link for edge in graph.outgoing[path].notable)
        image = next((link.path for link in links if link.start == fault.span.start), "")
        if "/" in image:
            return image.rpartition("/")[0]
    return path.rpartition("/")[0]
