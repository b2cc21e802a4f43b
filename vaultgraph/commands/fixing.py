"""`lint --fix` and `lint --diff`."""

import sys
from collections.abc import Sequence

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.output import write
from vaultgraph.languages import Language
from vaultgraph.linting import fixing
from vaultgraph.messages import Message, say, say_count

__all__ = ["apply", "show_fixes"]


def show_fixes(request: LintRequest, output: str, language: Language, *, unsafe: bool) -> int:
    """Print the fixes for *request* as a diff; return 1 if there are any."""
    graph, linter = request.open()
    fixes = fixing.plan_fixes(graph, request.run_rules(graph, linter), unsafe=unsafe)
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
    graph, linter = request.open()
    fixes = fixing.plan_fixes(graph, request.run_rules(graph, linter), unsafe=unsafe)
    refused = fixing.apply_fixes(graph, fixes)
    for path, reason in refused.items():
        left = say("{path} was not fixed: {reason}", path=path, reason=reason)
        print(language.say(left), file=sys.stderr)
    done = [fix for fix in fixes if fix.path not in refused]
    message = say("fixed {findings}", findings=_count(done)) if done else say("fixed nothing")
    print(language.say(message), file=sys.stderr)
    return not refused


def _count(fixes: Sequence[fixing.FileFix]) -> Message:
    count = sum(fix.number for fix in fixes)
    return say(
        "{findings} in {notes}",
        findings=say_count("{count:,} finding", "{count:,} findings", count),
        notes=say_count("{count:,} note", "{count:,} notes", len(fixes)),
    )
