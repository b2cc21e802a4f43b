"""Which vault is meant on the command line, and which part of it.

A word is a folder, a file, or the name of a vault that Obsidian knows; no word at all means the
vault around the current folder.  Where no vault is marked, a folder is one, and a file belongs to
the current folder.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from vaultgraph.errors import UsageError, VaultError
from vaultgraph.files import is_within
from vaultgraph.messages import Message, any_of, did_you_mean, say
from vaultgraph.reading import find_marked_vault, find_vault, vault_marks

__all__ = ["Place", "find_place", "find_places", "folder_here", "relative_path"]


class Place(NamedTuple):
    """The folder `root` of a vault, and the files and folders in it that were named, as `parts`.

    Without parts the whole vault was.  `remark` says how it was chosen, if that is not obvious.
    `evidence` are the paths that this depends on: where a vault could be, and Obsidian's list.
    """

    root: str
    parts: tuple[str, ...] = ()
    remark: Message | str = ""
    evidence: tuple[str, ...] = ()


def find_place(vault: str) -> Place:
    """Return the place of *vault*; if empty, of the vault around the current folder.

    A folder in a vault is a vault of its own, with a remark.  Raises UsageError if Obsidian knows
    several vaults of this name, VaultError if it knows others with similar names.
    """
    if not vault:
        root = find_vault(os.curdir)
        return Place(root, (), _chosen(root), tuple(vault_marks(os.curdir)))
    if not os.path.lexists(vault):
        return _listed_place(vault)
    around = find_vault(vault) if os.path.isdir(vault) else vault
    evidence = tuple(vault_marks(vault))
    if os.path.realpath(around) == os.path.realpath(vault):
        return Place(vault, (), "", evidence)
    remark = say(
        "note: {vault} is part of the vault {around}; "
        "links to notes outside it will be reported as broken",
        vault=vault,
        around=around,
    )
    return Place(vault, (), remark, evidence)


def find_places(paths: Sequence[str]) -> Place:
    """Return the vault of *paths*, and these as its parts unless one is the vault itself.

    What does not exist may be the name of a note.  Raises UsageError if they are in different
    vaults, and what `find_place` raises.
    """
    places = _joined([_narrowed(path) for path in paths or [""]])
    missing = [place for place in places if not os.path.isdir(place.root)]
    first = (missing or places)[0]
    if missing:
        return first  # reading it raises the error that says so
    other = next((place for place in places if not _is_same(place.root, first.root)), None)
    if other:
        message = say(
            "{vault} and {other} are different vaults", vault=first.root, other=other.root
        )
        raise UsageError(message, hint=say("check one after the other"))
    evidence = tuple(path for place in places for path in place.evidence)
    if not all(place.parts for place in places):
        return first._replace(parts=(), evidence=evidence)
    parts = tuple(part for place in places for part in place.parts)
    remark = first.remark if all(map(os.path.lexists, parts)) else ""  # an error may follow
    return first._replace(parts=parts, remark=remark, evidence=evidence)


def _joined(places: Sequence[Place]) -> list[Place]:
    """Return *places*, with unmarked folders in another place's vault as parts of that."""
    roots = sorted({place.root for place in places if os.path.isdir(place.root)}, key=len)
    joined = []
    for place in places:
        around = next((root for root in roots if is_within(place.root, root)), "")
        is_part = around and not (_is_same(place.root, around) or find_marked_vault(place.root))
        parts = place.parts or (os.path.abspath(place.root),)
        joined.append(place._replace(root=around, parts=parts) if is_part else place)
    return joined


def relative_path(path: str, folder: str) -> str:
    """Return *path*, relative to *folder* and with `/`; the whole *path* if on another drive."""
    with suppress(ValueError):
        path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def folder_here(root: str) -> str:
    """Return the path from the current folder to *root*, empty if they are the same."""
    return "" if _is_same(root, os.curdir) else relative_path(root, os.curdir)


def _narrowed(path: str) -> Place:
    """Return the place of *path*: if it is in a vault, that with *path* as its part."""
    is_file = os.path.isfile(path)
    if not is_file and not os.path.isdir(path):
        return _named(path)
    folder = os.path.dirname(path) if is_file else path
    evidence = (path, *vault_marks(folder))
    root = find_marked_vault(folder)
    if not root and is_file:
        root = os.curdir if is_within(path, os.curdir) else folder
    if not root or _is_same(root, path):
        return Place(path, (), "" if root else _unmarked(path), evidence)
    return Place(root, (os.path.abspath(path),), _chosen(root), evidence)


def _named(word: str) -> Place:
    """Return the place of *word*, where no file is: a vault of this name, or a note in this one."""
    root = find_marked_vault(os.curdir)
    if not word or not root:
        return find_place(word)
    with suppress(VaultError):  # which says what is called like it
        place = find_place(word)
        if os.path.isdir(place.root):
            return place
    return Place(root, (word,), "", (word, *vault_marks(os.curdir)))


def _unmarked(folder: str) -> Message | str:
    """Return a remark if *folder*, taken for a vault, may rather be a part of one."""
    around = os.path.dirname(os.path.abspath(folder))
    if not (_has_notes(folder) and _has_notes(around)):
        return ""
    return say(
        "note: {folder} is taken for a vault, as nothing marks a larger one; "
        "vaultgraph init {around} does",
        folder=folder,
        around=around,
    )


def _has_notes(folder: str) -> bool:
    with suppress(OSError):
        return any(name.lower().endswith(".md") for name in os.listdir(folder))
    return False


def _is_same(path: str, other: str) -> bool:
    return os.path.realpath(path) == os.path.realpath(other)


def _chosen(root: str) -> Message:
    return say("vault: {root}", root=os.path.abspath(root))


def _listed_place(name: str) -> Place:
    """Return the place of the vault that Obsidian knows by *name*; else *name* itself."""
    from vaultgraph.reading.vault_list import list_files, listed_vaults, vault_key  # rarely needed

    evidence = (name, *list_files())
    vaults = {} if os.path.dirname(name) else listed_vaults()
    folders = vaults.get(vault_key(name), [])
    if len(folders) > 1:
        hint = say("give its path: {folders}", folders=any_of(folders))
        raise UsageError(say("Obsidian knows several vaults called {name}", name=name), hint=hint)
    if folders:
        return Place(folders[0], (), _chosen(folders[0]), evidence)
    names = [os.path.basename(path) for paths in vaults.values() for path in paths]
    if similar := _similar(name, names):
        raise VaultError(say("no vault at {root}", root=name), hint=did_you_mean(similar))
    return Place(name, (), "", evidence)


def _similar(name: str, vaults: Sequence[str]) -> list[str]:
    """Return what is called like *name* in its folder or among the known *vaults*."""
    from difflib import get_close_matches

    folder, wanted = os.path.split(name)
    with suppress(OSError):
        vaults = [*vaults, *os.listdir(folder or os.curdir)]
    return [os.path.join(folder, close) for close in get_close_matches(wanted, vaults)]
