"""Match a vault's regular expressions against paths in a limited number of steps.

An untrusted vault may bring an expression that takes years on a name of thirty letters.  The limit
counts steps, not time, so that results are the same on every machine.
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

_MAX_STEPS = 10_000
"""The limit for all expressions together per path; a quick one counts as the path's length."""
_CACHE_SIZE = 1 << 16
_CHOICE = lazy_re(r"[*+{|]|(?<!\()\?")
_REPEATED_GROUP = lazy_re(r"\)[*+{]")
_BACKREFERENCE = lazy_re(r"\\[1-9k]")
_MAX_CHOICES = 2
_MAX_NAME_LENGTH = 255  # two stars without a match take 10 ms on a path of this length


class PathExpressions:
    """Compiled JavaScript *patterns*; unsupported ones are skipped.

    `was_cut_off` is true once a path has exceeded the step limit.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._expressions = [each for pattern in patterns for each in _read(pattern)]
        self.fits: Callable[[str], bool | None] = lru_cache(maxsize=_CACHE_SIZE)(self._fits)
        self.was_cut_off: bool = False

    def _fits(self, path: str) -> bool | None:
        """Return whether an expression matches in *path*; None if the step limit is exceeded."""
        steps = _MAX_STEPS
        try:
            for expression in self._expressions:
                found, steps = expression.search(path, steps)
                if found:
                    return True
        except (OutOfStepsError, UnsupportedError):  # our matcher supports less than `re`
            self.was_cut_off = True
            return None
        return False


class _Quick:
    """An expression with so few choices that backtracking over a file name is cheap."""

    def __init__(self, pattern: str) -> None:
        self._search = re.compile(in_python(pattern)).search
        self._pattern = pattern

    @cached_property
    def _stepped(self) -> "_Stepped":
        """The same expression, for paths longer than a file name."""
        return _Stepped(self._pattern)

    def search(self, path: str, steps: int) -> tuple[bool, int]:
        """Return whether the expression matches in *path*, and how many *steps* are left.

        Raises OutOfStepsError if the steps run out.
        """
        if len(path) > _MAX_NAME_LENGTH:
            return self._stepped.search(path, steps)
        left = steps - len(path) - 1
        if left < 0:
            raise OutOfStepsError
        return self._search(path) is not None, left


class _Stepped:
    """Any other expression, run by the matcher that counts its steps."""

    def __init__(self, pattern: str) -> None:
        self._matcher = Matcher(pattern)

    def search(self, path: str, steps: int) -> tuple[bool, int]:
        """Do the same as `_Quick.search`."""
        return self._matcher.search(path, steps)


def _read(pattern: str) -> Iterator[_Quick | _Stepped]:
    """Yield the compiled *pattern*; nothing if it is invalid or for another regex engine."""
    bare = without_atoms(pattern)
    if has_other_group(bare):
        return
    is_quick = len(_CHOICE.findall(bare)) <= _MAX_CHOICES and not _REPEATED_GROUP.search(bare)
    kind = _Quick if is_quick and not _BACKREFERENCE.search(pattern) else _Stepped
    try:
        yield kind(pattern)
    except (re.error, UnsupportedError, RecursionError, OverflowError, ValueError):
        return  # an invalid setting must not stop the run
