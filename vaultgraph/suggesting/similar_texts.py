"""Compare the texts of notes by their keywords: TF-IDF, and the cosine of these weights.

Of each text, only the words with the highest weights count.  That is linear in time and memory, and
in 24 real vaults finds as many hidden links as all words do (see docs/suggestions.md).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from math import log, sqrt

from vaultgraph.suggesting.texts import Texts
from vaultgraph.suggesting.words import split_words

__all__ = ["SimilarTexts"]

_WORDS = 50
_TIMES_OF_NAME = 3
_MAX_SHARE, _MANY = 0.3, 50
"""Words that are in more notes than that share, and in many, say nothing."""


class SimilarTexts:
    """Finds the notes of *texts* that have keywords in common."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._paths = [*texts.words]
        self._numbers = {path: number for number, path in enumerate(self._paths)}
        self._max_notes = max(_MANY, int(len(self._paths) * _MAX_SHARE))

    def similar(self, path: str) -> Mapping[str, float]:
        """Return how similar other notes are to the one at *path*, up to 1, if they are at all."""
        found: defaultdict[int, float] = defaultdict(float)
        for word, weight in self._weights[self._numbers[path]].items():
            for number, other in self._notes_by_word[word]:
                found[number] += weight * other
        found.pop(self._numbers[path], None)
        return {self._paths[number]: value for number, value in found.items()}

    def shared_words(self, path: str, other: str) -> Sequence[int]:
        """Return the numbers of the keywords of both notes, the strongest first."""
        mine = self._weights[self._numbers[path]]
        others = self._weights[self._numbers[other]]
        return sorted(mine.keys() & others.keys(), key=lambda word: -mine[word] * others[word])

    @cached_property
    def _weights(self) -> Sequence[Mapping[int, float]]:
        """The weights of the keywords of each note, by number; their squares sum up to 1."""
        return [*map(self._weights_of, self._paths)]

    def _weights_of(self, path: str) -> Mapping[int, float]:
        texts, number = self._texts, len(self._paths)
        name = split_words(path.rpartition("/")[2].removesuffix(".md"))
        names = [*texts.vocabulary.numbers(name, texts.languages[path])]
        counts = Counter(texts.words[path])
        counts.update(names * _TIMES_OF_NAME)
        weights = {
            word: (1 + log(count)) * log((number + 1) / (notes + 0.5))
            for word, count in counts.items()
            if 1 < (notes := texts.frequencies.get(word, 0)) <= self._max_notes
        }
        top = nlargest(_WORDS, weights.items(), key=lambda item: (item[1], -item[0]))
        length = sqrt(sum(weight * weight for _, weight in top)) or 1.0
        return {word: weight / length for word, weight in top}

    @cached_property
    def _notes_by_word(self) -> Mapping[int, Sequence[tuple[int, float]]]:
        found: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        for number, weights in enumerate(self._weights):
            for word, weight in weights.items():
                found[word].append((number, weight))
        return found
