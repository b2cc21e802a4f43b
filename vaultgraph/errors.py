"""Exceptions that stop a run; a problem inside a vault is a diagnostic, never an exception."""

from __future__ import annotations

from vaultgraph.messages import say

TYPE_CHECKING = False  # importing `collections` would take longer than this module
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["AnkiError", "CacheError", "UsageError", "VaultError", "VaultGraphError"]


_ERROR, _HINT = say("error"), say("hint")


class VaultGraphError(Exception):
    """Stops the run; the command line prints it with its hint and exits with 2."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def lines(self, say: Callable[[str], str] = str) -> str:
        """Return the text to print: the error and the hint, each on one line.

        *say* translates a message to the user's language.
        """
        error, hint = (say(text).replace("\n", " ") for text in (self.message, self.hint))
        lines = f"{say(_ERROR)}: {error}"
        return f"{lines}\n{say(_HINT)}: {hint}" if hint else lines


class VaultError(VaultGraphError):
    """The vault cannot be read."""


class UsageError(VaultGraphError):
    """An argument, option or setting is invalid, or names something that does not exist."""


class AnkiError(VaultGraphError):
    """The Anki collection cannot be read."""


class CacheError(VaultGraphError):
    """The cache gives a different result than a run without it, which is a bug."""
