"""What the bytes of the attachments say: whether images are whole, and which files are equal."""

import os
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from vaultgraph.model import Attachment

__all__ = ["IMAGES", "Contents", "is_image", "read_contents"]

IMAGES = frozenset({"avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"})

_KINDS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
    b"%PDF": "pdf",
}
_HEAD = 1 << 16
_TAIL = 16


class Contents(NamedTuple):
    """What is wrong with an image, by its path, and the groups of paths with the same bytes."""

    faults: dict[str, str]
    equal: tuple[tuple[str, ...], ...]


def is_image(path: str) -> bool:
    """Whether *path* has the extension of an image."""
    return path.rpartition(".")[2].lower() in IMAGES


def read_contents(root: str, attachments: Iterable[Attachment]) -> Contents:
    """Look into each of *attachments* below *root* at most once.

    Images are judged by their first and last bytes.  Whole files are read only where another has
    the same size.  Empty files are equal to nothing.
    """
    faults: dict[str, str] = {}
    equal: list[tuple[str, ...]] = []
    by_size = defaultdict(list)
    for attachment in attachments:
        by_size[attachment.size].append(attachment.path)
    for size, paths in by_size.items():
        twins: defaultdict[bytes, list[str]] = defaultdict(list)
        for path in paths:
            extension = path.rpartition(".")[2].lower()
            if extension not in IMAGES and (len(paths) == 1 or not size):
                continue
            try:
                head, tail, identity = _look(root + "/" + path, size, whole=len(paths) > 1)
            except OSError as error:
                faults[path] = f"the file cannot be read: {error.strerror}"
                continue
            if extension in IMAGES and (fault := _image_fault(extension, size, head, tail)):
                faults[path] = fault
            twins[identity].append(path)
        if size and len(paths) > 1:
            equal.extend(tuple(group) for group in twins.values() if len(group) > 1)
    return Contents(faults, tuple(equal))


def _look(file_path: str, size: int, *, whole: bool) -> tuple[bytes, bytes, bytes]:
    """The first bytes of a file, its last, and, if *whole* is wanted, what tells it from others."""
    file = os.open(file_path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        head = os.read(file, _HEAD)
        if size <= len(head):
            return head, head[-_TAIL:], head
        identity = _digest(file, head) if whole else b""
        os.lseek(file, -_TAIL, os.SEEK_END)
        return head, os.read(file, _TAIL), identity
    finally:
        os.close(file)


def _digest(file: int, head: bytes) -> bytes:
    from hashlib import blake2b

    digest = blake2b(head)
    while chunk := os.read(file, _HEAD * 16):
        digest.update(chunk)
    return digest.digest()


def _image_fault(extension: str, size: int, head: bytes, tail: bytes) -> str:
    if not size:
        return "the file is empty"
    kind = _kind(head)
    if kind != extension.replace("jpeg", "jpg"):
        return f"the file is no {extension.upper()}" + (f" but a {kind.upper()}" if kind else "")
    if kind == "png" and b"IEND" not in tail:
        return "the image is cut short"
    if kind == "webp" and int.from_bytes(head[4:8], "little") + 8 > size:
        return "the image is cut short"
    return ""


def _kind(head: bytes) -> str:
    """The extension that fits the first bytes of a file; empty if none of those we know does."""
    for signature, kind in _KINDS.items():
        if head.startswith(signature):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and b"avi" in head[8:64]:
        return "avif"
    text = head[:1024].decode("utf-8-sig", "ignore").lstrip()
    if text.startswith("<") and ("<svg" in text or text.startswith(("<?xml", "<!--", "<!DOCTYPE"))):
        return "svg"
    return ""
