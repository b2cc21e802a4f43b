"""What a report is made of."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.model import Diagnostic
from vaultgraph.reports.terminal import Style
from vaultgraph.rules import Rule

__all__ = ["Report"]


class Report(NamedTuple):
    """The `diagnostics` of `rules` about the vault of `graph`.

    Findings of the rules that a glob of `ungrouped_rules` matches are reported one by one; `folder`
    leads from the current folder to the vault, and is empty if the vault is not below it.
    """

    graph: VaultGraph
    diagnostics: Sequence[Diagnostic]
    rules: Sequence[Rule]
    ungrouped_rules: Collection[str] = ()
    folder: str = ""
    style: Style = Style()
    language: Language = ENGLISH
