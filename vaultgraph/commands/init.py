"""The `init` command."""

import os
import sys

from vaultgraph.commands.opening import locate
from vaultgraph.errors import UsageError, VaultError
from vaultgraph.languages import choose_language, load_help
from vaultgraph.linting.starter import starter
from vaultgraph.messages import reason_of, say
from vaultgraph.replacing import replace_file
from vaultgraph.settings import SETTINGS_NAME

__all__ = ["init"]


def init(vault: str = "", *, lang: str = "auto") -> int:
    """Write a settings file for the vault that explains every setting and changes none.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        lang: language of the explanations (default: the system's)
    """
    language = choose_language(lang)
    root = locate(vault, language)
    if not os.path.isdir(root):
        raise VaultError(
            say("no vault at {root}", root=root), hint=say("pass the folder that holds your notes")
        )
    file_path = os.path.join(root, SETTINGS_NAME)
    if os.path.lexists(file_path):
        hint = say("edit it; lint --show-config shows the effective settings")
        raise UsageError(say("{file_path} already exists", file_path=file_path), hint=hint)
    try:
        replace_file(file_path, [starter(load_help(language)).encode()])
    except OSError as error:
        raise UsageError(
            say("cannot write {file_path}: {reason}", file_path=file_path, reason=reason_of(error))
        ) from error
    remark = say(
        "{file}: every line is a comment, take away the # of what you want", file=file_path
    )
    print(language.say(remark), file=sys.stderr)
    return 0
