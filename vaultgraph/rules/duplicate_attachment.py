"""The rule `duplicate-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(Severity.WARNING, on="vault")
def duplicate_attachment(graph: VaultGraph) -> Iterator[Finding]:
    """Two files hold the same bytes.

    The vault is larger than it needs to be, and whoever replaces one picture forgets the other.

    When it is wrong to worry: a program brings its own copies along and needs each of them where it
    is, so what is beside source code is not compared, nor is what Obsidian does not show: pages,
    styles and data of a website among it.  Excluded files are not compared either.  Where each
    copy is used, and no note uses two, they were pasted apart: that is only information.

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
    for path, kept in graph.copied_files.items():
        group_message = "{count} files are copies of others"
        severity = Severity.INFO if _are_used_apart(graph, path, kept) else None
        yield Finding(
            Span(path), f"the same file as {kept}", _hint(graph, path), group_message, severity
        )


def _are_used_apart(graph: VaultGraph, path: str, kept: str) -> bool:
    """Whether both files are linked, and by no note together: each was pasted for itself."""
    users, others = ({edge.source for edge in graph.backlinks[each]} for each in (path, kept))
    return bool(users and others) and users.isdisjoint(others)


def _hint(graph: VaultGraph, path: str) -> str:
    if path in graph.unused_files:
        return "one of the two is enough: nothing in the vault names this one"
    return "if both are meant to be the same, use one of them everywhere"
