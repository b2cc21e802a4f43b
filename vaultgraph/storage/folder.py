"""Where programs of this system keep what they can make anew."""

import os
import sys

__all__ = ["cache_folder"]


def cache_folder() -> str:
    """Our folder in the user's cache folder: the one that `platformdirs` would name.

    It is empty where the user has no home that is a place: nothing is kept in the current folder.
    That library alone takes as long to import as a small vault to answer for.
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
