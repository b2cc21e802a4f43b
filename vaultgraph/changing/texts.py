"""The text of a note or canvas as bytes to replace, if its file is still as it was read."""

from zlib import crc32

from vaultgraph.changing.change import Write
from vaultgraph.files import MAX_NOTE_BYTES
from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, reason_of, say

__all__ = ["write_of"]

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def write_of(
    graph: VaultGraph, path: str, before: str, after: str
) -> tuple[Write | None, Message | str]:
    """Return what gives the source at *path* the text *after*; else None, and why not.

    It must still have the text *before*, with which the change was planned, and be as it was when
    it was parsed, since the offsets are those of the parsed text.
    """
    try:
        data = graph.vault.folder.read(path, MAX_NOTE_BYTES)
    except OSError as error:
        return None, reason_of(error)
    mark = _BYTE_ORDER_MARK if data.startswith(_BYTE_ORDER_MARK) else b""
    text = before.encode()
    if data[len(mark) :] != text or crc32(text) != graph.vault.source(path).parsed.checksum:
        return None, say("it changed since it was read, or is not in UTF-8")
    return Write(path, data, mark + after.encode()), ""
