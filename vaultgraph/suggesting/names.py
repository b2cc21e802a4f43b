"""The names of a vault's notes, in the form in which texts mention them."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Note
from vaultgraph.reading import is_image
from vaultgraph.suggesting.texts import Texts
from vaultgraph.suggesting.words import fold_word, split_words

__all__ = [
    "Name",
    "Names",
    "exactly",
    "missing_notes",
    "names_in",
    "names_of_missing",
    "unambiguous",
]

_MAX_WORDS = 40  # characters, in scripts without spaces
_SINGLE = {(0, 1)}
_PLURALS = "/s /es /e /n /en /er /x y/ies ao/oes ao/aes l/is il/eis m/ns o/i a/e l/ux is/es"
_ENDINGS = {tuple(sorted(pair.split("/"))) for pair in _PLURALS.split()}
"""How plurals differ from singulars, without accents: English, Portuguese, Spanish, German, French
and Italian."""
_LONGEST_ACRONYM = 5


class Name(NamedTuple):
    """A name of the note at `path`: the `text` of its file name or of an alias, and its `words`.

    Two notes may have the same name, or names that differ by their endings only.
    """

    path: str
    text: str
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
    """Finds *names* in *texts* by the numbers of their words."""

    def __init__(self, names: Iterable[Name], texts: Texts) -> None:
        self._names = [*names]
        self._texts = texts
        self._by_language: dict[str, Mapping[int, _SameWord]] = {}

    def find(
        self, path: str, known_notes: Container[str]
    ) -> Sequence[tuple[int, int, Sequence[Name]]]:
        """Return where the words of the note at *path* are names: the first, the end, the names.

        Of overlapping names the first counts, and of these the longest.  Those of *known_notes* are
        not asked for, and may be left out.
        """
        words, language = self._texts.words[path], self._texts.languages[path]
        if language not in self._by_language:
            self._by_language[language] = self._in_language(language)
        known = self._by_language[language]
        rare = {
            word: same
            for word in known.keys() & {*words}
            if not (same := known[word]).is_covered_by(known_notes)
        }
        found: list[tuple[int, int, Sequence[Name]]] = []
        for place, word in [each for each in enumerate(words) if each[1] in rare]:
            found += rare[word].around(words, place)
        return [*_without_overlaps(sorted(found, key=lambda each: (each[0], -each[1])))]

    def _in_language(self, language: str) -> Mapping[int, "_SameWord"]:
        """Return the names by their rarest word: most texts have none of these."""
        frequencies, vocabulary = self._texts.frequencies, self._texts.vocabulary
        found: dict[int, _SameWord] = {}
        for name in self._names:
            key = tuple(vocabulary.numbers(name.words, language))
            rarest = min(range(len(key)), key=lambda place: frequencies.get(key[place], 0))
            same = found.setdefault(key[rarest], _SameWord({}, {}))
            same.shapes[rarest, len(key)] = None
            same.names.setdefault(key, []).append(name)
        return found


class _SameWord(NamedTuple):
    """Names with the same rarest word, by the numbers of their words.

    Their `shapes` are the places of that word in them, and how many words they have.
    """

    shapes: dict[tuple[int, int], None]
    names: dict[tuple[int, ...], list[Name]]

    def is_covered_by(self, notes: Container[str]) -> bool:
        """Whether they are single words, and names of *notes* only: no longer name has the word."""
        return self.shapes.keys() == _SINGLE and all(
            name.path in notes for names in self.names.values() for name in names
        )

    def around(self, words: Sequence[int], place: int) -> Iterator[tuple[int, int, Sequence[Name]]]:
        """Yield the first word, the end and the names of *words* with that word at *place*."""
        for before, length in self.shapes:
            first = place - before
            end = first + length
            if first >= 0 and end <= len(words):
                names = self.names.get(tuple(words[first:end]))
                if names:
                    yield first, end, names


def _without_overlaps(
    found: Iterable[tuple[int, int, Sequence[Name]]],
) -> Iterator[tuple[int, int, Sequence[Name]]]:
    position = 0
    for each in found:
        if each[0] >= position:
            position = each[1]
            yield each


def names_in(graph: VaultGraph) -> Iterator[Name]:
    """Yield the names of the notes of *graph* that others may link to, but for days."""
    for note in graph.linkable_notes():
        if not graph.vault.is_day(note.path):
            yield from _names_of(note)


def missing_notes(graph: VaultGraph) -> Mapping[str, Collection[str]]:
    """Return the notes that links of *graph* name and that are not there, each with their sources.

    They are named as in the first link.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    spelling: dict[str, str] = {}
    for edge in graph.missing_files:
        if not is_image(edge.link.path):
            found[spelling.setdefault(fold(edge.link.path), edge.link.path)].add(edge.source)
    return found


def names_of_missing(notes: Iterable[str]) -> Iterator[Name]:
    """Yield the names of missing *notes*, see `missing_notes`."""
    for note in notes:
        name = note.rpartition("/")[2].removesuffix(".md")
        words = tuple(split_words(name))
        if 0 < len(words) <= _MAX_WORDS and _has_letters(words):
            yield Name(note, name, words)


def unambiguous(names: Iterable[Name]) -> Iterator[Name]:
    """Yield the *names* that only one note has, ignoring case and accents."""
    found: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        found.setdefault(tuple(map(fold_word, name.words)), []).append(name)
    return (same[0] for same in found.values() if len({name.path for name in same}) == 1)


def _names_of(note: Note) -> Iterator[Name]:
    for name in dict.fromkeys((note.name, *note.parsed.aliases)):
        words = tuple(split_words(name))
        if 0 < len(words) <= _MAX_WORDS and _has_letters(words):
            yield Name(note.path, name, words)


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
