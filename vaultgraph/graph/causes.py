"""Why a link is broken, and what its writer may have meant.

Every broken link has exactly one cause, so that exactly one rule tells of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property

from vaultgraph.graph.near import NearNames
from vaultgraph.graph.outgoing import Edge
from vaultgraph.graph.resolve import Resolver, fold
from vaultgraph.model import Link, Note
from vaultgraph.reading import is_image

__all__ = ["Cause", "Causes"]

_WEB_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:|file:")

_PATH_SYNTAXES = {"markdown", "reference"}  # those of other programs, which may open a folder


class Cause(Enum):
    """Why no file of the vault answers to a link."""

    EMPTY = "there is no name in it"
    TEMPLATE = "a template will fill it in"
    ADDRESS = "it is a web address"
    ALIAS = "it is an alias, and aliases resolve nothing"
    HERE = "it is the top of the vault, or the folder of the note"
    FOLDER = "it is a folder"
    IMAGE = "the image to be shown is missing"
    FILE = "the note or file is missing"


class Causes:
    """Finds the causes of broken links, and what *names* are near them; *notes* have aliases."""

    def __init__(self, notes: Iterable[Note], resolver: Resolver, names: NearNames) -> None:
        self._notes = notes
        self._resolver = resolver
        self._names = names

    def cause(self, edge: Edge) -> Cause:
        """Why the link of *edge* is broken."""
        path = edge.link.path
        if seen := _seen_in(path):
            return seen
        if self.owners(edge.link):
            return Cause.ALIAS
        if edge.link.embed and is_image(path):
            return Cause.IMAGE
        may_be_folder = edge.link.syntax in _PATH_SYNTAXES or path.endswith("/")
        is_folder = may_be_folder and self._resolver.is_folder(path, edge.source)
        return Cause.FOLDER if is_folder else Cause.FILE

    def hint(self, edge: Edge) -> str:
        """What the link of *edge* may have meant; empty if nothing in the vault comes near."""
        name = edge.link.path.rpartition("/")[2]
        there = [path for path in self._resolver.candidates(name) if path != edge.source]
        near = there[:3] or self._near(name, edge)
        written = [_written(edge.link, candidate) for candidate in near]
        return f"did you mean {' or '.join(written)}?" if written else ""

    def moved_to(self, edge: Edge) -> str:
        """The path of the only file with the name in the link of *edge*, elsewhere; else empty."""
        folder, _, name = edge.link.path.rpartition("/")
        candidates = self._resolver.candidates(name) if folder else ()
        return candidates[0] if len(candidates) == 1 and candidates[0] != edge.source else ""

    def guess(self, edge: Edge) -> str:
        """The only name near that in the link of *edge*; else empty."""
        near = self._near(edge.link.path.rpartition("/")[2], edge)
        return near[0] if len(near) == 1 else ""

    def owners(self, link: Link) -> tuple[str, ...]:
        """The paths of the notes that have the target of *link* for an alias."""
        return self._aliases.get(fold(link.path.removesuffix(".md")), ())

    def _near(self, name: str, edge: Edge) -> list[str]:
        """The names near *name*, but not that of the note in which the link of *edge* stands."""
        own = edge.source.rpartition("/")[2].removesuffix(".md")
        return [near for near in self._names.find(name) if near != own]

    @cached_property
    def _aliases(self) -> Mapping[str, tuple[str, ...]]:
        owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for note in self._notes:
            for alias in note.aliases:
                owners[fold(alias)][note.path] = None
        return {alias: tuple(paths) for alias, paths in owners.items()}


def _seen_in(path: str) -> Cause | None:
    """Why a link is broken if its *path* alone tells."""
    if path.startswith("|") or not path:
        return Cause.EMPTY
    if not path.strip("./ "):
        return Cause.HERE
    if "{{" in path or "<%" in path:
        return Cause.TEMPLATE
    return Cause.ADDRESS if _WEB_ADDRESS.match(path) else None


def _written(link: Link, name: str) -> str:
    if link.syntax in {"markdown", "reference", "canvas"}:
        return name
    embed = "!" if link.embed else ""
    return f"{embed}[[{name.removesuffix('.md')}]]"
