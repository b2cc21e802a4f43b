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
from vaultgraph.messages import Message, did_you_mean, join, plural, say
from vaultgraph.model import Finding, Fix, Note, Severity
from vaultgraph.reading import with_subpath
from vaultgraph.rules import rule

_BOOKMARK = lazy_re(r"_(?:Toc|Ref)\d+")
_FOOTNOTE = lazy_re(
    r"(?:fn|fnref|footnote|footnote-ref|cite_note|cite_ref)(?:[-:_][\w.:-]+|\d+)", re.IGNORECASE
)
_TAGS = lazy_re(r"<[^<>]*>")
_IN_WORD = say("{count:,} links lead to Word bookmarks, which were left behind in Word")
_ON_PAGES = say("{count:,} links lead to footnotes of web pages, which were left behind there")
_ON_SITE = say("{count:,} links use heading slugs of the web site that is built from the vault")
_MAX_NAMED = 5
_FIXED_SYNTAXES = {"wikilink", "markdown"}


@rule(
    Severity.WARNING,
    plural("{count:,} link to a missing heading", "{count:,} links to a missing heading"),
    on="link to a part",
    skips_templates=True,
)
def broken_heading(graph: VaultGraph, edge: Edge, note: Note) -> Iterator[Finding]:
    """A link names a heading that its note does not have.

    Obsidian opens the note at its top.  It compares headings without case and takes most ASCII
    punctuation for a space; other characters, such as emoji, have to match.  The slugs that GitHub
    makes of headings, such as `#the-laws`, open nothing; where a single heading has that slug,
    there is a fix.  Headings in quotes and lists cannot be linked.  Where a program builds a web
    site from the vault, as its settings show (`_config.yml`, `mkdocs.yml` and the like), slugs in
    Markdown links work there, and are only information.

    Cards of a canvas that show a part of a note are checked as well.

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

    When it is wrong to worry: the heading exists, but is written differently.  Punctuation, case,
    formatting and a block id at its end make no difference; in a chain, each heading only has to
    come after the one before it and to be deeper.  Drawings, and what follows a `#` after the name
    of an image or a PDF, are not checked.

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
        return  # it links to its own heading, and is part of what it would have to name
    wanted = subpath.lstrip("#")
    message = say("{path} has no heading {heading}", path=note.path, heading=wanted)
    text = graph.vault.text(note.path)
    if _BOOKMARK.fullmatch(wanted):
        yield Finding(edge.span, message, "", _IN_WORD, Severity.INFO)
    elif _FOOTNOTE.fullmatch(wanted) and edge.link.syntax != "wikilink":
        yield Finding(edge.span, message, "", _ON_PAGES, Severity.INFO)
    elif anchor := anchors(text).get(wanted):
        group_message = say(
            "{count:,} links lead to HTML anchors in {path}, which Obsidian does not support",
            path=note.path,
        )
        yield Finding(edge.span, message, _hint_on_anchor(note, text, anchor), group_message)
    elif heading := heading_of_slug(note, wanted):
        yield _on_slug(graph, edge, note, heading, message)
    else:
        yield Finding(edge.span, message, _hint(note, wanted))


def _on_slug(graph: VaultGraph, edge: Edge, note: Note, heading: str, message: Message) -> Finding:
    """The finding about the link of *edge*, which names *heading* of *note* by its slug."""
    if edge.link.syntax != "wikilink" and graph.vault.is_web_site:
        hint = say("this may work on the web site")
        return Finding(edge.span, message, hint, _ON_SITE, Severity.INFO)
    if is_a_link(note, heading):
        group_message = say(
            "{count:,} links name headings of {path} by the display text of a link in them",
            path=note.path,
        )
        hint = say(
            "that heading contains a link, whose target counts too; write #{heading}",
            heading=heading,
        )
    else:
        group_message = say(
            "{count:,} links name headings of {path} by slugs, which Obsidian does not support",
            path=note.path,
        )
        hint = say("Obsidian does not support heading slugs; write #{heading}", heading=heading)
    return Finding(edge.span, message, hint, group_message, fix=_fix(graph, edge, heading))


def _hint_on_anchor(note: Note, text: str, anchor: int) -> Message:
    """What to link to instead of the *anchor*: the heading directly below it."""
    below = [heading for heading in note.headings if heading.start >= anchor][:1]
    direct = [each for each in below if not _TAGS.sub("", text[anchor : each.start]).strip()]
    if direct:
        heading = subpath_of(direct[0].text)
        return say("Obsidian does not support HTML anchors; write #{heading}", heading=heading)
    return say(
        "Obsidian does not support HTML anchors; link to a heading, or to a block by its ^id"
    )


def _fix(graph: VaultGraph, edge: Edge, heading: str) -> Fix | None:
    """The link of *edge* with *heading* for its subpath, in the form that it is written in."""
    if edge.link.syntax not in _FIXED_SYNTAXES or edge.source in graph.vault.canvases:
        return None
    text = with_subpath(graph.written(edge), f"#{heading}")
    return Fix(text) if text else None


def _hint(note: Note, wanted: str) -> str:
    if not note.headings:
        return say("that note has no headings at all")
    if similar := similar_headings(note, wanted.rpartition("#")[2]):
        return did_you_mean([f"#{heading}" for heading in similar])
    headings = [f"#{subpath_of(heading.text)}" for heading in note.headings]
    return say("it has {names}", names=join(", ", headings)) if len(headings) <= _MAX_NAMED else ""
