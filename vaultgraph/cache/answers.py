"""What a command printed, so long as nothing that it rests on has changed.

An answer rests on the words that asked, where and when and on what terminal they did, on every
file of the vault, on the settings of vault and plugins, and on our own code.  It is found by these
words, so that nothing has to be parsed, or read, to give it again.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from zlib import crc32

from vaultgraph.cache.stamps import (
    Stamps,
    absolute,
    by_folder,
    code_stamps,
    has_still,
    is_settled,
    settings_stamps,
)
from vaultgraph.cache.store import Sink, fetch, keep
from vaultgraph.printing import print_bytes

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Answer", "Question", "repeat"]

Answer = tuple[memoryview, bytes, int]
"""What was printed and what was said beside it, both for `repeat`, and the exit code."""

_MOST = 16
_SIZE = 8
_DAY = 86_400
_ENVIRONMENT = (
    "CI", "COLORTERM", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PY_COLORS", "TERM",
    "TERMINAL_WIDTH", "TTY_COMPATIBLE", "TYPER_USE_RICH",
)  # fmt: skip
"""Variables that say how an answer is to look, to us, to Typer and to rich."""


class Question:
    """The command line *words*, as they ask here and now; None if nobody asked: nothing is kept.

    `asked` is the one that is being answered.  A command that nobody asked by words, but by calling
    it, must not be kept under those of the program that called it.
    """

    asked: Question | None = None

    def __init__(self, words: Sequence[str] | None) -> None:
        self._is_asked = words is not None
        encodings = (str(sys.stdout.encoding), str(sys.stderr.encoding))
        where = [os.path.realpath(os.curdir), *encodings, *map(str, _columns())]
        today = str(int(time.time()) // _DAY)
        environment = [os.environ.get(name, "") for name in _ENVIRONMENT]
        self._asked = [*(words or ()), "", *where, today, *environment]
        self._started = time.time_ns()
        self._settings: Stamps = {}
        self._file = f"{crc32(repr(self._asked).encode()):08x}.answer"

    def answer(self) -> Answer | None:
        """What was answered, if it still holds."""
        content = fetch(self._file)
        if content is None:
            return None
        known = marshal.loads(content)  # noqa: S302 -- our own
        asked, root, settings, ours, files, beside, code = known
        if asked != self._asked or settings != settings_stamps(settings) or ours != code_stamps():
            return None
        follows_links = "--follow-links" in self._asked
        if root is not None and not has_still(root, files, follows_links=follows_links):
            return None
        end = len(content) - _SIZE
        return content[end - int.from_bytes(content[end:], "big") : end], beside, code

    def rest_on(self, paths: Iterable[str]) -> None:
        """Note that the answer will rest on the files and folders at *paths*; none is read yet."""
        self._settings |= settings_stamps(map(absolute, paths))

    def remember(
        self,
        told: Iterable[bytes],
        beside: str,
        code: int,
        root: str | None = None,
        files: Stamps | None = None,
    ) -> None:
        """Keep the answer about the vault at *root*, which has these *files*; or about none.

        It was *told* in pieces.  It is not kept if one of them may still change without a sign.
        """
        if not self._is_asked:
            return
        files = files or {}
        ours = code_stamps()
        stamps = (*files.values(), *self._settings.values(), *ours.values())
        if all(is_settled(seen, self._started) for seen in stamps):
            said = beside.encode("utf-8", "surrogatepass")
            rests_on = (root and os.path.abspath(root), self._settings, ours, by_folder(files))
            known = marshal.dumps((self._asked, *rests_on, said, code))

            def write(sink: Sink) -> None:
                sink.write(known)
                size = sum(map(sink.write, told))
                sink.write(size.to_bytes(_SIZE, "big"))

            keep(self._file, write, _MOST)


def repeat(answer: Answer) -> int:
    """Print the *answer* again, and return its exit code."""
    told, beside, code = answer
    sys.stderr.write(bytes(beside).decode("utf-8", "surrogatepass"))
    print_bytes([told])
    return code


def _columns() -> Iterator[int]:
    """Yield the width of each output that is a terminal; 0 for one that is none."""
    for stream in (sys.stdout, sys.stderr):
        yield os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
