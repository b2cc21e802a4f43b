"""Files that git leaves out of a clone of the vault, by the `.gitignore` in its root.

In a clone these files are missing without anything being broken.  Patterns with brackets or
backslashes are not supported and ignore nothing: https://git-scm.com/docs/gitignore.
"""

from collections.abc import Iterator

from vaultgraph.files import read_settings_file
from vaultgraph.reading.globs import matches

__all__ = ["IGNORE_FILE", "IgnoredByGit"]

IGNORE_FILE = ".gitignore"
_MAX_PATTERNS, _MAX_DEPTH = 200, 8
"""Limits on the patterns and folders tried for each broken link."""
_MAX_PATH_LENGTH = 4_096
"""Longer than any real path; a link may still name one."""
_UNSUPPORTED = frozenset("[]\\")


class IgnoredByGit:
    """The files that git ignores in the vault at *root*."""

    def __init__(self, root: str) -> None:
        try:
            text = read_settings_file(root, IGNORE_FILE).decode("utf-8-sig", "replace")
        except OSError:
            text = ""
        self._patterns = [*_patterns(text)][:_MAX_PATTERNS]

    def __contains__(self, path: object) -> bool:
        """Return whether git ignores *path* or a folder above it; the last pattern wins."""
        if not isinstance(path, str) or not self._patterns or len(path) > _MAX_PATH_LENGTH:
            return False
        parts = path.split("/")[:_MAX_DEPTH]
        folders = ["/".join(parts[:end]) for end in range(1, len(parts))]
        leaves_out = self._leaves_out
        return any(leaves_out(folder, is_folder=True) for folder in folders) or leaves_out(path)

    def _leaves_out(self, path: str, *, is_folder: bool = False) -> bool:
        for glob, for_folders, leaves_out in reversed(self._patterns):
            if (is_folder or not for_folders) and matches(path, glob):
                return leaves_out
        return False


def _patterns(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the patterns in *text*: a glob, whether it is for folders only, whether it ignores."""
    for line in map(str.strip, text.splitlines()):
        leaves_out = not line.startswith("!")
        pattern = line.removeprefix("!")
        for_folders = pattern.endswith("/")
        pattern = pattern.rstrip("/")
        if not pattern or pattern[0] == "#" or not _UNSUPPORTED.isdisjoint(pattern):
            continue
        glob = pattern.removeprefix("/") if "/" in pattern else f"**/{pattern}"
        yield glob, for_folders, leaves_out
