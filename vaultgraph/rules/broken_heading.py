"""The rule `broken-heading`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.near import NearNames
from vaultgraph.graph.subpaths import anchors, has_heading
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_TAGS = re.compile(r"<[^<>]*>")


@rule(Severity.WARNING, skips_templates=True)
def broken_heading(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link names a heading that its note does not have.

    Obsidian opens the note at its top.  Headings compare by their letters and digits, without
    case; those in quotes and lists cannot be linked.

    Bad::

        -- Heat.md --
        [[Energy#Law]]
        -- Energy.md --
        # Laws

    Good::

        -- Heat.md --
        [[Energy#laws]]
        -- Energy.md --
        # Laws
    """
    for edge, note in graph.subpath_edges(source):
        subpath = edge.link.subpath
        if subpath.startswith(("#^", "#[^")) or has_heading(note, subpath):
            continue
        if graph.written(edge).startswith("[]("):
            continue  # nobody can see it
        wanted = subpath.lstrip("#")
        message = f"{note.path} has no heading {wanted}"
        text = graph.vault.text(note.path)
        if anchor := anchors(text).get(wanted):
            crowd = f"{{count}} links lead to HTML anchors of {note.path}, unknown to Obsidian"
            hint = f"Obsidian knows no HTML anchors; {_instead(note, text, anchor)}"
            yield Finding(edge.place, message, hint, crowd)
        else:
            yield Finding(edge.place, message, _hint(note, wanted))


def _instead(note: Note, text: str, anchor: int) -> str:
    """What to link instead of the *anchor*: the heading that stands right below it."""
    below = [heading for heading in note.headings if heading.start >= anchor][:1]
    near = [heading for heading in below if not _TAGS.sub("", text[anchor : heading.start]).strip()]
    return f"write #{near[0].text}" if near else "link a heading, or a block by its ^id"


def _hint(note: Note, wanted: str) -> str:
    if not note.headings:
        return "that note has no headings at all"
    near = NearNames(heading.text for heading in note.headings).find(wanted.rpartition("#")[2])
    return f"did you mean #{near[0]}?" if near else ""
