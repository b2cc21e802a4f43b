"""The rule `corrupt-image`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def corrupt_image(graph: VaultGraph) -> Iterator[Finding]:
    """An image file is empty, cut short, or not what its extension says.

    A download or a sync that broke off leaves such files.  Only the first and last bytes are
    looked at.

    Bad::

        -- Heat.md --
        ![[engine.png]]
        -- engine.png --
        This is text, not a picture.

    Good::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
    """
    for path, fault in graph.vault.contents.faults.items():
        uses = sorted({edge.source for edge in graph.backlinks[path]})
        hint = (
            f"restore it, {uses[0]} shows it"
            if uses
            else "restore it, or delete it: no note shows it"
        )
        yield Finding(Place(path), fault, hint, f"{{count}} images: {fault}")
