"""The rule `broken-block`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.subpaths import has_block
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_NOT_IN_ID = re.compile(r"[^A-Za-z0-9-]")


@rule(Severity.WARNING, skips_templates=True)
def broken_block(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link names a block that its note does not have.

    Obsidian opens the note at its top, and an embed stays empty.  A block id stands at the end of a
    line, behind a blank, or alone below a table or a list.

    Bad::

        -- Heat.md --
        [[Energy#^first-law]]
        -- Energy.md --
        Nothing is lost.

    Good::

        -- Heat.md --
        [[Energy#^first-law]]
        -- Energy.md --
        Nothing is lost. ^first-law

    When it is wrong to worry: the id is there, in other capitals, or where another program puts it.
    Blocks of drawings, and parts of other files than notes, are not looked up; nor is a block that
    is named below a heading.

    Fine::

        -- Heat.md --
        [[Energy#^First-Law]] [[Energy#^laws]] ![[Energy#^table]] [[Energy#Laws#^x]]
        -- Energy.md --
        - Nothing is lost. ^first-law
        - Nothing is gained.

        ^laws

        | a |
        | - |

        ^table

    Fine::

        -- Heat.md --
        [[Sketch.excalidraw#^frame=1]] [[Gone#^x]]
        -- Sketch.excalidraw.md --
        A drawing.
    """
    for edge, note in graph.subpath_edges(source):
        subpath = edge.link.subpath
        if subpath.startswith("#^") and not has_block(note, subpath[2:]):
            hint = f"put {subpath[1:]} at the end of the paragraph you mean"
            if _NOT_IN_ID.search(subpath[2:]):
                hint = "a block id holds only letters, digits and hyphens"
            yield Finding(edge.place, f"{note.path} has no block {subpath[1:]}", hint)
