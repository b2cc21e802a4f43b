"""What the writer of a broken link may have meant."""

import re
from functools import cached_property

from vaultgraph.graph.near import NearNames
from vaultgraph.graph.resolve import Resolver, fold
from vaultgraph.model import Link
from vaultgraph.reading import Vault

__all__ = ["Hints"]

_WEB_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|www\.")


class Hints:
    """Finds existing names near those of broken links."""

    def __init__(self, vault: Vault, resolver: Resolver) -> None:
        self._vault = vault
        self._resolver = resolver

    def hint(self, link: Link) -> str:
        """How to mend *link*; empty if nothing in the vault comes near."""
        if _WEB_ADDRESS.match(link.path):
            return "a web address is written [text](address)"
        name = link.path.rpartition("/")[2]
        if elsewhere := self._resolver.candidates(name):
            return f"did you mean {_written(link, elsewhere[0])}?"
        if real := self._aliases.get(fold(link.path)):
            return f"{link.path} is an alias: write [[{real}|{link.path}]]"
        near = [_written(link, candidate) for candidate in self._names.find(name)]
        return f"did you mean {' or '.join(near)}?" if near else ""

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
    embed = "!" if link.embed and link.syntax == "wikilink" else ""
    return f"{embed}[[{name.removesuffix('.md')}]]"
