"""What is to be said to the user: a text in English that can still be said in another language.

A message is a string, so that programs can read it.  It keeps the text without its values, which is
what catalogues translate, and the values.  Baselines know a message by its values, never by its
words, so that words can change without consequence.
"""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Self

__all__ = [
    "Message",
    "all_of",
    "any_of",
    "did_you_mean",
    "fill_in",
    "join",
    "message_from_row",
    "message_row",
    "plural",
    "say",
    "say_count",
    "template",
    "values_of",
]


class Message(str):
    """A sentence in English, made of a `template` with a `{name}` for each of the `values`.

    If there is a `plural`, that was the template unless the value `count` is one.  A value that is
    not known yet stays a `{name}`, see `with_values`.
    """

    __slots__ = ("plural", "template", "values")

    template: str
    values: Mapping[str, Any]
    plural: str

    def __new__(cls, template: str, values: Mapping[str, Any], plural: str = "") -> Self:
        """Fill the *values* in."""
        is_plural = plural and values["count"] != 1
        message = super().__new__(cls, fill_in(plural if is_plural else template, values))
        message.template, message.values, message.plural = template, values, plural
        return message

    def with_values(self, values: Mapping[str, Any]) -> Message:
        """The message with these *values* beside its own."""
        return Message(self.template, {**self.values, **values}, self.plural)


def fill_in(template: str, values: Mapping[str, Any]) -> str:
    """The *template* with these *values*; one that is missing stays as it is written."""
    return template.format_map(_Values(values))


class _Values(dict[str, object]):
    """Values by name; one that is missing is written as it stands in the template."""

    def __missing__(self, name: str) -> _Missing:
        return _Missing(name)


class _Missing(str):
    __slots__ = ()

    def __format__(self, form: str) -> str:
        return "{" + self + (":" + form if form else "") + "}"


def say(template: str, **values: Any) -> Message:
    """The message of this *template* with these *values*, which may be messages too.

    >>> say("{path} is a folder", path="Physics")
    'Physics is a folder'
    """
    return Message(template, values)


def say_count(template: str, plural: str, count: int, **values: Any) -> Message:
    """The message of this *template*, or of the *plural* unless *count* is one.

    >>> say_count("{count:,} note", "{count:,} notes", 2344)
    '2,344 notes'
    """
    return Message(template, {"count": count, **values}, plural)


def template(text: str) -> str:
    """The *text*, for the catalogues to know: it is filled in elsewhere."""
    return text


def plural(one: str, many: str) -> tuple[str, str]:
    """The texts for *one* and for *many*, for the catalogues to know."""
    return one, many


def join(separator: str, parts: Sequence[str]) -> Message:
    """The *parts* one after the other, with the *separator* between them.

    >>> join(", ", [say("note"), say("link")])
    'note, link'
    """
    names = [f"part{place}" for place in range(len(parts))]
    template = "{separator}".join(f"{{{name}}}" for name in names)
    return Message(template, {"separator": separator, **dict(zip(names, parts, strict=True))})


def any_of(parts: Sequence[str]) -> Message:
    """The *parts* with "or" between them.

    >>> any_of(["Heat", "Work"])
    'Heat or Work'
    """
    return join(say(" or "), parts)


def all_of(parts: Sequence[str]) -> str:
    """The *parts* as a list in a sentence; there is at least one.

    >>> all_of(["Heat", "Work", "Energy"])
    'Heat, Work and Energy'
    """
    *others, last = parts
    if not others:
        return last
    return say("{others} and {last}", others=join(", ", others), last=last)


def did_you_mean(names: Sequence[str]) -> Message:
    """Asks whether one of the *names* was meant, of which there is at least one.

    >>> did_you_mean(["Heat", "Heat pump"])
    'did you mean Heat or Heat pump?'
    """
    return say("did you mean {names}?", names=any_of(names))


def values_of(text: str) -> str:
    """What the *text* is about: its values, or the text itself if it has no words of ours.

    >>> values_of(say("{path} is a folder", path="Physics"))
    'Physics'
    """
    if not isinstance(text, Message):
        return text
    values = text.values.values()
    return ", ".join(
        values_of(value) if isinstance(value, Message) else str(value) for value in values
    )


def message_row(text: str) -> Any:
    """The *text* as plain data, which a cache can keep without keeping code."""
    if not isinstance(text, Message):
        return text
    values = ((name, message_row(value)) for name, value in text.values.items())
    return text.template, (*values,), text.plural


def message_from_row(row: Any) -> Any:
    """The text of which this is the *row*."""
    if not isinstance(row, tuple):
        return row
    template, values, plural = row
    return Message(template, {name: message_from_row(value) for name, value in values}, plural)
