"""What a lint looks at, and what of it is told."""

from collections.abc import Sequence
from typing import NamedTuple

from vaultgraph.cache.snapshot import Snapshot
from vaultgraph.commands.opening import read_graph, with_anki
from vaultgraph.commands.selected_paths import paths_from_args, within
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import Linter, choose_rules
from vaultgraph.model import Diagnostic
from vaultgraph.processes import cpu_count
from vaultgraph.rules import Rule
from vaultgraph.settings import Settings, load_settings

__all__ = ["LintRequest"]


class LintRequest(NamedTuple):
    """The vault at `root`, the rules by the globs `select` and `ignore`, the places `only`.

    `card_styles` replace the vault's own; `baseline` is the file of what is known already, `anki`
    that of the collection to compare with; empty for none.  Rules that can look deeper do if it is
    to be `deep`.  What is known from earlier runs is used and kept if it `is_cached`.  Symbolic
    links that lead out of the vault are read if `follow_links`.
    """

    root: str
    select: Sequence[str]
    ignore: Sequence[str]
    only: Sequence[str]
    card_styles: Sequence[str] | None
    baseline: str
    anki: str
    deep: bool
    is_cached: bool
    follow_links: bool = False

    def rules(self, settings: Settings) -> list[Rule]:
        """The rules to run, set by *settings*; UsageError if what is asked for does not exist."""
        chosen = choose_rules(self.select, self.ignore, settings, anki=bool(self.anki))
        return [rule.with_option("deep", True) if self.deep else rule for rule in chosen]

    def open(self) -> tuple[VaultGraph, Linter]:
        """Read the settings and the vault.

        Raises UsageError if the settings or the rules asked for do not exist, VaultError or
        AnkiError if the vault or the collection cannot be read.
        """
        settings = load_settings(self.root)
        linter = self._linter(settings)
        return with_anki(self._read(settings, linter), self.anki), linter

    def _read(self, settings: Settings, linter: Linter) -> VaultGraph:
        styles, follow_links = self.card_styles, self.follow_links
        return read_graph(self.root, settings, styles, linter.workers, follow_links=follow_links)

    def lint(self) -> tuple[VaultGraph, Linter, list[Diagnostic]]:
        """Read the settings and the vault, as far as they are not known, and judge them.

        Raises what `open` raises.
        """
        if not self.is_cached:
            graph, linter = self.open()
            return graph, linter, self.run_rules(graph, linter)
        memory = Snapshot(self.root, self.card_styles or (), follows_links=self.follow_links)
        settings = load_settings(self.root)
        linter = self._linter(settings)
        known = memory.load(settings)
        graph = known.graph if known else self._read(settings, linter)
        is_good = (
            known and linter.restore_state(known.earlier, known.rule_results) and known.is_fresh
        )
        diagnostics = self.run_rules(graph, linter)
        if not (self.select or self.ignore or is_good):
            memory.save(graph, linter.dump_state())
        return graph, linter, diagnostics

    def _linter(self, settings: Settings) -> Linter:
        return Linter(self.rules(settings), settings, processes=cpu_count())

    def run_rules(self, graph: VaultGraph, linter: Linter) -> list[Diagnostic]:
        """What *linter* says of the places that are looked at."""
        return within(paths_from_args(graph, self.only), linter.lint(graph))
