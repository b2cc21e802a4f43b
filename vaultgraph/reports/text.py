"""Diagnostics for people: where, what, the line itself, and how to mend it."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports.counts import counted, severity_counts
from vaultgraph.reports.crowds import Crowd, part

__all__ = ["Style", "findings", "render"]

_WIDEST_LINE = 100
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}


class Style(NamedTuple):
    """How to print: with colours and links, or plain."""

    colour: bool = False

    def paint(self, code: str, text: str) -> str:
        """The *text* in the ANSI colour *code*."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def link(self, address: str, text: str) -> str:
        """The *text* as a terminal hyperlink to *address*."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def render(
    graph: VaultGraph,
    diagnostics: Sequence[Diagnostic],
    *,
    spelled_out: Collection[str] = (),
    style: Style | None = None,
) -> str:
    """Return *diagnostics* as text; a crowd of a rule not in *spelled_out* takes one line."""
    style = style or Style()
    paragraphs = findings(graph, diagnostics, spelled_out, style)
    return "\n\n".join([*paragraphs, "\n".join(_summary(graph, diagnostics, style))]) + "\n"


def findings(
    graph: VaultGraph,
    diagnostics: Sequence[Diagnostic],
    spelled_out: Collection[str],
    style: Style,
) -> Iterator[str]:
    """Yield a paragraph for each file of *diagnostics*, and one for all crowds."""
    single, crowds = part(diagnostics, spelled_out)
    for _, group in groupby(single, key=lambda diagnostic: diagnostic.location.path):
        yield "\n".join(line for found in group for line in _diagnostic(graph, found, style))
    if crowds:
        yield "\n".join(line for crowd in crowds for line in _crowd(crowd, style))


def _diagnostic(graph: VaultGraph, diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    location, severity = diagnostic.location, diagnostic.severity
    place = style.paint("1", _visible(str(location) if diagnostic.source else location.path))
    if style.colour:
        place = style.link(_address(graph, location.path), place)
    yield (
        f"{place}: "
        f"{style.paint(_COLOURS[severity], str(severity))}: "
        f"{_visible(diagnostic.message)} {style.paint('2', f'[{diagnostic.rule}]')}"
    )
    if diagnostic.source.strip():
        yield from _source(diagnostic, style)
    if diagnostic.hint:
        yield f"      {style.paint('2', '=')} {_visible(diagnostic.hint)}"


def _source(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    """Yield the line and the carets under the part that is meant."""
    location, source = diagnostic.location, diagnostic.source
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(source)
    first = max(0, min(start - _WIDEST_LINE // 2, len(source) - _WIDEST_LINE))
    shown = source[first : first + _WIDEST_LINE]
    marked = shown[max(0, start - first) : max(start + 1, end) - first]
    more = "…" if first + _WIDEST_LINE < len(source) else ""
    yield f"{style.paint('2', f'{location.line:5} |')} {_visible(shown).rstrip()}{more}"
    carets = style.paint(_COLOURS[diagnostic.severity], "^" * max(1, _width(marked)))
    yield f"{style.paint('2', '      |')} {' ' * _width(shown[: start - first])}{carets}"


def _crowd(crowd: Crowd, style: Style) -> Iterator[str]:
    severity = style.paint(_COLOURS[crowd.severity], str(crowd.severity))
    yield f"{severity}: {_visible(crowd.sentence)} {style.paint('2', f'[{crowd.rule}]')}"
    yield f"      {style.paint('2', '=')} list them with --select {crowd.rule}"


def _summary(graph: VaultGraph, diagnostics: Sequence[Diagnostic], style: Style) -> Iterator[str]:
    cards = graph.cards
    known = {card.id for _, card in cards if card.id}
    parts = [counted(len(graph.notes), "note"), counted(len(graph.vault.files), "attachment")]
    if cards:
        with_cards = counted(len({note.path for note, _ in cards}), "note")
        parts.append(
            f"{counted(len(cards), 'card')} with {counted(len(known), 'ID')} in {with_cards}"
        )
    yield ", ".join(parts)
    counts = severity_counts(diagnostics)
    verdict = ", ".join(
        style.paint(_COLOURS[severity], text) if counts[severity] else text
        for severity, text in (
            (Severity.ERROR, counted(counts[Severity.ERROR], "error")),
            (Severity.WARNING, counted(counts[Severity.WARNING], "warning")),
            (Severity.INFO, f"{counts[Severity.INFO]:,} info"),
        )
    )
    yield verdict
    fixable = sum(diagnostic.fix is not None and diagnostic.fix.safe for diagnostic in diagnostics)
    if fixable:
        yield style.paint("2", f"{fixable:,} can be mended by --fix; --diff shows how")
    if diagnostics:
        worst = max(diagnostics, key=lambda diagnostic: diagnostic.severity)
        yield style.paint("2", f"every rule has a page: vaultgraph rules {worst.rule}")


def _visible(text: str) -> str:
    """The *text* on one line, with nothing in it that could steer a terminal."""
    return _UNPRINTABLE.sub("\ufffd", text).replace("\t", " ")


def _width(text: str) -> int:
    """How many columns *text* takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1
        for mark in text
    )


def _address(graph: VaultGraph, path: str) -> str:
    from urllib.parse import quote

    file = path.removesuffix(".md")
    return f"obsidian://open?vault={quote(graph.vault.name, safe='')}&file={quote(file, safe='')}"
