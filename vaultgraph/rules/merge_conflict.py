"""The rule `merge-conflict`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_MARK_LENGTH = 7
_GROUP = say("{count:,} merges were not completed")


@rule(
    Severity.ERROR,
    plural("{count:,} unfinished merge", "{count:,} unfinished merges"),
    on="vault",
)
def merge_conflict(graph: VaultGraph) -> Iterator[Finding]:
    """A merge by git was not completed: the text has both versions and the marks between them.

    Obsidian shows the marks as text, and does not open a canvas or base with them at all.

    Bad::

        -- Heat.md --
        <<<<<<< HEAD
        Energy on its way.
        =======
        Energy on its way from a warm body to a cold one.
        >>>>>>> origin/main

    Good::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.

    When it is wrong to worry: marks in code are an example, and a line of `=` underlines a heading.
    Only all three marks together, in this order and at the start of their lines, are reported.

    Fine::

        -- Heat.md --
        Energy on its way
        =======
        How git shows a conflict:
        ```
        <<<<<<< HEAD
        Energy on its way.
        =======
        Energy on its way from a warm body to a cold one.
        >>>>>>> origin/main
        ```
    """
    hint = say("keep what is right of the two versions, without the lines of marks")
    for source in graph.sources_with_problems:
        for problem in source.problems:
            if problem.kind == "merge":
                span = Span(source.path, problem.start, problem.start + _MARK_LENGTH)
                yield Finding(span, problem.message, hint, _GROUP)
    for path, base in graph.vault.contents.bases.items():
        for conflict in base.merge_conflicts:
            span = Span(path, conflict.start, conflict.start + _MARK_LENGTH)
            yield Finding(span, conflict.message, hint, _GROUP)
