"""Find notes that say nearly the same, by the sequences of words that they share.

Sequences of five words are compared, as in Broder, "On the resemblance and containment of
documents" (1997).  In a large vault only a sample of them is: those whose hash is a multiple of a
number.  Pairs are then compared as a whole.  That is linear: sequences that many notes have, which
their template put there, find no pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from vaultgraph.suggesting.texts import Texts

__all__ = ["NearDuplicate", "find_near_duplicates"]

_LENGTH = 5
_MIN_SHINGLES = 40
_MIN_SHARE = 0.75
"""Of 100 words, five changed ones leave about that share of the sequences."""
_MAX_NOTES_OF_SHINGLE = 5
_MIN_SHARED, _MIN_SHARED_OF_SAMPLE = 3, 1 / 2
_SAMPLED_WORDS = 500_000

_Shingle = tuple[int, ...]


class NearDuplicate(NamedTuple):
    """The notes `path` and `other` have that `share` of their text in common, up to 1."""

    path: str
    other: str
    share: float


def find_near_duplicates(texts: Texts) -> Iterator[NearDuplicate]:
    """Yield the notes of *texts* that say nearly the same as one before, each with the nearest.

    Those with equal words are none, nor are short ones.
    """
    samples = _samples(texts.words)
    nearest: dict[str, NearDuplicate] = {}
    for (other, path), shared in sorted(_count_shared(samples).items()):
        least = min(len(samples[path]), len(samples[other])) * _MIN_SHARED_OF_SAMPLE
        if shared < max(_MIN_SHARED, least):
            continue
        share = _share(texts.words[path], texts.words[other])
        known = nearest.get(path)
        if share >= _MIN_SHARE and (not known or share > known.share):
            nearest[path] = NearDuplicate(path, other, share)
    yield from nearest.values()


def _shingles(words: Sequence[int]) -> Iterator[_Shingle]:
    """Yield each sequence of five *words*."""
    return zip(*(words[start:] for start in range(_LENGTH)), strict=False)


def _samples(words: Mapping[str, Sequence[int]]) -> Mapping[str, frozenset[int]]:
    """Return the hashes of some sequences of each note that is long enough, by path."""
    step = 1 + sum(map(len, words.values())) // _SAMPLED_WORDS
    return {
        path: frozenset(number for number in map(hash, _shingles(own)) if not number % step)
        for path, own in words.items()
        if len(own) >= _MIN_SHINGLES + _LENGTH - 1
    }


def _count_shared(samples: Mapping[str, frozenset[int]]) -> Mapping[tuple[str, str], int]:
    """Return how many sequences that few notes have two notes share, by their paths in order."""
    counts = Counter(chain.from_iterable(samples.values()))
    shared = {number for number, count in counts.items() if 1 < count <= _MAX_NOTES_OF_SHINGLE}
    by_number: defaultdict[int, list[str]] = defaultdict(list)
    for path in sorted(samples):
        for number in shared & samples[path]:
            by_number[number].append(path)
    return Counter(pair for paths in by_number.values() for pair in combinations(paths, 2))


def _share(words: Sequence[int], others: Sequence[int]) -> float:
    """Return the share of their sequences that two texts have in common; 0 if they are equal."""
    if words == others:
        return 0.0
    one, other = {*_shingles(words)}, {*_shingles(others)}
    return 2 * len(one & other) / (len(one) + len(other))
