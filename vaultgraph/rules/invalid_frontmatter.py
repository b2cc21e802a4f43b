"""The rule `invalid-frontmatter`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def invalid_frontmatter(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """The properties of a note are no valid YAML, so Obsidian ignores them all.

    Its tags, aliases and property links are lost until the line is mended.

    Bad::

        -- Heat.md --
        ---
        tags: [physics
        ---
        Energy on its way.

    Good::

        -- Heat.md --
        ---
        tags: [physics]
        ---
        Energy on its way.
    """
    for problem in note.problems:
        if problem.kind == "frontmatter":
            place = Place(note.path, problem.start, problem.start + 1)
            yield Finding(place, problem.message, _hint(problem.message))


def _hint(message: str) -> str:
    if "twice" in message:
        return "keep one of the two"
    if "tab" in message:
        return "indent with blanks, not with tabs"
    return "close what is open above, and put text with : # [ ] in it between quotes"
