"""Read a vault as it was in a commit, from the objects of git.

Only the notes that differ from those on disk are read and parsed: the others are shared.  A file on
disk is that of the commit if its hash is; as git does, the hash in the index is trusted as long as
the state of the file is the one there.

Some files are taken as they are now, because git does not have them: those that it ignores, and
those of other repositories in the vault (submodules).  So are the settings, so that a changed
setting is not taken for a change of the notes.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, normpath
from tempfile import TemporaryFile
from typing import NamedTuple

from vaultgraph.files import OUTSIDE, File, FileStat, RefusedError, VaultFolder
from vaultgraph.messages import say
from vaultgraph.model import Note, Removal
from vaultgraph.reading.images import find_placeholder
from vaultgraph.reading.repository import IndexEntry, Repository, TreeEntry
from vaultgraph.reading.unread import UnreadVault
from vaultgraph.reading.vault import Vault

__all__ = ["Revision", "find_renames", "read_revision"]

_MAX_LINKS, _MAX_TARGET_SIZE = 40, 4_096
"""Limits of Linux on the links in a path, and on the length of one."""
_CHUNK_SIZE = 1 << 20
_MAX_POINTER_SIZE = 1 << 10
_HAS_CTIME = os.name == "posix"


class Revision(NamedTuple):
    """The `vault` as it was in a `commit`, and the hashes of its files in git by path.

    The commit is empty, and there are no hashes, if it is the vault on disk.
    """

    vault: Vault
    commit: str = ""
    blobs: Mapping[str, str] = {}


class _RevisionFolder(VaultFolder):
    """The *folder* of a vault in which the files of *blobs* are read from *repository*.

    *sizes* are those of the blobs.
    """

    def __init__(
        self,
        folder: VaultFolder,
        repository: Repository,
        blobs: Mapping[str, str],
        sizes: Mapping[str, int],
    ) -> None:
        super().__init__(folder.root, follows_links=folder.follows_links)
        self._repository, self._blobs, self._sizes = repository, blobs, sizes

    def opened(self, path: str) -> tuple[int, os.stat_result]:
        """Open the file at *path*; one from git as a temporary file."""
        blob = self._blobs.get(path)
        if blob is None:
            return super().opened(path)
        with TemporaryFile() as file:
            file.write(self._repository.read(blob))
            file.seek(0)
            descriptor = os.dup(file.fileno())
        return descriptor, os.fstat(descriptor)

    def read(self, path: str, most: int) -> bytes:
        """Return the content of the file at *path*, at most *most* bytes."""
        blob = self._blobs.get(path)
        if blob is None:
            return super().read(path, most)
        if self._sizes[blob] > most:
            raise RefusedError(say("it is larger than {limit} MiB", limit=most >> 20))
        return self._repository.read(blob)


def read_revision(
    vault: Vault, repository: Repository, commit: str, other: Revision | None = None
) -> Revision:
    """Return the *vault*, which was read from disk, as it was in *commit* of *repository*.

    Its notes share what they can with those of *vault*, and of *other*, another revision of it.
    """
    tree, index = repository.tree(commit), repository.index()
    blobs = _resolve_links(tree, repository)
    files = _not_in_git(vault, tree, index, repository)
    same = _same_files(vault, blobs, index, repository)
    changed = {
        path: blob
        for path, blob in blobs.items()
        if blob and path not in same and not _is_left_out(path, index, vault)
    }
    sizes = repository.sizes(changed.values())
    changed = _without_pointers(vault, changed, sizes, repository)
    files |= {
        path: vault.stamps[path] for path in blobs if path not in changed and path in vault.stamps
    }
    files |= {path: (0, 0, sizes[blob]) for path, blob in changed.items()}
    files |= {path: OUTSIDE for path, blob in blobs.items() if not blob}
    unchanged = files.keys() - changed.keys() - vault.unreadable.keys()
    known = {source.path: source for source in vault.sources if source.path in unchanged}
    if other:
        shared = (path for path in changed if other.blobs.get(path) == changed[path])
        known |= {path: other.vault.source(path) for path in shared if other.vault.is_source(path)}
    folder = _RevisionFolder(vault.folder, repository, changed, sizes)
    faults = {path: fault for path, fault in vault.unreadable.items() if path not in changed}
    listed = ((path, seen, faults.get(path, "")) for path, seen in files.items())
    later = _read(folder, listed, vault, known)
    if later.files == vault.files and changed.keys() <= {*later.notes, *later.canvases}:
        later.attachments, later.contents = vault.attachments, vault.contents
    return Revision(later, commit, {**blobs, **dict.fromkeys(files.keys() - blobs.keys(), "")})


def find_renames(repository: Repository, before: Revision, after: Revision) -> list[Removal]:
    """Return the files of *before* that have another path in *after*, as git finds them.

    It does not look at untracked files: of these, one with the same content is the renamed file.
    """
    gone = before.vault.stamps.keys() - after.vault.stamps.keys()
    new = after.vault.stamps.keys() - before.vault.stamps.keys()
    if not gone or not new:
        return []
    renames = [
        removal
        for removal in repository.renames(before.commit, after.commit)
        if removal.path in gone and removal.renamed in new
    ]
    if after.commit:
        return renames
    gone -= {removal.path for removal in renames}
    new -= {removal.renamed for removal in renames}
    return [*renames, *_untracked_renames(before, after.vault, sorted(gone), sorted(new))]


def _untracked_renames(
    before: Revision, after: Vault, gone: Iterable[str], new: Iterable[str]
) -> Iterator[Removal]:
    """Yield those of *gone* whose content is that of exactly one of *new*, and of no other gone."""
    paths: dict[str, list[str]] = {}
    for path in gone:
        if blob := before.blobs.get(path):
            paths.setdefault(blob, []).append(path)
    sizes = {before.vault.stamps[found[0]][2]: blob for blob, found in paths.items()}
    targets: dict[str, list[str]] = {}
    for path in new:
        size = after.stamps[path][2]
        if size > 0 and size in sizes:
            targets.setdefault(_hash(after.folder, path, sizes[size]), []).append(path)
    for blob, found in paths.items():
        renamed = targets.get(blob, ())
        if len(found) == len(renamed) == 1:
            yield Removal(found[0], renamed[0], 100)


def _read(
    folder: VaultFolder, files: Iterable[File], vault: Vault, known: Mapping[str, Note]
) -> Vault:
    """Read *files*, another state of *vault*, except the notes and canvases that are *known*."""
    return UnreadVault(folder, files, vault.flashcards).read_all(known)


def _not_in_git(
    vault: Vault,
    tree: Mapping[str, TreeEntry],
    index: Mapping[str, IndexEntry],
    repository: Repository,
) -> dict[str, FileStat]:
    """Return the files that git ignores, and those of submodules and behind symbolic links."""
    untracked = [path for path in vault.stamps if path not in index and path not in tree]
    if not untracked:
        return {}
    folders = (path for path, entry in tree.items() if entry.is_submodule or entry.is_link)
    beyond = tuple(f"{path}/" for path in folders)
    inside = {path for path in untracked if path.startswith(beyond)}
    others = [path for path in untracked if path not in inside]
    return {path: vault.stamps[path] for path in inside | repository.ignored(others)}


def _resolve_links(tree: Mapping[str, TreeEntry], repository: Repository) -> dict[str, str]:
    """Return the hashes of the files in *tree* by path, for a symbolic link that of its target.

    It is empty for a link that leads out of the vault; links to nothing or to a folder are left
    out, and so are submodules.
    """
    blobs = {path: entry.blob for path, entry in tree.items() if not entry.is_submodule}
    links = [path for path, entry in tree.items() if entry.is_link]
    sizes = repository.sizes(tree[path].blob for path in links)
    targets = {
        path: os.fsdecode(repository.read(blob)) if sizes[blob] <= _MAX_TARGET_SIZE else ""
        for path, blob in ((path, tree[path].blob) for path in links)
    }
    for link in links:
        path = link
        for _ in range(_MAX_LINKS):
            if path not in targets:
                break
            path = normpath(os.path.join(dirname(path), targets[path]))
        if path.startswith(("/", "../")) or path == "..":
            blobs[link] = ""
        elif path in blobs and path not in targets:
            blobs[link] = blobs[path]
        else:
            del blobs[link]
            targets.pop(link)
    return blobs


def _same_files(
    vault: Vault,
    blobs: Mapping[str, str],
    index: Mapping[str, IndexEntry],
    repository: Repository,
) -> set[str]:
    """Return the paths of the files on disk that have the hashes in *blobs*."""
    same, unsure = set(), []
    stamps = vault.stamps
    for path, blob in blobs.items():
        stamp, entry = stamps.get(path), index.get(path)
        if stamp is None:
            continue
        if not blob:
            if stamp == OUTSIDE:
                same.add(path)
        elif entry and entry.blob and _is_unchanged(stamp, entry):
            if entry.blob == blob:
                same.add(path)
        elif stamp[2] >= 0:
            unsure.append(path)
    sizes = repository.sizes(blobs[path] for path in unsure)
    for path in unsure:
        blob = blobs[path]
        if sizes[blob] == stamps[path][2] and _hash(vault.folder, path, blob) == blob:
            same.add(path)
    return same


def _is_unchanged(stamp: FileStat, entry: IndexEntry) -> bool:
    mtime, ctime, size = stamp
    # The index has 32 bits for a size.
    is_as_long = size & 0xFFFFFFFF == entry.size
    return mtime == entry.mtime and is_as_long and (ctime == entry.ctime or not _HAS_CTIME)


def _hash(folder: VaultFolder, path: str, like: str) -> str:
    """Return the hash that git gives to the file at *path*, of the kind of *like*.

    It is empty if the file cannot be read.
    https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
    """
    from hashlib import sha1, sha256

    try:
        descriptor, status = folder.opened(path)
    except OSError:
        return ""
    start = b"blob %d\0" % status.st_size
    digest = sha256(start) if len(like) == 64 else sha1(start, usedforsecurity=False)
    try:
        while chunk := os.read(descriptor, _CHUNK_SIZE):
            digest.update(chunk)
    except OSError:
        return ""
    finally:
        os.close(descriptor)
    return digest.hexdigest()


def _is_left_out(path: str, index: Mapping[str, IndexEntry], vault: Vault) -> bool:
    """Whether a sparse checkout leaves *path* out of the work tree, so that it was not removed."""
    entry = index.get(path)
    return entry is not None and entry.is_sparse and path not in vault.stamps


def _without_pointers(
    vault: Vault, changed: Mapping[str, str], sizes: Mapping[str, int], repository: Repository
) -> dict[str, str]:
    """Return *changed* without attachments of which git has only a pointer to their content.

    What they were cannot be compared, so they are taken as they are now.
    """
    return {
        path: blob
        for path, blob in changed.items()
        if path not in vault.attachments
        or sizes[blob] > _MAX_POINTER_SIZE
        or not find_placeholder(repository.read(blob))
    }
