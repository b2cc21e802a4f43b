"""What a plan that was written as a note on an earlier day says: what has been done since then."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from vaultgraph.languages import Language, available_languages, load_language
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say
from vaultgraph.planning import Done
from vaultgraph.planning.rest import is_date
from vaultgraph.reports.audit_words import count_new
from vaultgraph.reports.markdown import linked
from vaultgraph.reports.own_changes import split_own_text
from vaultgraph.reports.plan_words import count_words

__all__ = ["find_done", "past_days", "with_ticked", "without_ticked"]

_HEADING = lazy_re(r"(?m)^#{1,2} .*$")
_DATE = lazy_re(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_TICKED = lazy_re(r"(?m)^- \[[xX]\] [^\n]*$\n?")
_LINK = lazy_re(r"\[\[[^\]\n]*\]\]")
_REVIEWS = lazy_re(r"- \[.\] Anki [0-9]{4}-[0-9]{2}-[0-9]{2} – (.*)")
_NO_DIGIT = lazy_re(r"[^0-9]")
_MAX_DIGITS = 9
_SEPARATOR = " – "


def find_done(earlier: str, paths: Iterable[str]) -> Sequence[Done]:
    """Return what is ticked in the note of an *earlier* plan, of the notes with these *paths*."""
    by_link = {linked(path): path for path in paths}
    return [
        done
        for day, section in _days(earlier)
        for task in _TICKED.findall(section)
        for done in _parse(task.rstrip("\n"), day, by_link)
    ]


def _parse(task: str, day: str, by_link: Mapping[str, str]) -> Iterator[Done]:
    """Yield what *task* says was done, such as `- [x] Read [[A]] – 9 words, 2 new`."""
    if reviews := _REVIEWS.match(task):
        yield Done("", day, 0, _number(reviews[1]))
    link = _LINK.search(task)
    if link and link[0] in by_link:
        parts = task.rpartition(_SEPARATOR)[2].split(", ")
        yield Done(by_link[link[0]], day, _amount(parts, count_words), _amount(parts, count_new))


def without_ticked(earlier: str) -> str:
    """Return the note of an *earlier* plan without what is ticked above its last line."""
    plan, own = split_own_text(earlier)
    return _TICKED.sub("", plan) + own


def with_ticked(text: str, earlier: str, start: str) -> str:
    """Return the plan *text* with what is ticked in the *earlier* one on the day *start* or later.

    It is on that day, its first one: there it was done, or before.
    """
    ticked = [
        task.rstrip("\n") + "\n"
        for day, section in _days(earlier)
        if day >= start
        for task in _TICKED.findall(section)
    ]
    first = next((section for day, section in _days(text) if day == start), "")
    heading, _, tasks = first.partition("\n\n")
    return text.replace(first, "".join([heading, "\n\n", *ticked, tasks]), 1) if first else text


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
        if day and day[0] not in seen and is_date(day[0]):
            seen.add(day[0])
            yield day[0], section


def _amount(parts: Iterable[str], count: Callable[[int], Message]) -> int:
    """Return the number of the one of *parts* that *count* would say so in some language."""
    languages = [load_language(code) for code in available_languages()]
    for part in parts:
        number = _number(part)
        if any(language.say(count(number)) == part for language in languages):
            return number
    return 0


def _number(text: str) -> int:
    """Return the number that *text* has, with whatever between its digits."""
    return int(_NO_DIGIT.sub("", text)[:_MAX_DIGITS] or 0)
