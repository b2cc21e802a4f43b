"""What the links, folders, tags and images of a vault say about notes that could be related."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from vaultgraph.graph import VaultGraph

__all__ = ["Shape"]

_MAX_FOLDER = 300
_MAX_SHARE, _MANY = 0.2, 30
"""A tag of more notes than that share, and of many, says nothing."""


class Shape:
    """The shape of *graph*, for its notes at *paths*."""

    def __init__(self, graph: VaultGraph, paths: Iterable[str]) -> None:
        self.paths: Sequence[str] = [*paths]
        kept = {*self.paths}
        self.targets: Mapping[str, frozenset[str]] = {
            path: frozenset(kept.intersection(graph.linked_notes(path))) for path in self.paths
        }
        self.sources: Mapping[str, frozenset[str]] = _inverted(self.targets)
        self.folders: Mapping[str, frozenset[str]] = _inverted(
            {path: [path.rpartition("/")[0]] for path in self.paths}
        )
        notes = graph.vault.notes
        self.tags: Mapping[str, frozenset[str]] = {
            path: frozenset(tag.lower() for tag in notes[path].summary.tags) for path in self.paths
        }
        self.images: Mapping[str, frozenset[str]] = {
            path: frozenset(
                e.target for e in graph.outgoing[path].edges if e.target and e.target not in notes
            )
            for path in self.paths
        }
        self._tagged, self._showing = _inverted(self.tags), _inverted(self.images)

    def neighbours(self, path: str) -> frozenset[str]:
        """Return the notes that the one at *path* links to, and those that link to it."""
        return self.targets[path] | self.sources.get(path, frozenset())

    def adamic_adar(self, path: str) -> Mapping[str, float]:
        """Return the index of Adamic and Adar of the note at *path* and others, where it is not 0.

        That is the sum over common neighbours of the inverse logarithm of their neighbours, as
        `networkx.adamic_adar_index` computes it for pairs that are known beforehand.
        """
        found: defaultdict[str, float] = defaultdict(float)
        for between in self.neighbours(path):
            others = self.neighbours(between)
            for other in others if len(others) > 1 else ():
                found[other] += 1 / log(len(others))
        found.pop(path, None)
        return found

    def folder_shares(self, path: str) -> Mapping[str, tuple[int, int]]:
        """Return how many notes of a folder the note at *path* links to, and of how many.

        By the paths of notes in these folders; folders of very many notes are left out.
        """
        counts = Counter(target.rpartition("/")[0] for target in self.targets[path])
        return {
            other: (linked, len(self.folders[folder]))
            for folder, linked in counts.items()
            if len(self.folders[folder]) <= _MAX_FOLDER
            for other in self.folders[folder]
        }

    def in_folder(self, path: str) -> frozenset[str]:
        """Return the notes in the folder of the one at *path*, unless they are very many."""
        found = self.folders[path.rpartition("/")[0]]
        return found if len(found) <= _MAX_FOLDER else frozenset()

    def shared_tags(self, path: str) -> Mapping[str, float]:
        """Return how rare the tags are that other notes share with the one at *path*."""
        most = max(_MANY, len(self.paths) * _MAX_SHARE)
        return self._shared(self.tags[path], self._tagged, most)

    def shared_images(self, path: str) -> Mapping[str, float]:
        """Return how rare the images are that other notes share with the one at *path*."""
        return self._shared(self.images[path], self._showing, _MANY)

    def _shared(
        self, values: Iterable[str], having: Mapping[str, frozenset[str]], most: float
    ) -> Mapping[str, float]:
        found: defaultdict[str, float] = defaultdict(float)
        for value in values:
            notes = having[value]
            for other in notes if len(notes) <= most else ():
                found[other] += log((len(self.paths) + 1) / len(notes))
        return found


def _inverted(values: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Return the keys of each value in *values*."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, each in values.items():
        for value in each:
            found[value].append(key)
    return {value: frozenset(keys) for value, keys in found.items()}
