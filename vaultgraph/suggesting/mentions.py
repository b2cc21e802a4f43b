"""Find where notes name others without a link to them: unlinked mentions.

A name is looked up by the stems of its words, where its rarest word is, so that each word of a text
is read once.  That is linear, as an automaton would be, but knows inflected forms.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.reading import NO_PROSE, prose
from vaultgraph.suggesting.distinct_names import Usage, is_distinct, may_be_distinct
from vaultgraph.suggesting.names import (
    Name,
    Names,
    exactly,
    missing_notes,
    names_in,
    names_of_missing,
    unambiguous,
)
from vaultgraph.suggesting.texts import Texts
from vaultgraph.suggesting.words import WORD

__all__ = ["Mention", "find_mentions", "find_unwritten", "mentions_in", "quotation"]

_BETWEEN = lazy_re(r"[ \t\u00a0_'’/&+–—-]{0,3}|[ \t]?\n[ \t]?")
"""What may be between the words of one name: spaces and hyphens, but no end of a sentence, nor the
marks of bold and the like, which a link would tear apart.

Between those of scripts without spaces there is nothing."""
_INSIDE = lazy_re(r"(?:[^\W\d_A-Z]|,)[ ]\Z")
"""What is before a word within a sentence."""
_MEMBER = lazy_re(r"\w\.\Z")
"""What is before a word in `process.nextTick`, and in a host such as `www.obsidian.md`."""
_EXTENSION = ".md"  # a file is named, not a note
_ALL_NOUNS = "german"  # which writes them with capitals, whether or not they are names


_AROUND = 30
"""The number of characters to quote on each side of a name."""


class Mention(NamedTuple):
    """The `places` where the note `source` names the note `target` without a link to it.

    Each is from the start to the end of the name in the text of the source.
    """

    source: str
    target: str
    places: tuple[tuple[int, int], ...]


def find_mentions(texts: Texts) -> Sequence[Mention]:
    """Return the unlinked mentions of distinct names in *texts*, by source and position in it.

    A note that links to another one may name it as often as it likes.
    """
    graph = texts.graph
    return _find(texts, names_in(graph), _linking_notes(graph), graph.linked_notes)


def find_unwritten(texts: Texts) -> Sequence[Mention]:
    """Return the mentions of missing notes, to which other notes link, likewise.

    Their targets are the names of these notes, as in the first link.
    """
    graph, missing = texts.graph, missing_notes(texts.graph)
    by_source: defaultdict[str, set[str]] = defaultdict(set)
    for target, sources in missing.items():
        for source in sources:
            by_source[source].add(target)
    linking = {**_linking_notes(graph), **{name: len(found) for name, found in missing.items()}}
    names = [*names_in(graph), *names_of_missing(missing)]
    found = _find(
        texts,
        names,
        Counter(linking),
        lambda path: {*graph.linked_notes(path), *by_source[path]},
    )
    return [mention for mention in found if mention.target in missing]


def _find(
    texts: Texts,
    names: Iterable[Name],
    linking: Mapping[str, int],
    linked: Callable[[str], Iterable[str]],
) -> Sequence[Mention]:
    """Return the mentions of *names* that are distinct.

    *linking* is how many notes link to each, *linked* what the note at a path links to.
    """
    distinct = Names(
        (name for name in unambiguous(names) if may_be_distinct(name, linking, texts)), texts
    )
    places = [
        place
        for path in texts.words
        for place in _of_one_note(_places_in(texts, path, distinct, {path, *linked(path)}))
    ]
    return _by_pair(_distinct(places, linking, len(texts.words)))


def mentions_in(texts: Texts, path: str, names: Names) -> Sequence[Mention]:
    """Return the unlinked mentions of *names* in the note at *path*, also of common words.

    A name of several notes stands for each of them, unless the note links to one.
    """
    linked = {path, *texts.graph.linked_notes(path)}
    return _by_pair(_places_in(texts, path, names, linked))


def _by_pair(places: Iterable["_Place"]) -> Sequence[Mention]:
    found: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for place in places:
        found[place.source, place.name.path].append((place.start, place.end))
    return [Mention(source, target, tuple(where)) for (source, target), where in found.items()]


def _linking_notes(graph: VaultGraph) -> Mapping[str, int]:
    """Return how many notes link to each one from their text, by path."""
    return Counter(
        target
        for links in graph.outgoing.values()
        for target in {e.target for e in links.edges if e.target and e.link.syntax != "property"}
    )


class _Place(NamedTuple):
    """A place in the note `source`, from `start` to `end`, with the `name` of another note.

    It may be `inside` a sentence; it `has_capitals` where the name has them, and is `as_written` in
    the name, or with another ending.
    """

    source: str
    name: Name
    start: int
    end: int
    inside: bool
    has_capitals: bool
    as_written: bool


def _distinct(places: Sequence[_Place], linking: Mapping[str, int], notes: int) -> Iterator[_Place]:
    by_name: defaultdict[Name, list[_Place]] = defaultdict(list)
    for place in places:
        by_name[place.name].append(place)
    usages = {name: _usage(found, linking[name.path], notes) for name, found in by_name.items()}
    for place in places:
        if is_distinct(place.name, usages[place.name], as_written=place.as_written):
            yield place


def _usage(places: Sequence[_Place], linked: int, notes: int) -> Usage:
    inside = [place.has_capitals for place in places if place.inside]
    named = len({place.source for place in places})
    return Usage(notes, linked, named, len(inside), sum(inside))


def _places_in(texts: Texts, path: str, names: Names, linked: Collection[str]) -> Iterator[_Place]:
    """Yield the places of *names* in the note at *path*, but for those of the notes *linked*."""
    found = [
        (first, end, same)
        for first, end, same in names.find(path, linked)
        if any(name.path not in linked for name in same)
    ]
    if not found:
        return
    text, is_german = texts.graph.vault.text(path), texts.languages[path] == _ALL_NOUNS
    spans, readable = [match.span() for match in WORD.finditer(text)], prose(text)
    if len(spans) != len(texts.words[path]):  # the file has changed since it was read
        return
    for first, end, same in found:
        if _is_sentence(readable, spans[first:end], same):
            span = spans[first][0], spans[end - 1][1]
            for place in _places_at(path, text, span, same, linked):
                yield place._replace(inside=place.inside and not is_german)


def _is_sentence(readable: str, spans: Sequence[tuple[int, int]], names: Iterable[Name]) -> bool:
    """Whether the words at *spans* are in one sentence of the *readable* part of a text.

    One of *names* may have other characters between its words, such as a dot.
    """
    start, end = spans[0][0], spans[-1][1]
    if NO_PROSE in readable[start:end] or readable.startswith(_EXTENSION, end):
        return False
    if _MEMBER.search(readable, max(0, start - 2), start):
        return False
    if all(_BETWEEN.fullmatch(readable, left[1], right[0]) for left, right in pairwise(spans)):
        return True
    written = readable[start:end].casefold()
    return any(written in name.text.casefold() for name in names)


def _of_one_note(places: Iterable[_Place]) -> Iterator[_Place]:
    """Yield those of the *places* of a note whose name, but for its ending, only one note has."""
    for _, (place, *others) in groupby(places, key=lambda place: place.start):
        if not others:
            yield place


def _places_at(
    path: str, text: str, span: tuple[int, int], names: Sequence[Name], linked: Container[str]
) -> Iterator[_Place]:
    """Yield the places at *span* of *text*, one for each note that has one of *names*.

    There is none if one of these notes is *linked*.
    """
    start, end = span
    written = text[start:end]
    meant = exactly([name for name in names if name.can_be(written)], written)
    by_note = {name.path: name for name in reversed(meant)}
    if any(note in linked for note in by_note):
        return
    inside = _INSIDE.search(text, max(0, start - 2), start) is not None
    for name in by_note.values():
        capitals, same = name.has_capitals_of(written), name.is_as_written(written)
        yield _Place(path, name, start, end, inside, capitals, same)


def quotation(graph: VaultGraph, mention: Mention) -> tuple[str, str, str]:
    """Return the first place of *mention*: what is before the name, the name, what is after it.

    All are of one line, of whole words, with ellipses where it goes on.
    """
    text = graph.vault.text(mention.source)
    start, end = mention.places[0]
    line, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end) % (len(text) + 1)
    before, after = text[line:start].lstrip(), text[end:line_end].rstrip()
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, " ".join(text[start:end].split()), after
