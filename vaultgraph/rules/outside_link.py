"""The rule `outside-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_HIDDEN = ", or to what is hidden in it"


@rule(Severity.INFO, on="vault")
def outside_link(graph: VaultGraph) -> Iterator[Finding]:
    """A symbolic link leads out of the vault, and what it leads to is not read.

    Obsidian follows such a link.  Here it is not followed, for whoever made the vault could have
    pointed it at any file of yours.  The option `--follow-links` reads it all the same.

    Bad::

        -- Heat.md --
        See [[Work]].
        -- Work.md -> ../Work.md --

    Good::

        -- Heat.md --
        See [[Work]].
        -- Work.md --
        Force times distance.

    When it is wrong to worry: a link to a file of the same vault is another name of it, and one to
    a folder of the vault, or above it, leads in a circle.

    Fine::

        -- Heat.md --
        See [[Warmth]].
        -- Warmth.md -> Heat.md --
    """
    for path, is_folder in graph.vault.outside.items():
        what = "this folder" if is_folder else "this file"
        message = f"{what} is a symbolic link out of the vault{_HIDDEN}, and is not read"
        group_message = f"{{count}} symbolic links lead out of the vault{_HIDDEN}, and are not read"
        yield Finding(Span(path), message, "if you trust it, add --follow-links", group_message)
