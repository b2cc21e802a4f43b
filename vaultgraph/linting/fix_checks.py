"""Verify fixes: the fixed text is parsed again before anything is written.

A rule creates a fix from what it knows about one link; only the parser knows what it does to the
note. A fix is kept if the links in its place resolve, and the rest of the note means the same: the
same other links, the same cards with the same IDs, the same problems.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from typing import Any

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.subpaths import has_block, has_heading
from vaultgraph.model import Diagnostic, Link, Note
from vaultgraph.reading import parse_source

__all__ = ["find_failed_fixes"]

Span = tuple[int, int]

_OUTSIDE_FIXES = -1


def find_failed_fixes(
    graph: VaultGraph, path: str, before: str, after: str, fixed: Sequence[tuple[Diagnostic, Span]]
) -> list[Diagnostic]:
    """Return those of the diagnostics *fixed* whose fixes must be dropped.

    Each comes with the span of its fix in *after*; *before* was the text of the note or canvas at
    *path*. All are dropped if the rest of the text has changed its meaning.
    """
    cards = graph.vault.flashcards
    old, new = (parse_source(path, text, cards) for text in (before, after))
    named = _links_in(old, [(found.span.start, found.span.end) for found, _ in fixed])
    written = _links_in(new, [span for _, span in fixed])
    if _rest(old, named[_OUTSIDE_FIXES]) != _rest(new, written[_OUTSIDE_FIXES]):
        return [found for found, _ in fixed]
    return [
        found
        for number, (found, _) in enumerate(fixed)
        if not _resolves(graph, new, found, named[number], written[number])
    ]


def _links_in(note: Note, spans: Sequence[Span]) -> Mapping[int, list[Link]]:
    """Group the links of *note* by the index of the one of *spans*, sorted, that they overlap."""
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in note.links:
        number = bisect_left(spans, link.end, key=itemgetter(0)) - 1
        is_in_fix = number >= 0 and link.start < spans[number][1]
        links[number if is_in_fix else _OUTSIDE_FIXES].append(link)
    return links


def _rest(note: Note, links: Sequence[Link]) -> Any:
    """The meaning of *note* with these *links*, without offsets."""
    parsed = note.parsed
    cards = [(card.id, card.style, card.note_type) for card in parsed.cards]
    problems = [(problem.kind, problem.message) for problem in parsed.problems]
    named = [(link.target, *link[3:]) for link in links]
    suppressed = [names for names, _ in parsed.suppressions]
    return named, cards, len(parsed.headings), len(parsed.blocks), problems, suppressed


def _resolves(
    graph: VaultGraph, note: Note, found: Diagnostic, old: Sequence[Link], new: Sequence[Link]
) -> bool:
    """Whether each of the links *new* in *note* resolves to a file, and its subpath exists.

    A subpath that was in the *old* links as well need not exist. If there was a link before, there
    must be one now, or a web address.
    """
    # A fix that made a link unreadable would hide the finding instead of resolving it.
    if old and not new:
        return found.fix is not None and "://" in found.fix.text
    old_parts = {link.subpath for link in old}
    return all(_is_resolved(graph, note, link, old_parts) for link in new)


def _is_resolved(graph: VaultGraph, note: Note, link: Link, old_parts: Collection[str]) -> bool:
    is_path = link.syntax == "canvas"
    resolver = graph.resolver
    target = resolver.exact(link.path) if is_path else resolver.resolve(link.path, note.path)
    if target is None:
        return False
    named = note if target == note.path else graph.vault.notes.get(target)
    subpath = link.subpath
    if named is None or not subpath.strip("# ") or subpath in old_parts:
        return True
    if subpath.startswith("#^"):
        return has_block(named, subpath[2:])
    return has_heading(named, subpath)
