"""The rule `duplicate-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural("{count:,} copy of a file", "{count:,} copies of files"),
    on="vault",
)
def duplicate_attachment(graph: VaultGraph) -> Iterator[Finding]:
    """Two files have the same content.

    The vault is larger than it needs to be, and replacing one picture leaves the other behind.

    When it is wrong to worry: a program brings its own copies along and needs each of them where it
    is, so files next to source code are not compared, nor are files that Obsidian does not show,
    such as pages, styles and data of a web site, nor excluded files.  Where both copies are used,
    but never by the same note, each was pasted for itself: that is only information.

    Bad::

        -- Heat.md --
        ![[engine.svg]] ![[motor.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- motor.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Good::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Fine::

        -- Heat.md --
        Two programs with the same icon.
        -- stove/main.js --
        load('icon.svg')
        -- stove/icon.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- fridge/main.js --
        load('icon.svg')
        -- fridge/icon.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- _layouts/note.html --
        {{ content }}
        -- _layouts/post.html --
        {{ content }}
    """
    group_message = say("{count:,} files are copies of others")
    for path, original in graph.copied_files.items():
        if path in graph.conflict_copies:  # `conflict-copy` compares it
            continue
        message = say("the same file as {path}", path=original)
        severity = Severity.INFO if _are_used_separately(graph, path, original) else None
        yield Finding(Span(path), message, _hint(graph, path), group_message, severity)


def _are_used_separately(graph: VaultGraph, path: str, original: str) -> bool:
    """Whether both files are linked, but never by the same note: each was pasted for itself."""
    users, others = ({edge.source for edge in graph.backlinks[each]} for each in (path, original))
    return bool(users and others) and users.isdisjoint(others)


def _hint(graph: VaultGraph, path: str) -> Message:
    if path in graph.unused_files:
        return say("one of the two is enough: nothing in the vault names this one")
    return say("if both are meant to be the same, use one of them everywhere")
