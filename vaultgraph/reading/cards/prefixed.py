"""Expressions that begin with a literal text, by which they are found.

`re` looks at every character for one; `str.find` leaps, and one letter is found ten times as fast.
"""

import re
from collections.abc import Iterator

from vaultgraph.lazy import lazy_re

__all__ = ["Prefixed"]

_COMMONEST_FIRST = " etaoinsrhldcumfgpwybvk-TSIAMCEPNRDBFGHLWOU#:<VYKJXQZ"


class Prefixed:
    """What begins with *prefix* and goes on as the expression *rest* says."""

    def __init__(self, prefix: str, rest: str) -> None:
        self.prefix = prefix
        self._rarest = max(prefix, key=_COMMONEST_FIRST.find)
        self._pattern = lazy_re(re.escape(prefix) + rest)

    def may_be_in(self, text: str) -> bool:
        """Whether *text* has the rarest letter of the prefix."""
        return self._rarest in text

    def first(self, text: str) -> re.Match[str] | None:
        """The first of *text*."""
        return next(self.all(text), None) if self._rarest in text else None

    def all(self, text: str) -> Iterator[re.Match[str]]:
        """Yield all of *text*, in order; none shares a character with another."""
        prefix, match = self.prefix, self._pattern.match
        start = text.find(prefix)
        while start >= 0:
            found = match(text, start)
            if found:
                yield found
            start = text.find(prefix, found.end() if found else start + 1)
