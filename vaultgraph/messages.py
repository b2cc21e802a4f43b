"""Translatable messages: an English text that can still be translated after it is created.

A message is a string, so any code can use it.  It keeps its template, which catalogues translate,
and the values.  Baselines identify a message by its values, never by its words, so that the wording
can change without invalidating them.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing `typing` and `collections` would take longer
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
    "reason_of",
    "say",
    "say_count",
    "template",
    "values_of",
]


class Message(str):
    """An English text: a `template` with a placeholder `{name}` for each of the `values`.

    If there is a `plural`, it is used instead of the template unless the value `count` is 1.
    Placeholders without a value are kept, see `with_values`.
    """

    __slots__ = ("plural", "template", "values")

    template: str
    values: Mapping[str, Any]
    plural: str

    def __new__(cls, template: str, values: Mapping[str, Any], plural: str = "") -> Self:
        """Fill in the *values*."""
        is_plural = plural and values["count"] != 1
        message = super().__new__(cls, fill_in(plural if is_plural else template, values))
        message.template, message.values, message.plural = template, values, plural
        return message

    def with_values(self, values: Mapping[str, Any]) -> Message:
        """Return the message with these *values* in addition to its own."""
        return Message(self.template, {**self.values, **values}, self.plural)


def fill_in(template: str, values: Mapping[str, Any]) -> str:
    """Fill in *template* with *values*; placeholders without a value are kept."""
    if not values and "{{" not in template and "}}" not in template:
        return template  # as most of the messages that a module makes when it is imported
    return template.format_map(_Values(values))


class _Values(dict[str, object]):
    """Values by name; a missing one formats as its placeholder."""

    def __missing__(self, name: str) -> _Missing:
        return _Missing(name)


class _Missing(str):
    __slots__ = ()

    def __format__(self, form: str) -> str:
        return "{" + self + (":" + form if form else "") + "}"


def say(template: str, **values: Any) -> Message:
    """Return the message of *template* with these *values*, which may be messages themselves.

    >>> say("{path} is a folder", path="Physics")
    'Physics is a folder'
    """
    return Message(template, values)


def say_count(template: str, plural: str, count: int, **values: Any) -> Message:
    """Return the message of *template*, or of *plural* unless *count* is 1.

    >>> say_count("{count:,} note", "{count:,} notes", 2344)
    '2,344 notes'
    """
    return Message(template, {"count": count, **values}, plural)


def template(text: str) -> str:
    """Return *text* unchanged; marks it for extraction to the catalogues."""
    return text


def plural(one: str, many: str) -> tuple[str, str]:
    """Return both forms unchanged; marks them for extraction to the catalogues."""
    return one, many


def join(separator: str, parts: Sequence[str]) -> Message:
    """Join *parts* with *separator* to a message that stays translatable.

    >>> join(", ", [say("note"), say("link")])
    'note, link'
    """
    names = [f"part{place}" for place in range(len(parts))]
    template = "{separator}".join(f"{{{name}}}" for name in names)
    return Message(template, {"separator": separator, **dict(zip(names, parts, strict=True))})


def any_of(parts: Sequence[str]) -> Message:
    """Join *parts* with "or".

    >>> any_of(["Heat", "Work"])
    'Heat or Work'
    """
    return join(say(" or "), parts)


def all_of(parts: Sequence[str]) -> str:
    """Join *parts* with commas and "and"; there must be at least one.

    >>> all_of(["Heat", "Work", "Energy"])
    'Heat, Work and Energy'
    """
    *others, last = parts
    if not others:
        return last
    return say("{others} and {last}", others=join(", ", others), last=last)


def did_you_mean(names: Sequence[str]) -> Message:
    """Return the question whether one of *names* was meant; there must be at least one.

    >>> did_you_mean(["Heat", "Heat pump"])
    'did you mean Heat or Heat pump?'
    """
    return say("did you mean {names}?", names=any_of(names))


_REASONS = (
    template("Device or resource busy"),
    template("File name too long"),
    template("File too large"),
    template("Input/output error"),
    template("Invalid argument"),
    template("Is a directory"),
    template("No space left on device"),
    template("No such file or directory"),
    template("Not a directory"),
    template("Operation not permitted"),
    template("Permission denied"),
    template("Read-only file system"),
    template("Too many levels of symbolic links"),
    template("Too many open files"),
    template("database disk image is malformed"),
    template("file is not a database"),
)
"""What the system and SQLite say; Python does not ask them for another language."""


def reason_of(error: Exception) -> str:
    """Return why *error* was raised, as a message that is translatable if it is ours or common."""
    text = getattr(error, "strerror", "") or str(error)
    ours = next((part for part in (text, *error.args) if isinstance(part, Message)), None)
    return ours or (say(text) if text in _REASONS else text)


def values_of(text: str) -> str:
    """Return the values of *text*, which identify it whatever its wording.

    Text that is not a Message is returned unchanged.

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
    """Return *text* as plain data, which a cache can load without executing code."""
    if not isinstance(text, Message):
        return text
    values = ((name, message_row(value)) for name, value in text.values.items())
    return text.template, (*values,), text.plural


def message_from_row(row: Any) -> Any:
    """Return the text from which `message_row` made *row*."""
    if not isinstance(row, tuple):
        return row
    template, values, plural = row
    return Message(template, {name: message_from_row(value) for name, value in values}, plural)
