"""The vaults that Obsidian knows: its list of every vault that was opened on this machine.

Obsidian keeps the list in `obsidian.json` in its folder of settings, as
`{"vaults": {"<random id>": {"path": "/home/ana/Notes", "ts": 1732896000000, "open": true}}}`; the
name that it shows for a vault is that of its folder.
"""

import json
import os
import sys
from collections.abc import Iterator
from unicodedata import normalize

from vaultgraph.files import MAX_SETTINGS_BYTES, read_file

__all__ = ["list_files", "listed_vaults", "vault_key"]


def list_files() -> Iterator[str]:
    """Yield the paths where the list may be: those of the usual packages of Obsidian."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        folders = [os.environ.get("APPDATA", "")]
    elif sys.platform == "darwin":
        folders = [os.path.join(home, "Library", "Application Support")]
    else:
        folders = [
            os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config"),
            os.path.join(home, ".var", "app", "md.obsidian.Obsidian", "config"),  # Flatpak
            os.path.join(home, "snap", "obsidian", "current", ".config"),
        ]
    yield from (os.path.join(folder, "obsidian", "obsidian.json") for folder in folders if folder)


def listed_vaults() -> dict[str, list[str]]:
    """Return the folders of the vaults in the list that still exist, by `vault_key` of their name.

    A list that is missing, damaged or of another form is empty.
    """
    vaults: dict[str, list[str]] = {}
    for file in list_files():
        for folder in filter(os.path.isdir, _folders(file)):
            folders = vaults.setdefault(vault_key(os.path.basename(folder)), [])
            if folder not in folders:
                folders.append(folder)
    return vaults


def vault_key(name: str) -> str:
    """Return *name* as it is compared: however it is capitalized and its accents are composed."""
    return normalize("NFC", name).casefold()


def _folders(file: str) -> Iterator[str]:
    try:
        listed = json.loads(read_file(file, MAX_SETTINGS_BYTES))
    except (OSError, ValueError, RecursionError):
        return
    vaults = listed.get("vaults") if isinstance(listed, dict) else None
    for vault in vaults.values() if isinstance(vaults, dict) else ():
        path = vault.get("path") if isinstance(vault, dict) else None
        if isinstance(path, str) and os.path.isabs(path) and "\0" not in path:
            yield os.path.normpath(path)
