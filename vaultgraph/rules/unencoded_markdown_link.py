"""The rule `unencoded-markdown-link`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.link_fixes import spelled
from vaultgraph.graph.subpaths import has_block, has_heading
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, InvalidLink, Note, Severity, Span
from vaultgraph.reading import encode, file_extension, markdown_target
from vaultgraph.rules import rule

_SIZE = lazy_re(r" =\d*x?\d*\Z")


@rule(
    Severity.WARNING,
    plural(
        "{count:,} link with a space in its target", "{count:,} links with a space in their target"
    ),
    on="note",
    of="invalid_links",
)
def unencoded_markdown_link(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A Markdown link has an unencoded space in its target, so it is not a link.

    Obsidian shows it as plain text.  Only one that names a file of the vault, or a heading of the
    note, is reported.

    Bad::

        -- Heat.md --
        See [the laws](My laws.md).
        -- My laws.md --
        Nothing is lost.

    Good::

        -- Heat.md --
        See [the laws](My%20laws.md) or [them](<My laws.md>).
        -- My laws.md --
        Nothing is lost.

    When it is wrong to worry: brackets and parentheses can follow each other in any text.  Where
    the words in the parentheses name nothing, they are just words; with a space between the
    brackets and the parentheses, or in code, it is not a link either.

    Fine::

        -- Heat.md --
        It is known [1](see the laws below) and proved [ ] (not now).
        Write `[the laws](My laws.md)`, or [the laws] (My laws.md).
        -- My laws.md --
        Nothing is lost.
    """
    for link in note.invalid_links:
        destination, encoded = _meant(graph, note, link.destination.strip())
        if encoded:
            is_there = _leads_somewhere(graph, note, encoded)
            text = _rewritten(graph, note, link, destination, encoded) if is_there else ""
            yield Finding(
                Span(note.path, link.start, link.end),
                say("unencoded space in the link target"),
                say("write ({target})", target=encoded),
                fix=Fix(text) if text else None,
            )


def _meant(graph: VaultGraph, note: Note, written: str) -> tuple[str, str]:
    """The destination in *written*, and how to encode it; both empty if it names nothing.

    Parentheses at the end are a title, unless they are part of a name.
    """
    untitled = written.rpartition(" (")[0].rstrip() if written.endswith(")") else ""
    for destination in filter(None, (written, untitled)):
        if encoded := _encoded(graph, note, destination):
            return destination, encoded
    return "", ""


def _encoded(graph: VaultGraph, note: Note, destination: str) -> str:
    """The *destination* as a link to what it names; empty if it names nothing."""
    path, mark, fragment = destination.partition("#")
    fragment = markdown_target(f"#{fragment}") if mark else ""
    if not path:
        is_known = fragment.strip("# ") and has_heading(note, fragment)
        return "#" + encode(fragment[1:]) if is_known else ""
    bare = _SIZE.sub("", path.rstrip())
    for name in (bare, markdown_target(bare)):
        target = graph.resolver.resolve(name, note.path) if name else None
        if target and (file_extension(name) or _has_part(graph, target, fragment)):
            part = f"#{encode(fragment[1:])}" if fragment else ""
            return encode(spelled(graph, name, target)) + part
    return ""


def _leads_somewhere(graph: VaultGraph, note: Note, encoded: str) -> bool:
    """Whether the *encoded* destination names nothing that is missing."""
    path, _, fragment = markdown_target(encoded).partition("#")
    target = graph.resolver.resolve(path, note.path)
    return target is None or _has_part(graph, target, f"#{fragment}")


def _has_part(graph: VaultGraph, path: str, fragment: str) -> bool:
    """Whether the file at *path* has the heading or block that *fragment* names, if any."""
    target = graph.vault.notes.get(path)
    if target is None or not fragment.strip("# "):
        return True
    if fragment.startswith("#^"):
        return has_block(target, fragment[2:])
    return has_heading(target, fragment)


def _rewritten(
    graph: VaultGraph, note: Note, link: InvalidLink, destination: str, encoded: str
) -> str:
    """The text of *link*, *encoded*; empty if it has a size, which a link cannot hold."""
    written = graph.vault.text(note.path)[link.start : link.end]
    found = [*re.finditer(rf"\][(:][ \t]*(?P<old>{re.escape(destination)})", written)]
    if not found or _SIZE.search(destination):
        return ""
    start, end = found[-1].span("old")
    rest = written[end:]
    return written[:start] + encoded + (rest.lstrip() if rest.strip() == ")" else rest)
