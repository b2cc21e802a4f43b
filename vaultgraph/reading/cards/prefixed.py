"""Fast search for expressions that begin with a literal prefix.

`re` tries every character; `str.find` skips ahead, and finding a single character is ten times as
fast again.
"""

import re
from collections.abc import Iterator

from vaultgraph.lazy import lazy_re

__all__ = ["Prefixed"]

# In 54 kB without the words, `re` takes 282 µs to find no TARGET DECK, `find` takes 16, and to find
# no K takes 0.6.  A character that is not listed is never chosen before one that is.
_COMMONEST_FIRST = " etaoinsrhldcumfgpwybvk-TSIAMCEPNRDBFGHLWOU#:<VYKJXQZ"


class Prefixed:
    """An expression of the literal *prefix* and the pattern *rest*."""

    def __init__(self, prefix: str, rest: str) -> None:
        self.prefix = prefix
        self._rarest = max(prefix, key=_COMMONEST_FIRST.find)
        self._pattern = lazy_re(re.escape(prefix) + rest)

    def first(self, text: str) -> re.Match[str] | None:
        """Return the first match in *text*."""
        return next(self.all(text), None)

    def all(self, text: str) -> Iterator[re.Match[str]]:
        """Yield all non-overlapping matches in *text*, in order."""
        prefix, match = self.prefix, self._pattern.match
        start = text.find(prefix) if self._rarest in text else -1
        while start >= 0:
            found = match(text, start)
            if found:
                yield found
            start = text.find(prefix, found.end() if found else start + 1)
