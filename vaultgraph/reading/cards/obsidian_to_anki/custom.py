"""Cards found by a custom regular expression of the user.

The plugin runs it in JavaScript with the flags `gm`.  A careless pattern may take years on a long
note, so there are limits; they count steps, not seconds, so that every run has the same result.
"""

from collections.abc import Iterator
from math import prod
from time import monotonic
from typing import NamedTuple

import regex

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say
from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS, after_card
from vaultgraph.reading.javascript import (
    Anywhere,
    InvalidError,
    Matcher,
    Only,
    OutOfStepsError,
    Starts,
    UnsupportedError,
    has_other_group,
    in_python,
    without_atoms,
)

__all__ = ["Budget", "Custom", "JavaScriptError"]

_TIMEOUT = 1.0
"""Timeout in seconds per note; then our own matcher takes over, which has the same results."""

_MIN_TIMEOUT = 0.001
_SLOW_SECONDS = 0.05
_MAX_SLOW_SECONDS = 5.0
# Limits in seconds gave two results for one vault: 893 findings of a rule in one run, 49 in
# another.
_MAX_STEPS_PER_NOTE = 1_000_000
_MAX_STEPS = 20_000_000
_JS_TAGS = "(Tags: .*)"
_JS_ID = r"\n?(?:<!--)?(?:ID: (\d+).*)"
_TAGS = rf"(?P<vg_tags>Tags: [^{LINE_ENDS}]*)"
_ID = after_card("vg_id")
# Tried at each character of a paragraph that holds no card, it takes quadratic time: 3 s in `re`
# for 10,000 characters, 12 s for 20,000.
_PARAGRAPH = r"((?:[^\n][\n]?)+)"
_TIMES = lazy_re(r"\{(?:\d*,)?0*([1-9]\d{0,8})\d*\}")
_MAX_REPETITIONS = 10_000  # the compiled expression takes some 300 bytes for each
_NO_NEWLINE = lazy_re(r"[^\n]")


_Spans = tuple[tuple[int, int], ...]


class JavaScriptError(ValueError):
    """The expression is invalid or not supported."""


# With limits of their own, 200 hostile expressions took 213 s; together they take 16 s.
class Budget:
    """The limits for all expressions of a vault together, so that many of them cannot add up.

    `steps` are those left for our own matcher.  `slow_seconds` are left for notes on which the
    package `regex` is slow; once they are spent, it is no longer used.
    """

    def __init__(self) -> None:
        self.steps = _MAX_STEPS
        self.slow_seconds = _MAX_SLOW_SECONDS


class Custom:
    """The style of the regular expression *pattern*; raises JavaScriptError if it is invalid.

    If the package `regex` takes too long on a note, this note and all others are searched by our
    own matcher, which has the same results, is slower, and counts its steps.  If it needs more
    steps than a note may take, or than the *budget* has left, the search `was_cut_off`, and the
    expression `is_too_slow` to find all cards.
    """

    marker = ""
    name = "custom"

    def __init__(self, pattern: str, budget: Budget | None = None) -> None:
        self.is_too_slow: bool = False
        self.was_cut_off: bool = False
        self._budget = budget or Budget()
        self._is_careful = False
        self._has_other_captures = False
        self._begins_with_paragraph = pattern.startswith(_PARAGRAPH)
        self._pattern = pattern
        self._matchers: dict[Suffix, Matcher] = {}
        self._patterns: dict[Suffix, regex.Pattern[str]] = {}
        self.groups: int = 0
        _check_javascript(pattern)
        self._choose_engine()

    def _choose_engine(self) -> None:
        """Find out which engine to use; raises JavaScriptError if none can."""
        plain = Suffix(tags=False, id=False)
        fault: Exception | None = None
        try:
            self.groups = self._compiled(plain).groups
            self._compiled(Suffix(tags=True, id=True))
        except (regex.error, RecursionError, MemoryError, ValueError) as error:
            fault = error
        try:
            matcher = self._matcher(plain)
        except InvalidError as error:
            raise JavaScriptError(str(fault or error)) from error
        except UnsupportedError as error:
            if fault:
                raise JavaScriptError(str(fault)) from error
        else:
            self.groups = matcher.groups
            self._is_careful = bool(fault) or not matcher.matches_as_in_python
            self._has_other_captures = not matcher.captures_as_in_python

    def _compiled(self, suffix: Suffix) -> "regex.Pattern[str]":
        if suffix not in self._patterns:
            after = (_TAGS if suffix.tags else "") + (_ID if suffix.id else "")
            self._patterns[suffix] = regex.compile(in_python(self._pattern) + after)
        return self._patterns[suffix]

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order; none if it `was_cut_off`."""
        self.was_cut_off = False
        is_careful = self._is_careful or self._budget.slow_seconds < 0
        found = None if is_careful else self._found_quickly(text, suffix)
        if found is None:
            found = self._matches_by_steps(text, suffix)
        return (_found(text, spans, suffix) for spans in found)

    def _found_quickly(self, text: str, suffix: Suffix) -> list[_Spans] | None:
        """Return what the package `regex` finds; None if it times out, then and for all notes."""
        started = monotonic()
        try:
            found = list(self._quick_matches(text, suffix))
            return self._with_captures(text, found, suffix) if self._has_other_captures else found
        except (MemoryError, TimeoutError):
            self._is_careful = True
            return None
        finally:
            seconds = monotonic() - started
            self._budget.slow_seconds -= seconds if seconds > _SLOW_SECONDS else 0

    def _starts(self, text: str) -> Starts:
        return _Paragraphs(text) if self._begins_with_paragraph else Anywhere(len(text))

    def _quick_matches(self, text: str, suffix: Suffix) -> Iterator[_Spans]:
        pattern, deadline = self._compiled(suffix), monotonic() + _TIMEOUT
        # The timeout is for the whole note: what is left of it is given to the next paragraph.
        starts = self._starts(text)
        seek = pattern.match if self._begins_with_paragraph else pattern.search
        start = starts.at_or_after(0)
        while start >= 0:
            found = seek(text, start, timeout=max(_MIN_TIMEOUT, deadline - monotonic()))
            if found:
                yield found.regs
                # Python would look for a longer match where it has found an empty one.
                start = starts.at_or_after(max(found.end(), found.start() + 1))
            elif self._begins_with_paragraph:
                start = starts.after_failure(start)
            else:
                return

    def _with_captures(self, text: str, found: list[_Spans], suffix: Suffix) -> list[_Spans]:
        """Return the matches *found* with the groups that JavaScript captures in them.

        Once the steps run out, those of Python remain: both are nearly always the same.
        """
        captured: list[_Spans] = []
        for spans in found:
            start, _ = whole = spans[0]
            exact, is_complete = self._find_by_steps(text, Only(start), suffix)
            if not is_complete:
                return captured + found[len(captured) :]
            captured.append(exact[0] if exact and exact[0][0] == whole else spans)
        return captured

    def _matches_by_steps(self, text: str, suffix: Suffix) -> list[_Spans]:
        found, is_complete = self._find_by_steps(text, self._starts(text), suffix)
        if not is_complete:
            self.is_too_slow = True
            self.was_cut_off = True
        return found

    def _find_by_steps(
        self, text: str, starts: Starts, suffix: Suffix
    ) -> tuple[list[_Spans], bool]:
        """Return the matches that begin at *starts*; no matches and False if the steps run out."""
        steps = min(self._budget.steps, _MAX_STEPS_PER_NOTE)
        try:
            found, left = self._matcher(suffix).find_all(text, starts, steps)
        except (OutOfStepsError, UnsupportedError):
            self._budget.steps -= steps
            return [], False
        self._budget.steps -= steps - left
        return [((each.start, each.end), *each.groups) for each in found], True

    def _matcher(self, suffix: Suffix) -> Matcher:
        if suffix not in self._matchers:
            after = (_JS_TAGS if suffix.tags else "") + (_JS_ID if suffix.id else "")
            self._matchers[suffix] = Matcher(self._pattern + after)
        return self._matchers[suffix]


def _check_javascript(pattern: str) -> None:
    """Raise JavaScriptError if *pattern* has groups of other languages, or repeats too often.

    Perl's `(?R)` exhausts memory, and nested counts such as `{1000}` multiply when compiled.
    """
    # Before anything is compiled: a thousand times a thousand repetitions took more than a minute.
    bare = without_atoms(pattern)
    if has_other_group(bare):
        raise JavaScriptError(say("it has a group that JavaScript does not know"))
    if prod(min(int(times), _MAX_REPETITIONS) for times in _TIMES.findall(bare)) > _MAX_REPETITIONS:
        raise JavaScriptError(say("it repeats too often"))


class _Paragraphs(NamedTuple):
    """The starts of the paragraphs of `text`, and the offsets after a match."""

    text: str

    def at_or_after(self, place: int) -> int:
        """Return the first non-newline character at or after *place*; -1 if there is none."""
        found = _NO_NEWLINE.search(self.text, place)
        return found.start() if found else -1

    def after_failure(self, place: int) -> int:
        """Return the next paragraph; without a match at its start, one matches nowhere in it."""
        below = self.text.find("\n\n", place)
        return self.at_or_after(below) if below >= 0 else -1


def _found(text: str, spans: _Spans, suffix: Suffix) -> Found:
    """Return the card with these *spans* in *text*: the whole, the fields, tags and ID."""
    (start, end), *groups = spans
    # A group that took no part is an empty field in the plugin (`getFields`), too.
    texts = [text[first:last] for first, last in groups]
    # The plugin appends its groups to those of the user, and takes them off the end (`RegexNote`).
    number = texts.pop() if suffix.id else ""
    tags = tuple(texts.pop()[len("Tags: ") :].split()) if suffix.tags else ()
    fields = [field.strip() for field in texts]
    question, answer, *more = (*fields, "", "")[: max(2, len(fields))]
    id_start = groups[-1][0] if number else end
    identity = card_id(number) if number else 0
    return Found(question, answer, start, end, identity, id_start, "", tags, tuple(more))
