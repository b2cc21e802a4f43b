"""Cached output of commands, valid while nothing that it depends on has changed.

The key is the command line with the current folder, the date, the terminal and the environment. The
output also depends on every file of the vault, on the settings of the vault and its plugins, and on
our own code. As the key needs no settings, a cached output is found before anything is parsed.

A command whose output can be cached returns a `CommandOutput` with its `Dependencies`; it is
printed and stored here.
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
    are_settled,
    group_by_folder,
    is_unchanged,
    stat_code,
    stat_settings,
)
from vaultgraph.storage.store import Sink, load, save

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["CacheKey", "CommandOutput", "Dependencies", "print_output"]

_MAX_FILES = 16
_SIZE = 8
_DAY = 86_400
_ENVIRONMENT = (
    "CI", "COLORTERM", "COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "LANG",
    "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "PY_COLORS", "TERM", "TERMINAL_WIDTH",
    "TTY_COMPATIBLE", "TYPER_USE_RICH", "XDG_CONFIG_HOME",
)  # fmt: skip
"""Environment variables for the format and language of the output, and the list of vaults."""


class Dependencies:
    """What an output depends on, apart from the command line and our own code.

    Settings must be added before they are read; *files* are the files of the vault at *root* as
    they were read. Without a root there are none.
    """

    def __init__(self) -> None:
        self.started: int = time.time_ns()
        self.settings: Stamps = {}
        self.root: str | None = None
        self.files: Stamps = {}

    def add_settings(self, paths: Iterable[str]) -> None:
        """Add the files and folders at *paths*, none of which has been read yet."""
        self.settings |= stat_settings(map(absolute, paths))


class CommandOutput:
    """The output of a command: *stdout* in pieces, *stderr*, and the exit *code*.

    *printed* is the start of *stderr* that is already on the terminal. Without *dependencies*,
    the output is not stored.
    """

    def __init__(
        self,
        stdout: Iterable[bytes],
        stderr: str,
        code: int,
        *,
        printed: str = "",
        dependencies: Dependencies | None = None,
    ) -> None:
        self.stdout = stdout
        self.stderr = stderr
        self.code = code
        self.printed = printed
        self.dependencies = dependencies


def print_output(output: CommandOutput | int, key: CacheKey | None = None) -> int:
    """Print *output*, store it under *key* if it can be cached, and return the exit code.

    A command that has already printed its output passes only the exit code.
    """
    if isinstance(output, int):
        return output
    if key and output.dependencies:
        output.stdout = list(output.stdout)  # read twice: to print it and to store it
    print_bytes(output.stdout)
    sys.stderr.write(output.stderr.removeprefix(output.printed))
    if key and output.dependencies:
        key.store(output)
    return output.code


class CacheKey:
    """Cache key: the command line *words* and the environment in which they were given."""

    def __init__(self, words: Sequence[str]) -> None:
        encodings = (str(sys.stdout.encoding), str(sys.stderr.encoding))
        where = [os.path.realpath(os.curdir), *encodings, *map(str, _columns())]
        # Due cards depend on the local date, IDs that are in the future on the day in UTC.
        today = f"{time.strftime('%Y-%m-%d')} {int(time.time()) // _DAY}"
        environment = [os.environ.get(name, "") for name in _ENVIRONMENT]
        if sys.platform in {"darwin", "win32"}:  # elsewhere the environment is all that decides
            from vaultgraph.languages import system_language

            environment.append(system_language())
        self._key = [*words, "", *where, today, *environment]
        self._file = f"{crc32(repr(self._key).encode()):08x}.answer"

    def load(self) -> CommandOutput | None:
        """Return the cached output, None if there is none or it is outdated."""
        forget_listing()
        content = load(self._file)
        if content is None:
            return None
        content_head = marshal.loads(content)  # noqa: S302 -- our own
        stored_key, root, settings, code_stamps, files, stderr, code = content_head
        if (
            stored_key != self._key
            or settings != stat_settings(settings)
            or code_stamps != stat_code()
        ):
            return None
        if root is not None:
            follows_links = "--follow-links" in self._key
            if not is_unchanged(start_listing(root, follows_links=follows_links), files):
                return None
        end = len(content) - _SIZE
        stdout = content[end - int.from_bytes(content[end:], "big") : end]
        return CommandOutput([bytes(stdout)], bytes(stderr).decode("utf-8", "surrogatepass"), code)

    def store(self, output: CommandOutput) -> None:
        """Store *output*, whose stdout can be read more than once.

        Nothing is stored if a file was written so recently that a later change might not be
        noticed.
        """
        basis = output.dependencies
        if basis is None:
            return
        code_stamps = stat_code()
        if are_settled((basis.files, basis.settings, code_stamps), basis.started):
            stderr = output.stderr.encode("utf-8", "surrogatepass")
            root = basis.root and os.path.abspath(basis.root)
            dependencies = (root, basis.settings, code_stamps, group_by_folder(basis.files))
            content_head = marshal.dumps((self._key, *dependencies, stderr, output.code))

            def write(sink: Sink) -> None:
                sink.write(content_head)
                size = sum(map(sink.write, output.stdout))
                sink.write(size.to_bytes(_SIZE, "big"))

            save(self._file, write, _MAX_FILES)


def _columns() -> Iterator[int]:
    """Yield the width of stdout and stderr: 0 if unknown, -1 if not a terminal."""
    for stream in (sys.stdout, sys.stderr):
        yield os.get_terminal_size(stream.fileno()).columns if stream.isatty() else -1
