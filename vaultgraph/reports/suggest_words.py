"""The reasons for suggested links, in the words that all formats share."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.link_fixes import wikilink
from vaultgraph.graph.relation_types import RelationTypes
from vaultgraph.messages import Message, all_of, join, say, say_count
from vaultgraph.suggesting import Mention, Suggestion

__all__ = [
    "count_mentions",
    "count_suggestions",
    "name",
    "reasons",
    "relation_line",
    "times",
]

_MAX_NAMES = 3
_MAX_WORDS = 5


def name(graph: VaultGraph, path: str) -> str:
    """Return the display name of the note at *path*."""
    return graph.label(graph.vault.notes[path])


def count_suggestions(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} suggested link", "{count:,} suggested links", number)


def count_mentions(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count(
        "{count:,} note named without a link", "{count:,} notes named without a link", number
    )


def times(mention: Mention) -> Message:
    """Return how often the target of *mention* is named."""
    return say_count("named once", "named {count:,} times", len(mention.places))


def reasons(graph: VaultGraph, suggestion: Suggestion) -> Iterator[Message]:
    """Yield why the source of *suggestion* may lack a link to its target, the best reason first."""
    if suggestion.mention:
        yield times(suggestion.mention)
    if suggestion.backmention:
        yield say("it names this note")
    linked, notes = suggestion.folder
    if linked:
        yield say(
            "this note links to {linked:,} of the {notes:,} notes of its folder",
            linked=linked,
            notes=notes,
        )
    if suggestion.neighbours:
        names = [name(graph, path) for path in suggestion.neighbours[:_MAX_NAMES]]
        yield say("both are linked with {names}", names=_listed(names, suggestion.neighbours))
    if suggestion.words:
        words = suggestion.words[:_MAX_WORDS]
        yield say("both speak of {words}", words=_listed(words, suggestion.words))
    if suggestion.images:
        count = len(suggestion.images)
        yield say_count("both show {count:,} image", "both show {count:,} images", count)


def _listed(shown: Sequence[str], all_of_them: Sequence[str]) -> Message | str:
    """Return *shown*, and how many more there are."""
    left = len(all_of_them) - len(shown)
    if not left:
        return all_of(shown)
    return say("{names} and {number:,} more", names=join(", ", shown), number=left)


def relation_line(graph: VaultGraph, found: Sequence[Suggestion]) -> str:
    """Return a line with the vault's usual relation to the best of *found*; empty without one.

    That is its most frequent relation that means the same in both directions.
    """
    types = RelationTypes(graph.settings)
    kinds = [relation.kind for relation in graph.relations if types.is_mutual(relation.kind)]
    sure = [each for each in found if each.mention or each.neighbours][:_MAX_NAMES]
    links = [*filter(None, (wikilink(graph, each.source, each.target) for each in sure))]
    if not kinds or not links:
        return ""
    kind = max(sorted({*kinds}), key=kinds.count)
    return f"{kind}: {', '.join(links)}"
