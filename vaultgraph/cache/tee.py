"""A stream that keeps a copy of what is printed."""

__all__ = ["Tee"]

TYPE_CHECKING = False  # `typing` itself would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TextIO


class Tee:
    """Writes to *stream* and keeps a copy; all other attributes are those of *stream*."""

    def __init__(self, stream: "TextIO") -> None:
        self._stream = stream
        self._written: list[str] = []

    def __getattr__(self, name: str) -> "Any":
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write *text*."""
        count = self._stream.write(text)
        self._written.append(text)
        return count

    def writelines(self, lines: "Iterable[str]") -> None:
        """Write *lines*."""
        for line in lines:
            self.write(line)

    @property
    def text(self) -> str:
        """The text written so far."""
        return "".join(self._written)
