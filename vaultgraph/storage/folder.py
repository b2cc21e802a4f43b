"""The locations of our folders on this system."""

import os
import sys

__all__ = ["cache_folder", "changes_folder", "is_interrupted", "state_folder"]

UNFINISHED = "unfinished"
"""The name of the mark that a change of the vault is under way."""


def cache_folder() -> str:
    """Return our folder in the user's cache folder, the same that `platformdirs` would return.

    Empty if the user has no absolute home directory: nothing is written to the current folder.
    Importing `platformdirs` would take as long as the whole command on a small vault.
    """
    return _folder("Cache", "Caches", "XDG_CACHE_HOME", ".cache")


def state_folder() -> str:
    """Return our folder for what must not be lost while it is needed, likewise."""
    return _folder("State", "Application Support", "XDG_STATE_HOME", ".local/state")


def _folder(on_windows: str, on_macos: str, variable: str, elsewhere: str) -> str:
    """Return our folder of a kind, by the names that this kind has on each system."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        folder = os.path.join(local, "vaultgraph", on_windows)
    elif sys.platform == "darwin":
        folder = os.path.join(home, "Library", on_macos, "vaultgraph")
    else:
        chosen = os.environ.get(variable, "")
        start = chosen if os.path.isabs(chosen) else f"{home}/{elsewhere}"
        folder = os.path.join(start, "vaultgraph")
    return folder if os.path.isabs(folder) else ""


def changes_folder(root: str) -> str:
    """Return the folder of the journal of changes to the vault at *root*; empty as `state_folder`.

    It has the name of a hash of the path, which may be longer than a name can be.
    """
    from hashlib import sha256

    state, real = state_folder(), os.path.realpath(root)
    name = sha256(os.fsencode(real)).hexdigest()[:16]
    return os.path.join(state, "changes", name) if state else ""


def is_interrupted(root: str) -> bool:
    """Whether a change of the vault at *root* is under way, or was interrupted."""
    folder = changes_folder(root)
    return bool(folder) and os.path.lexists(os.path.join(folder, UNFINISHED))
