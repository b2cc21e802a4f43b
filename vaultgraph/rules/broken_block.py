"""The rule `broken-block`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.subpaths import has_block
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, did_you_mean, plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_GENERATED_ID = lazy_re(r"[0-9a-z]{6}")
_MIN_LENGTH = 4
_NOT_IN_ID = lazy_re(r"[^A-Za-z0-9-]")


@rule(
    Severity.WARNING,
    plural("{count:,} link to a missing block", "{count:,} links to a missing block"),
    on="link to a part",
    skips_templates=True,
)
def broken_block(graph: VaultGraph, edge: Edge, note: Note) -> Iterator[Finding]:
    """A link names a block that its note does not have.

    Obsidian opens the note at its top, and an embed stays empty.  A block id belongs at the end of
    a line, after a space, or on a line of its own below a table or a list.

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

    When it is wrong to worry: the id exists in other capitals, or where another program puts it.
    Blocks of drawings and parts of files other than notes are not checked, nor is a block that is
    named below a heading.

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
        message = say("{path} has no block {block}", path=note.path, block=subpath[1:])
        here = graph.vault.notes.get(edge.source, note)
        is_here = here is not note and has_block(here, subpath[2:])
        hint = (
            say("it is in this note: write only {subpath}", subpath=subpath)
            if is_here
            else _hint(note, subpath[2:])
        )
        yield Finding(edge.span, message, hint)


def _hint(note: Note, block_id: str) -> Message:
    """What to do about the *block_id* that *note* lacks; one that Obsidian made existed once."""
    similar = _similar_ids(note, block_id.lower())
    if len(similar) == 1:
        return did_you_mean([f"^{similar[0]}"])
    if _NOT_IN_ID.search(block_id):
        return say("a block id may contain only letters, digits and hyphens")
    if _GENERATED_ID.fullmatch(block_id) and not block_id.isalpha():
        return say("its paragraph was moved or deleted: find it, and link to it again")
    return say("put ^{block_id} at the end of the paragraph you mean", block_id=block_id)


@lru_cache(maxsize=16)
def _ids_by_beginning(note: Note) -> Mapping[str, list[str]]:
    """The block ids of *note* by themselves without their last character, in lower case."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for block in note.blocks:
        ids[block.id.lower()[:-1]].append(block.id)
    return ids


def _similar_ids(note: Note, wanted: str) -> list[str]:
    """The block ids of *note* with one character more than *wanted* at the end, or one less."""
    if len(wanted) < _MIN_LENGTH:
        return []
    longer = _ids_by_beginning(note).get(wanted, [])
    return [*longer, *([wanted[:-1]] if has_block(note, wanted[:-1]) else [])]
