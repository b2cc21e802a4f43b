"""Find names that differ from a given one by a typo."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from operator import methodcaller
from zlib import crc32

from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.lazy import lazy_re

__all__ = ["SimilarNames", "suggest_names"]

_MAX_CANDIDATES = 200
_MAX_NUMBER = (1 << 32) - 1
_SHORTEST_NAME = 4
_SHORTEST_WORD = 6
_SHORTEST_REPLACED = 8
# A letter in front often makes another word: Preact of React, asymmetric of symmetric.
_SHORTEST_BEGUN = 11
_MARKS = lazy_re(r"[\W_]*")
_WORD = lazy_re(r"[^\W\d_]+")
_encode = methodcaller("encode", "utf-8", "surrogatepass")


class SimilarNames:
    """Finds those of *names* that differ by one typo: a character added, missing, wrong or swapped.

    Case and accents are ignored. Any space or punctuation mark may be a typo. A letter may be one
    only in a long word of an alphabetic script, because short words and Chinese ones are similar to
    many others. A digit never is, because it makes another date, version or chapter.

    A typo is in one half of a name, so the other half is equal: names are looked up by their halves
    instead of comparing all pairs. *found* are the results of earlier searches in the same names.
    """

    def __init__(self, names: Iterable[str], found: Mapping[str, list[str]] | None = None) -> None:
        self._given = names
        self.found: dict[str, list[str]] = dict(found or {})

    def find(self, name: str) -> list[str]:
        """Return the names similar to *name*, best first, at most three."""
        found = self.found.get(name)
        if found is None:
            found = self.found[name] = self._search(normalize_label(name))
        return found

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._given))

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        """The normalized names, computed once because each is compared many times."""
        # Not through the cache of `normalize_label`: each name comes only once.
        return tuple(map(normalize_label.__wrapped__, self._names))

    @cached_property
    def _indices(self) -> tuple["_TextIndex", "_TextIndex", "_TextIndex"]:
        """The indices of the names: by whole name, by first half and by last half."""
        keys = self._keys
        first = [name[: len(name) // 2] for name in keys]
        last = [name[len(name) - len(name) // 2 :] for name in keys]
        return _TextIndex(keys), _TextIndex(first), _TextIndex(last)

    def _search(self, wanted: str) -> list[str]:
        full_names, first_halves, last_halves = self._indices
        names, keys = self._names, self._keys
        if same := [names[number] for number in full_names.of(wanted) if keys[number] == wanted]:
            return same[:3]
        if len(wanted) < _SHORTEST_NAME:
            return []
        lengths = range(len(wanted) - 1, len(wanted) + 2)
        similar: dict[str, None] = {}
        # A similar name may be a character longer or shorter, and so may its half.
        for half in sorted({(len(wanted) - 1) // 2, len(wanted) // 2, (len(wanted) + 1) // 2}):
            first = first_halves.of(wanted[:half])
            last = last_halves.of(wanted[len(wanted) - half :])
            for numbers in (first, last):
                # Days share a half with all others of their year: without a limit, each is compared
                # with each.
                for number in islice(numbers, _MAX_CANDIDATES):
                    other = keys[number]
                    if len(other) in lengths and _is_one_typo(wanted, other):
                        similar[names[number]] = None
        return list(similar)[:3]


class _TextIndex:
    """An index from text to the positions in *texts*, in eight bytes per text.

    It compares checksums, so a result may rarely be the position of another text.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        checksums = enumerate(map(crc32, map(_encode, texts)))
        self._rows = array("Q", sorted([(checksum << 32) + n for n, checksum in checksums]))

    def of(self, text: str) -> Iterator[int]:
        """Yield the positions of *text*, in order."""
        row = crc32(_encode(text)) << 32
        for place in range(bisect_left(self._rows, row), len(self._rows)):
            number = self._rows[place] - row
            if number > _MAX_NUMBER:
                break
            yield number


def suggest_names(name: str, names: Iterable[str]) -> list[str]:
    """Return those of *names* that *name* may be meant for, best first, at most three.

    The suggestions are only shown, never written to a file, so they may be further off than a typo.
    """
    known: dict[str, str] = {}
    for written in names:
        known.setdefault(normalize_label(written), written)
    wanted = normalize_label(name)
    if typos := SimilarNames(known.values()).find(name):
        return typos
    if holding := [written for folded, written in known.items() if wanted and wanted in folded]:
        return holding[:3]
    from difflib import get_close_matches

    return [known[folded] for folded in get_close_matches(wanted, known, n=1, cutoff=0.7)]


def _is_one_typo(a: str, b: str) -> bool:
    """Whether one character added, removed, replaced or swapped turns *a* into *b*.

    >>> _is_one_typo("transfomer", "transformer"), _is_one_typo("lstm", "gru")
    (True, False)
    """
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(longer) - len(shorter) > 1:
        return False
    half = len(shorter) // 2
    start = half if longer[:half] == shorter[:half] else 0
    while start < len(shorter) and longer[start] == shorter[start]:
        start += 1
    rest = longer[start + 1 :]
    if rest == shorter[start:]:
        shortest = _SHORTEST_BEGUN if _begins_word(longer, start) else _SHORTEST_WORD
        return _is_typo(longer[start], longer, start, shortest)
    if rest == shorter[start + 1 :]:
        letters = longer[start] + shorter[start]
        return _is_typo(letters, longer, start, _SHORTEST_REPLACED) and not (
            letters.isalpha() and _makes_another_word(longer, start)
        )
    pair = longer[start : start + 2]
    is_swap = pair == shorter[start : start + 2][::-1] and rest[1:] == shorter[start + 2 :]
    return is_swap and _is_typo(pair, longer, start, _SHORTEST_WORD)


def _makes_another_word(name: str, place: int) -> bool:
    """Whether a different letter at *place* of *name* is likely to make a different word.

    It is at the beginning of a word (afferent and efferent, macro- and microeconomics), and at its
    end (matemático and matemática, Templates and Templater).
    """
    is_at_start = place < 2 or not name[place - 2 : place].isalpha()
    return is_at_start or place + 1 == len(name) or not name[place + 1].isalpha()


def _begins_word(name: str, place: int) -> bool:
    """Whether *place* is the beginning of a word in *name*."""
    return not place or not name[place - 1].isalpha()


def _is_typo(letters: str, name: str, place: int, shortest: int) -> bool:
    """Whether *letters* of *name* at *place* may be a typo: in a word of at least *shortest*."""
    if _MARKS.fullmatch(letters):
        return True
    words = (word.span() for word in _WORD.finditer(name))
    is_long = any(start <= place < end and end - start >= shortest for start, end in words)
    return is_long and letters.isalpha() and letters.islower()
