"""What `lint --baseline` does: known debts are set aside."""

import os
from collections.abc import Sequence

from vaultgraph.commands.output import write
from vaultgraph.commands.places import places
from vaultgraph.commands.view import View
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import Linter
from vaultgraph.linting.baseline import Baseline, Comparison, read_baseline
from vaultgraph.model import Diagnostic
from vaultgraph.reports.changes import resolved
from vaultgraph.reports.counts import counted

__all__ = ["new"]


def new(
    view: View, graph: VaultGraph, linter: Linter, diagnostics: list[Diagnostic]
) -> tuple[list[Diagnostic], str]:
    """Those of *diagnostics* that the baseline of *view* does not know; and what is to be said.

    Where there is no such file, it is written and knows them all.  Raises UsageError if that would
    go unseen, or if only a part of the vault or of the rules is looked at.
    """
    if not os.path.exists(view.baseline):
        return [], _accept(view, diagnostics)
    rules = {rule.name for rule in linter.rules}
    known = read_baseline(view.baseline).of(rules, places(graph, view.only))
    comparison = known.compare(diagnostics)
    return comparison.new, _summary(view.baseline, comparison)


def _accept(view: View, diagnostics: Sequence[Diagnostic]) -> str:
    missing = f"there is no baseline {view.baseline}"
    if os.environ.get("CI"):
        raise UsageError(missing, hint="write it on your machine, and keep it with the notes")
    if view.select or view.ignore or view.only:
        hint = "to write one, leave out --select, --ignore and --only"
        raise UsageError(missing, hint=hint)
    text = Baseline.accepting(diagnostics).render()
    write(text, view.baseline, view.root, option="--baseline")
    accepted = counted(len(diagnostics), "finding")
    return f"{view.baseline}: a new baseline, {accepted} accepted"


def _summary(file: str, comparison: Comparison) -> str:
    number = f", {len(comparison.resolved):,} resolved" if comparison.resolved else ""
    return "\n".join([f"{file}: {comparison.known:,} known{number}", *resolved(comparison)])
