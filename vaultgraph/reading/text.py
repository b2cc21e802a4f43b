"""Decode the bytes of a file as UTF-8, as Obsidian does."""

from codecs import register_error

from vaultgraph.files import MAX_NOTE_BYTES, MAX_SETTINGS_BYTES, VaultFolder
from vaultgraph.messages import say
from vaultgraph.model import Problem
from vaultgraph.reading.images import PLACEHOLDERS, find_placeholder

__all__ = ["NotTextError", "decode", "read_text"]


class NotTextError(OSError):
    """The file contains no text; `strerror` is a message that says why.

    If the file is only a placeholder, `strerror` is the command that fetches the text.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(0, reason)


def read_text(folder: VaultFolder, path: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of the note, canvas or base at *path* in *folder*, and its encoding problems.

    The text has no byte order mark.  Raises OSError if the file cannot be opened, RefusedError if
    opening is not safe, NotTextError if it is encrypted, a placeholder, or binary.
    """
    most = MAX_SETTINGS_BYTES if path.endswith((".canvas", ".base")) else MAX_NOTE_BYTES
    return decode(folder.read(path, most))


def decode(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of the bytes of a note or canvas, and its encoding problems.

    Raises NotTextError if they are encrypted, a placeholder, or binary.
    """
    if data.startswith(PLACEHOLDERS):
        raise NotTextError(find_placeholder(data))
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), ()
    except UnicodeDecodeError as error:
        return _decode_badly(data, error)


def _decode_badly(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[Problem, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
        message = say("this note is in UTF-16, but Obsidian reads UTF-8")
        return text, (Problem("encoding", message, 0),)
    if b"\0" in data:
        raise NotTextError(say("it contains binary data, not text"))
    register_error("windows-1252", _as_windows_1252)
    text = data.decode("utf-8", "windows-1252").removeprefix("\ufeff")
    start = len(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
    message = say("this note is not in UTF-8: byte 0x{byte:02X}", byte=data[error.start])
    return text, (Problem("encoding", message, start),)


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decode invalid UTF-8 as Windows-1252, the encoding of most such notes.

    Unlike a replacement character, a letter lets a link still resolve to its file.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data = error.object[error.start : error.end]
    try:
        return data.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return data.decode("latin-1"), error.end
