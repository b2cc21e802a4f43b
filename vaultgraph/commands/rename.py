"""The commands `rename` and `move`."""

import sys
from posixpath import basename, dirname, splitext

from vaultgraph.commands.confirming import is_confirmed
from vaultgraph.commands.naming import open_vault_of, path_of
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language, choose_language
from vaultgraph.messages import Message, say

__all__ = ["move", "rename"]

_FORBIDDEN = '[]#^|\\:*?"<>'
"""What Obsidian refuses in a name, since a link or another system could not hold it."""


def rename(
    file: str,
    name: str,
    *,
    vault: str = "",
    diff: bool = False,
    yes: bool = False,
    lang: str = "auto",
) -> int:
    """Rename a note, another file or a folder; every link to it still leads there.

    Options:
        file: the note, named as in a link, or a file or folder of the vault
        name: its new name; what a file's name ends with may be left out
        vault: folder that contains the notes (default: the vault around the file or current folder)
        diff: only print what would be changed
        yes: do not ask
        lang: language of the output (default: the system's)
    """
    language = choose_language(lang)
    graph = open_vault_of(file, vault, language=language).graph
    path = _place(file, graph)
    _check_name(name)
    target = f"{dirname(path)}/{_with_ending(name, path, graph)}".lstrip("/")
    return _carry_out(graph, path, target, language, only_diff=diff, yes=yes)


def move(
    file: str,
    folder: str,
    *,
    vault: str = "",
    diff: bool = False,
    yes: bool = False,
    lang: str = "auto",
) -> int:
    """Move a note, another file or a folder to another folder; every link to it still leads there.

    Options:
        file: the note, named as in a link, or a file or folder of the vault
        folder: the folder of the vault to move it to; / is the vault itself
        vault: folder that contains the notes (default: the vault around the file or current folder)
        diff: only print what would be changed
        yes: do not ask
        lang: language of the output (default: the system's)
    """
    language = choose_language(lang)
    graph = open_vault_of(file, vault, language=language).graph
    path = _place(file, graph)
    for part in folder.strip("/").split("/"):
        if part:
            _check_name(part)
    target = f"{folder.strip('/')}/{basename(path)}".lstrip("/")
    return _carry_out(graph, path, target, language, only_diff=diff, yes=yes)


def _place(file: str, graph: VaultGraph) -> str:
    """Return the path of the note, file or folder *file* in the vault."""
    folder = file.strip("/")
    if folder and any(path.startswith(f"{folder}/") for path in graph.vault.paths):
        return folder
    return path_of(file, graph)


def _with_ending(name: str, path: str, graph: VaultGraph) -> str:
    """Return *name* with the extension of the file at *path*, unless it has that already."""
    extension = splitext(path)[1] if path in {*graph.vault.paths} else ""
    return name if name.lower().endswith(extension.lower()) else name + extension


def _check_name(name: str) -> None:
    bad = next((char for char in name if char in _FORBIDDEN or not char.isprintable()), "")
    if bad or not name.strip() or name.startswith(".") or name != name.strip() or "/" in name:
        hint = say("choose one without {characters}", characters=f"/ {' '.join(_FORBIDDEN)}")
        raise UsageError(say("{name} cannot be a name in a vault", name=name), hint=hint)


def _carry_out(
    graph: VaultGraph, path: str, target: str, language: Language, *, only_diff: bool, yes: bool
) -> int:
    from vaultgraph import changing
    from vaultgraph.reports import change_text

    if path == target:
        raise UsageError(say("{path} is there already", path=path))
    title = f"rename {path} to {target}"
    plan = changing.plan_rename(graph, path, target, title)
    if only_diff:
        print(change_text.render_diff(plan.change), end="")
        return 1
    print(change_text.render_renaming(plan, language), end="")
    if not is_confirmed(language, yes=yes):
        _remark(say("nothing was changed"), language)
        return 1
    changing.carry_out(graph.vault.root, plan.change)
    _remark(say("done; {command} takes it back", command="vaultgraph undo"), language)
    return 0


def _remark(message: Message, language: Language) -> None:
    print(language.say(message), file=sys.stderr)
