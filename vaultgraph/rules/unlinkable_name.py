"""The rule `unlinkable-name`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_MARKS = ("#", "|", "[[", "]]")
_MARK = lazy_re("|".join(map(re.escape, _MARKS)))


@rule(Severity.WARNING, on="vault", skips_templates=True)
def unlinkable_name(graph: VaultGraph) -> Iterator[Finding]:
    """The name of a note holds what a link cannot.

    In double brackets, `#` begins a heading and `|` a text, and double brackets end the link. No
    link by name can reach such a note.

    Bad::

        -- C#.md --
        A language.

    Good::

        -- C sharp.md --
        A language.

    When it is wrong to worry: a single bracket, a caret or a percent sign is no obstacle, nor is
    any mark in the name of a folder. A Markdown link can encode the mark; a note that is linked so
    is not reported.

    Fine::

        -- C#/Pointers [draft] 100%.md --
        Text.
        -- F#.md --
        Text.
        -- Heat.md --
        See [F sharp](F%23.md).
    """
    for path in filter(_MARK.search, graph.vault.notes):
        note = graph.vault.notes[path]
        marks = () if path in graph.linked else [mark for mark in _MARKS if mark in note.name]
        if marks:
            hint = "rename it"
            message = f"no link in double brackets can name this note: it holds {' '.join(marks)}"
            yield Finding(Span(path), message, hint)
