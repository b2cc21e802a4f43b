"""What stops a run; what is wrong inside a vault is never an exception but a diagnostic."""

from __future__ import annotations

from vaultgraph.messages import say

TYPE_CHECKING = False  # `collections` would cost more than this
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["AnkiError", "CacheError", "UsageError", "VaultError", "VaultGraphError"]


_ERROR, _HINT = say("error"), say("hint")


class VaultGraphError(Exception):
    """Stops the run: the command line prints it with its hint and exits with 2."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def lines(self, say: Callable[[str], str] = str) -> str:
        """What to print: the error, and the hint below it, each on one line.

        *say* turns a message into a sentence of the user's language.
        """
        error, hint = (say(text).replace("\n", " ") for text in (self.message, self.hint))
        lines = f"{say(_ERROR)}: {error}"
        return f"{lines}\n{say(_HINT)}: {hint}" if hint else lines


class VaultError(VaultGraphError):
    """The vault cannot be read."""


class UsageError(VaultGraphError):
    """The call asks for something that does not exist."""


class AnkiError(VaultGraphError):
    """The collection of Anki cannot be read."""


class CacheError(VaultGraphError):
    """What is known from earlier runs is not what is there: a fault of ours."""
