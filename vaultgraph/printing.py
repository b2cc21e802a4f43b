"""Sanitize all output: no text of a vault can control the terminal or break a format.

Names and texts of a vault may contain control characters and bytes that are not valid Unicode.  In
text for people and in pages they are replaced by a mark, in JSON they are escaped.  Output for
programs and browsers is UTF-8 whatever the terminal's encoding.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # importing `typing` and `collections` would take longer
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TextIO

__all__ = [
    "DATA",
    "JSON",
    "PAGE",
    "STYLED",
    "TEXT",
    "ClosedStream",
    "SafeStream",
    "encoded",
    "print_bytes",
    "safe",
]

TEXT, STYLED, DATA, JSON, PAGE = "text", "styled", "data", "json", "page"
"""The forms of output: plain text, text with colours and links, data for programs, JSON, HTML."""

_MARK = "\ufffd"
_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_PATTERNS = {
    TEXT: f"[{_CONTROLS}]",
    DATA: r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]",
    JSON: r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]",
    # Our own sequences: colours, bold and dim, none of which can hide text, and hyperlinks to
    # Obsidian or a file.
    STYLED: (
        r"(\x1b\[(?:(?:[0-2]|3[0-69])(?:;(?=\d)|(?=m)))*m"
        r"|\x1b\]8;(?:id=\d+)?;(?:(?:obsidian|file):[!-~]*)?\x1b\\)"
    ),
}


def safe(text: str, form: str = TEXT) -> str:
    r"""Return *text* in this *form*, with control sequences replaced or escaped.

    >>> safe("a\x1b]0;x\x07"), safe("\x1b[1ma\x1b[2J", STYLED), safe('"\x9b"', JSON)
    ('a�]0;x�', '\x1b[1ma�[2J', '"\\u009b"')
    """
    if all(map(str.isprintable, text.split("\n"))):
        return text
    import re  # not needed to print cached output

    if form == JSON:
        return re.sub(_PATTERNS[JSON], lambda found: f"\\u{ord(found[0]):04x}", text)
    if form == STYLED and "\x1b" in text:
        parts = re.split(_PATTERNS[STYLED], text)
        parts[::2] = [re.sub(_PATTERNS[TEXT], _MARK, part) for part in parts[::2]]
        return "".join(parts)
    return re.sub(_PATTERNS[DATA if form == DATA else TEXT], _MARK, text)


def encoded(pieces: Iterable[str], form: str, encoding: str = "utf-8") -> Iterator[bytes]:
    """Yield *pieces* as bytes in this *form*; only text is not always UTF-8."""
    encoding = encoding if form in {TEXT, STYLED} else "utf-8"
    for piece in pieces:
        yield safe(piece, form).encode(encoding, "backslashreplace")


class SafeStream:
    """A proxy for *stream* that sanitizes text; styles pass only if `form` allows them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.form = TEXT

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write *text*."""
        return self._stream.write(safe(text, self.form))

    def writelines(self, lines: Iterable[str]) -> None:
        """Write *lines*."""
        for line in lines:
            self.write(line)


class ClosedStream:
    """Replaces a standard output that was closed from the start; every write fails."""

    encoding: str = "utf-8"
    errors: str = "backslashreplace"

    def __init__(self) -> None:
        self.buffer = self

    def write(self, _: object) -> int:
        """Raise OSError, as a write to a closed file does."""
        raise OSError(9, "it is closed")

    writelines = write

    def flush(self) -> None:
        """Do nothing: there is nothing to flush."""

    def isatty(self) -> bool:
        """Return False: it is not a terminal."""
        return False

    def fileno(self) -> int:
        """Raise OSError: it has no file descriptor."""
        raise OSError(9, "it is closed")


def print_bytes(pieces: Iterable[bytes | memoryview]) -> None:
    """Write *pieces* to standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pieces)
