"""`lint --fix` and `lint --diff`."""

import sys
from collections.abc import Sequence

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.output import write
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.linting import fixing
from vaultgraph.messages import Message, say, say_count
from vaultgraph.model import Diagnostic

__all__ = ["apply", "show_fixes"]


def show_fixes(request: LintRequest, output: str, language: Language, *, unsafe: bool) -> int:
    """Print the fixes for *request* as a diff; return 1 if there are any."""
    graph, diagnostics = _findings(request)
    fixes = fixing.plan_fixes(graph, diagnostics, unsafe=unsafe)
    text = fixing.diff(fixes)
    # As bytes when written to a file, so that `patch` can apply it to any note.
    content = [text.encode("utf-8", "surrogateescape")] if output else text
    write(content, output, graph.vault.root)
    if fixes:
        message = say("would fix {findings}", findings=_count(fixes))
    else:
        message = say("nothing to fix")
    print(language.say(message), file=sys.stderr)
    return int(bool(fixes))


def apply(request: LintRequest, language: Language, *, unsafe: bool) -> bool:
    """Apply the fixes for *request* and report them; return whether every note could be written."""
    graph, diagnostics = _findings(request)
    fixes = fixing.plan_fixes(graph, diagnostics, unsafe=unsafe)
    refused = fixing.apply_fixes(graph, fixes)
    for path, reason in refused.items():
        left = say("{path} was not fixed: {reason}", path=path, reason=reason)
        print(language.say(left), file=sys.stderr)
    done = [fix for fix in fixes if fix.path not in refused]
    message = say("fixed {findings}", findings=_count(done)) if done else say("fixed nothing")
    print(language.say(message), file=sys.stderr)
    return not refused


def _findings(request: LintRequest) -> tuple[VaultGraph, list[Diagnostic]]:
    """Return the findings of *request* that may be fixed, and the graph that they are in."""
    since = request.find_since()
    graph, linter = request.open()
    diagnostics = request.run_rules(graph, linter)
    if not since:
        return graph, diagnostics
    from vaultgraph.commands import revisions

    compared = revisions.compare_with_disk(since, graph, linter, diagnostics)
    return graph, request.within(graph, compared.findings.new)


def _count(fixes: Sequence[fixing.FileFix]) -> Message:
    count = sum(fix.number for fix in fixes)
    return say(
        "{findings} in {notes}",
        findings=say_count("{count:,} finding", "{count:,} findings", count),
        notes=say_count("{count:,} note", "{count:,} notes", len(fixes)),
    )
