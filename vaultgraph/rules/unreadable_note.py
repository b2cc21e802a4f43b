"""The rule `unreadable-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR, asks="problems")
def unreadable_note(graph: VaultGraph) -> Iterator[Finding]:
    """A file cannot be opened, or is not the text that Obsidian expects.

    Notes are UTF-8.  In another encoding accented letters turn into question marks, and links
    that hold one break.

    Bad::

        -- Board.canvas --
        {"nodes": [
        -- Heat.md --
        A canvas that broke off.

    Good::

        -- Board.canvas --
        {"nodes": [], "edges": []}
        -- Heat.md --
        A canvas that can be read.

    When it is wrong to worry: a canvas that was just made is an empty file or an empty object, and
    one with nodes of a plugin can be read as far as it is known.

    Fine::

        -- New.canvas --
        {}
        -- Board.canvas --
        {"nodes": [{"type": "sticker"}, {"type": "text", "text": "[[Heat]]"}]}
        -- Heat.md --
        Text.
    """
    for path, fault in graph.vault.unreadable.items():
        yield Finding(
            Place(path),
            f"this cannot be read: {fault}",
            "check that it exists and is yours to read",
        )
    for note in graph.vault.sources:
        for problem in note.problems:
            if problem.kind == "encoding":
                place = Place(note.path, problem.start, problem.start + 1)
                yield Finding(place, problem.message, "save it as UTF-8 in your editor")
            elif problem.kind == "canvas":
                yield Finding(
                    Place(note.path), problem.message, "open it in Obsidian, or restore it"
                )
