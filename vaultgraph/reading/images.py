"""Detect the format of an image from its bytes, and whether it is complete."""

from collections.abc import Callable

__all__ = ["COMMANDS", "PLACEHOLDERS", "detect_image_format", "find_placeholder", "has_end"]

_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
    b"%PDF": "pdf",
}
_SVG_BEGINNINGS = ("<svg", "<?xml", "<!--", "<!doctype")
_SCAN, _END_OF_JPEG = b"\xda", b"\xff\xd9"
_PICTURE, _EXTENSION, _END_OF_GIF = 0x2C, 0x21, 0x3B


_COMMANDS = {
    b"version https://git-lfs.github.com/spec/": "git lfs pull",
    b"/annex/objects/": "git annex get",
    b"\0GITCRYPT\0": "git-crypt unlock",
}
PLACEHOLDERS = tuple(_COMMANDS)
"""How placeholder files begin."""
COMMANDS = frozenset(_COMMANDS.values())
"""The commands that fetch the real files."""


def find_placeholder(head: bytes) -> str:
    """Return the command that fetches the file behind a placeholder with this *head*; else empty.

    Git LFS and git-annex store large files elsewhere, and a checkout may hold only their pointers.
    A checkout without the key of git-crypt holds the ciphertext.
    """
    found = (command for start, command in _COMMANDS.items() if head.startswith(start))
    return next(found, "")


def detect_image_format(head: bytes) -> str:
    """Return the extension for the format that *head* begins; empty if it is unknown."""
    for signature, extension in _SIGNATURES.items():
        if head.startswith(signature):
            return extension
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and b"avi" in head[8:64]:
        return "avif"
    text = head[:1024].decode("utf-8-sig", "ignore").lstrip().lower()
    is_svg = text.startswith(_SVG_BEGINNINGS) or (text.startswith("<") and "<svg" in text)
    return "svg" if is_svg else ""


def has_end(
    extension: str, size: int, head: bytes, tail: bytes, read_all: Callable[[], bytes]
) -> bool:
    """Return whether an image of the format *extension* and of *size* bytes is complete.

    The last bytes, *tail*, usually settle it.  Otherwise *read_all* is called and the structure is
    walked, because some programs append data of their own.
    """
    if extension == "png":
        return b"IEND" in tail or _png_ends(read_all())
    if extension == "jpg":
        return tail.endswith(_END_OF_JPEG) or _jpeg_ends(read_all())
    if extension == "gif":
        return tail[-1:] == bytes([_END_OF_GIF]) or _gif_ends(read_all())
    if extension == "webp":
        return size >= int.from_bytes(head[4:8], "little") + 8
    return True


def _png_ends(data: bytes) -> bool:
    """Return whether the chunks of *data* lead to the IEND chunk."""
    position = 8
    while position < len(data):
        length = int.from_bytes(data[position : position + 4])
        if data[position + 4 : position + 8] == b"IEND":
            return True
        position += length + 12
    return False


def _jpeg_ends(data: bytes) -> bool:
    """Return whether *data* has an end marker after its first scan.

    Markers before the first scan belong to embedded thumbnails.
    """
    position = 2
    while data[position : position + 1] == b"\xff":
        marker = data[position + 1 : position + 2]
        if marker == _SCAN:
            return _END_OF_JPEG in data[position:]
        # A marker may be preceded by any number of 0xFF fill bytes.
        is_filled = marker == b"\xff"
        length = int.from_bytes(data[position + 2 : position + 4])
        position += 1 if is_filled else 2 + length
    return False


def _gif_ends(data: bytes) -> bool:
    """Return whether the blocks of *data* are complete; some programs omit the trailer."""
    position = 13 + _colours(data[10:11])
    while position < len(data):
        kind = data[position]
        if kind == _END_OF_GIF:
            return True
        if kind == _PICTURE:
            position += 11 + _colours(data[position + 9 : position + 10])
        elif kind == _EXTENSION:
            position += 2
        else:
            return False
        while position < len(data) and data[position]:
            position += data[position] + 1
        position += 1
    return position == len(data)


def _colours(flags: bytes) -> int:
    """Return the size in bytes of the color table that *flags* announce."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0
