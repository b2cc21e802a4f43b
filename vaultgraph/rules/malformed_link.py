"""The rule `malformed-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, MarkupFault, Note, Severity, Span, path_of
from vaultgraph.rules import rule

_MESSAGES = {
    "half-closed": say("a ] is missing, so this is not a link"),
    "half-opened": say("a [ is missing, so this is not a link"),
    "unended": say("a ) is missing, so this is not a link"),
    "extra-bracket": say("there is one [ too many before this link"),
    "swapped": say("brackets and parentheses are swapped, so this is not a link"),
    "apart": say("brackets and parentheses are apart, so this is not a link"),
    "nested": say(
        "the parentheses contain a link of their own, so the text before them is not one"
    ),
    "addressed": say("after double brackets, an address in parentheses is only text"),
}
_GROUP = say("{count:,} links have wrong brackets")


@rule(
    Severity.WARNING,
    plural("{count:,} link with wrong brackets", "{count:,} links with wrong brackets"),
    on="markup fault",
    of="half-closed half-opened unended extra-bracket swapped apart nested addressed",
)
def malformed_link(graph: VaultGraph, note: Note, fault: MarkupFault) -> Iterator[Finding]:
    """A link has a bracket too few or too many, or brackets where parentheses belong.

    Obsidian shows it as plain text, so it leads nowhere, has no backlink, and breaks unnoticed when
    the file is renamed.

    Bad::

        -- Heat.md --
        See [[Work], and (the laws)[Laws.md], and [Joule] (https://example.com/joule).
        -- Work.md --
        See [[Heat]].
        -- Laws.md --
        Of [[Heat]].

    Good::

        -- Heat.md --
        See [[Work]], and [the laws](Laws.md), and [Joule](https://example.com/joule).
        -- Work.md --
        See [[Heat]].
        -- Laws.md --
        Of [[Heat]].

    When it is wrong to worry: brackets are also ordinary characters.  Only those are reported that
    have no partner in their paragraph, or have the form of a link, and only if they name a file of
    the vault or a web address.

    Fine::

        -- Heat.md --
        [[1](https://example.com/1)] and [[Work] done by [gas]], m[[1], (so)[1], [1] (Work.md)
        - [ ] (https://example.com)
        -- Work.md --
        See [[Heat]].
    """
    path = path_of(fault.target)
    exists = path and graph.resolver.resolve_encoded(path, note.path) is not None
    if (fault.is_sure or exists) and not note.is_drawing:
        if fault.kind == "addressed":
            hint = say("write [text]({address}), or put a space between them", address=fault.detail)
        else:
            hint = say("write {text}", text=fault.detail)
        yield Finding(Span(note.path, fault.start, fault.end), _MESSAGES[fault.kind], hint, _GROUP)
