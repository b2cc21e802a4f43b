"""What the bytes of an image say: its format, and whether it is all there."""

from collections.abc import Callable

__all__ = ["COMMANDS", "STAND_INS", "detect_image_format", "find_placeholder", "has_end"]

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
STAND_INS = tuple(_COMMANDS)
"""How files begin that were put for others."""
COMMANDS = frozenset(_COMMANDS.values())
"""The commands that bring the others."""


def find_placeholder(head: bytes) -> str:
    """The command that brings the file for which one with this *head* was put; else empty.

    Git LFS and git-annex keep large files elsewhere; a checkout may leave their pointers.  Of what
    git-crypt encrypted, a checkout without the key has the ciphertext.
    """
    found = (command for start, command in _COMMANDS.items() if head.startswith(start))
    return next(found, "")


def detect_image_format(head: bytes) -> str:
    """The extension that fits the first bytes of a file; empty if none of those we know does."""
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
    """Whether an image of the format *extension* and of *size* bytes is whole, by its structure.

    The last bytes, *tail*, usually tell; else all is read, for programs append data of their own.
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
    """Whether the chunks of *data* lead to the last one."""
    position = 8
    while position < len(data):
        length = int.from_bytes(data[position : position + 4])
        if data[position + 4 : position + 8] == b"IEND":
            return True
        position += length + 12
    return False


def _jpeg_ends(data: bytes) -> bool:
    """Whether *data* has a mark of the end behind its first scan: thumbnails have theirs before."""
    position = 2
    while data[position : position + 1] == b"\xff":
        marker = data[position + 1 : position + 2]
        if marker == _SCAN:
            return _END_OF_JPEG in data[position:]
        # A marker may be preceded by any number of these bytes.
        is_filled = marker == b"\xff"
        length = int.from_bytes(data[position + 2 : position + 4])
        position += 1 if is_filled else 2 + length
    return False


def _gif_ends(data: bytes) -> bool:
    """Whether the blocks of *data* are whole: some programs leave out the mark of the end."""
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
    """The bytes of the table of colours that *flags* announce."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0
