"""The location of the user's cache folder on this system."""

import os
import sys

__all__ = ["cache_folder"]


def cache_folder() -> str:
    """Return our folder in the user's cache folder, the same that `platformdirs` would return.

    Empty if the user has no absolute home directory: nothing is written to the current folder.
    Importing `platformdirs` would take as long as the whole command on a small vault.
    """
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        folder = os.path.join(local, "vaultgraph", "Cache")
    elif sys.platform == "darwin":
        folder = os.path.join(home, "Library", "Caches", "vaultgraph")
    else:
        chosen = os.environ.get("XDG_CACHE_HOME", "")
        folder = os.path.join(chosen if os.path.isabs(chosen) else f"{home}/.cache", "vaultgraph")
    return folder if os.path.isabs(folder) else ""
