"""What stops a run; what is wrong inside a vault is never an exception but a diagnostic."""

__all__ = ["AnkiError", "CacheError", "UsageError", "VaultError", "VaultGraphError"]


class VaultGraphError(Exception):
    """Stops the run: the command line prints it with its hint and exits with 2."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    @property
    def lines(self) -> str:
        """What to print: the error, and below it the hint, whatever names they hold."""
        error, hint = (text.replace("\n", " ") for text in (str(self), self.hint))
        return f"error: {error}" + (f"\nhint: {hint}" if hint else "")


class VaultError(VaultGraphError):
    """The vault cannot be read."""


class UsageError(VaultGraphError):
    """The call asks for something that does not exist."""


class AnkiError(VaultGraphError):
    """The collection of Anki cannot be read."""


class CacheError(VaultGraphError):
    """What is known from earlier runs is not what is there: a fault of ours."""
