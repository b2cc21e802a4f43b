"""`lint --baseline` and `lint --write-baseline`: known findings are not reported."""

import os
import sys

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.output import write
from vaultgraph.commands.selected_paths import paths_from_args
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.linting import Linter
from vaultgraph.linting.baseline import Baseline, Comparison, read_baseline
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic
from vaultgraph.printing import JSON
from vaultgraph.reports.changes import resolved

__all__ = ["filter_new", "write_baseline"]


def filter_new(
    request: LintRequest, graph: VaultGraph, linter: Linter, diagnostics: list[Diagnostic]
) -> tuple[list[Diagnostic], Message]:
    """Return the *diagnostics* that are not in the baseline of *request*, and a summary.

    Raises UsageError if the baseline file does not exist.
    """
    if not os.path.exists(request.baseline):
        hint = say("create it with --write-baseline {file}", file=request.baseline)
        raise UsageError(say("no baseline file at {file}", file=request.baseline), hint=hint)
    rules = {rule.name for rule in linter.rules}
    known = read_baseline(request.baseline).restrict_to(rules, paths_from_args(graph, request.only))
    comparison = known.compare(diagnostics)
    return comparison.new, _summary(request.baseline, comparison)


def write_baseline(request: LintRequest, file: str, language: Language) -> int:
    """Write a baseline with all findings of *request* to *file*; return 0.

    Raises UsageError if only part of the vault or some of the rules are checked.
    """
    if request.select or request.ignore or request.only:
        hint = say("leave out --select, --ignore and --only")
        raise UsageError(say("a baseline covers the whole vault and all rules"), hint=hint)
    graph, _, diagnostics = request.lint()
    text = Baseline.from_diagnostics(diagnostics).render()
    write(text, file, graph.vault.root, option="--write-baseline", form=JSON)
    written = say_count(
        "{file}: wrote a baseline of {count:,} finding",
        "{file}: wrote a baseline of {count:,} findings",
        len(diagnostics),
        file=file,
    )
    print(language.say(written), file=sys.stderr)
    return 0


def _summary(file: str, comparison: Comparison) -> Message:
    known = say_count("{count:,} known", "{count:,} known", comparison.known)
    counts = [known]
    if gone := comparison.resolved.total():
        counts.append(say_count("{count:,} resolved", "{count:,} resolved", gone))
    first = say("{file}: {counts}", file=file, counts=join(", ", counts))
    return join("\n", [first, *resolved(comparison)])
