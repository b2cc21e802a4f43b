r"""Cloze deletions: convert them as the plugin does, and check whether there are any.

The order is that of the plugin (`format` in its source, 3.6.0): formulas are masked, then code; if
the settings say so, `==text==` becomes `{text}`; text in single braces becomes `{{c1::text}}`.  So
a highlight may contain a formula, and a brace next to another one is not a deletion.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import count

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.spans import between

__all__ = ["code_spans", "formulas", "has_deletion", "with_deletions"]

# Unicode noncharacters for internal use, which should not be in exchanged text.
_FORMULA, _FENCE, _CODE, _OPENED, _CLOSED = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
_RESERVED = lazy_re("[\ufdd0-\ufdd4]")
_MASKED = lazy_re(r"[$`\\]")
_DOLLAR = lazy_re(r"(?<!\$)\$(?=[^\s$])")
_TICK = lazy_re(r"(?<!`)`(?=[^`])")
_FORMULA_START = lazy_re(rf"\\\[|\\\(|{_OPENED}")
_HIGHLIGHT = lazy_re("==([^\n\r\u2028\u2029]*?)==")
_BRACE = lazy_re(r"(?<!\{)\{(?!\{)(?:c?(?P<number>[0-9]+)[:|](?!\{))?")
_CLOSING_BRACE = lazy_re(r"(?<!\})\}(?!\})")
_EMPTY_LINE = lazy_re(r"\n(?=\n)")
_ANKI = lazy_re(r"\{\{c[0-9]+::")

_Spans = list[tuple[int, int]]


def has_deletion(text: str) -> bool:
    """Return whether *text* has a cloze deletion in Anki's syntax."""
    found = _ANKI.search(text)
    # A deletion has at least one character: `[\s\S]+?` in the plugin's `ANKI_CLOZE_REGEXP`.
    return found is not None and text.find("}}", found.end() + 1) >= 0


def with_deletions(text: str, *, highlights: bool) -> str:
    """Return the *text* of a field with braces, and *highlights* if true, in Anki's syntax."""
    if "{" not in text and not (highlights and "==" in text):
        return text
    masked: list[tuple[str, list[str]]] = []
    if _MASKED.search(text):
        text = _RESERVED.sub("", text)
        for mask, find in ((_FORMULA, formulas), (_FENCE, _fences), (_CODE, _code)):
            text, originals = _mask(text, mask, find)
            masked.append((mask, originals))
    if highlights:
        text = _HIGHLIGHT.sub(r"{\1}", text)
    text = "".join(_with_anki_braces(text))
    for mask, originals in reversed(masked):
        text = _unmask(text, mask, originals)
    return text


def _mask(text: str, mask: str, find: Callable[[str], _Spans]) -> tuple[str, list[str]]:
    """Return *text* with *mask* in place of each span that *find* returns, and the originals."""
    parts, originals, place = [], [], 0
    for start, end in find(text):
        parts += [text[place:start], mask]
        originals.append(text[start:end])
        place = end
    return "".join([*parts, text[place:]]), originals


def _unmask(text: str, mask: str, originals: list[str]) -> str:
    if not originals:
        return text
    found = iter(originals)
    return re.sub(mask, lambda _: next(found, ""), text)


def formulas(text: str) -> list[tuple[int, int]]:
    r"""Return the formulas in *text*: between dollar signs, `\(` and `\)`, or `\[` and `\]`."""
    chars = list(text)
    for start, end in between(text, "$$"):
        # As long as what they replace, so that offsets remain those of the text.
        chars[start : start + 2] = "\\["
        chars[end - 2 : end] = "\\]"
    spans = _spans("".join(chars), _DOLLAR, _dollar_after)
    for start, end in spans:
        chars[start], chars[end - 1] = _OPENED, _CLOSED
    return _between_marks("".join(chars))


def _between_marks(text: str) -> _Spans:
    display, inline, dollar = (_Next(text, mark) for mark in ("\\]", "\\)", _CLOSED))
    spans: _Spans = []
    place = 0
    while start := _FORMULA_START.search(text, place):
        place = start.end()
        ends = [display] if start[0] == "\\[" else [inline, dollar]
        found = [end for each in ends if (end := each.end_from(place)) >= 0]
        if found:
            place = min(found)
            spans.append((start.start(), place))
    return spans


class _Next:
    """Finds the next *mark* in *text* for increasing offsets, searching each part only once."""

    def __init__(self, text: str, mark: str) -> None:
        self._text, self._mark, self._found = text, mark, -2

    def end_from(self, place: int) -> int:
        """Return the offset after the next mark at or after *place*; -1 if there is none."""
        if self._found != -1 and self._found < place:
            self._found = self._text.find(self._mark, place)
        return self._found + len(self._mark) if self._found >= 0 else -1


def code_spans(text: str) -> list[tuple[int, int]]:
    """Return the code in *text*, fenced or not, as the plugin finds it outside of formulas."""
    fences = _fences(text)
    chars = list(text)
    for start, end in fences:
        chars[start:end] = " " * (end - start)
    return sorted([*fences, *_code("".join(chars))])


def _fences(text: str) -> _Spans:
    return between(text, "```")


def _code(text: str) -> _Spans:
    return _spans(text, _TICK, lambda text, start: text.find("`", start))


def _spans(text: str, opening: re.Pattern[str], closing: Callable[[str, int], int]) -> _Spans:
    """Return the spans from an *opening* mark to the one-character mark that *closing* finds."""
    spans: _Spans = []
    place = 0
    while opened := opening.search(text, place):
        end = closing(text, opened.end() + 1)
        if end < 0:
            break
        place = end + 1
        spans.append((opened.start(), place))
    return spans


def _dollar_after(text: str, start: int) -> int:
    """Return the next dollar sign from *start* on without whitespace before it; else -1."""
    found = text.find("$", start)
    while found >= 0 and text[found - 1].isspace():
        found = text.find("$", found + 1)
    return found


def _with_anki_braces(text: str) -> Iterator[str]:
    """Yield the pieces of *text*, with single braces converted to numbered deletions."""
    closing = [brace.start() for brace in _CLOSING_BRACE.finditer(text)]
    empty_lines = [line.start() for line in _EMPTY_LINE.finditer(text)]
    # Offsets of braces and empty lines are listed once: to search again from each brace would be
    # quadratic in a text of open braces.
    # As in the plugin's `cloze_repl`: each field begins with 1, and a number of the user's does not
    # advance the count, so `{a} {1:b} {c}` has the numbers 1, 1 and 2.
    numbers = count(1)
    place = 0
    while closing and (brace := _BRACE.search(text, place)):
        # The number is optional in the plugin's `CLOZE_REGEXP`: in `{1:}` it is the text.
        for start, number in ((brace.end(), brace["number"]), (brace.start() + 1, None)):
            end = _end_of_deletion(text, start, closing, empty_lines)
            if end >= 0:
                yield text[place : brace.start()]
                yield f"{{{{c{number or next(numbers)}::{text[start:end]}}}}}"
                place = end + 1
                break
        else:
            yield text[place : brace.start() + 1]
            place = brace.start() + 1
    yield text[place:]


def _end_of_deletion(text: str, start: int, closing: list[int], empty_lines: list[int]) -> int:
    """Return the offset of the brace that closes the deletion at *start*.

    Return -1 if there is none before the next empty line.
    """
    index = bisect_left(closing, start + 1)
    if index == len(closing) or text.startswith("\n", start):
        return -1
    end = closing[index]
    line = bisect_left(empty_lines, start)
    return end if line == len(empty_lines) or empty_lines[line] >= end - 1 else -1
