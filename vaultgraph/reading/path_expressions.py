"""Regular expressions of a vault's settings for paths, tried in a limited number of steps.

A vault from a stranger may bring one that takes years on a name of thirty letters.  The steps are
counted, so that the answer is the same on every machine.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.javascript import (
    Matcher,
    OutOfStepsError,
    UnsupportedError,
    has_other_group,
    in_python,
    without_atoms,
)

__all__ = ["PathExpressions"]

_STEPS = 10_000
"""That all expressions may take together for a path; a simple one counts its characters."""
_KNOWN = 1 << 16
_CHOICE = lazy_re(r"[*+{|]|(?<!\()\?")
_REPEATED_GROUP = lazy_re(r"\)[*+{]")
_BACKREFERENCE = lazy_re(r"\\[1-9k]")
_MOST_CHOICES = 2
_LONGEST = 255  # of these characters, two stars that find nothing take 10 ms


class PathExpressions:
    """The expressions of JavaScript *patterns*, but for those that cannot be read.

    Once a path has taken too many steps, one `was_cut_off`.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._expressions = [each for pattern in patterns for each in _read(pattern)]
        self.fits: Callable[[str], bool | None] = lru_cache(maxsize=_KNOWN)(self._fits)
        self.was_cut_off: bool = False

    def _fits(self, path: str) -> bool | None:
        """Whether one of them fits somewhere in *path*; None if that takes too many steps."""
        steps = _STEPS
        try:
            for expression in self._expressions:
                found, steps = expression.search(path, steps)
                if found:
                    return True
        except (OutOfStepsError, UnsupportedError):  # the careful matcher knows less than `re`
            self.was_cut_off = True
            return None
        return False


class _Quick:
    """An expression with so few choices that trying all of them on a name takes no time."""

    def __init__(self, pattern: str) -> None:
        self._search = re.compile(in_python(pattern)).search
        self._pattern = pattern

    @cached_property
    def _careful(self) -> "_Careful":
        """The same, for what is longer than a name."""
        return _Careful(self._pattern)

    def search(self, path: str, steps: int) -> tuple[bool, int]:
        """Whether it fits somewhere in *path*, and how many *steps* are left.

        Raises OutOfStepsError if they do not suffice.
        """
        if len(path) > _LONGEST:
            return self._careful.search(path, steps)
        left = steps - len(path) - 1
        if left < 0:
            raise OutOfStepsError
        return self._search(path) is not None, left


class _Careful:
    """Any other expression, by the matcher that counts its steps."""

    def __init__(self, pattern: str) -> None:
        self._matcher = Matcher(pattern)

    def search(self, path: str, steps: int) -> tuple[bool, int]:
        """As that of `_Quick`."""
        return self._matcher.search(path, steps)


def _read(pattern: str) -> Iterator[_Quick | _Careful]:
    """Yield the expression *pattern*; none if it was written for another engine, or mistyped."""
    bare = without_atoms(pattern)
    if has_other_group(bare):
        return
    is_quick = len(_CHOICE.findall(bare)) <= _MOST_CHOICES and not _REPEATED_GROUP.search(bare)
    kind = _Quick if is_quick and not _BACKREFERENCE.search(pattern) else _Careful
    try:
        yield kind(pattern)
    except (re.error, UnsupportedError, RecursionError, OverflowError, ValueError):
        return  # no reason to stop
