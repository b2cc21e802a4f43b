"""What to lint: the vault, the rules, and the paths to report on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.cache.snapshot import Snapshot
from vaultgraph.commands.opening import read_graph, with_anki
from vaultgraph.commands.selected_paths import paths_from_args, within
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.linting import Linter, choose_rules
from vaultgraph.model import Diagnostic
from vaultgraph.processes import cpu_count
from vaultgraph.reading import Workers
from vaultgraph.rules import Rule
from vaultgraph.settings import Settings, load_settings

if TYPE_CHECKING:
    from vaultgraph.commands.revisions import RevisionName

__all__ = ["LintRequest"]


class LintRequest(NamedTuple):
    """The options of `lint` that determine its findings, and the `language` of remarks.

    `root` is the vault; `select` and `ignore` are globs of rule names; `only` are the paths to
    report on, all if empty.  `card_styles` override the vault's own; `baseline` is the file of
    known findings and `anki` the collection to compare with, both empty for none.  `deep` enables
    the slower checks of rules that have any, `is_cached` reading and writing the cache, and
    `follow_links` following symbolic links that point outside the vault.  `since` is the revision
    in git to compare with, empty for none.
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
    language: Language = ENGLISH
    since: str = ""

    def rules(self, settings: Settings) -> list[Rule]:
        """Return the rules to run, configured by *settings*; UsageError for an unknown rule."""
        chosen = choose_rules(self.select, self.ignore, settings, anki=bool(self.anki))
        return [rule.with_option("deep", True) if self.deep else rule for rule in chosen]

    def open(self) -> tuple[VaultGraph, Linter]:
        """Read the settings and the vault; return its graph and a linter.

        Raises UsageError for invalid settings or an unknown rule, VaultError or AnkiError if the
        vault or the collection cannot be read.
        """
        settings = load_settings(self.root)
        linter = self._linter(settings)
        graph = self._read(settings, linter.workers)
        return with_anki(graph, self.anki, self.language), linter

    def _read(self, settings: Settings, workers: Workers) -> VaultGraph:
        return read_graph(
            self.root,
            settings,
            self.card_styles,
            workers,
            language=self.language,
            follow_links=self.follow_links,
        )

    def lint(self) -> tuple[VaultGraph, Linter, list[Diagnostic]]:
        """Read the vault, from the cache where possible, and return its findings.

        Saves a new snapshot only if all rules ran: findings of some rules cannot serve a later run
        with others.  Raises what `open` raises.
        """
        if not self.is_cached:
            graph, linter = self.open()
            return graph, linter, self.run_rules(graph, linter)
        snapshot = Snapshot(self.root, self.card_styles or (), follows_links=self.follow_links)
        settings = load_settings(self.root)
        linter = self._linter(settings)
        known = snapshot.load(settings)
        graph = known.graph if known else self._read(settings, linter.workers)
        is_up_to_date = (
            known and linter.restore_state(known.earlier, known.rule_results) and known.is_fresh
        )
        diagnostics = self.run_rules(graph, linter)
        if not (self.select or self.ignore or is_up_to_date):
            snapshot.save(graph, linter.dump_state())
        return graph, linter, diagnostics

    def read(self) -> VaultGraph:
        """Read the vault, from the cache where possible, and return its graph without linting it.

        Raises what `open` raises.
        """
        settings = load_settings(self.root)
        if self.is_cached:
            snapshot = Snapshot(self.root, self.card_styles or (), follows_links=self.follow_links)
            if known := snapshot.load(settings):
                return known.graph
        return self._read(settings, Workers(cpu_count()))

    def _linter(self, settings: Settings) -> Linter:
        return Linter(self.rules(settings), settings, processes=cpu_count())

    def run_rules(self, graph: VaultGraph, linter: Linter) -> list[Diagnostic]:
        """Return the findings of *linter* in the paths `only`."""
        return self.within(graph, linter.lint(graph))

    def within(self, graph: VaultGraph, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """Return those of *diagnostics* that are in the paths `only`."""
        return within(paths_from_args(graph, self.only), diagnostics)

    def find_since(self) -> "RevisionName | None":
        """Return the revision to compare with, if any; raises what `find_revision` raises."""
        if not self.since:
            return None
        from vaultgraph.commands.revisions import find_revision

        return find_revision(self.root, self.since)
