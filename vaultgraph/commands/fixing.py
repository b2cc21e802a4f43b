"""What `lint --fix` and `lint --diff` do."""

import sys
from collections.abc import Sequence

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.output import write
from vaultgraph.linting import fixing
from vaultgraph.reports.counts import counted

__all__ = ["apply", "show_fixes"]


def show_fixes(view: LintRequest, output: str, *, unsafe: bool) -> int:
    """Print what would be mended of *view* as a diff; return 1 if there is anything."""
    graph, linter = view.open()
    repairs = fixing.plan_fixes(graph, view.run_rules(graph, linter), unsafe=unsafe)
    text = fixing.diff(repairs)
    # In a file byte for byte, for `patch`.
    content = [text.encode("utf-8", "surrogateescape")] if output else text
    write(content, output, graph.vault.root)
    print(f"would mend {_number(repairs)}", file=sys.stderr)
    return int(bool(repairs))


def apply(view: LintRequest, *, unsafe: bool) -> bool:
    """Mend what can be mended of *view*, say so, and return whether nothing was refused."""
    graph, linter = view.open()
    repairs = fixing.plan_fixes(graph, view.run_rules(graph, linter), unsafe=unsafe)
    refused = fixing.apply_fixes(graph, repairs)
    for path, reason in refused.items():
        print(f"{path} was left alone: {reason}", file=sys.stderr)
    done = [repair for repair in repairs if repair.path not in refused]
    print(f"mended {_number(done)}", file=sys.stderr)
    return not refused


def _number(repairs: Sequence[fixing.FileFix]) -> str:
    if not repairs:
        return "nothing"
    count = sum(repair.number for repair in repairs)
    return f"{counted(count, 'finding')} in {counted(len(repairs), 'note')}"
