"""List the files of a vault, detect changes to them, and open them safely.

A vault consists of all files below its folder, except hidden ones and those in hidden folders.  It
may be untrusted, so symbolic links that point outside it are listed but not followed unless the
user asks for it.  A link to a file of the vault is another name for that file; a link to a folder
of the vault or above it is never followed, since it would create a cycle.

Every file of a vault is opened here: only regular files, and only up to a size limit.
"""

from __future__ import annotations

import errno
import os
import stat
from sys import intern

# Printing cached output imports this module.  `typing`, `collections` and `messages`, which needs
# both, would take longer to import than everything else together.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "MAX_NOTE_BYTES",
    "MAX_SETTINGS_BYTES",
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

MAX_NOTE_BYTES = 64 << 20
"""Notes and other texts with more bytes are not read."""

MAX_SETTINGS_BYTES = 16 << 20
"""Settings files, canvases and bases with more bytes are not read."""

FileStat = tuple[int, int, int]
"""The fingerprint of a file: mtime and ctime in nanoseconds, and its size in bytes."""

File = tuple[str, FileStat, str]
"""A path in the vault, its stat, and why it cannot be read (empty if it can).

Also used for folders that cannot be read.
"""

Folder = tuple[str, dict[str, FileStat], dict[str, str], str]
"""A folder: its path with a trailing `/` (empty for the vault itself), the stats of the files in it
by name, the errors of unreadable ones by name, and the error of the folder itself."""

_SCANS_DESCRIPTORS = os.scandir in os.supports_fd

NO_STAT: FileStat = (0, 0, -1)
"""The stat of a file that does not exist."""

OUTSIDE: FileStat = (0, 0, -2)
"""The stat of a symbolic link to a file outside the vault."""

OUTSIDE_FOLDER: FileStat = (0, 0, -3)
"""The stat of a symbolic link to a folder outside the vault."""

_READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a pipe without a writer would block
)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_DATALESS = 0x40000000
_RECALL_ON_ACCESS = 0x00400000 | 0x00040000
_SYSTEM_FOLDERS = ("/proc", "/sys", "/dev")
"""Files below these folders look regular, but the system generates their content."""


class RefusedError(OSError):
    """The file is not read for safety; `strerror` is a translatable message with the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(0, reason)


def file_stat(file_path: str) -> FileStat:
    """Return the stat of the file or folder at *file_path*, `NO_STAT` if it cannot be read."""
    try:
        return _stat_of(os.stat(file_path))
    except OSError:
        return NO_STAT


class VaultFolder:
    """The folder of the vault at *root*, which lists and opens its files.

    Symbolic links that point outside it are followed if it *follows_links*.
    """

    def __init__(self, root: str, *, follows_links: bool = False) -> None:
        self.root = root
        self.follows_links = follows_links

    def walk(self, listed: Iterable[Folder] | None = None) -> Iterator[File]:
        """Yield its files, in no particular order, from the folders *listed* if given.

        A link that points outside has the stat `OUTSIDE` or `OUTSIDE_FOLDER`, unless links are
        followed.  Paths are interned, and so loaded from the cache as one string, however many
        links lead there: in a vault of 100,000 notes that saves 110 MB.
        """
        listed = listed or list_folders(self.root, follows_links=self.follows_links)
        for folder, files, faults, fault in listed:
            for name, seen in files.items():
                yield intern(folder + name), seen, faults.get(name, "")
            if fault:
                yield folder.rstrip("/") or ".", NO_STAT, fault

    def open(self, path: str) -> int:
        """Open the file at *path* for reading and return its descriptor.

        Raises RefusedError if it is not a regular file, or a link outside the vault that must not
        be followed; OSError if it cannot be opened.
        """
        return self.opened(path)[0]

    def opened(self, path: str) -> tuple[int, os.stat_result]:
        """Open the file at *path* as `open` does; return its descriptor and `fstat` result."""
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
        if not _is_in_vault(self.root, target):
            from vaultgraph.messages import say

            raise RefusedError(say("it is a link to something hidden in the vault"))
        return _open_regular(target, _NO_LINK)

    def read(self, path: str, most: int) -> bytes:
        """Return the content of the file at *path*, at most *most* bytes.

        Raises RefusedError if it is larger; otherwise as `open`.
        """
        return _read(*self.opened(path), most)


def read_settings_file(root: str, path: str) -> bytes:
    """Return the content of the settings file at *path* in the vault at *root*.

    The path is not found by walking the vault, so its folders are checked for links that point
    outside as well.  Raises as `VaultFolder.read`.
    """
    full = os.path.join(root, path)
    os.lstat(full)  # most of these files are missing, and to resolve a path takes ten such calls
    return _read(*_open_regular(_target(root, full), _NO_LINK), MAX_SETTINGS_BYTES)


def read_file(file_path: str, most: int) -> bytes:
    """Return the content of the file at *file_path*, named by the user, at most *most* bytes.

    Raises RefusedError if it is larger or not a regular file; OSError if it cannot be opened.
    """
    return _read(*_open_regular(file_path, 0), most)


def is_within(path: str, folder: str) -> bool:
    """Whether *path* is *folder* or inside it, with all links resolved."""
    return _contains(os.path.realpath(folder), os.path.realpath(path))


def _target(root: str, full: str) -> str:
    """Resolve *full*, a path in the vault at *root*; RefusedError if it points outside."""
    target = os.path.realpath(full)
    if not _contains(os.path.realpath(root), target):
        from vaultgraph.messages import say

        raise RefusedError(say("it is a link that leads out of the vault"))
    return target


def _is_in_vault(root: str, link: str) -> bool:
    """Whether *link* points to a file or folder of the vault at *root* that is not hidden.

    Hidden folders belong to Obsidian or git: `.git/config` may contain secrets.
    """
    real_root, target = os.path.realpath(root), os.path.realpath(link)
    return _contains(real_root, target) and f"{os.sep}." not in target[len(real_root) :]


def _open_regular(file_path: str, flags: int) -> tuple[int, os.stat_result]:
    """Open the regular file at *file_path*; return its descriptor and `fstat` result."""
    descriptor = os.open(file_path, _READ | flags)
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode) and (flags or not _is_generated(file_path)):
        return descriptor, status
    os.close(descriptor)
    from vaultgraph.messages import say

    raise RefusedError(say("it is not a regular file"))


def _is_generated(file_path: str) -> bool:
    """Whether *file_path* is a link to a file generated by the system, such as in `/proc`."""
    if not os.path.islink(file_path):
        return False
    target = os.path.realpath(file_path)
    return any(_contains(folder, target) for folder in _SYSTEM_FOLDERS)


def _read(descriptor: int, status: os.stat_result, most: int) -> bytes:
    """Read *descriptor*, a file with this *status*, to its end, and close it.

    Usually one call reads it all; more are needed if the file grows or a read is short.
    """
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
    """Yield the folders of the vault at *root*, including itself, in no particular order.

    Links that point outside it are followed if *follows_links*.
    """
    followed: set[str] | None = set() if follows_links else None
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            files, faults, inner = _list_folder(root, folder, followed)
        except OSError as error:
            yield folder, {}, {}, _reason(error)
            continue
        yield folder, files, faults, ""
        waiting += inner


def _list_folder(
    root: str, folder: str, followed: set[str] | None
) -> tuple[dict[str, FileStat], dict[str, str], list[str]]:
    """List *folder*: the stats of its files, the errors of unreadable ones, and its subfolders."""
    files: dict[str, FileStat] = {}
    faults: dict[str, str] = {}
    inner = []
    with _FolderScan(os.path.join(root, folder)) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_file(follow_symlinks=False):
                files[name] = _entry_stat(entry)
            elif entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                inner.append(f"{folder}{name}/")
            elif not (entry.is_symlink() or _is_junction(entry)):
                continue  # a pipe, device or socket
            elif followed is None and not _is_in_vault(root, os.path.join(root, folder, name)):
                files[name] = OUTSIDE_FOLDER if _is_folder(entry) else OUTSIDE
            elif not _leads_to_file(entry, files, faults) and _may_be_followed(
                root, folder + name, followed
            ):
                inner.append(f"{folder}{name}/")
    return files, faults, inner


class _FolderScan:
    """Scans *folder* by descriptor where supported: a `stat` relative to it is faster."""

    def __init__(self, folder: str) -> None:
        self._handle = os.open(folder, os.O_RDONLY) if _SCANS_DESCRIPTORS else -1
        self._entries = os.scandir(self._handle if _SCANS_DESCRIPTORS else folder)

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __exit__(self, *_: object) -> None:
        self._entries.close()
        if _SCANS_DESCRIPTORS:
            os.close(self._handle)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether *entry* is an NTFS junction, a folder link that needs no special rights."""
    is_junction = getattr(entry, "is_junction", None)  # since Python 3.12
    return bool(is_junction and is_junction())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def is_in_cloud(status: os.stat_result) -> bool:
    """Whether a file is a cloud placeholder: reading it would download it.

    macOS flags it SF_DATALESS (`sys/stat.h`), Windows FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS or
    ..._ON_OPEN: https://learn.microsoft.com/windows/win32/fileio/file-attribute-constants.
    """
    is_dataless = getattr(status, "st_flags", 0) & _DATALESS
    return bool(is_dataless or getattr(status, "st_file_attributes", 0) & _RECALL_ON_ACCESS)


def _stat_of(status: os.stat_result) -> FileStat:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _entry_stat(entry: os.DirEntry[str]) -> FileStat:
    try:
        return _stat_of(entry.stat())
    except OSError:  # deleted since the folder was scanned
        return NO_STAT


def _leads_to_file(
    entry: os.DirEntry[str], files: dict[str, FileStat], faults: dict[str, str]
) -> bool:
    """Whether a symbolic link does not point to a folder; if so, add it to *files*."""
    try:
        if entry.is_dir():
            return False
        fault = "" if entry.is_file() else _broken_link()
        files[entry.name] = _entry_stat(entry)
    except OSError as error:
        fault = _reason(error)
        files[entry.name] = NO_STAT
    if fault:
        faults[entry.name] = fault
    return True


def _reason(error: OSError) -> str:
    from vaultgraph.messages import reason_of

    return reason_of(error)


def _broken_link() -> str:
    """Return the error of a symbolic link without a target."""
    from vaultgraph.messages import say

    return say("the symbolic link is broken")


def _may_be_followed(root: str, path: str, followed: set[str] | None) -> bool:
    """Whether a link to a folder outside the vault may be followed; if so, record its target.

    Each target is followed once, and never one that contains the vault or is inside it.
    """
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
