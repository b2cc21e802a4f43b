"""The input of every report format."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.model import Diagnostic
from vaultgraph.reports.terminal import Style
from vaultgraph.rules import Rule

__all__ = ["Report"]


class Report(NamedTuple):
    """The `diagnostics` of `rules` for the vault of `graph`.

    Findings of rules that match a glob of `ungrouped_rules` are reported one by one.  `folder` is
    the path from the current folder to the vault, empty if the vault is not below it.
    """

    graph: VaultGraph
    diagnostics: Sequence[Diagnostic]
    rules: Sequence[Rule]
    ungrouped_rules: Collection[str] = ()
    folder: str = ""
    style: Style = Style()
    language: Language = ENGLISH
