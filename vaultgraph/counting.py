"""A vault and its flashcards in numbers."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.graph import structure as shape

__all__ = ["CardCount", "Statistics", "statistics"]


class CardCount(NamedTuple):
    """The cards of one deck, plugin and style in numbers.

    `without_id` are those that Anki should know and does not; `due` those whose schedule, written
    in their note, says that they are due by now.
    """

    deck: str
    plugin: str
    style: str
    notes: int
    cards: int
    without_id: int
    due: int


class Statistics(NamedTuple):
    """A vault in numbers.

    `links` are those of notes, properties and canvases, `broken` the ones that lead nowhere;
    `tags` counts each tag once.  `components` are the sizes of the parts that no link joins,
    `most_connected` the notes with most neighbours and their number, `cut_notes` those without
    which others lose the rest (articulation points), and how many do, `communities` groups of
    notes that link each other.  `has_settings` says whether Obsidian_to_Anki has left settings,
    `styles` by which style it looks for the cards of which note type.  Cards of `unread_plugins`
    are not counted.
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
    """Count what the vault of *graph* holds; decks and styles come by name."""
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
        communities=shape.find_communities(joined),
        cards=_card_counts(graph),
        has_settings=vault.card_finder.settings.found,
        styles=vault.card_finder.styles,
        unread_plugins=vault.unread_card_plugins,
    )


def _card_counts(graph: VaultGraph) -> tuple[CardCount, ...]:
    """The cards of each kind in numbers; of many, no more is kept than these."""
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
