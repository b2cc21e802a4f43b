"""The names of a vault's notes, in the form in which texts mention them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Note
from vaultgraph.suggesting.words import Vocabulary, fold_word, split_words

__all__ = ["ByFirst", "Name", "Names", "exactly", "names_in"]

Numbers = tuple[int, ...]
ByFirst = Mapping[int, "SameStart"]

_MAX_WORDS = 12
_PLURALS = "/s /es /e /n /en /er /x y/ies ao/oes ao/aes l/is il/eis m/ns o/i a/e l/ux is/es"
_ENDINGS = {tuple(sorted(pair.split("/"))) for pair in _PLURALS.split()}
"""How plurals differ from singulars, without accents: English, Portuguese, Spanish, German, French
and Italian."""
_LONGEST_ACRONYM = 5


class Name(NamedTuple):
    """A name of the note at `path`, as its `words`: its file name or one of its aliases.

    Two notes may have the same name, or names that differ by their endings only.
    """

    path: str
    words: tuple[str, ...]

    def can_be(self, written: str) -> bool:
        """Whether the text *written*, with the same stems, is this name, perhaps in the plural.

        A short word in capitals is another word without them; a plural may add an `s` to it.
        """
        words = split_words(written)
        word = self.words[0]
        if len(self.words) == 1 and len(word) <= _LONGEST_ACRONYM and word.isupper():
            return written.removesuffix("s").isupper()
        return all(map(_is_plural, map(fold_word, self.words), map(fold_word, words)))

    def is_as_written(self, written: str) -> bool:
        """Whether the text *written* is this name, but for case and accents."""
        return [*map(fold_word, split_words(written))] == [*map(fold_word, self.words)]

    @property
    def has_capitals(self) -> bool:
        """Whether one of its words has a capital."""
        return any(word != word.lower() for word in self.words)

    def has_capitals_of(self, written: str) -> bool:
        """Whether the text *written* begins each word as this name does, in capitals or not."""
        words = split_words(written)
        return all(mine[:2] == other[:2] for mine, other in zip(self.words, words, strict=True))


class Names:
    """Finds *names* in texts by the numbers of their words in *vocabulary*."""

    def __init__(self, names: Iterable[Name], vocabulary: Vocabulary) -> None:
        self._names = [*_unambiguous(names)]
        self._vocabulary = vocabulary
        self._by_language: dict[str, ByFirst] = {}

    def by_first(self, language: str) -> ByFirst:
        """Return the names by the numbers of their words, by the first of these."""
        if language not in self._by_language:
            self._by_language[language] = self._in_language(language)
        return self._by_language[language]

    def _in_language(self, language: str) -> ByFirst:
        found: dict[int, dict[Numbers, list[Name]]] = {}
        for name in self._names:
            key = tuple(self._vocabulary.numbers(name.words, language))
            found.setdefault(key[0], {}).setdefault(key, []).append(name)
        return {first: SameStart.of(by_key) for first, by_key in found.items()}


class SameStart(NamedTuple):
    """Names that begin with the same word, by the numbers of their words, of these `lengths`."""

    lengths: Sequence[int]
    names: Mapping[Numbers, Sequence[Name]]

    @classmethod
    def of(cls, names: Mapping[Numbers, Sequence[Name]]) -> "SameStart":
        """Return *names* with their lengths, the longest first."""
        return cls(sorted({*map(len, names)}, reverse=True), names)


def names_in(graph: VaultGraph) -> Iterator[Name]:
    """Yield the names of the notes of *graph* that others may link to, but for days."""
    for note in graph.linkable_notes():
        if not graph.vault.is_day(note.path):
            yield from _names_of(note)


def _unambiguous(names: Iterable[Name]) -> Iterator[Name]:
    """Yield the *names* that only one note has, ignoring case and accents."""
    found: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        found.setdefault(tuple(map(fold_word, name.words)), []).append(name)
    return (same[0] for same in found.values() if len({name.path for name in same}) == 1)


def _names_of(note: Note) -> Iterator[Name]:
    for name in dict.fromkeys((note.name, *note.parsed.aliases)):
        words = tuple(split_words(name))
        if 0 < len(words) <= _MAX_WORDS and _has_letters(words):
            yield Name(note.path, words)


def _has_letters(words: Iterable[str]) -> bool:
    """Whether one of *words* is more than a number or a single letter."""
    return any(not word.isdecimal() and (len(word) > 1 or not word.isascii()) for word in words)


def exactly(names: Sequence[Name], written: str) -> Sequence[Name]:
    """Return those of *names* with the words *written*, but for case and accents; else all."""
    return [name for name in names if name.is_as_written(written)] or names


@lru_cache(maxsize=1 << 12)
def _is_plural(one: str, other: str) -> bool:
    """Whether *one* and *other* are the same word, but for the number and the like.

    Of what has the same stem, *transformer* and *transform* are not.
    """
    if one == other:
        return True
    pairs = enumerate(zip(one, other, strict=False))
    common = next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
    return tuple(sorted((one[common:], other[common:]))) in _ENDINGS
