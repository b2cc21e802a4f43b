"""The words of texts: split, and reduced to stems in the language of each text.

Stems make *embedding* and *Embeddings* one word.  They are those of Snowball
(https://snowballstem.org), of the package snowballstemmer; a language that has none keeps its words
as they are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import combining, normalize

from vaultgraph.lazy import lazy_re

__all__ = [
    "FUNCTION_WORDS",
    "WORD",
    "Vocabulary",
    "find_language",
    "fold_word",
    "is_character",
    "split_words",
]

_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_CHARACTER = lazy_re(rf"[{_NO_SPACES}]")
# In scripts without spaces, such as Chinese and Thai, each character counts as a word.
WORD = lazy_re(rf"[{_NO_SPACES}]|[^\W_{_NO_SPACES}]+")

_FUNCTION_WORDS = {
    "english": "the of and to in is that for it with as are this be by from",
    "portuguese": "que uma para com não os dos das ao ou mais são por também pelo se",
    "spanish": "que el los las una para con del por más es en se como y son",
    "german": "der die und das den von mit sich des auf für ist im dem nicht ein",
    "french": "le les des et est une pour dans que qui par sur pas au du avec",
    "italian": "il che di della per con una sono gli non più nel dei alla come si",
}
"""Words that are frequent in texts of any subject, by the name of the language's stemmer."""
_SETS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
FUNCTION_WORDS: frozenset[str] = frozenset[str]().union(*_SETS.values())
_MIN_FUNCTION_WORDS = 3
_PLURALS = {"portuguese": {"oes": "ao", "aes": "ao"}}
"""Endings of plurals that a stemmer takes for those of other words: *funções*, *função*."""
_LONGEST_ENDING = 3


def split_words(text: str) -> Sequence[str]:
    """Return the words of *text*, as written."""
    return WORD.findall(text)


def is_character(word: str) -> bool:
    """Whether *word* is a character of a script without spaces."""
    return _CHARACTER.fullmatch(word) is not None


def find_language(words: Collection[str]) -> str:
    """Return the language of a text with these *words*, by its stemmer.

    It is empty if the text is too short.

    >>> find_language({"the", "heat", "of", "an", "engine", "is"})
    'english'
    """
    counts = {language: len(each.intersection(words)) for language, each in _SETS.items()}
    language = max(counts, key=counts.__getitem__)
    return language if counts[language] >= _MIN_FUNCTION_WORDS else ""


class Vocabulary:
    """Numbers the stems of words: the same number for the same stem in any language."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._by_language: dict[str, _Numbers] = {}

    def numbers(self, words: Iterable[str], language: str) -> Iterator[int]:
        """Return the numbers of *words*, as written, in a *language* of `find_language`."""
        found = self._by_language.get(language)
        if found is None:
            found = self._by_language[language] = _Numbers(self._numbers, language)
        return map(found.__getitem__, words)


def _with_regular_plural(word: str, language: str) -> str:
    ending = word[-_LONGEST_ENDING:]
    singular = _PLURALS.get(language, {}).get(ending)
    return word[:-_LONGEST_ENDING] + singular if singular else word


class _Numbers(dict[str, int]):
    """The numbers of words as written, each found when it is first asked for."""

    def __init__(self, numbers: dict[str, int], language: str) -> None:
        super().__init__()
        self._numbers = numbers
        self._language = language
        self._stem: Callable[[str], str] = str
        if language:
            from snowballstemmer import stemmer

            self._stem = stemmer(language).stemWord

    def __missing__(self, word: str) -> int:
        key = fold_word(word)
        if word.isalpha():  # numbers, such as IDs of cards, are many, and have no endings
            key = self._stem(_with_regular_plural(key, self._language))
        number = self[word] = self._numbers.setdefault(key, len(self._numbers))
        return number


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return *word* without case and accents.

    >>> fold_word("Atenção")
    'atencao'
    """
    if word.isascii():
        return word.lower()
    plain = normalize("NFKD", word.casefold())
    return "".join(character for character in plain if not combining(character))
