"""A fast argument parser driven by a command's signature, which also drives Typer.

Typer needs a tenth of a second to start, more than it takes to lint a small vault.  So the common
case is parsed here, and everything else (help, an invalid option, an abbreviation) is left to
Typer.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

__all__ = ["SHORT", "VALUES", "allowed_values", "plain_arguments"]

Command = Callable[..., int]

_MAX_DIGITS = 9
SHORT = {"output": "-o", "quiet": "-q"}
"""The options with a short name."""

VALUES = {
    "anki": "FILE",
    "baseline": "FILE",
    "card_style": "STYLE",
    "color": "WHEN",
    "compare": "FILE",
    "exam": "DAY",
    "fail_on": "LEVEL",
    "focus": "NOTE",
    "ignore": "RULE",
    "lang": "LANGUAGE",
    "only": "PATH",
    "output": "FILE",
    "relation": "KIND",
    "rest": "DAY",
    "select": "RULE",
    "show": "WHAT,...",
    "since": "REVISION",
    "vault": "FOLDER",
    "write_baseline": "FILE",
}
"""Metavars for `--help`, where they differ from the option's name."""


def plain_arguments(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """Parse *words* into keyword arguments of *command*; None if Typer has to parse them."""
    options = _options(command)
    arguments = command.__code__.co_varnames[: command.__code__.co_argcount]
    types = command.__annotations__
    found: dict[str, Any] = {}
    left = list(reversed(words))
    while left:
        word = left.pop()
        if not word.startswith("-"):
            argument = _argument(arguments, types, found)
            if not argument or not _take(found, argument, word, types[argument]):
                return None
            continue
        option, assigned, value = word.partition("=")
        name = options.get(option)
        if name is None or (assigned and not word.startswith("--")):
            return None
        if types[name] is bool:
            if assigned:
                return None
            found[name] = True
            continue
        if not assigned:
            if not left or left[-1].startswith("-"):
                return None
            value = left.pop()
        if not _take(found, name, value, types[name]):
            return None
    required = arguments[: len(arguments) - len(command.__defaults__ or ())]
    return found if found.keys() >= {*required} else None


def allowed_values(kind: Any) -> Mapping[str, str]:
    """Return the values of an option of type *kind*, with their descriptions; empty if any is one.

    They are those of a Literal, without descriptions, or what the function in an Annotated returns.
    """
    origin = get_origin(kind)
    if origin is Annotated:
        _, find_values = get_args(kind)
        return find_values()  # type: ignore[no-any-return]
    return dict.fromkeys(get_args(kind), "") if origin is Literal else {}


def _argument(arguments: Sequence[str], types: Mapping[str, Any], found: Collection[str]) -> str:
    """Return which of *arguments* the next word is; empty if all are *found*.

    One that is a list takes any number of words.
    """
    left = (name for name in arguments if name not in found or types[name] is not str)
    return next(left, "")


def _options(command: Command) -> dict[str, str]:
    names = command.__kwdefaults__ or {}
    long = {"--" + name.replace("_", "-"): name for name in names}
    return long | {SHORT[name]: name for name in names if name in SHORT}


def _take(found: dict[str, Any], name: str, value: str, kind: Any) -> bool:
    """Store *value* in *found*; return whether it is valid for the type *kind* of the option."""
    if kind is str:
        found[name] = value
    elif kind == list[str] | None:
        found.setdefault(name, []).append(value)
    elif value in allowed_values(kind):
        found[name] = value
    elif kind in {int, int | None} and value.isdecimal() and len(value) <= _MAX_DIGITS:
        found[name] = int(value)
    else:
        return False
    return True
