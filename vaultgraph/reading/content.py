"""What the bytes of the attachments say: whether images are whole, and which files are equal."""

import os
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.files import VaultFolder, is_in_cloud
from vaultgraph.messages import Message, say
from vaultgraph.model import Attachment
from vaultgraph.reading.extensions import IMAGES, is_image
from vaultgraph.reading.images import detect_image_format, find_placeholder, has_end

if TYPE_CHECKING:
    from vaultgraph.reading.other_texts import Mentions

__all__ = ["Contents"]

_HEAD = 1 << 16
_FEW = 1_024  # as much as tells the format
_TAIL = 16
_NOTHING = b"", b"", b""
_MOST_COMPARED = 1 << 32
"""Larger files are not compared: a sparse one of any size takes no room on the disk."""
_MOST_OF_IMAGE = 64 << 20
"""Of a larger image only the beginning is looked at."""


class _ScanResult(NamedTuple):
    """What one look into every file tells; see `Contents`."""

    faults: dict[str, Message]
    pointers: dict[str, str]
    misnamed: dict[str, str]
    equal: tuple[tuple[str, ...], ...]


class _NotHereError(Exception):
    """Only the name of a file is here: nobody wants all pictures to be fetched from a cloud."""


class Contents:
    """What the bytes of *attachments* in *folder* say; they are read when it is first asked.

    Images are judged by their first and last bytes.  Whole files are read only where another has
    the same size, or where those bytes leave a doubt.
    """

    def __init__(self, folder: VaultFolder, attachments: Collection[Attachment]) -> None:
        self._folder = folder
        self._attachments = attachments

    @property
    def faults(self) -> Mapping[str, Message]:
        """What is wrong with images that cannot be shown, by path."""
        return self._scan_result.faults

    @property
    def pointers(self) -> Mapping[str, str]:
        """The command that downloads an image of which there is only a pointer, by path."""
        return self._scan_result.pointers

    @property
    def wrong_extensions(self) -> Mapping[str, str]:
        """The extensions that fit images with another, which browsers show all the same."""
        return self._scan_result.misnamed

    @property
    def duplicates(self) -> tuple[tuple[str, ...], ...]:
        """The groups of paths with the same bytes; empty files are equal to nothing."""
        return self._scan_result.equal

    @cached_property
    def mentions(self) -> Mapping[str, "Mentions"]:
        """What may name a file in those that are texts, by their paths."""
        from vaultgraph.reading.other_texts import mentions_in_files

        paths = (file.path for file in self._attachments)
        return mentions_in_files(self._folder, paths)

    @cached_property
    def undecodable(self) -> Mapping[str, str]:
        """Why the other images cannot be decoded."""
        from vaultgraph.reading.decoding import find_decoding_faults

        paths = (file.path for file in self._attachments if is_image(file.path))
        whole = (path for path in paths if path not in self.faults and path not in self.pointers)
        return find_decoding_faults(whole, self._folder)

    @cached_property
    def _scan_result(self) -> _ScanResult:
        looked = _ScanResult({}, {}, {}, ())
        equal: list[tuple[str, ...]] = []
        by_size = defaultdict(list)
        for path, size in self._attachments:
            by_size[size].append(path)
        for size, paths in by_size.items():
            is_compared = size > 0 and len(paths) > 1
            twins: defaultdict[bytes, list[str]] = defaultdict(list)
            for path in paths:
                if is_compared or is_image(path):
                    twins[self._scan(path, size, looked, whole=is_compared)].append(path)
            if is_compared:
                equal += [tuple(group) for key, group in twins.items() if key and len(group) > 1]
        return looked._replace(equal=tuple(equal))

    def _scan(self, path: str, size: int, looked: _ScanResult, *, whole: bool) -> bytes:
        """Note in *looked* what is wrong with the file at *path*; return what tells it from others.

        That is empty for a file that cannot be read.
        """
        try:
            head, tail, identity = self._inspect(path, size, whole=whole) if size else _NOTHING
            self._classify(path, size, head, tail, looked)
        except _NotHereError:
            return b""
        except OSError as error:
            looked.faults[path] = say("the file cannot be read: {reason}", reason=error.strerror)
            return b""
        return identity

    def _classify(
        self, path: str, size: int, head: bytes, tail: bytes, looked: _ScanResult
    ) -> None:
        """Note in *looked* what is wrong with the file at *path*, if it is an image."""
        extension = path.rpartition(".")[2].lower()
        if extension not in IMAGES:
            return
        extension = "jpg" if extension == "jpeg" else extension
        actual = detect_image_format(head)
        if not size:
            looked.faults[path] = say("the file is empty")
        elif not actual and (command := find_placeholder(head)):
            looked.pointers[path] = command
        elif actual != extension and not _is_shown_as(actual, extension):
            looked.faults[path] = _wrong_format(actual, extension)
        elif not has_end(actual, size, head, tail, lambda: self._read(path)):
            looked.faults[path] = say("the image is truncated")
        elif actual != extension:
            looked.misnamed[path] = actual

    def _inspect(self, path: str, size: int, *, whole: bool) -> tuple[bytes, bytes, bytes]:
        """The first bytes of a file, its last, and, if *whole*, what tells it from others."""
        file, status = self._folder.opened(path)
        try:
            if is_in_cloud(status):
                raise _NotHereError
            head = os.read(file, _HEAD if whole else _FEW)
            if size <= len(head):
                return head, head[-_TAIL:], head
            identity = _digest(file, head) if whole and size <= _MOST_COMPARED else b""
            os.lseek(file, -_TAIL, os.SEEK_END)
            return head, os.read(file, _TAIL), identity
        finally:
            os.close(file)

    def _read(self, path: str) -> bytes:
        """The bytes of the image at *path*, as far as they are looked at."""
        with open(self._folder.open(path), "rb") as file:
            return file.read(_MOST_OF_IMAGE)


def _is_shown_as(actual: str, extension: str) -> bool:
    """Whether browsers show what is *actual*, though its name ends in another *extension*."""
    return actual in IMAGES and "svg" not in {actual, extension}


def _wrong_format(actual: str, extension: str) -> Message:
    """The format is *actual*, empty if it is unknown, and not the one of the *extension*."""
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
    while chunk := os.read(file, _HEAD * 16):
        digest.update(chunk)
    return digest.digest()
