"""What `lint --baseline` and `lint --write-baseline` do: known debts are set aside."""

import os
import sys

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.output import write
from vaultgraph.commands.selected_paths import paths_from_args
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import Linter
from vaultgraph.linting.baseline import Baseline, Comparison, read_baseline
from vaultgraph.model import Diagnostic
from vaultgraph.printing import JSON
from vaultgraph.reports.changes import resolved
from vaultgraph.reports.counts import counted

__all__ = ["filter_new", "write_baseline"]


def filter_new(
    view: LintRequest, graph: VaultGraph, linter: Linter, diagnostics: list[Diagnostic]
) -> tuple[list[Diagnostic], str]:
    """Those of *diagnostics* that the baseline of *view* does not know; and what is to be said.

    Raises UsageError if there is no such file.
    """
    if not os.path.exists(view.baseline):
        hint = f"accept today's findings with --write-baseline {view.baseline}"
        raise UsageError(f"there is no baseline {view.baseline}", hint=hint)
    rules = {rule.name for rule in linter.rules}
    known = read_baseline(view.baseline).restrict_to(rules, paths_from_args(graph, view.only))
    comparison = known.compare(diagnostics)
    return comparison.new, _summary(view.baseline, comparison)


def write_baseline(view: LintRequest, file: str) -> int:
    """Write a baseline that knows all findings of *view* to *file*, and return 0.

    Raises UsageError if only a part of the vault or of the rules is looked at.
    """
    if view.select or view.ignore or view.only:
        hint = "leave out --select, --ignore and --only"
        raise UsageError("a baseline knows the whole vault and all rules", hint=hint)
    graph, _, diagnostics = view.lint()
    text = Baseline.from_diagnostics(diagnostics).render()
    write(text, file, graph.vault.root, option="--write-baseline", form=JSON)
    accepted = counted(len(diagnostics), "finding")
    print(f"{file}: a new baseline, {accepted} accepted", file=sys.stderr)
    return 0


def _summary(file: str, comparison: Comparison) -> str:
    number = f", {comparison.resolved.total():,} resolved" if comparison.resolved else ""
    return "\n".join([f"{file}: {comparison.known:,} known{number}", *resolved(comparison)])
