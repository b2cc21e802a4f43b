"""What every command begins with."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from vaultgraph.graph import VaultGraph
from vaultgraph.reading import find_vault, read_vault

__all__ = ["open_vault", "wants_colour", "write"]


def open_vault(vault: str) -> VaultGraph:
    """The graph of *vault*; if empty, of the vault that holds the current folder, and say which.

    Raises VaultError if it cannot be read.
    """
    if not vault:
        vault = find_vault(os.curdir)
        print(f"vault: {os.path.abspath(vault)}", file=sys.stderr)
    with _patience(f"reading {vault} …"):
        return VaultGraph(read_vault(vault))


@contextmanager
def _patience(message: str) -> Iterator[None]:
    """Say *message* on a terminal if the work takes longer than a second."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    timer = Timer(1, lambda: print(message, end="\r", file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if timer.finished.is_set() and not timer.is_alive():
            print(" " * len(message), end="\r", file=sys.stderr)


def wants_colour(choice: str, output: str) -> bool:
    """Whether to print in colour: *choice* is auto, always or never; a file *output* gets none."""
    if choice != "auto":
        return choice == "always"
    return not output and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write(text: str, output: str) -> None:
    """Write *text* to the file *output*, or to standard output if that is empty.

    Raises UsageError if the file cannot be written.
    """
    if not output:
        sys.stdout.write(text)
        return
    try:
        with open(output, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        from vaultgraph.errors import UsageError

        raise UsageError(
            f"cannot write {output}: {error.strerror}", hint="choose another file with -o"
        ) from error
