"""Find the plain links of a small map that relations already imply."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from vaultgraph.concept_map.scene import Scene

__all__ = ["add_implied_links"]

_MAX_NOTES = 60


def add_implied_links(scene: Scene) -> Scene:
    """Mark plain links of *scene* whose notes are also connected by a path of relations."""
    if len(scene.notes) > _MAX_NOTES:
        return scene
    following: defaultdict[int, list[int]] = defaultdict(list)
    for link in scene.links:
        if link.kind:
            following[link.before].append(link.after)
    reached = [_reached(note, following) for note in range(len(scene.notes))]
    links = (
        link._replace(
            implied=not link.kind
            and (link.after in reached[link.before] or link.before in reached[link.after])
        )
        for link in scene.links
    )
    return scene._replace(links=tuple(links))


def _reached(note: int, following: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """Return all notes reachable from *note* along *following*."""
    found: set[int] = set()
    waiting = [note]
    while waiting:
        for after in following.get(waiting.pop(), ()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return frozenset(found)
