"""The options of a command, from its signature: one description for both ways to parse it.

Typer needs a tenth of a second to start, more than a small vault takes to lint.  So the plain case
is parsed here, and everything else (help, a wrong option, an abbreviation) is left to Typer.
"""

from collections.abc import Callable, Sequence
from typing import Any, get_args

__all__ = ["SHORT", "VALUES", "plain_arguments"]

Command = Callable[..., int]

_MOST_DIGITS = 9
SHORT = {"output": "-o"}
"""The options with a short name."""

VALUES = {
    "anki": "FILE",
    "baseline": "FILE",
    "card_style": "STYLE",
    "color": "WHEN",
    "fail_on": "LEVEL",
    "focus": "NOTE",
    "ignore": "RULE",
    "lang": "LANGUAGE",
    "only": "PATH",
    "output": "FILE",
    "relation": "KIND",
    "select": "RULE",
    "show": "WHAT,...",
    "vault": "FOLDER",
    "write_baseline": "FILE",
}
"""What help calls the values of options, if not as the option."""


def plain_arguments(command: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """What *words* mean to *command*, by the names of its parameters; None if Typer should say."""
    options = _options(command)
    positional = command.__code__.co_varnames[: command.__code__.co_argcount]
    types = command.__annotations__
    found: dict[str, Any] = {}
    left = list(reversed(words))
    while left:
        word = left.pop()
        if not word.startswith("-"):
            if not positional:
                return None
            found[positional[0]], positional = word, positional[1:]
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
    return None if len(positional) > len(command.__defaults__ or ()) else found


def _options(command: Command) -> dict[str, str]:
    names = command.__kwdefaults__ or {}
    long = {"--" + name.replace("_", "-"): name for name in names}
    return long | {SHORT[name]: name for name in names if name in SHORT}


def _take(found: dict[str, Any], name: str, value: str, kind: Any) -> bool:
    """Put *value* into *found*, if it fits the *kind* of the option."""
    if kind is str:
        found[name] = value
    elif kind == list[str] | None:
        found.setdefault(name, []).append(value)
    elif value in get_args(kind):
        found[name] = value
    elif kind in {int, int | None} and value.isdecimal() and len(value) <= _MOST_DIGITS:
        found[name] = int(value)
    else:
        return False
    return True
