"""Images for pages: embedded thumbnails up to a limit, links for the rest."""

import os
import warnings
from base64 import b64encode
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

from vaultgraph.files import NO_STAT, FileStat, VaultFolder

if TYPE_CHECKING:
    from PIL import Image

    from vaultgraph.reading.vault import Vault

__all__ = ["Key", "Known", "image_link", "sources"]

Size = tuple[int, int]

Key = tuple[str, FileStat, Size]
"""An image by its path and file stat, and the size in pixels that it was scaled to fit."""

Known = MutableMapping[Key, str | None]
"""The data URIs of thumbnails made before; None for an image that pillow cannot scale."""

_MAX_IMAGES, _MAX_BYTES = 1000, 8_000_000
_MAX_PIXELS = 50_000_000
_FORMATS = ("BMP", "GIF", "JPEG", "PNG", "WEBP")
"""The formats that Obsidian shows; without a list, pillow would load all of its plugins."""
_AT_ONCE = 2  # each may need the memory for `_MAX_PIXELS`
_MAX_LARGE = 150
_LARGE, _SMALL = (600, 600), (280, 280)


def sources(vault: "Vault", paths: Sequence[str], output_folder: str, known: Known) -> list[str]:
    """Return the `src` of each image of *vault* at *paths*; empty for an unusable one.

    Thumbnails are embedded until `_MAX_BYTES` is used up; new ones are added to *known*.
    """
    size = _LARGE if len(paths) <= _MAX_LARGE else _SMALL
    inside = _inside(vault, paths[:_MAX_IMAGES], size, known)
    outside: list[str | None] = [None] * (len(paths) - len(inside))
    return [
        image_link(vault, path, output_folder) if data is None else data
        for path, data in zip(paths, [*inside, *outside], strict=True)
    ]


def _inside(vault: "Vault", paths: Iterable[str], size: Size, known: Known) -> list[str | None]:
    """Return the first of *paths* as data URIs, as many as fit."""
    keys = [(path, vault.stamps.get(path, NO_STAT), size) for path in paths]
    result: list[str | None] = []
    room = _MAX_BYTES
    for key, data in zip(keys, _made(vault.folder, known, keys), strict=False):
        known[key] = data
        result.append(data)
        room -= len(data or "")
        if room <= 0:
            break
    return result


def _made(folder: VaultFolder, known: Known, keys: Sequence[Key]) -> Iterator[str | None]:
    """Yield the data URIs of *keys*, in order; those not *known* are made in parallel."""
    if all(key in known for key in keys):
        yield from map(known.__getitem__, keys)
        return
    from concurrent.futures import ThreadPoolExecutor

    with warnings.catch_warnings(), ThreadPoolExecutor(_AT_ONCE) as pool:
        warnings.simplefilter("ignore")
        try:
            yield from pool.map(partial(_known_or_made, folder, known), keys)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _known_or_made(folder: VaultFolder, known: Known, key: Key) -> str | None:
    """Return the data URI of *key*; runs in threads, since pillow releases the GIL."""
    path, _, size = key
    return known[key] if key in known else _data_uri(folder, path, size)


def _data_uri(folder: VaultFolder, path: str, size: Size) -> str | None:
    """Return the image as a data URI; empty if broken, None to leave it to the browser."""
    from PIL import Image, UnidentifiedImageError, WebPImagePlugin  # noqa: F401 -- to know WebP

    extension = os.path.splitext(path)[1].lower()
    if extension == ".svg":
        return None
    try:
        formats = None if extension == ".avif" else _FORMATS
        with open(folder.open(path), "rb") as file, Image.open(file, formats=formats) as image:
            if image.width * image.height > _MAX_PIXELS:
                return None
            return _encoded(image, size)
    except UnidentifiedImageError:
        return None if extension == ".avif" else ""
    except Exception:  # a broken image can make pillow raise almost anything
        return ""


def _encoded(image: "Image.Image", size: Size) -> str:
    from PIL import Image, ImageOps, WebPImagePlugin

    ImageOps.exif_transpose(image, in_place=True)
    small = _in_colours(image)
    small.thumbnail(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    kind = "WEBP" if WebPImagePlugin.SUPPORTED else "PNG" if small.mode == "RGBA" else "JPEG"
    buffer = BytesIO()
    small.save(buffer, kind, quality=72, method=2)
    return f"data:image/{kind.lower()};base64,{b64encode(buffer.getvalue()).decode('ascii')}"


def _in_colours(image: "Image.Image") -> "Image.Image":
    """Convert *image* to RGB if it is fully opaque: without alpha, scaling takes half the time."""
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    clear = image if image.mode == "RGBA" else image.convert("RGBA")
    return clear.convert("RGB") if clear.getchannel("A").getextrema()[0] == 255 else clear


def image_link(vault: "Vault", path: str, output_folder: str) -> str:
    """Return the URL of the image at *path*, relative to *output_folder*.

    It is empty if that is on another drive.
    """
    try:
        relative = os.path.relpath(os.path.join(vault.root, path), output_folder or os.curdir)
    except ValueError:  # another drive
        return ""
    parts = relative.replace(os.sep, "/").split("/")
    return "./" + "/".join(quote(part, safe="", errors="surrogateescape") for part in parts)
