"""Distinguish names of concepts from common words, by how the vault itself uses them.

*Heat* and *Ideas* are names of notes and also words of any text; a list of such words would never
be complete, nor know the user's language.  Evidence are the links of the user, and capital letters.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vaultgraph.graph.distinctive import is_usual_name
from vaultgraph.suggesting.names import Name
from vaultgraph.suggesting.texts import Texts
from vaultgraph.suggesting.words import FUNCTION_WORDS, is_character

__all__ = ["Usage", "is_distinct", "may_be_distinct"]

_MAX_SHARE = 1 / 3
_ENOUGH_LINKED = ((2, 1 / 3), (3, 1 / 5))
"""So many notes must link to it, and such a share of those that name it."""
_MIN_LINKED_INFLECTED = 5
"""So many must link to it where it has another ending: *ideia* is less than *Ideias*."""
_MIN_LINKED_OF_HAVING = 1 / 10
"""So many of the notes that have the word at all: others are not worth looking for."""
_MIN_CAPITALS = 4 / 5
_SHORTEST = 3
_CHARACTERS_OF_WORD, _CHARACTERS_OF_PHRASE = 2, 4
_MANY = 15
"""*Exception handling* and *string* in Chinese are four and three characters, and in many notes."""


class Usage(NamedTuple):
    """How a vault of so many `notes` uses a name.

    `linked` notes link to its note from their text, `named` ones name it without a link.  Of its
    `inside` places within sentences, so many have the `capitals` of the name; those in German do
    not count, for it writes all nouns with one.
    """

    notes: int
    linked: int
    named: int
    inside: int
    capitals: int


def may_be_distinct(name: Name, linking: Mapping[str, int], texts: Texts) -> bool:
    """Whether texts with *name* may speak of its note, as far as single words show.

    *linking* are the numbers of notes that link to each one.
    """
    words = significant(name.words)
    if not words or any(is_usual_name(mark.join(name.words)) for mark in (" ", "")):
        return False
    if len(words) > 1:
        return True
    [word] = words
    linked, having = linking[name.path], texts.count_notes(word)
    is_linked = linked >= max(_ENOUGH_LINKED[0][0], having * _MIN_LINKED_OF_HAVING)
    return is_linked or (
        word != word.lower() and texts.written[word] >= texts.written[word.lower()]
    )


def is_distinct(name: Name, usage: Usage, *, as_written: bool) -> bool:
    """Whether a text with *name* probably speaks of its note.

    It is there *as_written* in the name, but for case and accents, or with another ending.
    """
    if len(significant(name.words)) > 1:
        return not _is_usual_phrase(name, usage)
    if usage.named > usage.notes * _MAX_SHARE + _SHORTEST:
        return False
    return _is_proper(name, usage) or _is_often_linked(usage, as_written=as_written)


def _is_usual_phrase(name: Name, usage: Usage) -> bool:
    """Whether few characters, as of Chinese, are in many notes, and none means the note by them."""
    is_short = len(name.words) <= _CHARACTERS_OF_PHRASE and all(map(is_character, name.words))
    return is_short and usage.named > _MANY and not _is_often_linked(usage, as_written=True)


def _is_proper(name: Name, usage: Usage) -> bool:
    """Whether texts write it with the capitals of a name, also within sentences."""
    return name.has_capitals and usage.inside > 0 and usage.capitals >= usage.inside * _MIN_CAPITALS


def _is_often_linked(usage: Usage, *, as_written: bool) -> bool:
    if not as_written and usage.linked < _MIN_LINKED_INFLECTED:
        return False
    both = usage.linked + usage.named
    return any(usage.linked >= max(least, both * share) for least, share in _ENOUGH_LINKED)


def significant(words: Iterable[str]) -> list[str]:
    """Return the *words* that are not numbers, very short or of any text.

    In scripts without spaces, two characters are one word, such as *video* in Chinese.
    """
    words = [*words]
    if len(words) == _CHARACTERS_OF_WORD and all(map(is_character, words)):
        return ["".join(words)]
    return [
        word
        for word in words
        if not word.isdecimal()
        and (len(word) >= _SHORTEST or not word.isascii())
        and word.lower() not in FUNCTION_WORDS
    ]
