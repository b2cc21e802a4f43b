"""Why a link is broken, and what its writer may have meant.

Every broken link has exactly one cause, so that exactly one rule tells of it.
"""

import re
from enum import Enum
from functools import cached_property

from vaultgraph.graph.near import NearNames
from vaultgraph.graph.resolve import Resolver, fold
from vaultgraph.model import Link
from vaultgraph.reading import Vault, is_image

__all__ = ["Cause", "Causes"]

_WEB_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:")


class Cause(Enum):
    """Why no file of the vault answers to a link."""

    EMPTY = "there is no name in it"
    TEMPLATE = "a template will fill it in"
    ADDRESS = "it is a web address"
    ALIAS = "it is an alias, and aliases resolve nothing"
    IMAGE = "the image is missing"
    FILE = "the note or file is missing"


class Causes:
    """Finds the causes of broken links, and existing names near them."""

    def __init__(self, vault: Vault, resolver: Resolver) -> None:
        self._vault = vault
        self._resolver = resolver
        self._found: dict[str, list[str]] = {}

    def cause(self, link: Link) -> Cause:
        """Why *link* is broken."""
        path = link.path
        if path.startswith("|") or not path.strip("./ "):
            return Cause.EMPTY
        if "{{" in path or "<%" in path:
            return Cause.TEMPLATE
        if _WEB_ADDRESS.match(path):
            return Cause.ADDRESS
        if fold(path) in self._aliases:
            return Cause.ALIAS
        return Cause.IMAGE if is_image(path) else Cause.FILE

    def hint(self, link: Link) -> str:
        """What *link* may have meant; empty if nothing in the vault comes near."""
        name = link.path.rpartition("/")[2]
        near = self._resolver.candidates(name)[:3] or self._near(name)
        written = [_written(link, candidate) for candidate in near]
        return f"did you mean {' or '.join(written)}?" if written else ""

    def moved_to(self, link: Link) -> str:
        """The path of the only file that has the name in *link*, elsewhere; else empty."""
        folder, _, name = link.path.rpartition("/")
        candidates = self._resolver.candidates(name) if folder else ()
        return candidates[0] if len(candidates) == 1 else ""

    def guess(self, link: Link) -> str:
        """The only name near that in *link*; else empty."""
        near = self._near(link.path.rpartition("/")[2])
        return near[0] if len(near) == 1 else ""

    def alias_of(self, link: Link) -> str:
        """The name of the note that has the target of *link* for an alias."""
        return self._aliases[fold(link.path)]

    def _near(self, name: str) -> list[str]:
        if name not in self._found:
            self._found[name] = self._names.find(name)
        return self._found[name]

    @cached_property
    def _names(self) -> NearNames:
        vault = self._vault
        files = (path.rpartition("/")[2] for path in (*vault.files, *vault.canvases))
        return NearNames(dict.fromkeys([*(note.name for note in vault.notes.values()), *files]))

    @cached_property
    def _aliases(self) -> dict[str, str]:
        notes = reversed(list(self._vault.notes.values()))
        return {fold(alias): note.name for note in notes for alias in note.aliases}


def _written(link: Link, name: str) -> str:
    if link.syntax in {"markdown", "reference", "canvas"}:
        return name
    embed = "!" if link.embed else ""
    return f"{embed}[[{name.removesuffix('.md')}]]"
