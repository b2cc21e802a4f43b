"""Suggested links and unlinked mentions as a note for the vault.

Like every report, it has a property that excludes its links from the graph.
"""

from itertools import groupby

from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.messages import Message, join, say
from vaultgraph.model import REPORT_PROPERTY
from vaultgraph.reports.markdown import linked, plain
from vaultgraph.reports.suggest_words import (
    count_mentions,
    count_suggestions,
    reasons,
    relation_line,
    times,
)
from vaultgraph.suggesting import Mention, MissingLinks, quotation

__all__ = ["render", "render_vault"]


def render(missing: MissingLinks, path: str, language: Language) -> str:
    """Return the suggestions for the note at *path* as a note."""
    graph, found = missing.graph, missing.suggest(path)
    lines = [_head(language, count_suggestions(len(found))), f"\n{linked(path)}\n\n"]
    for suggestion in found:
        why = plain(language.say(join("; ", [*reasons(graph, suggestion)])))
        lines.append(f"- [ ] {linked(suggestion.target)}{f' – {why}' if why else ''}\n")
    if line := relation_line(graph, found):
        lines.append(f"\n```\n{line}\n```\n")
    return "".join(lines)


def render_vault(missing: MissingLinks, language: Language) -> str:
    """Return the unlinked mentions of the vault of *missing* as a note, by source."""
    mentions = sorted(missing.ranked_mentions, key=lambda mention: mention.source)
    lines = [_head(language, count_mentions(len(mentions)))]
    for source, found in groupby(mentions, key=lambda mention: mention.source):
        lines.append(f"\n## {linked(source)}\n\n")
        lines += (_mention(missing.graph, mention, language) for mention in found)
    return "".join(lines)


def _head(language: Language, counts: Message) -> str:
    title = language.say(say("Suggested links"))
    return f"---\n{REPORT_PROPERTY}: 1\n---\n# {title}\n\n{language.say(counts)}\n"


def _mention(graph: VaultGraph, mention: Mention, language: Language) -> str:
    before, written, after = map(plain, quotation(graph, mention))
    number = language.say(times(mention))
    return f"- [ ] {linked(mention.target)} – {number}: {before}**{written}**{after}\n"
