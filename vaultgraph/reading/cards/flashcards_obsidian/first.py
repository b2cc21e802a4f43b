"""Version 1 of the plugin, after its regular expressions (`src/conf/regex.ts`, 1.6.5).

- `Question #card`, with more tags after it or without a space before it, or `#card` alone on the
  line below.  `#card-reverse` asks in both directions, `#card-spaced` has no answer.
- The question is all of the paragraph before the tag.  The answer begins on the next line that is
  not empty, and ends at an empty line or at the ID.
- `front::back`, or `front:::back` for both directions, on any line, in lists too.
- A line with `==text==` or `{text}` is a cloze.
- Text entirely in a code block, or in a formula between `$$`, is not a card.
- The ID, `^1638982929779`, is on the line below, or at the end of the line.

Without an ID, a line with `::` or a cloze is only plausible.  It counts only in notes that the
plugin has processed: it writes IDs and `cards-deck` into them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.flashcards_obsidian.found import (
    LITERAL,
    Found,
    Marks,
    fences,
    formulas,
    is_inside_code,
)

__all__ = ["find_cards"]

_ID = lazy_re(r"\^(\d{13})")
_ID_AFTER = lazy_re(r"[ \t]*\n?\^(\d{13})(?!\d)")
_LOCAL_TAG = lazy_re(r" *#([\w/-]+)")
_TAGS_AFTER = lazy_re(r"#[^\W\d_][^\s#]*(?: *#[^\W\d_][^\s#]*)*")
_ITEM = lazy_re(r"[ \t]*(?:\d\.|[-+*]|#{1,6})?[ \t]*")
_HEADING = lazy_re(r" {0,3}#*[ \t]*")
_CLOZE_LINE = lazy_re(r"^.*(?:==|\{).*$", re.MULTILINE)
_CLOZE = lazy_re(r"==[^\n]+?==|\{[^{}\n]+\}")
_NO_CLOZE = lazy_re(rf"{LITERAL}|\[\[[^\[\]\n]*\]\]")
_PROPERTIES = ("cards-deck", "tags")


def find_cards(text: str, body: int, marks: Marks, *, is_processed: bool) -> Iterator[Found]:
    """Yield the cards of *text*, whose properties end at *body*, in order.

    *is_processed* is true if the properties show that the plugin has processed the note.
    """
    code, math = fences(text, body), formulas(text, body)
    tagged = [
        card
        for card in _tagged(text, body, marks.tag)
        if not (_is_within(card, code) or _is_within(card, math))
    ]
    has_ids = is_processed or _ID.search(text, body) is not None
    lines = []
    if has_ids:
        clozes = _clozes(text, body, is_processed=is_processed)
        lines = [*_inline(text, body, marks), *clozes]
    taken = sorted([*code, *((card.start, card.end) for card in tagged)])
    separate = []
    # At one place an inline card wins over a cloze, and what was found first over what overlaps it.
    for card in sorted(lines, key=lambda card: (card.start, card.style == "cloze")):
        if not (_touches(card, taken) or _is_within(card, math)):
            separate.append(card)
            taken.insert(bisect_right(taken, (card.start, card.end)), (card.start, card.end))
    yield from sorted([*tagged, *separate], key=lambda card: card.start)


def _is_within(card: Found, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (card.start, card.end)) - 1
    later = spans[index + 1 : index + 2]
    return any(
        a <= card.start and card.end <= b for a, b in (*spans[max(0, index) : index + 1], *later)
    )


def _touches(card: Found, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (card.start, card.end))
    neighbours = spans[max(0, index - 1) : index + 1]
    return any(a < card.end and card.start < b for a, b in neighbours)


def _tagged(text: str, body: int, tag: str) -> Iterator[Found]:
    # Possessive: spaces could otherwise belong to the tags or to what follows them, which takes
    # quadratic time.
    run = r"(?P<tags>(?: *#[\w/-]+)*+)[ \t]*+"
    marker = re.compile(
        rf"#{re.escape(tag)}(?P<kind>[/-](?:reverse|spaced))?{run}(?P<ends>(?=\n|\Z))?",
        re.IGNORECASE,
    )
    free = body
    for found in marker.finditer(text, body):
        if found["ends"] is None or found.start() < free:
            continue
        paragraph = text.rfind("\n\n", free, found.start())
        start = _skip_newlines(text, free if paragraph < 0 else paragraph + 2)
        front = _HEADING.sub("", text[start : found.start()], count=1).strip()
        kind = (found["kind"] or "")[1:].lower()
        card = _spaced(text, found) if kind == "spaced" else _answered(text, found)
        if front and card:
            back, end, anchor, anchor_start = card
            tags = tuple(_LOCAL_TAG.findall(found["tags"]))
            yield Found("hashtag", kind, front, back, start, end, anchor, anchor_start, tags)
            free = end


_Rest = tuple[str, int, str, int]


def _spaced(text: str, marker: re.Match[str]) -> _Rest:
    identity = _ID_AFTER.match(text, marker.end())
    if identity:
        return "", identity.end(), identity[1], identity.start(1)
    return "", marker.end(), "", 0


def _answered(text: str, marker: re.Match[str]) -> _Rest | None:
    """Return the answer after *marker*, the end of the card, and its ID; None without an answer."""
    start = _skip_newlines(text, marker.end())
    empty = text.find("\n\n", start)
    end = len(text) if empty < 0 else empty
    identity = _ID.search(text, start, end)
    stop = identity.start() if identity else end
    back = text[start:stop].strip()
    if not (back or identity):
        return None
    if identity:
        return back, identity.end(), identity[1], identity.start(1)
    return back, start + len(text[start:stop].rstrip()), "", 0


def _inline(text: str, body: int, marks: Marks) -> Iterator[Found]:
    # `:::` contains `::`, so the longer separator is tried first.
    separators = sorted(filter(None, (marks.inline, marks.inline_reversed)), key=len, reverse=True)
    if not separators:
        return
    parted = re.compile(
        rf"^(?P<front>.+?)(?P<mark>{'|'.join(map(re.escape, separators))})(?P<back>.+)$",
        re.MULTILINE,
    )
    for line in parted.finditer(text, body):
        front, back = _ITEM.sub("", line["front"], count=1).strip(), line["back"]
        identity = _ID.search(back)
        after = identity or _ID_AFTER.match(text, line.end())
        if identity:
            back = back[: identity.start()]
        if not front or front.lower().startswith(_PROPERTIES):
            continue
        if not after and is_inside_code(line["front"]):
            continue
        tagged = _TAGS_AFTER.search(back)
        tags = tuple(_LOCAL_TAG.findall(tagged[0])) if tagged else ()
        back = (back[: tagged.start()] if tagged else back).strip()
        if back:
            kind = "reverse" if line["mark"] == marks.inline_reversed else ""
            offset = line.start("back") if identity else 0
            end = offset + after.end() if after else line.end()
            anchor = (after[1], offset + after.start(1)) if after else ("", 0)
            yield Found("inline", kind, front, back, line.start(), end, *anchor, tags)


def _clozes(text: str, body: int, *, is_processed: bool) -> Iterator[Found]:
    for line in _CLOZE_LINE.finditer(text, body):
        identity = _ID_AFTER.match(text, line.end())
        # An ID shows that the plugin has made a card, even of a deletion in code or in a link.
        plain = line[0] if identity else _NO_CLOZE.sub("", line[0])
        if (identity or is_processed) and _CLOZE.search(plain):
            end = identity.end() if identity else line.end()
            anchor = (identity[1], identity.start(1)) if identity else ("", 0)
            yield Found("cloze", "cloze", line[0].strip(), "", line.start(), end, *anchor)


def _skip_newlines(text: str, offset: int) -> int:
    while text.startswith("\n", offset):
        offset += 1
    return offset
