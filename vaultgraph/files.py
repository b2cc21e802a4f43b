"""Which files belong to a vault, how to tell whether they are still the same, and how to open one.

All below its folder, but nothing whose name, or whose folder's name, begins with a dot.  A vault
may come from a stranger, so symbolic links that lead out of it are not followed unless the user
asks: they are files that nobody reads.  A link to a file of the vault is another name of it, one to
a folder of the vault, or above it, leads in a circle.

Every file of a vault is opened here: only regular files are, and none beyond its limit.
"""

from __future__ import annotations

import errno
import os
import stat

# What answers from the cache imports this module: `typing`, `collections` and the messages, which
# need both, would cost more than all of it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "MOST_OF_NOTE",
    "MOST_OF_SETTINGS",
    "NO_STAT",
    "OUTSIDE",
    "OUTSIDE_FOLDER",
    "File",
    "FileStat",
    "Folder",
    "RefusedError",
    "VaultFolder",
    "file_stat",
    "is_in_cloud",
    "is_within",
    "list_folders",
    "read_file",
    "read_settings_file",
]

MOST_OF_NOTE = 64 << 20
"""The bytes of a note, or of another text, above which it is not read."""

MOST_OF_SETTINGS = 16 << 20
"""The bytes of a file with settings, a canvas or a base, above which it is not read."""

FileStat = tuple[int, int, int]
"""When a file was last written and last changed in any way, in nanoseconds, and its bytes."""

File = tuple[str, FileStat, str]
"""A file by its path within the vault; or a folder that could not be read, and why."""

Folder = tuple[str, dict[str, FileStat], dict[str, str], str]
"""A folder by its path with a `/` behind it, empty for the vault's own; the files right in it by
their names, why some of those cannot be read, and why the folder cannot."""

_FROM_WITHIN = os.scandir in os.supports_fd

NO_STAT: FileStat = (0, 0, -1)
"""The stamp of what is not there."""

OUTSIDE: FileStat = (0, 0, -2)
"""The stamp of a symbolic link to a file outside of the vault."""

OUTSIDE_FOLDER: FileStat = (0, 0, -3)
"""The stamp of a symbolic link to a folder outside of the vault."""

_READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would keep us waiting
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_DATALESS = 0x40000000
_RECALLED = 0x00400000 | 0x00040000
_OF_SYSTEM = ("/proc", "/sys", "/dev")
"""What lies below looks like files, and is made by the system, for whoever asks."""


class RefusedError(OSError):
    """A file that is not read for the sake of safety; `strerror` is a message that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(0, reason)


def file_stat(file_path: str) -> FileStat:
    """The stamp of the file or folder at *file_path*."""
    try:
        return _stamp(os.stat(file_path))
    except OSError:
        return NO_STAT


class VaultFolder:
    """The folder of a vault at *root*, whose files are opened here.

    Symbolic links that lead out of it are followed if it *follows_links*.
    """

    def __init__(self, root: str, *, follows_links: bool = False) -> None:
        self.root = root
        self.follows_links = follows_links

    def walk(self, listed: Iterable[Folder] | None = None) -> Iterator[File]:
        """Yield its files, in no particular order; as they are *listed*, if its folders are.

        A link that leads out of it has a stamp that says so, unless links are followed.
        """
        listed = listed or list_folders(self.root, follows_links=self.follows_links)
        for folder, files, faults, fault in listed:
            for name, seen in files.items():
                yield folder + name, seen, faults.get(name, "")
            if fault:
                yield folder.rstrip("/") or ".", NO_STAT, fault

    def open(self, path: str) -> int:
        """A descriptor of the file at *path*, to read from.

        Raises RefusedError if that is not a regular file, or a link out of the vault that is not to
        be followed; OSError if it cannot be opened.
        """
        return self.opened(path)[0]

    def opened(self, path: str) -> tuple[int, os.stat_result]:
        """A descriptor as that of `open`, and what the system says of the file."""
        full = f"{self.root}/{path}"
        if self.follows_links:
            return _open_regular(full, 0)
        if not _NO_LINK and os.path.islink(full):
            full = _target(self.root, full)
        try:
            return _open_regular(full, _NO_LINK)
        except OSError as error:
            if error.errno not in {errno.ELOOP, errno.EMLINK}:
                raise
        target = _target(self.root, full)
        if not _is_of_vault(self.root, target):
            from vaultgraph.messages import say

            raise RefusedError(say("it is a link to something hidden in the vault"))
        return _open_regular(target, _NO_LINK)

    def read(self, path: str, most: int) -> bytes:
        """The bytes of the file at *path*, which are *most* or fewer.

        Raises RefusedError if they are more, or for what `open` refuses; OSError as that does.
        """
        return _read(*self.opened(path), most)


def read_settings_file(root: str, path: str) -> bytes:
    """The bytes of a file with settings, at *path* in the vault at *root*, folders and all.

    Nobody walks to it, so no folder on the way may lead out of the vault either.  Raises as
    `VaultFolder.read` does.
    """
    full = os.path.join(root, path)
    return _read(*_open_regular(_target(root, full), _NO_LINK), MOST_OF_SETTINGS)


def read_file(file_path: str, most: int) -> bytes:
    """The bytes of the file at *file_path* that the user named, which are *most* or fewer.

    Raises RefusedError if they are more, or if it is not a regular file; OSError if it cannot be
    opened.
    """
    return _read(*_open_regular(file_path, 0), most)


def is_within(path: str, folder: str) -> bool:
    """Whether *path* lies in *folder*, or is it, after all links."""
    return _contains(os.path.realpath(folder), os.path.realpath(path))


def _target(root: str, full: str) -> str:
    """Where *full*, in the vault at *root*, leads.  Raises RefusedError if that is outside."""
    target = os.path.realpath(full)
    if not _contains(os.path.realpath(root), target):
        from vaultgraph.messages import say

        raise RefusedError(say("it is a link that leads out of the vault"))
    return target


def _is_of_vault(root: str, link: str) -> bool:
    """Whether *link* leads to what belongs to the vault at *root*, so to nothing hidden in it.

    What begins with a dot is Obsidian's or git's: `.git/config` may hold what nobody is to see.
    """
    real_root, target = os.path.realpath(root), os.path.realpath(link)
    return _contains(real_root, target) and f"{os.sep}." not in target[len(real_root) :]


def _open_regular(file_path: str, flags: int) -> tuple[int, os.stat_result]:
    """A descriptor of the regular file at *file_path*, and what the system says of it."""
    descriptor = os.open(file_path, _READ | flags)
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode) and (flags or not _is_of_system(file_path)):
        return descriptor, status
    os.close(descriptor)
    from vaultgraph.messages import say

    raise RefusedError(say("it is not a regular file"))


def _is_of_system(file_path: str) -> bool:
    """Whether a link leads from *file_path* to what is made by the system."""
    if not os.path.islink(file_path):
        return False
    target = os.path.realpath(file_path)
    return any(_contains(folder, target) for folder in _OF_SYSTEM)


def _read(descriptor: int, status: os.stat_result, most: int) -> bytes:
    """What can be read from *descriptor* of a file of this *status*; it is closed."""
    size = status.st_size
    try:
        chunks = [os.read(descriptor, min(size, most) + 1)]
        left = most - len(chunks[0])
        while left >= 0 and (len(chunks[0]) > size or sum(map(len, chunks)) < size):
            chunk = os.read(descriptor, left + 1)
            if not chunk:
                break
            chunks.append(chunk)
            left -= len(chunk)
        if left < 0:
            from vaultgraph.messages import say

            raise RefusedError(say("it is larger than {limit} MiB", limit=most >> 20))
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)
    finally:
        os.close(descriptor)


def list_folders(root: str, *, follows_links: bool = False) -> Iterator[Folder]:
    """Yield the folders of the vault at *root*, itself too, in no particular order.

    Links that lead out of it are followed if *follows_links*.
    """
    followed: set[str] | None = set() if follows_links else None
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            files, faults, inner = _listed(root, folder, followed)
        except OSError as error:
            yield folder, {}, {}, error.strerror or str(error)
            continue
        yield folder, files, faults, ""
        waiting += inner


def _listed(
    root: str, folder: str, followed: set[str] | None
) -> tuple[dict[str, FileStat], dict[str, str], list[str]]:
    """What lies right in *folder*: files, why some cannot be read, and folders to go on with."""
    files: dict[str, FileStat] = {}
    faults: dict[str, str] = {}
    inner = []
    with _Opened(os.path.join(root, folder)) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_file(follow_symlinks=False):
                files[name] = _stamp_of(entry)
            elif entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                inner.append(f"{folder}{name}/")
            elif not (entry.is_symlink() or _is_junction(entry)):
                continue  # a pipe, a device or a socket is no file
            elif followed is None and not _is_of_vault(root, os.path.join(root, folder, name)):
                files[name] = OUTSIDE_FOLDER if _is_folder(entry) else OUTSIDE
            elif not _leads_to_file(entry, files, faults) and _may_be_followed(
                root, folder + name, followed
            ):
                inner.append(f"{folder}{name}/")
    return files, faults, inner


class _Opened:
    """The entries of a *folder*, looked at from within, where the system finds them sooner."""

    def __init__(self, folder: str) -> None:
        self._handle = os.open(folder, os.O_RDONLY) if _FROM_WITHIN else -1
        self._entries = os.scandir(self._handle if _FROM_WITHIN else folder)

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __exit__(self, *_: object) -> None:
        self._entries.close()
        if _FROM_WITHIN:
            os.close(self._handle)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether *entry* is a link to a folder that Windows makes without special rights."""
    is_junction = getattr(entry, "is_junction", None)  # since Python 3.12
    return bool(is_junction and is_junction())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_in_cloud(status: os.stat_result) -> bool:
    """Whether only the name of a file is here, and to read it would fetch it from a cloud.

    macOS flags it SF_DATALESS (`sys/stat.h`), Windows FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS or
    ..._ON_OPEN: https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants.
    """
    is_dataless = getattr(status, "st_flags", 0) & _DATALESS
    return bool(is_dataless or getattr(status, "st_file_attributes", 0) & _RECALLED)


def _stamp(status: os.stat_result) -> FileStat:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _stamp_of(entry: os.DirEntry[str]) -> FileStat:
    try:
        return _stamp(entry.stat())
    except OSError:  # it was deleted a moment ago
        return NO_STAT


def _leads_to_file(
    entry: os.DirEntry[str], files: dict[str, FileStat], faults: dict[str, str]
) -> bool:
    """Whether a symbolic link is none to a folder: then it is one of the *files*."""
    try:
        if entry.is_dir():
            return False
        fault = "" if entry.is_file() else _broken_link()
        files[entry.name] = _stamp_of(entry)
    except OSError as error:
        fault = error.strerror or str(error)
        files[entry.name] = NO_STAT
    if fault:
        faults[entry.name] = fault
    return True


def _broken_link() -> str:
    """Why a symbolic link without a target cannot be read."""
    from vaultgraph.messages import say

    return say("the symbolic link is broken")


def _may_be_followed(root: str, path: str, followed: set[str] | None) -> bool:
    """Whether a link to a folder leads to what is not read yet; then it is *followed* but once."""
    if followed is None:
        return False
    target = os.path.realpath(os.path.join(root, path))
    real_root = os.path.realpath(root)
    if _contains(real_root, target) or _contains(target, real_root):
        return False
    if any(_contains(other, target) for other in followed):
        return False
    followed.add(target)
    return True


def _contains(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
