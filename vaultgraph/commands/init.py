"""The command `init`."""

import os
import sys

from vaultgraph.commands.opening import locate
from vaultgraph.errors import UsageError, VaultError
from vaultgraph.linting.starter import starter
from vaultgraph.replacing import replace_file
from vaultgraph.settings import SETTINGS_NAME

__all__ = ["init"]


def init(vault: str = "") -> int:
    """Write a settings file for the vault, with every setting explained and none changed.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
    """
    root = locate(vault)
    if not os.path.isdir(root):
        raise VaultError(f"no vault at {root}", hint="pass the folder that holds your notes")
    file_path = os.path.join(root, SETTINGS_NAME)
    if os.path.lexists(file_path):
        hint = "edit it; lint --show-config says what is in force"
        raise UsageError(f"there is a {file_path} already", hint=hint)
    try:
        replace_file(file_path, [starter().encode()])
    except OSError as error:
        raise UsageError(f"cannot write {file_path}: {error.strerror}") from error
    print(
        f"{file_path}: every line is a comment, take away the # of what you want", file=sys.stderr
    )
    return 0
