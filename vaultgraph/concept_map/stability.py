"""Keep the topics of the previous map, so that it stays stable when notes are added.

Existing notes keep their topic.  A new note gets the topic that it has most links to.  When a
quarter of all notes has been added like this, or a topic is gone, topics are found from scratch.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.previous_map import PreviousMap, PreviousNote, note_key
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.topics import NO_TOPIC

__all__ = [
    "StableTopics",
    "extend_topics",
    "is_unchanged",
    "known_places",
]

_RELAYOUT_SHARE = 0.25


class StableTopics(NamedTuple):
    """The topic of each note, and the `names` of the previous topics.

    `neighbours` are those of each note.  `old` notes are those of the previous map; `new` ones are
    ordered so that each follows one of its neighbours where possible.  `placed` is the number of
    notes added since the topics were found.
    """

    of: list[int]
    names: list[str]
    neighbours: Mapping[int, Sequence[int]]
    old: Mapping[int, PreviousNote]
    new: list[int]
    placed: int


def known_places(scene: Scene, previous: PreviousMap | None) -> dict[int, PreviousNote]:
    """Return the notes of *scene* that were on the *previous* map, by their index."""
    if not previous:
        return {}
    found = (
        (number, previous.notes.get(note_key(note))) for number, note in enumerate(scene.notes)
    )
    return {number: known for number, known in found if known}


def is_unchanged(scene: Scene, previous: PreviousMap) -> bool:
    """Whether *scene* has exactly the notes and links of the *previous* map."""
    keys = [note_key(note) for note in scene.notes]
    pairs = {(keys[link.before], keys[link.after]) for link in scene.links}
    return previous.notes.keys() == set(keys) and previous.links.keys() == pairs


def extend_topics(scene: Scene, previous: PreviousMap) -> StableTopics | None:
    """Return the topics of *scene*, from *previous* if known; None if they must be recomputed."""
    neighbours = _neighbours(scene)
    old = _settled(scene, previous, neighbours)
    new = [note for note in neighbours if note not in old]
    placed = previous.placed + len(new)
    of = [NO_TOPIC] * len(scene.notes)
    for note, known in old.items():
        of[note] = known.topic
    # A topic without notes would leave a circle around nothing, and its number unused.
    gone = {known.topic for known in previous.notes.values()} - {NO_TOPIC} - set(of)
    if gone or placed > _RELAYOUT_SHARE * len(neighbours):
        return None
    new = list(_order_by_neighbours(new, neighbours, old))
    for note in new:
        linked = Counter(of[other] for other in neighbours[note] if of[other] != NO_TOPIC)
        of[note] = linked.most_common(1)[0][0] if linked else max(of) + 1
    return StableTopics(of, previous.names, neighbours, old, new, placed)


def _neighbours(scene: Scene) -> dict[int, list[int]]:
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for link in scene.links:
        neighbours[link.before].append(link.after)
        neighbours[link.after].append(link.before)
    return dict(sorted(neighbours.items()))


def _settled(
    scene: Scene, previous: PreviousMap, neighbours: Mapping[int, object]
) -> dict[int, PreviousNote]:
    """Return the notes that had links on the previous map and still have some."""
    known = known_places(scene, previous)
    return {
        note: known[note] for note in neighbours if note in known and known[note].topic != NO_TOPIC
    }


def _order_by_neighbours(
    new: Sequence[int], neighbours: Mapping[int, Sequence[int]], old: Collection[int]
) -> Iterator[int]:
    """Yield the new notes so that each follows one of its neighbours where possible."""
    waiting = dict.fromkeys(new)
    linked = [note for note in new if any(other in old for other in neighbours[note])]
    for start in (*linked, *new):
        front = [start]
        for note in front:
            if note in waiting:
                del waiting[note]
                yield note
                front += [other for other in neighbours[note] if other in waiting]
