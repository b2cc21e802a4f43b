"""Suggest links that a note lacks: to notes that it names, resembles or shares neighbours with.

The weights are those that find most hidden links in real vaults, see docs/suggestions.md.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from math import log, log1p
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.suggesting.distinct_names import significant
from vaultgraph.suggesting.mentions import Mention, find_mentions, find_unwritten, mentions_in
from vaultgraph.suggesting.names import Names, names_in
from vaultgraph.suggesting.shape import Shape
from vaultgraph.suggesting.similar_texts import SimilarTexts
from vaultgraph.suggesting.texts import Texts
from vaultgraph.suggesting.words import split_words

__all__ = ["MissingLinks", "Suggestion"]


_NUMBER = 10
_MIN_OF_FOLDER = 0.3
_MAX_SHARE, _MIN_NOTES = 0.1, 3
"""Words that are in more notes than that share, and than a few, are not named as a reason."""
_NAMED, _NAMED_LOOSELY, _NAMED_BY = 1.0, 0.6, 0.2
_SIMILAR = 0.8
_OF_FOLDER, _SAME_FOLDER = 3.0, 2.5
_NEIGHBOURS, _LINKED = 0.3, 0.2
_TAGS, _IMAGES = 0.2, 0.2


class Suggestion(NamedTuple):
    """A link that the note `source` may lack, to the note `target`, with its reasons.

    `mention` is where the source names the target, if only by a common word, and `backmention` the
    reverse.  Both share key `words`, as the source writes them, `neighbours`, `tags` and
    `images`.  The source links to `folder[0]` of the `folder[1]` notes in the folder of the target,
    0 of 0 if that is little.
    """

    source: str
    target: str
    score: float
    mention: Mention | None
    backmention: Mention | None
    words: Sequence[str]
    neighbours: Sequence[str]
    folder: tuple[int, int]
    tags: Sequence[str]
    images: Sequence[str]


def _most_of(folder: tuple[int, int]) -> tuple[int, int]:
    linked, notes = folder
    return folder if linked > notes * _MIN_OF_FOLDER else (0, 0)


class MissingLinks:
    """Suggests links between the notes of *graph*."""

    def __init__(self, graph: VaultGraph) -> None:
        self.graph: VaultGraph = graph

    @cached_property
    def texts(self) -> Texts:
        """The texts of the notes."""
        return Texts(self.graph)

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The unlinked mentions, see `find_mentions`."""
        return find_mentions(self.texts)

    @cached_property
    def ranked_mentions(self) -> Sequence[Mention]:
        """The unlinked mentions, the strongest first.

        These are rare names, named several times, of notes that share a neighbour with the source.
        """
        strengths = {mention: self._strength(mention) for mention in self.mentions}
        return sorted(strengths, key=lambda mention: -strengths[mention])

    def _strength(self, mention: Mention) -> float:
        neighbours = self.shape.neighbours
        shares_neighbour = not neighbours(mention.source).isdisjoint(neighbours(mention.target))
        return self._rarity(mention.target) + log(len(mention.places)) + shares_neighbour

    @property
    def never_linked(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The notes that several name but none links to, each with these, most named first."""
        found = [
            (path, sources)
            for path, sources in self._naming.items()
            if len(sources) > 1 and not self.shape.sources.get(path)
        ]
        return sorted(found, key=lambda each: (-len(each[1]), each[0]))

    @property
    def unwritten(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The missing notes that several notes name without a link, each with these, likewise."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for mention in find_unwritten(self.texts):
            found[mention.target].append(mention.source)
        several = [(name, sources) for name, sources in found.items() if len(sources) > 1]
        return sorted(several, key=lambda each: (-len(each[1]), each[0]))

    def suggest(self, path: str, number: int = _NUMBER) -> Sequence[Suggestion]:
        """Return up to so many suggestions for the note at *path*, the best first."""
        if path not in self.texts.words:  # a template, or an excluded note
            return []
        loosely = self._named_loosely(path)
        scores = self._scores(path, loosely)
        best = nsmallest(number, scores, key=lambda other: (-scores[other], other))
        named, written = {**loosely, **self._by_pair[path]}, self._written(path)
        return [self._suggestion(path, o, scores[o], named.get(o), written) for o in best]

    def _scores(self, path: str, loosely: Mapping[str, Mention]) -> Mapping[str, float]:
        """Return the scores of the notes that could be linked, by path."""
        found = defaultdict[str, float](float)
        for weight, values in self._evidence(path, loosely):
            for other, value in values.items():
                found[other] += weight * value
        sources = self.shape.sources
        for other in {path, *self.shape.targets[path]}:
            found.pop(other, None)
        return {
            other: value + _LINKED * log1p(len(sources.get(other, ())))
            for other, value in found.items()
        }

    def _evidence(
        self, path: str, loosely: Mapping[str, Mention]
    ) -> Iterator[tuple[float, Mapping[str, float]]]:
        """Yield each kind of evidence for a link from the note at *path*, with its weight.

        Its values, by the other note, are at most about 1.
        """
        shape, same_folder = self.shape, self.shape.in_folder(path)
        yield _NAMED, dict.fromkeys(self._by_pair[path], 1.0)
        yield _NAMED_LOOSELY, dict.fromkeys(loosely.keys() - self._by_pair[path].keys(), 1.0)
        yield _NAMED_BY, dict.fromkeys(self._naming[path], 1.0)
        similar = self.similar_texts.similar(path)
        highest = max(similar.values(), default=1.0)
        yield _SIMILAR, {other: value / highest for other, value in similar.items()}
        shares = shape.folder_shares(path)
        yield _OF_FOLDER, {other: linked / notes for other, (linked, notes) in shares.items()}
        yield _SAME_FOLDER, dict.fromkeys(same_folder, 1 / max(1, len(same_folder)))
        yield _NEIGHBOURS, {o: value / (1 + value) for o, value in shape.adamic_adar(path).items()}
        yield _TAGS, {o: value / (3 + value) for o, value in shape.shared_tags(path).items()}
        yield _IMAGES, {o: min(1.0, value / 5) for o, value in shape.shared_images(path).items()}

    def _rarity(self, path: str) -> float:
        """Return how rare mentions of the note at *path* are: the logarithm of 1 in so many."""
        return log((len(self.texts.words) + 1) / (len(self._naming[path]) + 0.5))

    def _named_loosely(self, path: str) -> Mapping[str, Mention]:
        """Return the mentions in the note at *path* by target, also by common words."""
        return {each.target: each for each in mentions_in(self.texts, path, self._names)}

    def _suggestion(
        self,
        path: str,
        other: str,
        score: float,
        mention: Mention | None,
        written: Mapping[int, str],
    ) -> Suggestion:
        shape = self.shape
        return Suggestion(
            source=path,
            target=other,
            score=score,
            mention=mention,
            backmention=self._by_pair[other].get(path),
            words=self._keywords(self.similar_texts.shared_words(path, other), written),
            neighbours=sorted(shape.neighbours(path) & shape.neighbours(other)),
            folder=_most_of(shape.folder_shares(path).get(other, (0, 0))),
            tags=sorted(shape.tags[path] & shape.tags[other]),
            images=sorted(shape.images[path] & shape.images[other]),
        )

    def _written(self, path: str) -> Mapping[int, str]:
        """Return the words of the note at *path* by number, each as it is written first."""
        words = split_words(self.graph.vault.text(path))
        return dict(zip(reversed(self.texts.words[path]), reversed(words), strict=False))

    def _keywords(self, words: Sequence[int], written: Mapping[int, str]) -> Sequence[str]:
        """Return *words* as they are *written*: the rare ones, or all if there are none."""
        texts = self.texts
        most = max(_MIN_NOTES, len(texts.words) * _MAX_SHARE)
        rare = [word for word in words if texts.frequencies[word] <= most and word in written]
        found = significant(written[word] for word in rare)
        return found or significant(written[word] for word in words if word in written)

    @cached_property
    def shape(self) -> Shape:
        """Its links, folders, tags and images."""
        return Shape(self.graph, self.texts.words)

    @cached_property
    def similar_texts(self) -> SimilarTexts:
        """The keywords of its notes."""
        return SimilarTexts(self.texts)

    @cached_property
    def _names(self) -> Names:
        return Names(names_in(self.graph), self.texts)

    @cached_property
    def _by_pair(self) -> Mapping[str, Mapping[str, Mention]]:
        """The mentions by source and target."""
        found: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
        for mention in self.mentions:
            found[mention.source][mention.target] = mention
        return found

    @cached_property
    def _naming(self) -> Mapping[str, Sequence[str]]:
        """The notes that name each one without a link to it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.target].append(mention.source)
        return found
