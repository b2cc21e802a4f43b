"""The rule `duplicate-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="attachments links")
def duplicate_attachment(graph: VaultGraph) -> Iterator[Finding]:
    """Two files hold the same bytes.

    The vault is larger than it needs to be, and whoever replaces one picture forgets the other.

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
    """
    for paths in graph.vault.contents.equal:
        kept = min(paths, key=lambda path: (path not in graph.used_files, len(path), path))
        for path in sorted(paths):
            if path != kept:
                unused = path not in graph.used_files
                hint = (
                    "delete it: no note uses it"
                    if unused
                    else f"link {kept} instead, then delete it"
                )
                crowd = "{count} files are copies of others"
                yield Finding(Place(path), f"the same file as {kept}", hint, crowd)
