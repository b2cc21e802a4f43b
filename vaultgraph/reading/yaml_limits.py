"""Limit the size and depth of properties, and reduce them to plain data.

YAML aliases can repeat earlier values: 279 bytes can expand to 13 GB while being parsed ("billion
laughs").  So an upper bound of the expanded size is computed before parsing.
"""

import re
from typing import Any

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say

__all__ = ["ExcessError", "plain_value", "refuse_excess"]

_MAX_EXPANDED = 10_000_000  # characters
_MAX_DEPTH = 100
_INFINITE = float("inf")
_LARGEST_NUMBER = 1 << 1024
_DEEP = lazy_re(r"^(?: |[-?:][ \t]){400}", re.MULTILINE)
_NAMES = lazy_re(r"(?:^|(?<=[\s,\[{}\]:]))([&*])(?=\S)([\w-]*)")
_TOO_DEEP = say("the properties are nested more than {depth} levels deep", depth=_MAX_DEPTH)
_TOO_LARGE = say(
    "references such as *name may make the properties longer than {size:,} characters",
    size=_MAX_EXPANDED,
)


class ExcessError(ValueError):
    """The properties are nested too deeply, or may grow too large; the `message` says which."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def refuse_excess(source: str) -> None:
    """Raise ExcessError if the YAML *source* is nested too deeply, or may expand too much.

    Each alias `*name` of an anchor `&name` adds at most the whole text.  Nested anchors grow most
    if the aliases are spread evenly over the levels: the aliases per level, to the power of the
    levels.  Anything that looks like an alias counts, even within quotes, so none can be hidden.
    """
    if _DEEP.search(source):
        raise ExcessError(_TOO_DEEP)
    if "*" not in source or "&" not in source:
        return
    found = _NAMES.findall(source)
    anchors = [name for mark, name in found if mark == "&"]
    known = set(anchors)
    uses = [name for mark, name in found if mark == "*" and name in known]
    used = sum(map(set(uses).__contains__, anchors))
    for levels in range(1, min(used, len(uses), _MAX_DEPTH) + 1):
        if len(source) * (len(uses) // levels + 1) ** levels > _MAX_EXPANDED:
            raise ExcessError(_TOO_LARGE)


def plain_value(value: Any, depth: int = 0) -> Any:
    """Return the YAML *value* as text, numbers, lists, and maps with string keys.

    Tags are dropped, as in Obsidian, and numbers that JSON does not have become text.  Raises
    ExcessError if the value is nested too deeply.
    """
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if depth > _MAX_DEPTH:
        raise ExcessError(_TOO_DEEP)
    if kind is list:
        return [each if type(each) is str else plain_value(each, depth + 1) for each in value]
    if kind is dict:
        return {
            name if type(name) is str else _key(name): plain_value(each, depth + 1)
            for name, each in value.items()
        }
    if isinstance(value, int | float):
        return _number(value)
    if hasattr(value, "value"):
        return plain_value(value.value, depth + 1)
    return str(value)


def _key(name: Any) -> str:
    """Return *name* as JavaScript converts it to a string, which is never longer than its source.

    The `repr` of nested map keys would double with each level.
    """
    for _ in range(_MAX_DEPTH):
        if not hasattr(name, "value"):
            break
        name = name.value  # a tagged value
    if isinstance(name, dict):
        return "[object Object]"
    if isinstance(name, list | tuple):
        return ",".join(map(_key, name))
    return str(name)


def _number(value: float) -> float | str:
    if isinstance(value, int):
        return value if abs(value) < _LARGEST_NUMBER else ".inf"
    if value != value:  # noqa: PLR0124 -- only NaN differs from itself
        return ".nan"
    return value if abs(value) < _INFINITE else ".inf" if value > 0 else "-.inf"
