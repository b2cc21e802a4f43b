"""Where programs of this system keep what they can make anew."""

import os
import sys

__all__ = ["cache_folder"]


def cache_folder() -> str:
    """Our folder in the user's cache folder: the one that `platformdirs` would name.

    That library alone takes as long to import as a small vault to answer for.
    """
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(local, "vaultgraph", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "vaultgraph")
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(chosen if os.path.isabs(chosen) else f"{home}/.cache", "vaultgraph")
