"""Faults of cards between START and END, which the plugin loses or misreads.

A line counts as a malformed START only if a known note type is on the line below.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, cached_property

from vaultgraph.model import CardFault
from vaultgraph.reading.cards.obsidian_to_anki import ids
from vaultgraph.reading.cards.obsidian_to_anki.found import Found
from vaultgraph.reading.cards.obsidian_to_anki.settings import Words

__all__ = ["USUAL_TYPES", "delimited_card_faults", "unread_ids"]

USUAL_TYPES = frozenset(
    {
        "Basic",
        "Basic (and reversed card)",
        "Basic (optional reversed card)",
        "Basic (type in the answer)",
        "Cloze",
    }
)

_MARKS = r"[ \t]*(?:(?:[>*+-]|\d{1,3}[.)])[ \t]*)*"
_EMPHASIS = r"(?:\*\*|__|==)?"


def delimited_card_faults(
    text: str,
    blocks: Sequence[Found],
    words: Words,
    types: Collection[str],
    in_fence: Callable[[int, int], bool],
) -> Iterator[CardFault]:
    """Yield the faults of delimited cards of *text*, of which *blocks* were found.

    *types* are the known note types; fenced code, for which *in_fence* holds, is skipped.
    """
    lines = _Lines(text, words, types, len(blocks))
    # In nearly all notes the counts of START, END and IDs show that no block has a fault.
    for block in blocks if lines.starts or not _are_usual(text, blocks, words) else ():
        inner = lines.start_after(block.start + 1)
        if inner and inner.start() < block.end:
            yield _nested(text, block, inner.start(), lines)
        elif early := _early_end(text, block, words, lines):
            yield early
        yield from _misplaced_ids(text, block, in_fence)
    opened = [block.start for block in blocks]
    for number, start in enumerate(lines.starts):
        index = bisect_right(opened, start.start()) - 1
        if index >= 0 and start.start() < blocks[index].end:
            continue
        below = lines.starts[number + 1].start() if number + 1 < len(lines.starts) else len(text)
        fault = _unread(text, start, below, words, lines)
        if fault and not in_fence(fault[2], fault[3]):
            yield fault
    if words.begin_inline in text:
        yield from _unread_inline(text, words, types, in_fence)


class _Lines:
    """The lines of *text* that open or close a card, or nearly do; each kind is searched once.

    `starts` open a card of one of *types*.  The search is skipped if the word START is in the text
    only as often as it has *opened* a card.
    """

    def __init__(self, text: str, words: Words, types: Collection[str], opened: int) -> None:
        self._text, self._words = text, words
        # In a vault of 16,000 delimited cards, two thirds of the time of finding cards went into
        # three searches for malformed lines, which nearly no note needs; counting comes first.
        has_others = _count(text, words.begin_note) > opened
        found = _malformed_start(words.begin_note).finditer(text) if has_others else ()
        self.starts = [start for start in found if start["type"].strip() in types]

    @cached_property
    def _malformed_ends(self) -> list[tuple[int, int]]:
        return [found.span() for found in _malformed_end(self._words.end_note).finditer(self._text)]

    @cached_property
    def _exact(self) -> list[tuple[int, int]]:
        found = _start_or_end(self._words).finditer(self._text)
        return [(line.start(), line.end() if line["end"] else 0) for line in found]

    def start_after(self, offset: int) -> re.Match[str] | None:
        """Return the first START or near miss at *offset* or later with a note type below it."""
        index = bisect_left(self.starts, offset, key=re.Match.start)
        return self.starts[index] if index < len(self.starts) else None

    def malformed_end(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first END or near miss between *start* and *end*."""
        index = bisect_left(self._malformed_ends, (start, 0))
        found = self._malformed_ends[index] if index < len(self._malformed_ends) else None
        return found if found and found[0] < end else None

    def end_before_start(self, offset: int) -> int:
        """Return the end of the first END after *offset*; 0 if a START comes first."""
        index = bisect_right(self._exact, (offset, 0))
        return self._exact[index][1] if index < len(self._exact) else 0


def _count(text: str, word: str) -> int:
    """Return how often *word* occurs in *text*, ignoring case; it may be an upper bound."""
    lower = text.lower()
    # With IGNORECASE, `re` also matches the long s as s and the dotless i as i.
    has_special_case = "\u017f" in text or "\u0131" in text or not word.isascii()
    is_sure = len(lower) == len(text) and not has_special_case
    return lower.count(word.lower()) if is_sure else len(text)


@cache
def _malformed_start(word: str) -> re.Pattern[str]:
    """Return a pattern for a line that opens a card with *word*, or nearly, and its note type."""
    return re.compile(
        rf"^(?P<before>{_MARKS}{_EMPHASIS})(?P<word>{re.escape(word)})"
        rf"(?P<after>{_EMPHASIS}:?[ \t]*)\n(?:[ \t]*\n){{0,3}}{_MARKS}(?P<type>[^\n]*)$",
        re.MULTILINE | re.IGNORECASE,
    )


@cache
def _malformed_end(word: str) -> re.Pattern[str]:
    """Return a pattern for a line that closes a card with *word*, or nearly does."""
    line = rf"^{_MARKS}{_EMPHASIS}{re.escape(word)}{_EMPHASIS}[ \t]*$"
    return re.compile(line, re.MULTILINE | re.IGNORECASE)


@cache
def _start_or_end(words: Words) -> re.Pattern[str]:
    """Return a pattern for a line that consists of one of the *words* START and END."""
    begin, end = re.escape(words.begin_note), re.escape(words.end_note)
    return re.compile(rf"^(?:(?P<end>{end})|{begin})[ \t]*$", re.MULTILINE)


def _unread(
    text: str, start: re.Match[str], below: int, words: Words, lines: _Lines
) -> CardFault | None:
    """Return the fault of *start*, which opens no card; the next one is at *below*."""
    ending = lines.malformed_end(start.end(), below)
    if start["word"] != words.begin_note:
        if not ending:
            return None
        reason = "case"
    elif not start["before"] and not start["after"]:
        reason = "no-end"
    else:
        reason = "spaces" if not (start["before"] + start["after"]).strip() else "marks"
    empty_line = text.find("\n\n", start.end(), below)
    closes = ending[1] if ending else below if empty_line < 0 else empty_line
    first, last = start.start(), start.end("after")
    unpaired = ending[0] if ending else 0
    return CardFault("unread-block", reason, first, last, first, closes, unpaired)


def _are_usual(text: str, blocks: Sequence[Found], words: Words) -> bool:
    """Return whether *blocks* have no faults, provided that no other card opens in them.

    This holds for nearly all notes and saves the search for faults: each block has exactly one ID,
    and every END is at the end of its line.
    """
    ending = f"\n{words.end_note}"
    ended = text.count(f"{ending}\n") + text.endswith(ending)
    has_ids = text.count("ID: ") == len(blocks) and all(block.id for block in blocks)
    return has_ids and ended == text.count(ending)


def _nested(text: str, block: Found, inner: int, lines: _Lines) -> CardFault:
    ending = lines.malformed_end(block.start, inner)
    line_end = text.index("\n", block.start)
    unpaired = ending[0] if ending else 0
    return CardFault("nested-block", "", block.start, line_end, inner, block.end, unpaired)


def _early_end(text: str, block: Found, words: Words, lines: _Lines) -> CardFault | None:
    """Return the fault of *block* if a line that only begins with END closes it too early."""
    line_end = text.find("\n", block.end)
    if line_end < 0 or not text[block.end : line_end].strip():
        return None
    # The plugin's expression has nothing after END, so `ENDLESS` at the start of a line closes a
    # card; only a second END shows that it was not meant to.
    closes = lines.end_before_start(line_end)
    start = block.end - len(words.end_note)
    return CardFault("early-end", "", start, line_end, block.start, closes) if closes else None


def _misplaced_ids(
    text: str, block: Found, in_fence: Callable[[int, int], bool]
) -> Iterator[CardFault]:
    """Yield the IDs of *block* that the plugin does not find, or reads as text."""
    if block.id and text.count("ID: ", block.start, block.end) == 1:
        return
    for found in ids.LINE.finditer(text, block.start, block.end):
        if found.start() <= block.id_start < found.end() or in_fence(*found.span()):
            continue
        # `Note` in the plugin's `note.ts` looks for the ID in the last line, then for tags in the
        # last line that is left: an ID above the tags is part of the last field.
        below = text[found.end() : block.end].lstrip()
        reason = "second" if block.id else "tags" if below.startswith("Tags:") else "text"
        yield _unread_id(block, reason, *found.span())
    if block.id:
        return
    line_end = text.find("\n", block.end)
    if line_end >= 0 and not text[block.end : line_end].strip():
        below_end = ids.LINE.match(text, line_end + 1)
        if below_end:
            yield _unread_id(block, "below-end", *below_end.span())


def unread_ids(text: str, cards: Sequence[tuple[Found, str]]) -> Iterator[CardFault]:
    """Yield the misspelled IDs of *cards*, which are (card, style) pairs."""
    for card, style in cards:
        if not card.id and (found := _malformed_id(text, card, style)):
            yield _unread_id(card, "spelling", *found)


def _malformed_id(text: str, card: Found, style: str) -> tuple[int, int] | None:
    """Return the span of a misspelled ID where the plugin looks for that of *card*."""
    if style == "inline":
        found = ids.MALFORMED.search(text, card.start, card.end)
        return found.span() if found else None
    if style == "block":
        lines = list(ids.MALFORMED_LINE.finditer(text, card.start, card.end))
        return lines[-1].span("id") if lines and not ids.LINE.match(lines[-1][0]) else None
    last = max(card.start, text.rfind("\n", card.start, card.end) + 1)
    found = (
        ids.MALFORMED_BELOW.match(text, card.end)
        or ids.MALFORMED_LINE.match(text, last, card.end)
        or ids.MALFORMED_COMMENT_AT_END.search(text, last, card.end)
    )
    return found.span("id") if found else None


def _unread_id(card: Found, reason: str, start: int, end: int) -> CardFault:
    return CardFault("unread-id", reason, start, end, card.start, end)


def _unread_inline(
    text: str, words: Words, types: Collection[str], in_fence: Callable[[int, int], bool]
) -> Iterator[CardFault]:
    """Yield where STARTI opens a card of one of *types* without an ENDI on its line."""
    # The plugin's expression does not cross a line: `STARTI(.*?)ENDI`.
    opening = re.compile(rf"{re.escape(words.begin_inline)} *\[(?P<type>[^\[\]\n]*)\][^\n]*")
    for found in opening.finditer(text):
        is_read = words.end_inline in found[0][len(words.begin_inline) :]
        if found["type"] in types and not is_read and not in_fence(*found.span()):
            yield CardFault("unread-inline", "", *found.span())
