"""The rule `unused-attachment`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.reading import is_image, is_shown
from vaultgraph.rules import rule


@rule(Severity.INFO, asks="links")
def unused_attachment(graph: VaultGraph) -> Iterator[Finding]:
    """No note uses this file.

    Pasting a picture saves a file; deleting the picture from the note leaves it behind.  Links,
    embeds, canvases, bases, properties, HTML and code blocks that name a file all count as use,
    and so does a broken link with its name.  Only images, sounds, videos and PDFs are told.

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
    totals = Counter(map(is_image, filter(is_shown, graph.vault.files)))
    for path in graph.unused_files:
        image = is_image(path)
        kind = "image" if image else "file"
        crowd = f"{{count}} of {totals[image]:,} {kind}s are unused"
        hint = "move it to the trash, if nothing outside the notes needs it"
        yield Finding(Place(path), f"no note uses this {kind}", hint, crowd)
