"""What a command printed, so long as nothing that it rests on has changed.

An answer rests on the words that asked, where and when and on what terminal they did, on every
file of the vault, on the settings of vault and plugins, and on our own code.  It is found by these
words, so that nothing has to be parsed, or read, to give it again.

A command that can be answered again returns an `Answer` with the `Basis` that it rests on; it is
printed and kept here.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from zlib import crc32

from vaultgraph.cache.listing import forget_listing, start_listing
from vaultgraph.printing import print_bytes
from vaultgraph.storage.stats import (
    Stamps,
    absolute,
    group_by_folder,
    is_settled,
    is_unchanged,
    stat_code,
    stat_settings,
)
from vaultgraph.storage.store import Sink, load, save

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["CacheKey", "CommandOutput", "Dependencies", "print_output"]

_MOST = 16
_SIZE = 8
_DAY = 86_400
_ENVIRONMENT = (
    "CI", "COLORTERM", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "LANG", "LANGUAGE", "LC_ALL",
    "LC_MESSAGES", "NO_COLOR", "PY_COLORS", "TERM", "TERMINAL_WIDTH", "TTY_COMPATIBLE",
    "TYPER_USE_RICH",
)  # fmt: skip
"""Variables that say how an answer is to look, to us, to Typer and to rich, and its language."""


class Dependencies:
    """What an answer rests on beside the words that asked and our own code.

    The settings are noted before they are read, the *files* of the vault at *root* as they were
    read; without a root there are none.
    """

    def __init__(self) -> None:
        self.started: int = time.time_ns()
        self.settings: Stamps = {}
        self.root: str | None = None
        self.files: Stamps = {}

    def add_settings(self, paths: Iterable[str]) -> None:
        """Note the files and folders at *paths*, none of which is read yet."""
        self.settings |= stat_settings(map(absolute, paths))


class CommandOutput:
    """What a command writes to *stdout*, in pieces, and to *stderr*, and its exit *code*.

    The beginning of *stderr* is *printed* already.  Without a *basis* it is not kept.
    """

    def __init__(
        self,
        stdout: Iterable[bytes],
        stderr: str,
        code: int,
        *,
        printed: str = "",
        basis: Dependencies | None = None,
    ) -> None:
        self.stdout = stdout
        self.stderr = stderr
        self.code = code
        self.printed = printed
        self.dependencies = basis


def print_output(answer: CommandOutput | int, question: CacheKey | None = None) -> int:
    """Print *answer*, keep it as that to *question*, if it is one to be kept; its exit code.

    A command that has printed its answer itself gives the exit code alone.
    """
    if isinstance(answer, int):
        return answer
    if question and answer.dependencies:
        answer.stdout = list(answer.stdout)  # it is written twice
    print_bytes(answer.stdout)
    sys.stderr.write(answer.stderr.removeprefix(answer.printed))
    if question and answer.dependencies:
        question.store(answer)
    return answer.code


class CacheKey:
    """The command line *words*, as they ask here and now."""

    def __init__(self, words: Sequence[str]) -> None:
        encodings = (str(sys.stdout.encoding), str(sys.stderr.encoding))
        where = [os.path.realpath(os.curdir), *encodings, *map(str, _columns())]
        today = f"{time.strftime('%Y-%m-%d')} {int(time.time()) // _DAY}"  # here, and in UTC
        environment = [os.environ.get(name, "") for name in _ENVIRONMENT]
        self._asked = [*words, "", *where, today, *environment]
        self._file = f"{crc32(repr(self._asked).encode()):08x}.answer"

    def load(self) -> CommandOutput | None:
        """What was answered, if it still holds."""
        forget_listing()
        content = load(self._file)
        if content is None:
            return None
        known = marshal.loads(content)  # noqa: S302 -- our own
        asked, root, settings, ours, files, stderr, code = known
        if asked != self._asked or settings != stat_settings(settings) or ours != stat_code():
            return None
        if root is not None:
            follows_links = "--follow-links" in self._asked
            if not is_unchanged(start_listing(root, follows_links=follows_links), files):
                return None
        end = len(content) - _SIZE
        stdout = content[end - int.from_bytes(content[end:], "big") : end]
        return CommandOutput([bytes(stdout)], bytes(stderr).decode("utf-8", "surrogatepass"), code)

    def store(self, answer: CommandOutput) -> None:
        """Keep the *answer*, whose output can be read more than once.

        It is not kept if one of the files that it rests on may still change without a sign.
        """
        basis = answer.dependencies
        if basis is None:
            return
        ours = stat_code()
        stamps = (*basis.files.values(), *basis.settings.values(), *ours.values())
        if all(is_settled(seen, basis.started) for seen in stamps):
            stderr = answer.stderr.encode("utf-8", "surrogatepass")
            root = basis.root and os.path.abspath(basis.root)
            rests_on = (root, basis.settings, ours, group_by_folder(basis.files))
            known = marshal.dumps((self._asked, *rests_on, stderr, answer.code))

            def write(sink: Sink) -> None:
                sink.write(known)
                size = sum(map(sink.write, answer.stdout))
                sink.write(size.to_bytes(_SIZE, "big"))

            save(self._file, write, _MOST)


def _columns() -> Iterator[int]:
    """Yield the width of each output that is a terminal, 0 if it has none; -1 for no terminal."""
    for stream in (sys.stdout, sys.stderr):
        yield os.get_terminal_size(stream.fileno()).columns if stream.isatty() else -1
