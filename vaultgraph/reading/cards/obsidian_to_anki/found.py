"""The cards that a style yields, and the ends of their answers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.ids import AFTER_CARD, LINE_ENDS, WITHIN_ANSWER

__all__ = ["LINES", "Answer", "Ending", "Found", "Suffix", "card_id", "end_of_lines", "ending"]

# These two words are constants in the plugin's `note.ts`; its settings rename only the others.
_TAGS, _ID = "Tags: ", "ID: "
_LINE_END = lazy_re(rf"[{LINE_ENDS}]")
# The expressions of all styles end in lines `^.{1,3}$|^.{4}(?<!<!--).*`: a longer line has at least
# four characters before anything can cut it off.
_MIN_CUT = 4
_MAX_DIGITS = 100  # Python refuses to convert more than 4,300, and Anki's IDs have 13

LINES = rf"(?:\n(?!<!--)[^{LINE_ENDS}]++)*+"
"""The lines of an answer after its first; none is empty or begins with `<!--`."""

_LINES = lazy_re(rf"[^{LINE_ENDS}]*+{LINES}")


class Found(NamedTuple):
    """A card from `start` to `end` in the text; `id`, located at `id_start`, is 0 if missing.

    `more` are the fields after the answer.
    """

    question: str
    answer: str
    start: int
    end: int
    id: int
    id_start: int
    note_type: str = ""
    tags: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


class Suffix(NamedTuple):
    """What must follow a card: the plugin first looks for tags and an ID, then for less."""

    tags: bool
    id: bool


class Answer(NamedTuple):
    """Where an answer begins and where it must stop.

    No tags and no ID begin at or after `seen`, which was searched before.  Tags or an ID may cut
    off its first line after `shortest` characters, all others after four.
    """

    start: int
    stop: int
    seen: int
    shortest: int = _MIN_CUT


class Ending(NamedTuple):
    """Where an answer ends, where the whole card ends, and the values of its suffix."""

    answer_end: int
    end: int
    id: int
    id_start: int
    tags: tuple[str, ...]


def card_id(digits: str) -> int:
    """Return the ID with these *digits*; 0 if there are too many."""
    return int(digits) if len(digits) <= _MAX_DIGITS else 0


def end_of_lines(text: str, start: int, end: int) -> int:
    """Return where the lines of an answer from *start* on end, at most *end*.

    They end before an empty line, before a line that begins with `<!--`, and at any line ending
    other than a newline.
    """
    lines = _LINES.match(text, start, end)
    return lines.end() if lines else end


def ending(text: str, answer: Answer, suffix: Suffix) -> Ending | None:
    """Return how *answer* ends with *suffix*; None if it has no such suffix.

    The answer is as long as possible, so the last of several IDs or tags counts.
    """
    stop = answer.stop
    if suffix.tags:
        return _ending_with_tags(text, answer, suffix)
    if not suffix.id:
        return Ending(stop, stop, 0, stop, ())
    # An ID below the answer first: as the answer is greedy, one within it counts only without that.
    within = (WITHIN_ANSWER.match(text, start) for start in _cuts(_ID, text, answer))
    identity = AFTER_CARD.match(text, stop) or next(filter(None, within), None)
    return _with_id(min(stop, identity.start()), identity, ()) if identity else None


def _ending_with_tags(text: str, answer: Answer, suffix: Suffix) -> Ending | None:
    """Return how *answer* ends with tags, and with an ID after them if *suffix* has one.

    Nothing is searched twice: `end` is that of the line, `after` where the search for the previous
    ones began.
    """
    # A line of 350 kB with thousands of `Tags: ` took 19 s, now 0.1, when each was matched to the
    # end of the line and the beginning of the line searched for again.
    end, after, identity = 0, len(text), None
    for start in _cuts(_TAGS, text, answer):
        # The plugin's expression for tags has no newline before it, so a line that begins with
        # `Tags: ` belongs to the answer.
        if text[start] == "\n":
            continue
        value = start + len(_TAGS)
        line_end = _LINE_END.search(text, value, after)
        if line_end or not end:
            after = end = line_end.start() if line_end else len(text)
            identity = AFTER_CARD.match(text, end)
        if not suffix.id:
            return Ending(start, end, 0, end, tuple(text[value:end].split()))
        identity = identity or _last_id(text, value, min(after + len(_ID) - 1, end))
        if identity:
            words = text[value : min(end, identity.start())].split()
            return _with_id(start, identity, tuple(words))
        after = value
    return None


def _last_id(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Return the last ID in *text* between *start* and *stop*, on one line."""
    found = text.rfind(_ID, start, stop)
    while found >= 0:
        if identity := AFTER_CARD.match(text, found):
            return identity
        found = text.rfind(_ID, start, found + len(_ID) - 1)
    return None


def _with_id(answer_end: int, identity: re.Match[str], tags: tuple[str, ...]) -> Ending:
    return Ending(answer_end, identity.end(), card_id(identity[1]), identity.start(1), tags)


def _cuts(word: str, text: str, answer: Answer) -> Iterator[int]:
    """Yield where *word* may cut off *answer*, last first: at a line end or within a line."""
    start = answer.start
    found = text.rfind(word, start, min(answer.stop, answer.seen - 1) + len(word))
    line = found + 1
    while found >= 0:
        if found < line:
            line = max(start, text.rfind("\n", start, found) + 1)
        at_line = found == line > start
        shortest = answer.shortest if line == start else _MIN_CUT
        if at_line or found - line >= shortest or found == start == answer.stop:
            yield found - at_line
        found = text.rfind(word, start, found + len(word) - 1)
