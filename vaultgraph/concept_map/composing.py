"""Compose the scene of a map: the notes and links of a graph to draw."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from vaultgraph.concept_map.extras import find_extras
from vaultgraph.concept_map.implied import add_implied_links
from vaultgraph.concept_map.scene import MapLink, MapNote, NoteCards, Scene
from vaultgraph.concept_map.selection import WHOLE, Selection, select_notes
from vaultgraph.graph import VaultGraph
from vaultgraph.graph import relation_types as kinds
from vaultgraph.graph.outgoing import OutgoingLinks
from vaultgraph.graph.resolve import fold
from vaultgraph.graph.tags import find_usual_spellings
from vaultgraph.model import Note
from vaultgraph.reading import IMAGES, is_image

__all__ = ["compose"]

_FILES = IMAGES | {
    *("3gp", "base", "canvas", "css", "csv", "docx", "excalidraw", "flac", "html", "json", "m4a"),
    *("mkv", "mov", "mp3", "mp4", "ogg", "ogv", "pdf", "pptx", "tif", "tiff", "txt", "wav"),
    *("webm", "xlsx", "zip"),
}
_CARD_MARK = "#flashcard"
_PROPERTY = "vaultgraph-map"


def compose(graph: VaultGraph, selection: Selection = WHOLE) -> Scene:
    """Return the part of *graph* that matches *selection*.

    Raises UsageError if a name in it is unknown, or if nothing is left.
    """
    selection.check()
    excluded = graph.vault.excluded
    shown = [n for n in graph.notes if n.path not in excluded and _may_be_shown(n)]
    usual = find_usual_spellings(graph.notes)
    marking = {_CARD_MARK, *graph.vault.card_finder.tags}
    notes = [_map_note(graph, note, usual, marking) for note in shown]
    index = {note.path: number for number, note in enumerate(shown)}
    if "unresolved" in selection.show:
        missing = [*_missing_notes(graph, index)]
        index |= {"?" + fold(path): len(notes) + n for n, path in enumerate(missing)}
        notes += _unresolved_notes(missing, (note.name for note in shown))
    relations = [*_relations(graph, index)]
    plain = _plain_links(graph, index, relations)
    whole = Scene(graph.vault.name, tuple(notes), (*relations, *plain))
    return add_implied_links(select_notes(find_extras(graph, whole, selection.show), selection))


def _may_be_shown(note: Note) -> bool:
    """Whether no property of *note* leaves it out: `vaultgraph-map: false`."""
    return note.properties.get(_PROPERTY) is not False


def _map_note(
    graph: VaultGraph, note: Note, usual: Mapping[str, str], marking: Collection[str]
) -> MapNote:
    cards = NoteCards(note) if note.summary.ids else ()
    decks = Counter(card.deck for card in cards).most_common(1)
    tags = dict.fromkeys(usual[name] for name in note.summary.tags)
    marks = tuple(tag for tag in tags if tag.lower() in marking)
    targets = graph.outgoing[note.path].targets
    images = dict.fromkeys(target for target in targets if target and is_image(target))
    return MapNote(
        graph.label(note),
        note.path,
        note.folder,
        decks[0][0] if decks else "",
        tuple(tag for tag in tags if tag not in marks),
        note.aliases,
        cards,
        tuple(images),
        marks=marks,
    )


def _unresolved_notes(missing: Iterable[str], names: Iterable[str]) -> Iterator[MapNote]:
    """Yield a note for each link path in *missing*.

    One whose name another one has, or one of the *names* of notes, is called by its folder, too.
    """
    targets = [path.strip("/").removesuffix(".md") for path in missing]
    parts = [target.rpartition("/") for target in targets]
    called = Counter(map(fold, (*names, *(name for _, _, name in parts))))
    for target, (folder, _, name) in zip(targets, parts, strict=True):
        label = name if called[fold(name)] == 1 else f"{name} ({folder or '/'})"
        yield MapNote(label, "", kind="unresolved", target=target)


def _missing_notes(graph: VaultGraph, index: Mapping[str, int]) -> Iterator[str]:
    """Yield the link paths of missing notes, each in one spelling."""
    edges = graph.missing_files
    missing = {edge.link.path for edge in edges if edge.source in index}
    spelling = {fold(path): path for path in sorted(missing) if _may_be_note(path)}
    yield from spelling.values()


def _may_be_note(path: str) -> bool:
    _, dot, extension = path.rpartition(".")
    return bool(path.strip("/ ")) and not (dot and extension.lower() in _FILES)


def _relations(graph: VaultGraph, index: Mapping[str, int]) -> Iterator[MapLink]:
    spelling: dict[str, str] = {}
    found: dict[MapLink, None] = {}
    for relation in graph.relations:
        source = index.get(relation.source)
        target = _target(relation.links, relation.link_index, index)
        if source is None or target is None or source == target:
            continue
        kind = spelling.setdefault(kinds.normalize_label(relation.kind), relation.kind)
        ends = (target, source) if relation.direction < 0 else (source, target)
        found[MapLink(*ends, kind, relation.direction)] = None
    yield from found


def _plain_links(
    graph: VaultGraph, index: Mapping[str, int], relations: Sequence[MapLink]
) -> Iterator[MapLink]:
    """Yield a link for each pair of linked notes that has no relation in the same direction."""
    related = {(r.after, r.before) if r.direction < 0 else r[:2] for r in relations}
    for path, links in graph.outgoing.items():
        source = index.get(path)
        if source is None:
            continue
        targets = (_target(links, place, index) for place in range(len(links.targets)))
        for target in dict.fromkeys(targets):
            if target is not None and target != source and (source, target) not in related:
                yield MapLink(source, target)


def _target(links: OutgoingLinks, place: int, index: Mapping[str, int]) -> int | None:
    """Return the number of the note that the link at *place* among *links* leads to.

    The link itself, of which a vault may have a million, is read only if its target is missing.
    """
    target = links.targets[place]
    return index.get("?" + fold(links.edge(place).link.path) if target is None else target)
