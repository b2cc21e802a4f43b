"""What the map shows of a graph: its notes and the links between them, as plain values."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.graph import Edge, VaultGraph, kinds
from vaultgraph.graph.causes import Cause
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Card, Note
from vaultgraph.reading import IMAGES, is_image

__all__ = ["MapLink", "MapNote", "Scene", "compose"]

_FILES = IMAGES | {
    *("3gp", "base", "canvas", "css", "csv", "docx", "excalidraw", "flac", "html", "json", "m4a"),
    *("mkv", "mov", "mp3", "mp4", "ogg", "ogv", "pdf", "pptx", "tif", "tiff", "txt", "wav"),
    *("webm", "xlsx", "zip"),
}
_CARD_MARK = "#flashcard"
_MOST_THINNED = 60


class MapNote(NamedTuple):
    """A note of the map; `path` is empty for one that is linked but not written yet."""

    label: str
    path: str
    folder: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    images: tuple[str, ...] = ()


class MapLink(NamedTuple):
    """A link in the order of study: `before` leads to `after`, both places in the scene's notes.

    `kind` is the relation's label, empty for a plain link.  `direction` is that of the relation: 0
    if it has none, -1 if it is written in the note it leads to, as prerequisites are.  A plain link
    is `implied` where relations lead from one of its notes to the other: it shows nothing new.
    """

    before: int
    after: int
    kind: str = ""
    direction: int = 0
    implied: bool = False


class Scene(NamedTuple):
    """All that is drawn; relations come before plain links."""

    title: str
    notes: tuple[MapNote, ...]
    links: tuple[MapLink, ...]


def compose(graph: VaultGraph) -> Scene:
    """Choose what of *graph* belongs on its map."""
    shown = [note for note in graph.notes if note.path not in graph.vault.excluded]
    notes = [_map_note(graph, note) for note in shown]
    index = {note.path: number for number, note in enumerate(shown)}
    missing = {edge.link.path for edge in graph.broken_by_cause.get(Cause.FILE, ())}
    unwritten = {fold(path): path for path in sorted(missing) if _may_be_note(path)}
    for name, path in unwritten.items():
        index["?" + name] = len(notes)
        notes.append(MapNote(path.strip("/").rpartition("/")[2].removesuffix(".md"), ""))
    relations = [*_relations(graph, index)]
    plain = _plain_links(graph, index, relations)
    if len(notes) <= _MOST_THINNED:
        plain = _thinned(plain, relations)
    return Scene(graph.vault.name, tuple(notes), (*relations, *plain))


def _map_note(graph: VaultGraph, note: Note) -> MapNote:
    cards = note.cards
    decks = Counter(card.deck for card in cards).most_common(1)
    tags = dict.fromkeys((*note.frontmatter_tags, *(tag.name for tag in note.tags)))
    tags.pop(_CARD_MARK, None)
    targets = (edge.target for edge in graph.outgoing[note.path].edges)
    images = dict.fromkeys(target for target in targets if target and is_image(target))
    deck = decks[0][0] if decks else ""
    label = graph.label(note)
    return MapNote(label, note.path, note.folder, deck, tuple(tags), cards, tuple(images))


def _may_be_note(path: str) -> bool:
    _, dot, extension = path.rpartition(".")
    return bool(path.strip("/ ")) and not (dot and extension.lower() in _FILES)


def _relations(graph: VaultGraph, index: Mapping[str, int]) -> Iterator[MapLink]:
    spelling: dict[str, str] = {}
    found: dict[MapLink, None] = {}
    for relation in graph.relations:
        source, target = _ends(relation.edge, index)
        if source is None or target is None or source == target:
            continue
        kind = spelling.setdefault(kinds.key(relation.kind), relation.kind)
        ends = (target, source) if relation.direction < 0 else (source, target)
        found[MapLink(*ends, kind, relation.direction)] = None
    yield from found


def _plain_links(
    graph: VaultGraph, index: Mapping[str, int], relations: Sequence[MapLink]
) -> Iterator[MapLink]:
    """Yield one link for each pair of notes that no relation of the same note joins already."""
    seen = {(r.after, r.before) if r.direction < 0 else r[:2] for r in relations}
    for edge in graph.edges:
        source, target = _ends(edge, index)
        if source is None or target is None or source == target or (source, target) in seen:
            continue
        seen.add((source, target))
        yield MapLink(source, target)


def _thinned(plain: Iterable[MapLink], relations: Sequence[MapLink]) -> Iterator[MapLink]:
    """Yield *plain* links, those marked that only repeat what *relations* lead to anyway."""
    following: defaultdict[int, list[int]] = defaultdict(list)
    for relation in relations:
        following[relation.before].append(relation.after)
    reached: dict[int, frozenset[int]] = {}
    for link in plain:
        for note in link[:2]:
            if note not in reached:
                reached[note] = _reached(note, following)
        implied = link.after in reached[link.before] or link.before in reached[link.after]
        yield link._replace(implied=implied)


def _reached(note: int, following: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """All notes that some way along *following* leads to from *note*."""
    found: set[int] = set()
    waiting = [note]
    while waiting:
        for after in following.get(waiting.pop(), ()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return frozenset(found)


def _ends(edge: Edge, index: Mapping[str, int]) -> tuple[int | None, int | None]:
    target = edge.target if edge.target is not None else "?" + fold(edge.link.path)
    return index.get(edge.source), index.get(target)
