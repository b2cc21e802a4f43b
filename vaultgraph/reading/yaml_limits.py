"""Properties take no more than their size allows, and are plain data.

YAML can say again by name what it said before: 279 bytes grow to 13 GB, and the parser takes them
before anybody can look.  So what the text would grow to is counted before it is parsed.
"""

import re
from typing import Any

__all__ = ["plain_value", "refuse_excess"]

_MOST_GROWN = 1_000_000  # characters
_DEEPEST = 100
_INFINITE = float("inf")
_LARGEST_NUMBER = 1 << 1024
_DEEP = re.compile(r"^(?: |[-?:][ \t]){400}", re.MULTILINE)
_NAMES = re.compile(r"(?:^|[\s,\[{}\]:])([&*])([^\s,\[\]{}]+)")
_TOO_DEEP = f"its values are nested more than {_DEEPEST} deep"


def refuse_excess(source: str) -> None:
    """Raise ValueError if the YAML *source* is nested too deeply, or says too much again by name.

    What `&name` names begins there and ends before its first use, `*name`; so each use adds at most
    what lies between the two, with all that is said again in it.
    """
    if _DEEP.search(source):
        raise ValueError(_TOO_DEEP)
    if "*" not in source or "&" not in source:
        return
    grown = 0  # what all uses up to here add
    begun: dict[str, tuple[int, int]] = {}
    sizes: dict[str, int] = {}
    for match in _NAMES.finditer(source):
        mark, name = match.groups()
        if mark == "&":
            begun[name] = match.start(), grown
            sizes.pop(name, None)
        elif name in begun:
            start, before = begun[name]
            size = sizes.setdefault(name, match.start() - start + grown - before)
            grown += size
            if grown > _MOST_GROWN:
                raise ValueError("it says more again by name than properties may hold")


def plain_value(value: Any, depth: int = 0) -> Any:
    """The *value* of YAML as text, numbers, lists and maps with texts for keys.

    A tagged value is the value alone, as it is to the app, and a number that JSON does not have is
    text.  Raises ValueError if it is nested too deeply.
    """
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if depth > _DEEPEST:
        raise ValueError(_TOO_DEEP)
    if kind is list:
        return [plain_value(each, depth + 1) for each in value]
    if kind is dict:
        return {_key(name): plain_value(each, depth + 1) for name, each in value.items()}
    if isinstance(value, int | float):
        return _number(value)
    if hasattr(value, "value"):
        return plain_value(value.value, depth + 1)
    return str(value)


def _key(name: object) -> str:
    if isinstance(name, str):
        return name
    name = plain_value(name)
    return ",".join(map(str, name)) if isinstance(name, list) else str(name)


def _number(value: float) -> float | str:
    if isinstance(value, int):
        return value if abs(value) < _LARGEST_NUMBER else ".inf"
    if value != value:  # noqa: PLR0124 -- only what is no number is not itself
        return ".nan"
    return value if abs(value) < _INFINITE else ".inf" if value > 0 else "-.inf"
