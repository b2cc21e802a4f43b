"""Days without studying: days of the week, or single ones."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from unicodedata import combining, normalize

from vaultgraph.errors import UsageError
from vaultgraph.languages import available_languages, load_language
from vaultgraph.messages import join, say

__all__ = ["check_rest", "is_date", "is_rest_day"]

_WEEKDAYS = (
    say("monday"), say("tuesday"), say("wednesday"), say("thursday"), say("friday"),
    say("saturday"), say("sunday"),
)  # fmt: skip


def check_rest(rest: Collection[str]) -> None:
    """Raise UsageError if one of *rest* is neither a day of the week nor a date.

    Days of the week have their names of any language of the output, or the first three letters of
    these, with or without capitals and accents: `sunday`, `Sun`, `sábado`; dates are written as
    `2026-12-24`.
    """
    for day in rest:
        if _key(day) not in _numbers() and not is_date(day):
            hint = say(
                "name one of {names}, or a day as {example}",
                names=join(", ", [*_WEEKDAYS]),
                example="2026-12-24",
            )
            raise UsageError(say("{day} is not a day", day=day), hint=hint)


def is_rest_day(day: date, rest: Collection[str]) -> bool:
    """Whether *rest* has *day*, or its day of the week."""
    numbers = {_numbers().get(_key(name)) for name in rest}
    return day.weekday() in numbers or day.isoformat() in rest


@cache
def _numbers() -> Mapping[str, int]:
    """Return the number of each day of the week, 0 for Monday, by its names."""
    found: dict[str, int] = {}
    for code in available_languages():
        language = load_language(code)
        for number, name in enumerate(_WEEKDAYS):
            key = _key(language.say(name))
            for short in (key, key.partition("-")[0], key[:3]):  # segunda-feira, segunda, seg
                found.setdefault(short, number)
    return found


def _key(name: str) -> str:
    return "".join(c for c in normalize("NFD", name.casefold()) if not combining(c))


def is_date(text: str) -> bool:
    """Whether *text* is a day that exists, written as `2026-12-24`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
