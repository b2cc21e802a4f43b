"""What a report is made of."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic
from vaultgraph.rules import Rule

__all__ = ["Report", "Style"]


class Style(NamedTuple):
    """How to print for people: with colours and links or plain, in how many columns, 0 for any."""

    colour: bool = False
    columns: int = 0

    def paint(self, code: str, text: str) -> str:
        """The *text* in the ANSI colour *code*."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def link(self, address: str, text: str) -> str:
        """The *text* as a terminal hyperlink to *address*."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


class Report(NamedTuple):
    """The `diagnostics` of `rules` about the vault of `graph`.

    Crowds of the rules that the globs `spelled_out` name are told one by one; `folder` leads from
    the current folder to the vault, empty if it lies nowhere below.
    """

    graph: VaultGraph
    diagnostics: Sequence[Diagnostic]
    rules: Sequence[Rule]
    spelled_out: Collection[str] = ()
    folder: str = ""
    style: Style = Style()
