"""What a plan that was written as a note on an earlier day says: what has been done since then."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from vaultgraph.languages import Language, available_languages, load_language
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say
from vaultgraph.planning import Done
from vaultgraph.reports.audit_words import count_new
from vaultgraph.reports.markdown import linked
from vaultgraph.reports.own_changes import split_own_text
from vaultgraph.reports.plan_words import count_words

__all__ = ["find_done", "past_days"]

_HEADING = lazy_re(r"(?m)^#{1,2} .*$")
_DATE = lazy_re(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_TICKED = lazy_re(r"(?m)^- \[[xX]\] ([^\n]*?(\[\[[^\]\n]*\]\])[^\n]*)$")
_NO_DIGIT = lazy_re(r"[^0-9]")
_MAX_DIGITS = 9
_SEPARATOR = " – "


def find_done(earlier: str, paths: Iterable[str]) -> Sequence[Done]:
    """Return what is ticked in the note of an *earlier* plan, of the notes with these *paths*."""
    by_link = {linked(path): path for path in paths}
    return [
        Done(by_link[task[2]], day, *_amounts(task[1]))
        for day, section in _days(earlier)
        for task in _TICKED.finditer(section)
        if task[2] in by_link
    ]


def past_days(earlier: str, start: str, language: Language) -> str:
    """Return the days before *start* as the *earlier* plan has them, below a heading of their own.

    It is empty if there are none.
    """
    days = [section.strip() for day, section in _days(earlier) if day < start]
    if not days:
        return ""
    return "\n\n".join(["\n# " + language.say(say("Past days")), *days]) + "\n"


def _days(earlier: str) -> Iterator[tuple[str, str]]:
    """Yield the days of a plan, each with its section of the note; each once."""
    text, _ = split_own_text(earlier)
    starts = [heading.start() for heading in _HEADING.finditer(text)]
    seen = set()
    for start, end in pairwise([*starts, len(text)]):
        section = text[start:end]
        day = _DATE.search(section.partition("\n")[0])
        if day and day[0] not in seen and _is_day(day[0]):
            seen.add(day[0])
            yield day[0], section


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _amounts(task: str) -> tuple[int, int]:
    """Return the numbers of words and of cards in *task*, such as `Read [[A]] – 9 words, 2 new`."""
    parts = task.rpartition(_SEPARATOR)[2].split(", ")
    return _amount(parts, count_words), _amount(parts, count_new)


def _amount(parts: Iterable[str], count: Callable[[int], Message]) -> int:
    """Return the number of the one of *parts* that *count* would say so in some language."""
    languages = [load_language(code) for code in available_languages()]
    for part in parts:
        number = int(_NO_DIGIT.sub("", part)[:_MAX_DIGITS] or 0)
        if any(language.say(count(number)) == part for language in languages):
            return number
    return 0
