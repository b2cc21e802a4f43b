"""The rule `unlinkable-name`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import join, plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_MARKS = ("#", "|", "[[", "]]")
_MARK = lazy_re("|".join(map(re.escape, _MARKS)))


@rule(
    Severity.WARNING,
    plural("{count:,} name that links cannot contain", "{count:,} names that links cannot contain"),
    on="vault",
    skips_templates=True,
)
def unlinkable_name(graph: VaultGraph) -> Iterator[Finding]:
    """A note's name contains characters that links cannot.

    In double brackets, `#` starts a heading and `|` a display text, and double brackets end the
    link.  No wikilink can reach such a note.

    Bad::

        -- C#.md --
        A language.

    Good::

        -- C sharp.md --
        A language.

    When it is wrong to worry: a single bracket, a caret or a percent sign does no harm, nor does
    any mark in the name of a folder.  A Markdown link can encode the mark; a note linked in this
    way is not reported.

    Fine::

        -- C#/Pointers [draft] 100%.md --
        Text.
        -- F#.md --
        Text.
        -- Heat.md --
        See [F sharp](F%23.md).
    """
    for path in filter(graph.vault.is_note, filter(_MARK.search, graph.vault.paths)):
        name = path.rpartition("/")[2].removesuffix(".md")
        marks = () if path in graph.linked else [mark for mark in _MARKS if mark in name]
        if marks:
            message = say(
                "no wikilink can name this note: its name contains {marks}", marks=join(" ", marks)
            )
            yield Finding(Span(path), message, say("rename it"))
