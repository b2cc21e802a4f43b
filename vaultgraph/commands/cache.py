"""The `cache` command."""

from vaultgraph.commands.output import write
from vaultgraph.errors import UsageError
from vaultgraph.messages import say
from vaultgraph.reports.counts import counted
from vaultgraph.storage.folder import cache_folder
from vaultgraph.storage.store import clear, file_sizes

__all__ = ["cache"]

_MEGABYTE = 1_000_000


def cache(action: str = "info") -> int:
    """Show or clear the cache; it is rebuilt when needed.

    Options:
        action: info (default) or clear
    """
    if action not in {"info", "clear"}:
        raise UsageError(
            say("unknown cache action: {action}", action=action), hint=say("write info or clear")
        )
    sizes = file_sizes()
    amount = f"{counted(len(sizes), 'file')}, {sum(sizes) / _MEGABYTE:.1f} MB"
    if action == "clear":
        try:
            clear()
        except OSError as error:
            hint = say("delete what is left of it yourself")
            raise UsageError(
                say(
                    "cannot clear {filename}: {reason}",
                    filename=error.filename,
                    reason=error.strerror,
                ),
                hint=hint,
            ) from error
    folder = cache_folder() or "no folder, for there is no home"
    write(f"{folder}: {amount}{' deleted' * (action == 'clear')}\n")
    return 0
