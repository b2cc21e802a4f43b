"""The rule `ambiguous-subpath`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.headings import subpath_of
from vaultgraph.graph.subpaths import blocks_called, chain_to, hidden_heading
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural("{count:,} link to one of several parts", "{count:,} links to one of several parts"),
    on="link to a part",
)
def ambiguous_subpath(graph: VaultGraph, edge: Edge, note: Note) -> Iterator[Finding]:
    """A link names a block or a heading of which its note has several.

    Obsidian opens the first, and an embed shows it, whichever was meant.  A block id is written
    twice when its line is copied.

    Bad::

        -- Heat.md --
        ![[Energy#^law]]
        -- Energy.md --
        Nothing is lost. ^law

        Nothing is gained. ^law

    Good::

        -- Heat.md --
        ![[Energy#^law]]
        -- Energy.md --
        Nothing is lost. ^law

        Nothing is gained. ^second-law

    When it is wrong to worry: nothing is reported unless a link names the part.  Headings are often
    repeated, and the first is usually meant, so one is reported only if it is deeper than another
    that the link does not open, as information.  A chain of headings says which is meant.

    Fine::

        -- Heat.md --
        [[Energy#Example]] [[Energy#Second law#Example]]
        -- Energy.md --
        ## First law
        ### Example
        Nothing is lost. ^law
        ## Second law
        ### Example
        It flows one way. ^law
    """
    subpath = edge.link.subpath
    if subpath.startswith("#^"):
        blocks = blocks_called(note, subpath[2:])
        if len(blocks) > 1:
            yield _on_block(graph, edge, note, len(blocks), blocks[0].start)
    elif "^" not in subpath:
        found = hidden_heading(note, subpath)
        if found:
            yield _on_heading(graph, edge, note, *found)


def _on_block(graph: VaultGraph, edge: Edge, note: Note, count: int, start: int) -> Finding:
    block = edge.link.subpath[1:]
    message = say(
        "{path} has {count:,} blocks {block}, and this means the first, on line {line}",
        path=note.path,
        count=count,
        block=block,
        line=graph.vault.line(note.path, start),
    )
    group_message = say(
        "{count:,} links name the block {block} of {path}, which has several",
        block=block,
        path=note.path,
    )
    return Finding(edge.span, message, say("give each block an id of its own"), group_message)


def _on_heading(graph: VaultGraph, edge: Edge, note: Note, opened: int, higher: int) -> Finding:
    first, other = note.headings[opened], note.headings[higher]
    message = say(
        "this opens {heading} of {path} on line {line}, not the higher heading on line {other}",
        heading=subpath_of(first.text),
        path=note.path,
        line=graph.vault.line(note.path, first.start),
        other=graph.vault.line(note.path, other.start),
    )
    return Finding(edge.span, message, _hint(note, higher), severity=Severity.INFO)


def _hint(note: Note, higher: int) -> Message:
    if chain := chain_to(note, higher):
        chained = "".join(f"#{subpath_of(text)}" for text in chain)
        return say("if that is meant, write {subpath}", subpath=chained)
    return say("if that is meant, rename one of the two")
