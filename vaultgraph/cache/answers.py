"""What a command printed, so long as nothing that it rests on has changed.

An answer rests on the words that asked, where and when and on what terminal they did, on every
file of the vault, on the settings of vault and plugins, and on our own code.  It is found by these
words, so that nothing has to be parsed, or read, to give it again.
"""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from vaultgraph.cache.store import fetch, keep
from vaultgraph.files import Stamp, stamp, walk

__all__ = ["Answer", "Question", "recall"]

Answer = tuple[str, str, int]
"""What was printed, what was said beside it, and the exit code."""

Stamps = Mapping[str, Stamp]

_MOST = 16
_GRAIN = 2_000_000_000
"""The nanoseconds in which the coarsest disk may let a file change without a sign."""
_DAY = 86_400
_ENVIRONMENT = ("CI", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "TERM")


class Question:
    """The command line *words*, as they ask here and now."""

    def __init__(self, words: Sequence[str]) -> None:
        where = [os.path.realpath(os.curdir), *map(str, _columns())]
        today = str(int(time.time()) // _DAY)
        environment = [os.environ.get(name, "") for name in _ENVIRONMENT]
        self._asked = [*words, "", *where, today, *environment]
        self._started = time.time_ns()
        self._settings: dict[str, Stamp] = {}
        self._file = f"{crc32(repr(self._asked).encode()):08x}.answer"

    def answer(self) -> Answer | None:
        """What was answered, if it still holds."""
        known = fetch(self._file)
        if not isinstance(known, tuple) or known[0] != self._asked:
            return None
        _, root, settings, code, files, answer = known
        if settings != _settings(settings) or code != _code() or not _has_still(root, files):
            return None
        return answer  # type: ignore[no-any-return]

    def rest_on(self, paths: Iterable[str]) -> None:
        """Note that the answer will rest on the files and folders at *paths*; none is read yet."""
        self._settings |= _settings(map(os.path.abspath, paths))

    def remember(self, answer: Answer, root: str, files: Stamps) -> None:
        """Keep the *answer* about the vault at *root*, which has these *files*.

        But not if one of them may still change without a sign.
        """
        code = _code()
        stamps = [*files.values(), *self._settings.values(), *code.values()]
        newest = max(max(written, changed) for written, changed, _ in stamps)
        if newest < self._started - _GRAIN:
            rests_on = (os.path.abspath(root), self._settings, code, files)
            keep(self._file, (self._asked, *rests_on, answer), _MOST)


def recall(words: Sequence[str]) -> Answer | None:
    """What was answered to the command line *words*, if it still holds."""
    return Question(words).answer()


def _columns() -> Iterator[int]:
    """Yield the width of each output that is a terminal; 0 for one that is none."""
    for stream in (sys.stdout, sys.stderr):
        yield os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0


def _has_still(root: str, files: Stamps) -> bool:
    """Whether the vault at *root* has these *files*, as they were, and no other."""
    found = 0
    for path, now, _ in walk(root):
        if files.get(path) != now:
            return False
        found += 1
    return found == len(files)


def _settings(paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of the files at *paths*; of a folder it only matters whether it is there."""
    return {path: (0, 0, 0) if os.path.isdir(path) else stamp(path) for path in paths}


def _code() -> Stamps:
    """The stamps of our own modules, and of the folders where libraries are installed."""
    libraries = {path: stamp(path) for path in sys.path if path.endswith("-packages")}
    return libraries | {path: stamp(path) for path in _modules()}


def _modules() -> Iterator[str]:
    folders = [os.path.dirname(os.path.dirname(__file__))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    yield entry.path
                elif entry.name[0] not in "._" and entry.is_dir():
                    folders.append(entry.path)
