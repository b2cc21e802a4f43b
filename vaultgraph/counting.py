"""Statistics of a vault and its flashcards."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.graph import structure as shape

__all__ = ["CardCount", "Statistics", "statistics"]


class CardCount(NamedTuple):
    """The number of cards of one deck, plugin and style.

    `without_id` counts the cards that belong in Anki but have no ID; `due` those that are due today
    or earlier according to the schedule in their note.
    """

    deck: str
    plugin: str
    style: str
    notes: int
    cards: int
    without_id: int
    due: int


class Statistics(NamedTuple):
    """The statistics of a vault.

    `links` counts those of notes, properties and canvases, `broken` the unresolved ones; `tags`
    counts each tag once. `components` are the sizes of the connected components. `most_connected`
    are the notes with the most neighbours and their number. `cut_notes` are the articulation
    points, with the number of notes that would be cut off from the rest. `communities` are groups
    of notes that link each other.

    `has_settings` is whether settings of Obsidian_to_Anki were found; `styles` are the style and
    the note type of the cards that are looked for. Cards of `unread_plugins` are not counted.
    """

    vault: str
    notes: int
    canvases: int
    attachments: int
    links: int
    broken: int
    relations: int
    tags: int
    orphans: int
    components: tuple[int, ...]
    most_connected: tuple[tuple[str, int], ...]
    cut_notes: tuple[tuple[str, int], ...]
    communities: tuple[tuple[str, ...], ...]
    cards: tuple[CardCount, ...]
    has_settings: bool
    styles: tuple[tuple[str, str], ...]
    unread_plugins: tuple[str, ...]


def statistics(graph: VaultGraph) -> Statistics:
    """Return the statistics of *graph*; decks and styles are sorted by name."""
    vault = graph.vault
    tags = {tag.name.lower() for note in graph.notes for tag in note.tags}
    joined = shape.find_neighbourhood(graph.vault.notes, graph.linked_notes)
    own = {tag.lower() for note in graph.notes for tag in note.frontmatter_tags}
    return Statistics(
        vault=vault.name,
        notes=len(vault.notes),
        canvases=len(vault.canvases),
        attachments=len(vault.files),
        links=sum(len(links.targets) for links in graph.outgoing.values()),
        broken=sum(links.targets.count(None) for links in graph.outgoing.values()),
        relations=len(graph.relations),
        tags=len(tags | own),
        orphans=len(graph.orphans),
        components=shape.find_components(joined),
        most_connected=shape.find_most_connected(joined),
        cut_notes=shape.find_cut_notes(joined),
        communities=graph.communities,
        cards=_card_counts(graph),
        has_settings=vault.card_finder.settings.found,
        styles=vault.card_finder.styles,
        unread_plugins=vault.unread_card_plugins,
    )


def _card_counts(graph: VaultGraph) -> tuple[CardCount, ...]:
    """Count the cards by deck, plugin and style, without keeping the cards in memory."""
    notes: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    counts: defaultdict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    today = date.today().isoformat()
    for note, card in graph.cards:
        kind = card.deck, card.plugin, card.style
        notes[kind].add(note.path)
        count = counts[kind]
        count[0] += 1
        count[1] += card.lacks_id
        count[2] += "" < card.due <= today
    return tuple(
        CardCount(*kind, len(paths), *counts[kind]) for kind, paths in sorted(notes.items())
    )
