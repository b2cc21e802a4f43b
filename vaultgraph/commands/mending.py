"""What `lint --fix` and `lint --diff` do."""

import sys
from collections.abc import Sequence

from vaultgraph.commands.output import write
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import fixing
from vaultgraph.model import Diagnostic
from vaultgraph.reports.counts import counted

__all__ = ["repair", "show_repairs"]


def show_repairs(
    graph: VaultGraph, diagnostics: Sequence[Diagnostic], output: str, *, unsafe: bool
) -> int:
    """Print what would be mended of *diagnostics* as a diff; return 1 if there is anything."""
    repairs = fixing.plan(graph, diagnostics, unsafe=unsafe)
    write(fixing.diff(repairs), output, graph.vault.root)
    return int(bool(repairs))


def repair(graph: VaultGraph, diagnostics: Sequence[Diagnostic], *, unsafe: bool) -> bool:
    """Mend what can be mended of *diagnostics*, say so, and return whether anything was."""
    repairs = fixing.plan(graph, diagnostics, unsafe=unsafe)
    refused = fixing.apply(graph, repairs)
    for path, reason in refused.items():
        print(f"{path} was left alone: {reason}", file=sys.stderr)
    done = [repair for repair in repairs if repair.path not in refused]
    if done:
        count = sum(repair.number for repair in done)
        mended, notes = counted(count, "finding"), counted(len(done), "note")
        print(f"mended {mended} in {notes}", file=sys.stderr)
    return bool(done)
