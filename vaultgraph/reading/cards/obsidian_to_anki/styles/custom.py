"""Cards found by a regular expression of the user's own.

The plugin reads it as JavaScript does, with the flags `gm`.  A careless pattern may take years on
a long note, so there are limits; they count steps, not seconds, to be the same on every run.
"""

from collections.abc import Iterator
from math import prod
from time import monotonic
from typing import NamedTuple

import regex

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS, behind_card
from vaultgraph.reading.javascript import (
    Anywhere,
    Matcher,
    OutOfStepsError,
    Starts,
    UnsupportedError,
    has_other_group,
    in_python,
    without_atoms,
)

__all__ = ["Budget", "Custom", "JavaScriptError"]

_PATIENCE = 1.0
"""Seconds for a note until it is left to the other matcher, which gives the same answer."""

_LEAST = 0.001
_SLOW = 0.05
_SLOW_TOGETHER = 5.0
_STEPS_PER_NOTE = 1_000_000
_STEPS = 20_000_000
_JS_TAGS = "(Tags: .*)"
_JS_ID = r"\n?(?:<!--)?(?:ID: (\d+).*)"
_TAGS = rf"(?P<vg_tags>Tags: [^{LINE_ENDS}]*)"
_ID = behind_card("vg_id")
_PARAGRAPH = r"((?:[^\n][\n]?)+)"
_TIMES = lazy_re(r"\{(?:\d*,)?0*([1-9]\d{0,8})\d*\}")
_MOST_TIMES = 10_000  # the compiled expression takes some 300 bytes for each
_NO_NEWLINE = lazy_re(r"[^\n]")


_Spans = tuple[tuple[int, int], ...]


class JavaScriptError(ValueError):
    """The expression is none that can be read here."""


class Budget:
    """What all expressions of a vault may take together: a thousand of them are no reason to wait.

    `steps` are those of the matcher that counts them.  `slow_seconds` are left for notes that take
    the other one long; once they are spent, it is no longer asked.
    """

    def __init__(self) -> None:
        self.steps = _STEPS
        self.slow_seconds = _SLOW_TOGETHER


class Custom:
    """The style of the regular expression *pattern*; raises JavaScriptError if it is none.

    If a note takes the package `regex` too long, this note and all others are searched by a matcher
    of our own, which gives the same answers, is slow, and counts its steps.  What takes more of
    them than a note may, or than the *budget* has left, `was_cut_off`; then not all cards are
    found: `is_too_slow`.
    """

    marker = ""
    name = "custom"

    def __init__(self, pattern: str, budget: Budget | None = None) -> None:
        self.is_too_slow: bool = False
        self.was_cut_off: bool = False
        self._budget = budget or Budget()
        self._is_careful = False
        self._begins_with_paragraph = pattern.startswith(_PARAGRAPH)
        self._pattern = pattern
        self._matchers: dict[Suffix, Matcher] = {}
        self._patterns: dict[Suffix, regex.Pattern[str]] = {}
        _demand_javascript(pattern)
        try:
            self.groups: int = self._compiled(Suffix(tags=False, id=False)).groups
            self._compiled(Suffix(tags=True, id=True))
        except (regex.error, RecursionError, MemoryError, ValueError) as error:
            raise JavaScriptError(str(error)) from error

    def _compiled(self, suffix: Suffix) -> "regex.Pattern[str]":
        if suffix not in self._patterns:
            behind = (_TAGS if suffix.tags else "") + (_ID if suffix.id else "")
            self._patterns[suffix] = regex.compile(in_python(self._pattern) + behind)
        return self._patterns[suffix]

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order; none if it `was_cut_off`."""
        self.was_cut_off = False
        is_careful = self._is_careful or self._budget.slow_seconds < 0
        found = None if is_careful else self._found_quickly(text, suffix)
        if found is None:
            found = self._careful_matches(text, suffix)
        return (_found(text, spans, suffix) for spans in found)

    def _found_quickly(self, text: str, suffix: Suffix) -> list[_Spans] | None:
        """What the package `regex` finds; None if that takes too long, now and for all notes."""
        started = monotonic()
        try:
            return list(self._quick_matches(text, suffix))
        except (MemoryError, TimeoutError):
            self._is_careful = True
            return None
        finally:
            seconds = monotonic() - started
            self._budget.slow_seconds -= seconds if seconds > _SLOW else 0

    def _starts(self, text: str) -> Starts:
        return _Paragraphs(text) if self._begins_with_paragraph else Anywhere(len(text))

    def _quick_matches(self, text: str, suffix: Suffix) -> Iterator[_Spans]:
        pattern, deadline = self._compiled(suffix), monotonic() + _PATIENCE
        if not self._begins_with_paragraph:
            for match in pattern.finditer(text, timeout=_PATIENCE):
                yield match.regs
            return
        starts = self._starts(text)
        start = starts.at_or_behind(0)
        while start >= 0:
            found = pattern.match(text, start, timeout=max(_LEAST, deadline - monotonic()))
            if found:
                yield found.regs
            start = starts.at_or_behind(found.end()) if found else starts.behind_failure(start)

    def _careful_matches(self, text: str, suffix: Suffix) -> list[_Spans]:
        steps = min(self._budget.steps, _STEPS_PER_NOTE)
        try:
            found, left = self._matcher(suffix).find_all(text, self._starts(text), steps)
        except (OutOfStepsError, UnsupportedError):
            self._budget.steps -= steps
            self.is_too_slow = True
            self.was_cut_off = True
            return []
        self._budget.steps -= steps - left
        return [((each.start, each.end), *each.groups) for each in found]

    def _matcher(self, suffix: Suffix) -> Matcher:
        if suffix not in self._matchers:
            behind = (_JS_TAGS if suffix.tags else "") + (_JS_ID if suffix.id else "")
            self._matchers[suffix] = Matcher(self._pattern + behind)
        return self._matchers[suffix]


def _demand_javascript(pattern: str) -> None:
    """Raise JavaScriptError if *pattern* has groups of other languages, or repeats without end.

    `(?R)` of Perl fills the memory, and a thousand times a thousand `x` take years to write out.
    """
    bare = without_atoms(pattern)
    if has_other_group(bare):
        raise JavaScriptError("it has a group that JavaScript does not know")
    if prod(min(int(times), _MOST_TIMES) for times in _TIMES.findall(bare)) > _MOST_TIMES:
        raise JavaScriptError("it repeats too often")


class _Paragraphs(NamedTuple):
    """The starts of the paragraphs of `text`, and the places behind a match."""

    text: str

    def at_or_behind(self, place: int) -> int:
        """The first character at *place* or behind it that ends no line; -1 if there is none."""
        found = _NO_NEWLINE.search(self.text, place)
        return found.start() if found else -1

    def behind_failure(self, place: int) -> int:
        """The next paragraph: what does not match from the start of one matches nowhere in it."""
        below = self.text.find("\n\n", place)
        return self.at_or_behind(below) if below >= 0 else -1


def _found(text: str, spans: _Spans, suffix: Suffix) -> Found:
    """The card whose groups have these *spans* in *text*: the whole, the fields, tags and ID."""
    (start, end), *groups = spans
    texts = [text[first:last] if first >= 0 else "" for first, last in groups]
    number = texts.pop() if suffix.id else ""
    tags = tuple(texts.pop()[len("Tags: ") :].split()) if suffix.tags else ()
    fields = [field.strip() for field in texts]
    question, answer, *more = (*fields, "", "")[: max(2, len(fields))]
    id_start = groups[-1][0] if number else end
    identity = card_id(number) if number else 0
    return Found(question, answer, start, end, identity, id_start, "", tags, tuple(more))
