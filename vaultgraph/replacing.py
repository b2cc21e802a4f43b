"""Replace a file atomically, and never through a symbolic link.

The new content is written to a temporary file in the same folder, which then replaces the old file,
so that a full disk, a kill or a failed render leaves the old file unchanged.  Temporary files left
behind by killed runs are deleted by the next run.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from vaultgraph.files import RefusedError
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say

__all__ = ["is_over", "replace_file"]

_SCRATCH = lazy_re(r"\.vaultgraph-(\d{1,9})-[0-9a-f]{16}\.tmp")
_NEW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


def replace_file(file_path: str, pieces: Iterable[bytes]) -> None:
    """Replace the file at *file_path* by *pieces*, keeping its mode, owner and attributes.

    Devices and pipes are written to directly.  Raises RefusedError for a symbolic link, OSError if
    the file cannot be written; the old file is then unchanged.
    """
    if _is_device(file_path):
        with open(file_path, "wb") as file:
            file.writelines(pieces)
        return
    if os.path.islink(file_path):
        raise RefusedError(say("it is a symbolic link: name the file it points to"))
    folder = os.path.dirname(file_path)
    _clean(folder or os.curdir)
    scratch = os.path.join(folder, f".vaultgraph-{os.getpid()}-{os.urandom(8).hex()}.tmp")
    with open(os.open(scratch, _NEW, 0o666), "wb") as file:
        try:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            _keep_attributes(file_path, scratch)
            file.close()  # Windows cannot replace an open file
            os.replace(scratch, file_path)
        except BaseException:
            with suppress(OSError):
                file.close()
            os.unlink(scratch)
            raise


def _is_device(file_path: str) -> bool:
    """Whether *file_path* is a device or a pipe, which cannot be replaced.

    Links are followed only in the system's own folders, as for `/dev/stdout`.
    """
    is_own_link = os.path.dirname(os.path.abspath(file_path)) in {"/dev", "/dev/fd"}
    try:
        mode = os.stat(file_path, follow_symlinks=is_own_link).st_mode
    except OSError:
        return False
    return is_own_link or stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _keep_attributes(earlier: str, new: str) -> None:
    """Copy mode, owner and extended attributes from *earlier*, if it exists, to *new*."""
    try:
        status = os.stat(earlier, follow_symlinks=False)
    except OSError:
        return
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(say("it is not a regular file"))
    with suppress(OSError, AttributeError):
        os.chown(new, status.st_uid, status.st_gid)
    os.chmod(new, stat.S_IMODE(status.st_mode))
    with suppress(OSError, AttributeError):
        for name in os.listxattr(earlier):
            os.setxattr(new, name, os.getxattr(earlier, name))


def _clean(folder: str) -> None:
    """Delete the temporary files that killed runs have left in *folder*."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            scratch = _SCRATCH.fullmatch(entry.name)
            if scratch and entry.is_file(follow_symlinks=False) and is_over(int(scratch[1])):
                os.unlink(entry.path)


def is_over(process: int) -> bool:
    """Whether *process* has ended; False where that cannot be determined."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
