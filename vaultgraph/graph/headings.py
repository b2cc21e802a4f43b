"""Which heading of a note a link may have meant that names none of them.

A note has few headings, so one may be less like what was written than the name of a note.  A slug
is evidence enough for a fix: other programs make one of every heading, and Obsidian opens none.
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
_MOST_AROUND = 4
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
_UNSPACED = r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]"  # compiled by need: it takes 2 ms


def subpath_of(heading: str) -> str:
    """What to write behind the `#` of a link to *heading*.

    >>> subpath_of("About [[Heat|warmth]]: C#")
    'About Heat warmth : C'
    """
    return " ".join(_BREAKS_SUBPATH.sub(" ", heading).split())


def heading_of_slug(note: Note, slug: str) -> str:
    """The only heading of *note* that GitHub links by this *slug*, as `subpath_of` writes it.

    Empty if there is none, or if Obsidian would open another one by that text.
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
    """Whether the character at *offset* of *note* stands in a heading."""
    rows = note.parsed.headings
    index = bisect_right(rows, offset, key=itemgetter(2)) - 1
    if index < 0:
        return False
    level, text, start = rows[index]
    return offset < start + level + 2 + len(text)


def is_a_link(note: Note, heading: str) -> bool:
    """Whether *heading* of *note*, written as `subpath_of` does, holds a link."""
    return any(
        "](" in each.text or "]]" in each.text
        for each in note.headings
        if subpath_of(without_block_id(each)) == heading
    )


def similar_headings(note: Note, wanted: str) -> Sequence[str]:
    """The headings of *note* that someone may have meant who wrote *wanted*, best first.

    At most two: where more are alike, none of them is meant more than another.
    """
    outline = _outline(note)
    words = _words(wanted)
    found = (
        outline.by_slug.get(_slug(wanted))
        or outline.by_words.get(words)
        or outline.by_title.get(_words(_NUMBERING.sub("", wanted)))
        or (len(outline.names) <= _MAX_COMPARED and _alike(outline, words, _words(note.name)))
        or ()
    )
    names = tuple(filter(None, dict.fromkeys(outline.names[number] for number in found)))
    if names or not outline.names:
        return names if len(names) <= _MAX_NAMED else ()
    return outline.near.find(wanted)[:_MAX_NAMED]


class _Outline(NamedTuple):
    """The headings of a note: `names` are what a link calls them, all others their numbers.

    `by_words` are letters and digits alone, `by_title` these without a number in front; `opened_by`
    are keys.
    """

    names: tuple[str, ...]
    words: tuple[str, ...]
    by_slug: Mapping[str, Sequence[int]]
    by_words: Mapping[str, Sequence[int]]
    by_title: Mapping[str, Sequence[int]]
    opened_by: Mapping[str, int]
    near: SimilarNames


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
        names, words, _numbers(map(_slug, shown)), _numbers(words), _numbers(titles), opened_by,
        SimilarNames(names),
    )  # fmt: skip


def _numbers(texts: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """The numbers of *texts* by what they say; those that say nothing are left out."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text:
            numbers[text].append(number)
    return numbers


def _alike(outline: _Outline, wanted: str, title: str) -> Sequence[int]:
    """The numbers of headings that have grown or shrunk, or have one word in another form.

    One that repeats the *title* of the note is its top, and no part that has shrunk.
    """
    for is_alike in (_has_grown, _holds, _has_all_words, _has_shrunk, _has_other_form):
        found = [n for n, words in enumerate(outline.words) if is_alike(wanted, words)]
        if is_alike is _has_shrunk:
            found = [number for number in found if outline.words[number] != title]
        if found:
            return found
    return ()


def _has_all_words(wanted: str, words: str) -> bool:
    """Whether the words *wanted*, two or more, come in *words* in their order, others between."""
    rest, ours = iter(words.split()), wanted.split()
    has_number = any(word.isdigit() for word in ours)
    return len(ours) > 1 and not has_number and all(word in rest for word in ours)


def _has_grown(wanted: str, words: str) -> bool:
    """Whether *words* begin with *wanted*; a number behind it makes another chapter or step."""
    return words.startswith(wanted + " ") and not words[len(wanted) + 1].isdigit()


def _holds(wanted: str, words: str) -> bool:
    """Whether *wanted* is a good part of *words*; a number beside it makes another chapter."""
    if not wanted.isascii() and re.search(_UNSPACED, wanted):
        return 1 < len(wanted) <= len(words) <= _MOST_AROUND * len(wanted) and wanted in words
    before, found, behind = f" {words} ".partition(f" {wanted} ")
    if not found or len(wanted) < _SHORTEST_PART or not _is_good_part(wanted, words):
        return False
    return not (before[-1:].isdigit() or behind[:1].isdigit())


def _has_shrunk(wanted: str, words: str) -> bool:
    """Whether *words* are a good part of *wanted*, the first one."""
    is_long = len(words) >= _SHORTEST_PART and _is_good_part(words, wanted)
    return is_long and _has_grown(words, wanted)


def _is_good_part(words: str, others: str) -> bool:
    """Whether there are not many more *others* than *words*."""
    return others.count(" ") + 1 <= _MOST_AROUND * (words.count(" ") + 1)


def _has_other_form(wanted: str, words: str) -> bool:
    """Whether one word is longer in one of them, as a plural is.

    >>> _has_other_form("first law", "first laws"), _has_other_form("law 1", "law 12")
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
    """The *text* as GitHub makes a slug of it, but no hyphens first, last, or in a row."""
    return _HYPHENS.sub("-", _NOT_IN_SLUG.sub("", fold(text)).replace(" ", "-")).strip("-")
