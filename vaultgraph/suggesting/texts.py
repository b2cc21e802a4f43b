"""The texts of a vault's notes as numbers of words, read once for all that compares them."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from vaultgraph.graph import VaultGraph
from vaultgraph.suggesting.words import Vocabulary, find_language, split_words

__all__ = ["Texts"]

_USUAL = "english"  # if all texts are too short: its plurals are those of many languages


class Texts:
    """The words of the notes of *graph* that others may link to.

    `languages` are those of the notes by path, as `find_language` returns them, and `words` the
    numbers of their words in `vocabulary`, in order: of all words of the file, whether or not they
    are prose.  `written` counts the words of all notes as they are written.
    """

    def __init__(self, graph: VaultGraph) -> None:
        self.graph: VaultGraph = graph
        self.vocabulary: Vocabulary = Vocabulary()
        self.languages: dict[str, str] = {}
        self.words: dict[str, array[int]] = {}
        self.written: Counter[str] = Counter()
        short: list[str] = []
        for note in graph.linkable_notes():
            words = split_words(graph.vault.text(note.path))
            self.written.update(words)
            language = find_language({*words})
            self._add(note.path, words, language)
            if not language:
                short.append(note.path)
        counts = Counter(filter(None, self.languages.values()))
        usual = max(counts, key=counts.__getitem__, default=_USUAL)
        for path in short:
            self._add(path, split_words(graph.vault.text(path)), usual)

    def _add(self, path: str, words: Sequence[str], language: str) -> None:
        self.languages[path] = language
        self.words[path] = array("I", self.vocabulary.numbers(words, language))

    def count_notes(self, word: str) -> int:
        """Return how many notes have *word*, with any ending; in the language with the most."""
        languages = {*self.languages.values()}
        numbers = {n for each in languages for n in self.vocabulary.numbers([word], each)}
        return max((self.frequencies.get(number, 0) for number in numbers), default=0)

    @cached_property
    def frequencies(self) -> Mapping[int, int]:
        """In how many notes each word is, by its number."""
        found: Counter[int] = Counter()
        for words in self.words.values():
            found.update({*words})
        return found
