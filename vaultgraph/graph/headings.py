"""Find the heading that a link with a non-existing heading may have meant.

A note has few headings, so the match may be looser than for names of notes. A slug is evidence
enough for a fix: other programs make one of every heading, and Obsidian does not resolve them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from vaultgraph.graph.resolve import fold
from vaultgraph.graph.similar_names import SimilarNames
from vaultgraph.graph.subpaths import heading_key, without_block_id
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Note

__all__ = ["heading_of_slug", "is_a_link", "is_in_heading", "similar_headings", "subpath_of"]

_MAX_NAMED = 2
_MAX_COMPARED = 500
_SHORTEST_PART = 4
_SHORTEST_STEM = 3
_MAX_LENGTH_RATIO = 4
_MAX_ENDING = 2
_BREAKS_SUBPATH = lazy_re(r"[#^|\[\]\\<>`]|%%")
_MARKUP = lazy_re(
    r"!\[\[[^\[\]]*\]\]|!\[[^\[\]]*\]\([^()]*\)|<[^<>]*>"
    r"|\[\[(?:[^\[\]|]*\|)?(?P<wiki>[^\[\]]*)\]\]|\[(?P<text>[^\[\]]*)\]\([^()]*\)|\\(?=[^\w\s])"
)
_NOT_IN_SLUG = lazy_re(r"[^\w\- ]")
_NO_SLUG = lazy_re(r"[\s#]|\A\Z")
_HYPHENS = lazy_re(r"-+")
_NOT_WORD = lazy_re(r"[\W_]+")
_NUMBERING = lazy_re(r"\A\s*(?:\d{1,3}(?:\.\d+)*[.):]?|[IVXLC]+[.):]|[A-Za-z][.)])\s+(?=\S)")
_UNSPACED = r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]"  # compiled when needed: it takes 2 ms


def subpath_of(heading: str) -> str:
    """Return what to write after the `#` of a link to *heading*.

    >>> subpath_of("About [[Heat|warmth]]: C#")
    'About Heat warmth : C'
    """
    return " ".join(_BREAKS_SUBPATH.sub(" ", heading).split())


def heading_of_slug(note: Note, slug: str) -> str:
    """Return the only heading of *note* with this GitHub *slug*, as `subpath_of` writes it.

    Empty if there is none, or if Obsidian would open a different heading by that text.
    """
    if slug != slug.lower() or _NO_SLUG.search(slug):
        return ""
    outline = _outline(note)
    numbers = outline.by_slug.get(_slug(slug), ())
    if len(numbers) != 1:
        return ""
    name = outline.names[numbers[0]]
    return name if name and outline.opened_by[heading_key(name)] == numbers[0] else ""


def is_in_heading(note: Note, offset: int) -> bool:
    """Whether the character at *offset* of *note* is in a heading."""
    rows = note.parsed.headings
    index = bisect_right(rows, offset, key=itemgetter(2)) - 1
    if index < 0:
        return False
    level, text, start = rows[index]
    return offset < start + level + 2 + len(text)


def is_a_link(note: Note, heading: str) -> bool:
    """Whether *heading* of *note*, as written by `subpath_of`, contains a link."""
    return any(
        "](" in each.text or "]]" in each.text
        for each in note.headings
        if subpath_of(without_block_id(each)) == heading
    )


def similar_headings(note: Note, wanted: str) -> Sequence[str]:
    """Return the headings of *note* that *wanted* may have meant, best first.

    At most two: if more are similar, there is no evidence for any of them.
    """
    outline = _outline(note)
    words = _words(wanted)
    found = (
        outline.by_slug.get(_slug(wanted))
        or outline.by_words.get(words)
        or outline.by_title.get(_words(_NUMBERING.sub("", wanted)))
        or (len(outline.names) <= _MAX_COMPARED and _similar(outline, words, _words(note.name)))
        or ()
    )
    names = tuple(filter(None, dict.fromkeys(outline.names[number] for number in found)))
    if names or not outline.names:
        return names if len(names) <= _MAX_NAMED else ()
    return outline.similar_names.find(wanted)[:_MAX_NAMED]


class _Outline(NamedTuple):
    """The headings of a note, indexed by number.

    `names` are the texts that a link uses. The keys of `by_slug` are slugs, of `by_words` letters
    and digits, of `by_title` the same without leading numbering, of `opened_by` those of
    `heading_key`.
    """

    names: tuple[str, ...]
    words: tuple[str, ...]
    by_slug: Mapping[str, Sequence[int]]
    by_words: Mapping[str, Sequence[int]]
    by_title: Mapping[str, Sequence[int]]
    opened_by: Mapping[str, int]
    similar_names: SimilarNames


@lru_cache(maxsize=16)
def _outline(note: Note) -> _Outline:
    texts = [without_block_id(heading) for heading in note.headings]
    shown = [
        _MARKUP.sub(lambda match: match["wiki"] or match["text"] or "", each) for each in texts
    ]
    names = tuple(map(subpath_of, texts))
    words = tuple(map(_words, shown))
    titles = [_words(_NUMBERING.sub("", each)) for each in shown]
    opened_by: dict[str, int] = {}
    for number, text in enumerate(texts):
        opened_by.setdefault(heading_key(text), number)
    return _Outline(
        names, words, _by_text(map(_slug, shown)), _by_text(words), _by_text(titles), opened_by,
        SimilarNames(names),
    )  # fmt: skip


def _by_text(texts: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """The indices of *texts* by text; empty texts are left out."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text:
            numbers[text].append(number)
    return numbers


def _similar(outline: _Outline, wanted: str, title: str) -> Sequence[int]:
    """The numbers of headings that were extended or shortened, or have one inflected word.

    A heading equal to the *title* of the note is not a shortened one.
    """
    for is_alike in (_is_extended, _contains, _has_all_words, _is_shortened, _has_inflected_word):
        found = [n for n, words in enumerate(outline.words) if is_alike(wanted, words)]
        if is_alike is _is_shortened:
            found = [number for number in found if outline.words[number] != title]
        if found:
            return found
    return ()


def _has_all_words(wanted: str, words: str) -> bool:
    """Whether the words *wanted*, at least two, occur in *words* in order, with gaps allowed."""
    rest, ours = iter(words.split()), wanted.split()
    has_number = any(word.isdigit() for word in ours)
    return len(ours) > 1 and not has_number and all(word in rest for word in ours)


def _is_extended(wanted: str, words: str) -> bool:
    """Whether *words* start with *wanted*; a number after it makes another chapter or step."""
    return words.startswith(wanted + " ") and not words[len(wanted) + 1].isdigit()


def _contains(wanted: str, words: str) -> bool:
    """Whether *wanted* is a large part of *words*; an adjacent number makes another chapter."""
    if not wanted.isascii() and re.search(_UNSPACED, wanted):
        return 1 < len(wanted) <= len(words) <= _MAX_LENGTH_RATIO * len(wanted) and wanted in words
    before, found, after = f" {words} ".partition(f" {wanted} ")
    if not found or len(wanted) < _SHORTEST_PART or not _is_good_part(wanted, words):
        return False
    return not (before[-1:].isdigit() or after[:1].isdigit())


def _is_shortened(wanted: str, words: str) -> bool:
    """Whether *words* are the beginning and a large part of *wanted*."""
    is_long = len(words) >= _SHORTEST_PART and _is_good_part(words, wanted)
    return is_long and _is_extended(words, wanted)


def _is_good_part(words: str, others: str) -> bool:
    """Whether *others* has at most four times as many words as *words*."""
    return others.count(" ") + 1 <= _MAX_LENGTH_RATIO * (words.count(" ") + 1)


def _has_inflected_word(wanted: str, words: str) -> bool:
    """Whether one word is longer in one of them, such as a plural.

    >>> _has_inflected_word("first law", "first laws"), _has_inflected_word("law 1", "law 12")
    (True, False)
    """
    ours, theirs = wanted.split(), words.split()
    if len(ours) != len(theirs):
        return False
    pairs = [sorted(pair, key=len) for pair in zip(ours, theirs, strict=True) if len({*pair}) > 1]
    if len(pairs) != 1:
        return False
    ((short, long),) = pairs
    is_longer = long.startswith(short) and len(long) - len(short) <= _MAX_ENDING
    return is_longer and len(short) >= _SHORTEST_STEM and long.isalpha()


def _words(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


def _slug(text: str) -> str:
    """The GitHub slug of *text*, but without leading, trailing or repeated hyphens."""
    return _HYPHENS.sub("-", _NOT_IN_SLUG.sub("", fold(text)).replace(" ", "-")).strip("-")
