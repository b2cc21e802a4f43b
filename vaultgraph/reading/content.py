"""Inspect the bytes of attachments: broken images and duplicate files."""

import os
from collections import defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.files import VaultFolder, is_in_cloud
from vaultgraph.messages import Message, reason_of, say
from vaultgraph.model import Attachment
from vaultgraph.reading.extensions import IMAGES, is_image
from vaultgraph.reading.images import detect_image_format, find_placeholder, has_end

if TYPE_CHECKING:
    from vaultgraph.reading.bases import Base
    from vaultgraph.reading.other_texts import Mentions

__all__ = ["Contents"]

_FULL_HEAD_SIZE = 1 << 16
_HEAD_SIZE = 1_024  # enough to detect the format
_TAIL_SIZE = 16
_NO_BYTES = b"", b"", b""
_MAX_COMPARED_SIZE = 1 << 32
"""Larger files are not compared: a sparse file can have any size without taking disk space."""
_MAX_IMAGE_SIZE = 64 << 20
"""Only the beginning of a larger image is checked."""


class _ScanResult(NamedTuple):
    """The result of one pass over all files; see the properties of `Contents`."""

    faults: dict[str, Message]
    pointers: dict[str, str]
    wrong_extensions: dict[str, str]
    equal: tuple[tuple[str, ...], ...]


class _NotHereError(Exception):
    """The file is a cloud placeholder, and reading it would download it."""


class Contents:
    """Facts from the bytes of *attachments* in *folder*, read on first access.

    Images are checked by their first and last bytes.  A whole file is read only if another file
    has the same size, or if those bytes do not settle whether an image is complete.
    """

    def __init__(self, folder: VaultFolder, attachments: Collection[Attachment]) -> None:
        self._folder = folder
        self._attachments = attachments

    @property
    def faults(self) -> Mapping[str, Message]:
        """The faults of images that cannot be displayed, by path."""
        return self._scan_result.faults

    @property
    def pointers(self) -> Mapping[str, str]:
        """The commands that fetch images of which only a placeholder is present, by path."""
        return self._scan_result.pointers

    @property
    def wrong_extensions(self) -> Mapping[str, str]:
        """The correct extensions of mislabeled images that browsers still display, by path."""
        return self._scan_result.wrong_extensions

    @property
    def duplicates(self) -> tuple[tuple[str, ...], ...]:
        """The groups of paths with the same bytes; empty files are not duplicates."""
        return self._scan_result.equal

    @cached_property
    def mentions(self) -> Mapping[str, "Mentions"]:
        """Possible file names mentioned in text attachments, by the path of the text."""
        from vaultgraph.reading.other_texts import mentions_in_files

        paths = (file.path for file in self._attachments)
        return mentions_in_files(self._folder, paths)

    @cached_property
    def bases(self) -> Mapping[str, "Base"]:
        """The bases that can be opened, by path."""
        paths = [file.path for file in self._attachments if file.path.endswith(".base")]
        if not paths:
            return {}
        from vaultgraph.reading.bases import parse_base
        from vaultgraph.reading.text import read_text

        found = {}
        for path in paths:
            with suppress(OSError):
                found[path] = parse_base(read_text(self._folder, path)[0])
        return found

    @cached_property
    def undecodable(self) -> Mapping[str, str]:
        """Why images cannot be decoded, by path; without those in `faults` or `pointers`."""
        from vaultgraph.reading.decoding import find_decoding_faults

        paths = (file.path for file in self._attachments if is_image(file.path))
        whole = (path for path in paths if path not in self.faults and path not in self.pointers)
        return find_decoding_faults(whole, self._folder)

    @cached_property
    def _scan_result(self) -> _ScanResult:
        result = _ScanResult({}, {}, {}, ())
        equal: list[tuple[str, ...]] = []
        by_size = defaultdict(list)
        for path, size in self._attachments:
            by_size[size].append(path)
        for size, paths in by_size.items():
            is_compared = size > 0 and len(paths) > 1
            by_identity: defaultdict[bytes, list[str]] = defaultdict(list)
            for path in paths:
                if is_compared or is_image(path):
                    by_identity[self._scan(path, size, result, whole=is_compared)].append(path)
            if is_compared:
                groups = by_identity.items()
                equal += [tuple(group) for key, group in groups if key and len(group) > 1]
        return result._replace(equal=tuple(equal))

    def _scan(self, path: str, size: int, result: _ScanResult, *, whole: bool) -> bytes:
        """Add the faults of the file at *path* to *result*; return the identity of its content.

        Files with the same identity are equal; it is empty if the file cannot be compared.
        """
        try:
            head, tail, identity = self._inspect(path, size, whole=whole) if size else _NO_BYTES
            self._classify(path, size, head, tail, result)
        except _NotHereError:
            return b""
        except OSError as error:
            result.faults[path] = say("the file cannot be read: {reason}", reason=reason_of(error))
            return b""
        return identity

    def _classify(
        self, path: str, size: int, head: bytes, tail: bytes, result: _ScanResult
    ) -> None:
        """Add the faults of the file at *path* to *result*, if it is an image."""
        extension = path.rpartition(".")[2].lower()
        if extension not in IMAGES:
            return
        extension = "jpg" if extension == "jpeg" else extension
        actual = detect_image_format(head)
        if not size:
            result.faults[path] = say("the file is empty")
        elif not actual and (command := find_placeholder(head)):
            result.pointers[path] = command
        elif actual != extension and not _is_shown_as(actual, extension):
            result.faults[path] = _wrong_format(actual, extension)
        elif not has_end(actual, size, head, tail, lambda: self._read(path)):
            result.faults[path] = say("the image is truncated")
        elif actual != extension:
            result.wrong_extensions[path] = actual

    def _inspect(self, path: str, size: int, *, whole: bool) -> tuple[bytes, bytes, bytes]:
        """Return the head and tail of a file and, if *whole*, the identity of its content."""
        file, status = self._folder.opened(path)
        try:
            if is_in_cloud(status):
                raise _NotHereError
            head = os.read(file, _FULL_HEAD_SIZE if whole else _HEAD_SIZE)
            if size <= len(head):
                return head, head[-_TAIL_SIZE:], head
            identity = _digest(file, head) if whole and size <= _MAX_COMPARED_SIZE else b""
            os.lseek(file, -_TAIL_SIZE, os.SEEK_END)
            return head, os.read(file, _TAIL_SIZE), identity
        finally:
            os.close(file)

    def _read(self, path: str) -> bytes:
        """Return the bytes of the image at *path*, up to the size limit."""
        with open(self._folder.open(path), "rb") as file:
            return file.read(_MAX_IMAGE_SIZE)


def _is_shown_as(actual: str, extension: str) -> bool:
    """Return whether browsers display the format *actual* despite another *extension*."""
    return actual in IMAGES and "svg" not in {actual, extension}


def _wrong_format(actual: str, extension: str) -> Message:
    """Return the message for the format *actual*, empty if unknown, under this *extension*."""
    expected = extension.upper()
    if not actual:
        return say("the file's format is not {expected}", expected=expected)
    return say(
        "the file's format is {actual}, not {expected}",
        actual=actual.upper(),
        expected=expected,
    )


def _digest(file: int, head: bytes) -> bytes:
    from hashlib import blake2b

    digest = blake2b(head)
    while chunk := os.read(file, _FULL_HEAD_SIZE * 16):
        digest.update(chunk)
    return digest.digest()
