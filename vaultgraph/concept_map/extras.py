"""Optional nodes of a map: the attachments, tags and cards of its notes."""

from collections.abc import Collection, Iterator

from vaultgraph.concept_map.scene import MapLink, MapNote, Scene
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import is_image

__all__ = ["find_extras"]


def find_extras(graph: VaultGraph, scene: Scene, show: Collection[str]) -> Scene:
    """Add the types of nodes in *show* to *scene*, linked from the notes that have them."""
    drawn, links = list(scene.notes), list(scene.links)
    numbers: dict[str, int] = {}
    for number, note in enumerate(scene.notes):
        if note.kind:
            continue
        for name, extra in _extras_of(graph, note, show):
            place = numbers.setdefault(name, len(drawn))
            if place == len(drawn):
                drawn.append(extra)
            links.append(MapLink(number, place))
    return scene._replace(notes=tuple(drawn), links=tuple(links))


def _extras_of(
    graph: VaultGraph, note: MapNote, show: Collection[str]
) -> Iterator[tuple[str, MapNote]]:
    """Yield the extra nodes of *note*, each with a unique key."""
    if "attachments" in show:
        for path in _attachments(graph, note.path):
            yield f"attachment {path}", _attachment(path)
    if "tags" in show:
        for tag in note.tags:
            yield f"tag {tag}", MapNote(tag, "", kind="tag")
    if "cards" in show:
        for number, card in enumerate(note.cards):
            where = (note.path, note.folder, card.deck, note.tags)
            extra = MapNote(card.title, *where, cards=(card,), kind="card", marks=note.marks)
            yield f"card {number} {note.path}", extra


def _attachments(graph: VaultGraph, path: str) -> list[str]:
    """Return the files that the note at *path* links or embeds, in text order."""
    files = graph.vault.attachments
    targets = dict.fromkeys(graph.outgoing[path].targets)
    return [target for target in targets if target is not None and target in files]


def _attachment(path: str) -> MapNote:
    folder, _, name = path.rpartition("/")
    images = (path,) if is_image(path) else ()
    return MapNote(name, path, folder, images=images, kind="attachment")
