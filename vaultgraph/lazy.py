"""Regular expressions that are compiled when they are first used.

Of 212 that the modules of a lint hold, one of 18 notes used 32; to compile the others took a
twelfth of all its instructions.
"""

import re
from typing import Any, AnyStr, cast

__all__ = ["lazy_re"]

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def lazy_re(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes of *expression*, or is as good as that.

    A mistake in it is found when it is first used.

    >>> lazy_re(r"[a-z]+").findall("heat is energy")
    ['heat', 'is', 'energy']
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(expression, flags))


class _LazyPattern:
    def __init__(self, expression: Any, flags: int) -> None:
        self._asked = expression, flags

    def __getattr__(self, name: str) -> Any:
        # Asked once: from then on the methods are found as any attribute is.
        compiled = re.compile(*self._asked)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)
