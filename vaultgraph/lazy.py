"""Regular expressions that are compiled on first use.

Of the 212 expressions in the modules that `lint` imports, linting 18 notes used 32; compiling the
others took a twelfth of all instructions.
"""

import re
from typing import Any, AnyStr, cast

__all__ = ["lazy_re"]

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def lazy_re(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern like `re.compile`, but compile *expression* on first use.

    A syntax error in it is raised only then.

    >>> lazy_re(r"[a-z]+").findall("heat is energy")
    ['heat', 'is', 'energy']
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(expression, flags))


class _LazyPattern:
    def __init__(self, expression: Any, flags: int) -> None:
        self._arguments = expression, flags

    def __getattr__(self, name: str) -> Any:
        # Called once: afterwards the methods are found as instance attributes.
        compiled = re.compile(*self._arguments)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
