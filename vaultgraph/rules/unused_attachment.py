"""The rule `unused-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO)
def unused_attachment(graph: VaultGraph) -> Iterator[Finding]:
    """No note uses this file.

    Pasting a picture saves a file; deleting the picture from the note leaves it behind.  Links,
    embeds, canvases, properties, HTML and code blocks that name a file all count as use.

    Bad::

        -- Heat.md --
        No picture here.
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Good::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
    """
    images: list[str] = []
    others: list[str] = []
    for path in graph.vault.files:
        (images if graph.is_image(path) else others).append(path)
    for kind, paths in (("image", images), ("file", others)):
        crowd = f"{{count}} of {len(paths):,} {kind}s are unused"
        for path in paths:
            if path not in graph.used_files and not path.endswith(".base"):
                yield Finding(
                    Place(path), f"no note uses this {kind}", "delete it, or embed it", crowd
                )
