"""The rule `duplicate-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="text", skips_templates=True)
def duplicate_note(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same text.

    One of them is a copy that was forgotten: whatever is changed in one is missing in the other.
    Notes with less than a line of text are not compared, nor those that are still what a template
    made of them.

    Bad::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.
        -- Copies/Warmth.md --
        Energy on its way from a warm body to a cold one.

    Good::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.
        -- Copies/Warmth.md --
        [[Heat]]
    """
    for equal in graph.vault.equal_notes:
        paths = {fold(path): path for path in equal}.values()
        if any(map(graph.vault.is_template, paths)):
            continue  # what equals a template is yet to be filled in as well
        kept = min(paths, key=lambda path: (_is_dated(path), len(path), path))
        for path in paths:
            if path != kept:
                hint = f"write here what differs, or delete it and link {kept} instead"
                yield Finding(Place(path), f"{kept} has the same text", hint)


def _is_dated(path: str) -> bool:
    """Whether the note at *path* is one of a day or a week, by its name."""
    name = path.rpartition("/")[2].removesuffix(".md")
    return not any(map(str.isalpha, name.replace("W", "")))
