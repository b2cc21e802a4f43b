"""Images of the vault for the page: small ones inside it, links to the others."""

import os
import warnings
from base64 import b64encode
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["sources"]

Size = tuple[int, int]

_MOST_IMAGES, _MOST_BYTES = 1000, 8_000_000
_MOST_PIXELS = 50_000_000
_FEW = 150
_LARGE, _SMALL = (600, 600), (280, 280)


def sources(root: str, paths: Sequence[str], output_folder: str) -> list[str]:
    """What the page writes as source of each image below *root*; empty for one that has none.

    With pillow the images are put into the page until its share of bytes is spent.
    """
    files = [os.path.join(root, path) for path in paths]
    inside = _inside(files, _LARGE if len(files) <= _FEW else _SMALL) if _has_pillow() else []
    outside: list[str | None] = [None] * (len(files) - len(inside))
    return [
        _link(file, output_folder) if data is None else data
        for file, data in zip(files, [*inside, *outside], strict=True)
    ]


def _has_pillow() -> bool:
    try:
        return find_spec("PIL") is not None
    except ValueError:
        return False


def _inside(files: Sequence[str], size: Size) -> list[str | None]:
    """The first *files* as data URIs, made side by side: pillow works outside Python's lock."""
    result: list[str | None] = []
    room = _MOST_BYTES
    with warnings.catch_warnings(), ThreadPoolExecutor() as pool:
        warnings.simplefilter("ignore")
        for data in pool.map(partial(_data_uri, size=size), files[:_MOST_IMAGES]):
            result.append(data)
            room -= len(data or "")
            if room <= 0:
                pool.shutdown(wait=False, cancel_futures=True)
                break
    return result


def _data_uri(file: str, size: Size) -> str | None:
    """The image as a data URI; empty if it is broken, None if only the browser can tell."""
    from PIL import Image, UnidentifiedImageError

    if file.lower().endswith(".svg"):  # pillow would try all of its formats first
        return None
    try:
        with Image.open(file) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            return _encoded(image, size)
    except UnidentifiedImageError:
        return None if file.lower().endswith(".avif") else ""
    except Exception:  # a broken image can make pillow raise almost anything
        return ""


def _encoded(image: "Image.Image", size: Size) -> str:
    from PIL import Image, ImageOps, WebPImagePlugin  # without it, pillow loads all of its formats

    ImageOps.exif_transpose(image, in_place=True)
    small = _in_colours(image)
    small.thumbnail(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    kind = "WEBP" if WebPImagePlugin.SUPPORTED else "PNG" if small.mode == "RGBA" else "JPEG"
    buffer = BytesIO()
    small.save(buffer, kind, quality=72, method=2)
    return f"data:image/{kind.lower()};base64,{b64encode(buffer.getvalue()).decode('ascii')}"


def _in_colours(image: "Image.Image") -> "Image.Image":
    """The *image* without an alpha channel that hides nothing: it takes half as long to scale."""
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    clear = image if image.mode == "RGBA" else image.convert("RGBA")
    return clear.convert("RGB") if clear.getchannel("A").getextrema()[0] == 255 else clear


def _link(file: str, output_folder: str) -> str:
    """The address of the image seen from *output_folder*, each of its parts encoded."""
    try:
        relative = os.path.relpath(file, output_folder or os.curdir)
    except ValueError:  # another drive
        return ""
    parts = relative.replace(os.sep, "/").split("/")
    return "./" + "/".join(quote(part, safe="", errors="surrogateescape") for part in parts)
