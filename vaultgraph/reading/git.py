"""Which files git leaves out of a copy of a vault, by the `.gitignore` at its top.

Whoever checks a clone finds them missing, and nothing is broken.  Patterns with brackets or
backslashes are not known here, so they leave nothing out: https://git-scm.com/docs/gitignore.
"""

from collections.abc import Iterator

from vaultgraph.files import read_settings_file
from vaultgraph.reading.globs import matches

__all__ = ["IGNORE_FILE", "IgnoredByGit"]

IGNORE_FILE = ".gitignore"
_MOST, _DEEPEST = 200, 8
"""The patterns and the folders that are tried, for each broken link."""
_LONGEST = 4_096
"""No file has a longer path, but a link may name one."""
_UNKNOWN = frozenset("[]\\")


class IgnoredByGit:
    """Tells which files would be left out of the vault at *root*."""

    def __init__(self, root: str) -> None:
        try:
            text = read_settings_file(root, IGNORE_FILE).decode("utf-8-sig", "replace")
        except OSError:
            text = ""
        self._patterns = [*_patterns(text)][:_MOST]

    def __contains__(self, path: object) -> bool:
        """Whether the file at *path*, or a folder above it, is left out; the last pattern wins."""
        if not isinstance(path, str) or not self._patterns or len(path) > _LONGEST:
            return False
        parts = path.split("/")[:_DEEPEST]
        folders = ["/".join(parts[:end]) for end in range(1, len(parts))]
        leaves_out = self._leaves_out
        return any(leaves_out(folder, is_folder=True) for folder in folders) or leaves_out(path)

    def _leaves_out(self, path: str, *, is_folder: bool = False) -> bool:
        for glob, for_folders, leaves_out in reversed(self._patterns):
            if (is_folder or not for_folders) and matches(path, glob):
                return leaves_out
        return False


def _patterns(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the patterns in *text*: a glob, whether only for folders, and whether to leave out."""
    for line in map(str.strip, text.splitlines()):
        leaves_out = not line.startswith("!")
        pattern = line.removeprefix("!")
        for_folders = pattern.endswith("/")
        pattern = pattern.rstrip("/")
        if not pattern or pattern[0] == "#" or not _UNKNOWN.isdisjoint(pattern):
            continue
        glob = pattern.removeprefix("/") if "/" in pattern else f"**/{pattern}"
        yield glob, for_folders, leaves_out
