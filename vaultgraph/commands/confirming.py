"""Ask before something is changed."""

import sys

from vaultgraph.errors import UsageError
from vaultgraph.languages import Language
from vaultgraph.messages import say
from vaultgraph.printing import safe

__all__ = ["is_confirmed"]

_YES = say("yes")


def is_confirmed(language: Language, *, yes: bool) -> bool:
    """Whether the user says *yes* to what was shown, on a terminal or with the option.

    Raises UsageError where nobody can be asked.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise UsageError(say("nobody can be asked here"), hint=say("add --yes to do it"))
    word = language.say(_YES)
    question = language.say(say("Do it? [{yes}/N] ", yes=word[0]))
    print(safe(question), end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip().casefold()
    return answer in {word.casefold(), word[0].casefold(), "y", "yes"}
