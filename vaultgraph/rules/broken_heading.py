"""The rule `broken-heading`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.headings import (
    heading_of_slug,
    is_a_link,
    is_in_heading,
    similar_headings,
    subpath_of,
)
from vaultgraph.graph.subpaths import anchors, has_heading
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Fix, Note, Severity
from vaultgraph.reading import with_subpath
from vaultgraph.rules import rule

_BOOKMARK = lazy_re(r"_(?:Toc|Ref)\d+")
_FOOTNOTE = lazy_re(
    r"(?:fn|fnref|footnote|footnote-ref|cite_note|cite_ref)(?:[-:_][\w.:-]+|\d+)", re.IGNORECASE
)
_TAGS = lazy_re(r"<[^<>]*>")
_SLUGS = (
    "{count} links name headings of {note} by slugs, unknown to Obsidian",
    "Obsidian knows no slugs of headings",
)
_ON_SITE = "{count} links name headings as the web site does that is made of the vault"
_SHOWN = (
    "{count} links name headings of {note} by the text that a link in them shows",
    "that heading holds a link, whose target counts too",
)
_FIXED_SYNTAXES = {"wikilink", "markdown"}


@rule(Severity.WARNING, on="link to a part", skips_templates=True)
def broken_heading(graph: VaultGraph, edge: Edge, note: Note) -> Iterator[Finding]:
    """A link names a heading that its note does not have.

    Obsidian opens the note at its top.  It compares headings without case, with a space in place of
    most ASCII punctuation; other marks, emoji among them, have to be right.  The slugs that GitHub
    makes of headings, such as `#the-laws`, open nothing; where one heading has that slug, there is
    a fix.  Headings in quotes and lists cannot be linked.  Where a program makes a web site of the
    vault, as its settings show (`_config.yml`, `mkdocs.yml` and the like), slugs of Markdown links
    are right there, and only information.

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

    When it is wrong to worry: the heading is there, but written differently.  Punctuation, case,
    formatting and a block id at its end make no difference; of a chain, each heading only has to
    come after the one before it and to be deeper.  Drawings and what follows a `#` in the name of
    an image or a PDF are not checked.

    Fine::

        -- Heat.md --
        [[Energy#TCP IP how it works]] [[Energy#Laws]] [[Energy#Top#Below]]
        -- Energy.md --
        # Top
        ## TCP/IP: *how* it works
        ## Laws ^laws
        ### Below

    Fine::

        -- Heat.md --
        ![[plot.png#outline]] [[Sketch.excalidraw#area=1]] [](#anchor)
        -- Sketch.excalidraw.md --
        A drawing.
        -- plot.png --
    """
    subpath = edge.link.subpath
    if "#^" in subpath or subpath.startswith("#[^") or has_heading(note, subpath):
        return
    if graph.written(edge).startswith("[]("):
        return  # nobody can see it
    if note.path == edge.source and is_in_heading(note, edge.link.start):
        return  # it leads to where it stands, and is part of what it has to name
    wanted = subpath.lstrip("#")
    message = f"{note.path} has no heading {wanted}"
    text = graph.vault.text(note.path)
    if _BOOKMARK.fullmatch(wanted):
        group_message = "{count} links lead to bookmarks of Word, which stayed there"
        yield Finding(edge.place, message, "", group_message, Severity.INFO)
    elif _FOOTNOTE.fullmatch(wanted) and edge.link.syntax != "wikilink":
        group_message = "{count} links lead to footnotes of web pages, which stayed there"
        yield Finding(edge.place, message, "", group_message, Severity.INFO)
    elif anchor := anchors(text).get(wanted):
        group_message = f"{{count}} links lead to HTML anchors of {note.path}, unknown to Obsidian"
        hint = f"Obsidian knows no HTML anchors; {_instead(note, text, anchor)}"
        yield Finding(edge.place, message, hint, group_message)
    elif heading := heading_of_slug(note, wanted):
        yield _of_slug(graph, edge, note, heading, message)
    else:
        yield Finding(edge.place, message, _hint(note, wanted))


def _of_slug(graph: VaultGraph, edge: Edge, note: Note, heading: str, message: str) -> Finding:
    """What to do about the link of *edge* that names *heading* of *note* by its slug."""
    if edge.link.syntax != "wikilink" and graph.vault.is_web_site:
        hint = "on a web site it may be right"
        return Finding(edge.place, message, hint, _ON_SITE, Severity.INFO)
    group_message, why = _SHOWN if is_a_link(note, heading) else _SLUGS
    group_message, hint = group_message.replace("{note}", note.path), f"{why}; write #{heading}"
    return Finding(edge.place, message, hint, group_message, fix=_fix(graph, edge, heading))


def _instead(note: Note, text: str, anchor: int) -> str:
    """What to link instead of the *anchor*: the heading that stands right below it."""
    below = [heading for heading in note.headings if heading.start >= anchor][:1]
    near = [heading for heading in below if not _TAGS.sub("", text[anchor : heading.start]).strip()]
    return f"write #{subpath_of(near[0].text)}" if near else "link a heading, or a block by its ^id"


def _fix(graph: VaultGraph, edge: Edge, heading: str) -> Fix | None:
    """The link of *edge* with *heading* for its subpath, in the form that it is written in."""
    if edge.link.syntax not in _FIXED_SYNTAXES or edge.source in graph.vault.canvases:
        return None
    text = with_subpath(graph.written(edge), f"#{heading}")
    return Fix(text) if text else None


def _hint(note: Note, wanted: str) -> str:
    if not note.headings:
        return "that note has no headings at all"
    similar = similar_headings(note, wanted.rpartition("#")[2])
    return f"did you mean {' or '.join(f'#{heading}' for heading in similar)}?" if similar else ""
