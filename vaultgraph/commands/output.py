"""Where an answer goes: to standard output or to a file, but never over what the user wrote."""

import os
import sys
from collections.abc import Iterable

from vaultgraph.errors import UsageError
from vaultgraph.model import REPORT_PROPERTY

__all__ = ["is_inside", "wants_colour", "width", "write"]

_REPORT = f"---\n{REPORT_PROPERTY}:".encode()
_OURS = (".html", ".json", ".txt")


def write(
    content: str | bytes | Iterable[str], output: str = "", vault: str = "", option: str = "-o"
) -> None:
    """Write *content* to the file *output*; text also to standard output, empty or `-`.

    Raises UsageError if the file, named by *option*, cannot be written, or is part of the vault
    at *vault*.
    """
    pieces = [content] if isinstance(content, str) else content
    if output in {"", "-"} and not isinstance(pieces, bytes):
        sys.stdout.writelines(pieces)
        return
    if _belongs_to_user(output, vault):
        raise UsageError(
            f"{output} is part of your vault", hint=f"choose another file with {option}"
        )
    try:
        with open(output, "wb") as file:
            if isinstance(pieces, bytes):
                file.write(pieces)
            else:
                file.writelines(piece.encode(errors="replace") for piece in pieces)
    except FileNotFoundError as error:
        raise UsageError(
            f"cannot write {output}: there is no folder {os.path.dirname(output)}",
            hint=f"create it first, or choose another file with {option}",
        ) from error
    except OSError as error:
        raise UsageError(
            f"cannot write {output}: {error.strerror}", hint=f"choose another file with {option}"
        ) from error


def is_inside(path: str, vault: str) -> bool:
    """Whether *path* lies in the folder *vault*."""
    inner, outer = os.path.realpath(path), os.path.realpath(vault)
    return inner.startswith(outer.rstrip(os.sep) + os.sep) or inner == outer


def _belongs_to_user(output: str, vault: str) -> bool:
    """Whether *output* is a setting or an existing file of *vault* that we cannot have written."""
    if not vault or not is_inside(output, vault):
        return False
    inside = os.path.relpath(os.path.realpath(output), os.path.realpath(vault))
    hidden = any(
        part.startswith(".") and not part.startswith(".vaultgraph") for part in inside.split(os.sep)
    )
    if hidden or not os.path.exists(output):
        return hidden
    return not output.lower().endswith(_OURS) and not _is_report(output)


def _is_report(file_path: str) -> bool:
    """Whether the note at *file_path* is a report that we wrote before."""
    with open(file_path, "rb") as file:
        return file.read(len(_REPORT)) == _REPORT


def width(output: str) -> int:
    """How many columns a line may take: those of the terminal; 0 for as many as it needs."""
    if output or not sys.stdout.isatty():
        return 0
    from shutil import get_terminal_size

    return get_terminal_size().columns


def wants_colour(choice: str, output: str) -> bool:
    """Whether to print in colour: *choice* is auto, always or never; a file *output* gets none."""
    if choice != "auto":
        return choice == "always"
    if output or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
