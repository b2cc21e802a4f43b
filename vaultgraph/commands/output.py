"""Write output to standard output or a file, but never overwrite what the user wrote."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from vaultgraph.cache.output import CommandOutput
from vaultgraph.errors import UsageError
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import join, reason_of, say
from vaultgraph.model import REPORT_PROPERTY
from vaultgraph.printing import TEXT, encoded, print_bytes
from vaultgraph.settings import SETTINGS_NAME

if TYPE_CHECKING:
    from vaultgraph.commands.opening import Opened

__all__ = [
    "append",
    "as_bytes",
    "as_output",
    "format_of_file",
    "is_coloured",
    "is_inside",
    "refuse_users_file",
    "text_of_earlier",
    "width",
    "write",
]

_REPORT = f"---\n{REPORT_PROPERTY}:".encode()
_OURS = lazy_re(
    rb'<!DOCTYPE html>.*content="vaultgraph"|\{\s*"schema": "vaultgraph-'
    rb'|\{\s*"\$schema": "[^"]*sarif.*"name": "vaultgraph"'
    rb'|\[\n(\n\]\n\Z|\{"engine_name": "vaultgraph")',
    re.DOTALL,
)
"""The first bytes of our HTML pages, JSON, SARIF and Code Quality files."""
_HEAD = 4096
_SQLITE = b"SQLite format 3\0"
_PLAIN = ("", ".txt", ".log")


def format_of_file(output: str, by_extension: Mapping[str, str], usual: str = "text") -> str:
    """Return the format for the file *output* by its extension, the *usual* one if that is plain.

    Raises UsageError for an extension of no format.
    """
    extension = os.path.splitext(output)[1].lower()
    if extension in by_extension:
        return by_extension[extension]
    if extension in _PLAIN:
        return usual
    names = join(", ", [*by_extension, ".txt"] if usual == "text" else [*by_extension])
    raise UsageError(
        say("no format ends in {extension}", extension=extension),
        hint=say("end the name in {names}, or name a format with --format", names=names),
    )


def write(
    content: str | Iterable[str] | Iterable[bytes],
    output: str = "",
    vault: str = "",
    option: str = "-o",
    *,
    form: str = TEXT,
) -> None:
    """Write *content* to the file *output*; print it if *output* is empty or `-`.

    Text is encoded in this *form* of `printing`, bytes are written unchanged.

    Raises UsageError, with a hint at *option*, if the file cannot be written or is part of the
    vault at *vault*.
    """
    pieces = [content] if isinstance(content, str) else content
    if output in {"", "-"}:
        print_bytes(as_bytes(pieces, form, sys.stdout.encoding))
        return
    refuse_users_file(output, vault, option)
    from vaultgraph.replacing import replace_file

    try:
        replace_file(output, as_bytes(pieces, form))
    except FileNotFoundError as error:
        raise UsageError(
            say(
                "cannot write {output}: there is no folder {value}",
                output=output,
                value=os.path.dirname(output),
            ),
            hint=say("create it first, or choose another file with {option}", option=option),
        ) from error
    except OSError as error:
        raise UsageError(
            say("cannot write {output}: {reason}", output=output, reason=reason_of(error)),
            hint=say("choose another file with {option}", option=option),
        ) from error


def append(text: str, file: str, vault: str, option: str) -> None:
    """Append *text*, as UTF-8, to *file*, the value of *option*.

    Raises UsageError if it is a link, cannot be written, or is part of the vault at *vault*.
    """
    refuse_users_file(file, vault, option)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(os.open(file, flags | getattr(os, "O_BINARY", 0), 0o666), "ab") as stream:
            stream.writelines(encoded([text], TEXT))
    except OSError as error:
        raise UsageError(
            say("cannot write {output}: {reason}", output=file, reason=reason_of(error)),
            hint=say("choose another file with {option}", option=option),
        ) from error


def as_output(text: str, opened: "Opened", form: str = TEXT, code: int = 0) -> CommandOutput:
    """Return *text*, in this *form*, as output that depends on the vault *opened*."""
    stdout = as_bytes([text], form, sys.stdout.encoding)
    dependencies = None if opened.graph.vault.is_partial else opened.dependencies
    return CommandOutput(
        stdout, opened.printed, code, printed=opened.printed, dependencies=dependencies
    )


def refuse_users_file(output: str, vault: str, option: str = "-o") -> None:
    """Raise UsageError if *output*, the value of *option*, is part of the vault at *vault*.

    Likewise if it is an Anki collection: next to `--anki`, its name is easily given twice.
    """
    if _is_collection(output):
        raise UsageError(
            say("{output} is an Anki collection", output=output),
            hint=say("choose another file with {option}", option=option),
        )
    if _belongs_to_user(output, vault):
        raise UsageError(
            say("{output} is part of your vault", output=output),
            hint=say("choose another file with {option}", option=option),
        )


def refuse_other_file(output: str) -> None:
    """Raise UsageError if the default file *output* exists and was not written by us."""
    if os.path.lexists(output) and not _is_ours(output):
        hint = say("choose another file with -o, or name this one if you mean it")
        raise UsageError(say("{output} already exists", output=output), hint=hint)


def text_of_earlier(file: str, most: int) -> str:
    """Return the text of *file*, which is about to be replaced.

    It is empty if there is none, it cannot be read, or has more than *most* bytes.
    """
    try:
        if not os.path.isfile(file) or os.path.getsize(file) > most:
            return ""
        with open(file, encoding="utf-8", errors="replace") as text:
            return text.read()
    except OSError:
        return ""


def as_bytes(
    pieces: Iterable[str] | Iterable[bytes], form: str, encoding: str = "utf-8"
) -> Iterator[bytes]:
    """Yield *pieces* as bytes; text is encoded in this *form*."""
    for piece in pieces:
        yield from encoded([piece], form, encoding) if isinstance(piece, str) else [piece]


def is_inside(path: str, vault: str) -> bool:
    """Whether *path* is in the folder *vault*."""
    return _components_below(path, vault) is not None


def _components_below(path: str, vault: str) -> list[str] | None:
    """Return the path components from the folder *vault* to *path*; None if it is not in it.

    Folders are compared by inode, not by spelling: many file systems ignore case.
    """
    names: list[str] = []
    here = os.path.realpath(path)
    try:
        outer = os.stat(vault)
    except OSError:
        return None
    while True:
        with suppress(OSError):
            if os.path.samestat(os.stat(here), outer):
                return names[::-1]
        above, name = os.path.split(here)
        if above == here:
            return None
        names.append(name)
        here = above


def _belongs_to_user(output: str, vault: str) -> bool:
    """Whether *output* is a settings file, or an existing file of *vault* not written by us."""
    names = _components_below(output, vault) if vault else None
    if names is None:
        return False
    ours = (name.startswith(".vaultgraph") and name != SETTINGS_NAME for name in names)
    hidden = any(name[0] == "." and not is_ours for name, is_ours in zip(names, ours, strict=True))
    if hidden or not os.path.lexists(output):
        return hidden
    return not _is_ours(output)


def _is_collection(file_path: str) -> bool:
    """Whether the file at *file_path* is an SQLite database, or a package of a collection."""
    if not os.path.isfile(file_path):
        return False
    with suppress(OSError), open(file_path, "rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE or file_path.lower().endswith(".colpkg")
    return False


def _is_ours(file_path: str) -> bool:
    """Whether the first bytes of the file at *file_path* show that we wrote it."""
    if os.path.islink(file_path) or not os.path.isfile(file_path):
        return False
    with open(file_path, "rb") as file:
        head = file.read(_HEAD)
    is_note = file_path.lower().endswith(".md")  # a note may quote any such text
    return head.startswith(_REPORT) or (not is_note and _OURS.match(head) is not None)


def width(output: str) -> int:
    """Return the width of the terminal in columns; 0 for unlimited (a file or a pipe)."""
    if output or not sys.stdout.isatty():
        return 0
    from shutil import get_terminal_size

    return get_terminal_size().columns


def is_coloured(choice: str, output: str) -> bool:
    """Whether to print in colour.

    *choice* is auto, always or never; auto means not to a file *output*, else according to
    `NO_COLOR`, `FORCE_COLOR` and the terminal.
    """
    if choice != "auto":
        return choice == "always"
    if output or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
