"""The reasons for broken links: each link has exactly one, so that one rule reports it."""

from collections.abc import Callable
from enum import Enum
from typing import ClassVar

__all__ = ["Reason"]


class Reason(Enum):
    """Why a link does not resolve to a file."""

    EMPTY = "there is no name in it"
    TEMPLATE = "a template will fill it in"
    URL = "it is a web address"
    ALIAS = "it is an alias, and aliases resolve nothing"
    HERE = "it is the top of the vault, or the folder of the note"
    ABSOLUTE = "it is a path on one machine"
    FOLDER = "it is a folder"
    CODE = "it is code between double brackets"
    IMAGE = "the image to be shown is missing"
    OUTSIDE = "it leads, or may lead, to what is outside the vault and is not read"
    FILE = "a note or file that existed or was meant is missing"
    UNWRITTEN = "the note has not been written yet"
    UNWRITTEN_DAY = "the note of that day has not been written yet"

    @property
    def word(self) -> str:
        """Its name as rules write it in `of`, such as `unwritten-day`."""
        return self.name.lower().replace("_", "-")

    # Enum's own is written in Python, and takes ten times as long.
    __hash__: ClassVar[Callable[[object], int]] = object.__hash__
