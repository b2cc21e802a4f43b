"""Images are decoded as a whole: the one place of the linter that imports Pillow."""

import os
import warnings
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from xml.parsers import expat

from vaultgraph.errors import UsageError

__all__ = ["undecodable"]


def undecodable(root: str, paths: Iterable[str]) -> Mapping[str, str]:
    """Why by the path of each image below *root*, among *paths*, that cannot be decoded.

    Raises UsageError without Pillow.
    """
    try:
        import PIL.Image  # noqa: F401
    except ImportError as error:
        hint = "pip install 'vaultgraph[thumbnails]'"
        raise UsageError("only Pillow can decode images, and it is missing", hint=hint) from error
    paths = list(paths)
    with warnings.catch_warnings(), ThreadPoolExecutor() as pool:
        warnings.simplefilter("ignore")
        faults = pool.map(partial(_fault, root), paths)
        return {path: fault for path, fault in zip(paths, faults, strict=True) if fault}


def _fault(root: str, path: str) -> str:
    """Why the image at *path* cannot be decoded; empty if it can, or if only a browser can tell."""
    from PIL import Image, UnidentifiedImageError

    file_path = os.path.join(root, path)
    try:
        if path.lower().endswith(".svg"):
            return _xml_fault(file_path)
        with Image.open(file_path) as image:
            image.load()
    except UnidentifiedImageError:
        return "" if path.lower().endswith(".avif") else "its format is not known"
    except Image.DecompressionBombError:
        return ""  # too large to try, which is no proof
    except Exception as error:  # a broken image can make Pillow raise almost anything
        return str(error) or type(error).__name__
    return ""


def _xml_fault(file_path: str) -> str:
    try:
        with open(file_path, "rb") as file:
            expat.ParserCreate().ParseFile(file)
    except expat.ExpatError as error:
        return str(error)
    return ""
