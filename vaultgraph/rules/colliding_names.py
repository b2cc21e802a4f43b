"""The rule `colliding-names`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} name that collides with another", "{count:,} names that collide with others"),
    on="vault",
)
def colliding_names(graph: VaultGraph) -> Iterator[Finding]:
    """Two paths differ only in case or in the form of their accents.

    Windows and macOS take them for one file, so syncing the vault to such a machine loses one.

    When it is wrong to worry: the same name in two folders makes two paths, and letters that only
    look alike, such as `ss` and `ß`, are different on every machine.

    Bad::

        -- Heat.md --
        Energy on its way.
        -- heat.md --
        Energy on its way, too.

    Good::

        -- Heat.md --
        Energy on its way.
        -- Warmth.md --
        Energy on its way, too.

    Fine::

        -- Physics/Mass.md --
        What is heavy.
        -- Church/mass.md --
        What is sung.
        -- Physics/Maß.md --
        What is measured.
        -- Physics/Mass.png --
    """
    for paths in graph.resolver.colliding:
        first, *others = sorted(paths)
        for path in others:
            message = say("on some machines this is the same file as {path}", path=first)
            yield Finding(Span(path), message, say("rename one of the two"))
