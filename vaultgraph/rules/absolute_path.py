"""The rule `absolute-path`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.reasons import Reason
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_SEPARATOR = lazy_re(r"[\\/]|%5[Cc]")
_GROUP = say("{count:,} links lead to a path on one machine")


@rule(
    Severity.WARNING,
    plural("{count:,} link to a path on one machine", "{count:,} links to a path on one machine"),
    on="broken link",
    of="absolute",
)
def absolute_path(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    r"""A link leads to a path that exists on one machine only.

    On every other machine, and on a phone, the link is broken, and so it is after the folder of the
    vault has moved.

    Bad::

        -- Heat.md --
        ![](C:\Users\me\Notes\engine.png)

    Good::

        -- Heat.md --
        ![](engine.png)
        -- engine.png --

    When it is wrong to worry: a path that begins with `/` begins at the top of the vault, and is
    reported only if it begins like a home folder or a drive, and the vault has no such folder.  A
    path in code or in a comment is an example, and a word with a colon is not a drive.  Turn the
    rule off if you link to large files outside the vault on purpose.

    Fine::

        -- Heat.md --
        ![](/Images/engine.png) [site](https://example.org/C:/x) `![](C:\engine.png)`
        [search](obsidian://search?query=heat) [home](/home/us/about.md)
        -- Images/engine.png --
        -- home/us/about.md --
        Who we are.
    """
    path = edge.link.path
    message = say("{path} is a path on one machine", path=path)
    yield Finding(edge.span, message, _hint(graph, path), _GROUP)


def _hint(graph: VaultGraph, path: str) -> Message:
    """What to link to: the only file of the vault with the name that *path* ends in, if any."""
    from urllib.parse import unquote

    name = unquote(_SEPARATOR.split(path)[-1])
    called = graph.resolver.candidates(name) if name else ()
    if len(called) == 1:
        return say("the vault has {path}: link to it if it is the same", path=called[0])
    return say("put the file into the vault, and link to it there")
