"""Decode whole images to find broken ones; the only place in the linter that imports Pillow."""

import warnings
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import IO
from xml.parsers import expat

from vaultgraph.files import VaultFolder
from vaultgraph.messages import say

__all__ = ["find_decoding_faults"]

_MAX_PIXELS = 100_000_000
"""Larger images are not decoded: this many pixels take 400 MB."""
_THREADS = 2


def find_decoding_faults(paths: Iterable[str], folder: VaultFolder) -> Mapping[str, str]:
    """Return the reasons, by path, why images at *paths* in *folder* cannot be decoded."""
    paths = list(paths)
    with warnings.catch_warnings(), ThreadPoolExecutor(_THREADS) as pool:
        warnings.simplefilter("ignore")
        faults = pool.map(partial(_fault, folder), paths)
        return {path: fault for path, fault in zip(paths, faults, strict=True) if fault}


def _fault(folder: VaultFolder, path: str) -> str:
    """Return why the image at *path* cannot be decoded; empty if it can, or if that is unknown."""
    from PIL import Image, UnidentifiedImageError

    try:
        with open(folder.open(path), "rb") as file:
            if path.lower().endswith(".svg"):
                return _xml_fault(file)
            with Image.open(file) as image:
                if image.width * image.height <= _MAX_PIXELS:
                    image.load()
    except UnidentifiedImageError:
        return "" if path.lower().endswith(".avif") else say("its format is unknown")
    except Image.DecompressionBombError:
        return ""  # too large to decode, which does not prove a fault
    except Exception as error:  # a broken image can make Pillow raise almost anything
        return str(error) or type(error).__name__
    return ""


def _xml_fault(file: IO[bytes]) -> str:
    try:
        expat.ParserCreate().ParseFile(file)
    except expat.ExpatError as error:
        return str(error)
    return ""
