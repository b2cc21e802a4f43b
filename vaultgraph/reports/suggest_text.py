"""Suggested links of a note, and unlinked mentions of a vault, as text."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Span
from vaultgraph.reports.arrows import Places
from vaultgraph.reports.suggest_words import (
    count_mentions,
    count_suggestions,
    name,
    reasons,
    relation_line,
    times,
)
from vaultgraph.reports.terminal import Style, visible
from vaultgraph.suggesting import Mention, MissingLinks, quotation

__all__ = ["render", "render_vault"]

_MAX_MENTIONS, _MAX_NAMES = 20, 10


def render(
    missing: MissingLinks, path: str, style: Style, language: Language, *, folder: str = ""
) -> str:
    """Return the suggestions for the note at *path*; places are below *folder*."""
    graph, places, found = missing.graph, Places(missing.graph, folder), missing.suggest(path)
    lines = [_title(graph, path, count_suggestions(len(found)), style, language)]
    for suggestion in found:
        why = language.say(join("; ", [*reasons(graph, suggestion)]))
        title = style.paint("36", visible(name(graph, suggestion.target)))
        lines += ["", f"  {title}", *([f"    {visible(why)}"] if why else [])]
        if suggestion.mention:
            lines.append(_quoted(graph, suggestion.mention, places, style))
    if line := relation_line(graph, found):
        lines += ["", "  " + language.say(say("as a line: {line}", line=visible(line)))]
    return "\n".join(lines) + "\n"


def render_vault(
    missing: MissingLinks, style: Style, language: Language, *, folder: str = ""
) -> str:
    """Return the unlinked mentions of the vault of *missing*, the strongest first."""
    graph, places = missing.graph, Places(missing.graph, folder)
    mentions = missing.ranked_mentions
    counts = language.say(count_mentions(len(mentions)))
    lines = [f"{style.paint('1', visible(graph.vault.name))}: {counts}"]
    for mention in mentions[:_MAX_MENTIONS]:
        pair = f"{visible(name(graph, mention.source))} → {visible(name(graph, mention.target))}"
        number = language.say(times(mention))
        lines += ["", f"  {style.paint('36', pair)}  {number}"]
        lines.append(_quoted(graph, mention, places, style))
    if left := len(mentions) - _MAX_MENTIONS:
        lines += ["", "  " + language.say(_more(left))] if left > 0 else []
    lines += _never_linked(missing, style, language)
    return "\n".join(lines) + "\n"


def _never_linked(missing: MissingLinks, style: Style, language: Language) -> Iterator[str]:
    found = missing.never_linked
    if not found:
        return
    yield from ("", style.paint("1", language.say(say("Named but never linked"))))
    for path, sources in found[:_MAX_NAMES]:
        count = say_count("in {count:,} note", "in {count:,} notes", len(sources))
        yield f"  {visible(name(missing.graph, path))}  {language.say(count)}"
    if len(found) > _MAX_NAMES:
        yield "  " + language.say(_more(len(found) - _MAX_NAMES))


def _title(graph: VaultGraph, path: str, counts: Message, style: Style, language: Language) -> str:
    return f"{style.paint('1', visible(name(graph, path)))}: {language.say(counts)}"


def _quoted(graph: VaultGraph, mention: Mention, places: Places, style: Style) -> str:
    before, written, after = map(visible, quotation(graph, mention))
    place = places(Span(mention.source, *mention.places[0]))
    return f"    {style.paint('2', place)}  {before}{style.paint('1', written)}{after}"


def _more(number: int) -> Message:
    return say("… and {number:,} more", number=number)
