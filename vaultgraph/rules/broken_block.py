"""The rule `broken-block`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.subpaths import has_block
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_GENERATED_ID = lazy_re(r"[0-9a-z]{6}")
_SHORTEST = 4
_NOT_IN_ID = lazy_re(r"[^A-Za-z0-9-]")


@rule(Severity.WARNING, on="link to a part", skips_templates=True)
def broken_block(graph: VaultGraph, edge: Edge, note: Note) -> Iterator[Finding]:
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
    subpath = edge.link.subpath
    if subpath.startswith("#^") and not has_block(note, subpath[2:]):
        message = f"{note.path} has no block {subpath[1:]}"
        here = graph.vault.notes.get(edge.source, note)
        is_here = here is not note and has_block(here, subpath[2:])
        hint = f"it is in this note: write {subpath} alone" if is_here else ""
        yield Finding(edge.place, message, hint or _hint(note, subpath[2:]))


def _hint(note: Note, block_id: str) -> str:
    """What to do about the *block_id* that *note* lacks; one that Obsidian made was there once."""
    wanted = block_id.lower()
    near = _near(note, wanted)
    if len(near) == 1:
        return f"did you mean ^{near[0]}?"
    if _NOT_IN_ID.search(block_id):
        return "a block id holds only letters, digits and hyphens"
    if _GENERATED_ID.fullmatch(block_id) and not block_id.isalpha():
        return "its paragraph was moved or deleted: find it, and link it again"
    return f"put ^{block_id} at the end of the paragraph you mean"


@lru_cache(maxsize=16)
def _by_beginning(note: Note) -> Mapping[str, list[str]]:
    """The block ids of *note* by what they are without their last character, in lower case."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for block in note.blocks:
        ids[block.id.lower()[:-1]].append(block.id)
    return ids


def _near(note: Note, wanted: str) -> list[str]:
    """The block ids of *note* that are *wanted* with a character more at its end, or one less."""
    if len(wanted) < _SHORTEST:
        return []
    longer = _by_beginning(note).get(wanted, [])
    return [*longer, *([wanted[:-1]] if has_block(note, wanted[:-1]) else [])]
