"""The rule `outside-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_FILE = say(
    "this file is a symbolic link out of the vault, or to something hidden in it, and is not read"
)
_FOLDER = say(
    "this folder is a symbolic link out of the vault, or to something hidden in it, and is not read"
)
_GROUP = say(
    "{count:,} symbolic links lead out of the vault, or to something hidden in it, "
    "and are not followed"
)


@rule(
    Severity.INFO,
    plural("{count:,} link out of the vault", "{count:,} links out of the vault"),
    on="vault",
)
def outside_link(graph: VaultGraph) -> Iterator[Finding]:
    """A symbolic link leads out of the vault, and its target is not read.

    Obsidian follows such a link.  vaultgraph does not, because the author of the vault could have
    pointed it at any of your files.  The option `--follow-links` follows it anyway.

    Bad::

        -- Heat.md --
        See [[Work]].
        -- Work.md -> ../Work.md --

    Good::

        -- Heat.md --
        See [[Work]].
        -- Work.md --
        Force times distance.

    When it is wrong to worry: a link to a file in the same vault is another name for it, and a link
    to a folder of the vault, or to one above it, forms a loop.

    Fine::

        -- Heat.md --
        See [[Warmth]].
        -- Warmth.md -> Heat.md --
    """
    for path, is_folder in graph.vault.outside.items():
        hint = say("if you trust it, add --follow-links")
        yield Finding(Span(path), _FOLDER if is_folder else _FILE, hint, _GROUP)
