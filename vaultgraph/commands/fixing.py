"""`lint --fix` and `lint --diff`."""

import sys
from collections.abc import Sequence

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.output import write
from vaultgraph.languages import Language
from vaultgraph.linting import fixing
from vaultgraph.messages import Message, say, say_count

__all__ = ["apply", "show_fixes"]


def show_fixes(view: LintRequest, output: str, language: Language, *, unsafe: bool) -> int:
    """Print the fixes for *view* as a diff; return 1 if there are any."""
    graph, linter = view.open()
    repairs = fixing.plan_fixes(graph, view.run_rules(graph, linter), unsafe=unsafe)
    text = fixing.diff(repairs)
    # As bytes when written to a file, so that `patch` can apply it to any note.
    content = [text.encode("utf-8", "surrogateescape")] if output else text
    write(content, output, graph.vault.root)
    if repairs:
        message = say("would fix {findings}", findings=_count(repairs))
    else:
        message = say("nothing to fix")
    print(language.say(message), file=sys.stderr)
    return int(bool(repairs))


def apply(view: LintRequest, language: Language, *, unsafe: bool) -> bool:
    """Apply the fixes for *view* and report them; return whether every note could be written."""
    graph, linter = view.open()
    repairs = fixing.plan_fixes(graph, view.run_rules(graph, linter), unsafe=unsafe)
    refused = fixing.apply_fixes(graph, repairs)
    for path, reason in refused.items():
        left = say("{path} was not fixed: {reason}", path=path, reason=reason)
        print(language.say(left), file=sys.stderr)
    done = [repair for repair in repairs if repair.path not in refused]
    message = say("fixed {findings}", findings=_count(done)) if done else say("fixed nothing")
    print(language.say(message), file=sys.stderr)
    return not refused


def _count(repairs: Sequence[fixing.FileFix]) -> Message:
    count = sum(repair.number for repair in repairs)
    return say(
        "{findings} in {notes}",
        findings=say_count("{count:,} finding", "{count:,} findings", count),
        notes=say_count("{count:,} note", "{count:,} notes", len(repairs)),
    )
