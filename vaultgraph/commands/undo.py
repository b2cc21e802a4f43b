"""The `undo` command."""

import sys

from vaultgraph.commands.confirming import is_confirmed
from vaultgraph.commands.opening import locate
from vaultgraph.errors import UsageError
from vaultgraph.languages import choose_language
from vaultgraph.messages import say

__all__ = ["undo"]


def undo(vault: str = "", *, list: bool = False, yes: bool = False, lang: str = "auto") -> int:  # noqa: A002
    """Undo the last change that vaultgraph made to the vault, after showing it.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        list: list the changes that can be undone, the newest first
        yes: do not ask
        lang: language of the output (default: the system's)
    """
    from vaultgraph import changing
    from vaultgraph.reports import change_text

    language = choose_language(lang)
    root = locate(vault, language)
    records = changing.list_changes(root)
    if list:
        print(change_text.render_list(records, language), end="")
        return 0
    if not records:
        raise UsageError(say("there is nothing to undo in this vault"))
    print(change_text.render_undoing(records[0], language), end="")
    if not is_confirmed(language, yes=yes):
        print(language.say(say("nothing was changed")), file=sys.stderr)
        return 1
    changing.undo(root)
    print(language.say(say("undone: {title}", title=records[0].change.title)), file=sys.stderr)
    return 0
