"""Compare a vault with a revision in git: `lint --since` and `diff`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultgraph.commands.selected_paths import within
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.history import History
from vaultgraph.linting import Linter
from vaultgraph.linting.comparing import FindingChanges, compare_findings
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Removal
from vaultgraph.reading import Vault
from vaultgraph.reading.repository import Repository
from vaultgraph.reading.revision import Revision, find_renames, read_revision

__all__ = [
    "RevisionComparison",
    "RevisionName",
    "compare",
    "compare_with_disk",
    "find_revision",
    "only_new",
]


class RevisionName(NamedTuple):
    """A revision as the user wrote it, the hash of its commit, and where that is."""

    name: str
    commit: str
    repository: Repository


class RevisionComparison(NamedTuple):
    """The graph `before` and `after`, the findings after it, and what differs.

    `renames` are the later paths of renamed files by their earlier ones.
    """

    before: VaultGraph
    after: VaultGraph
    diagnostics: list[Diagnostic]
    findings: FindingChanges
    renames: dict[str, str]


def find_revision(root: str, name: str, repository: Repository | None = None) -> RevisionName:
    """Return the revision *name* of the vault at *root*, before the vault is read.

    Raises VaultError if the vault is not in git, UsageError for an unknown revision.
    """
    repository = repository or Repository(root)
    return RevisionName(name, repository.commit(name), repository)


def compare(
    since: RevisionName,
    after: Revision,
    graph: VaultGraph,
    linter: Linter,
    *,
    vault: Vault,
    diagnostics: list[Diagnostic] | None = None,
) -> RevisionComparison:
    """Compare *graph*, that of the revision *after*, with *since*; *vault* is the one on disk.

    *diagnostics* are those of *linter* for the graph, if it was the last that it linted.  Both
    revisions are linted with the removals of files that links still name.
    """
    repository = since.repository
    before = read_revision(vault, repository, since.commit, after)
    renames = find_renames(repository, before, after)
    if graph.broken:
        graph.use_history(History(_removals(repository, before, after, renames)))
    if diagnostics is None:
        diagnostics = linter.lint(graph)
    elif affected := [*graph.lost_targets()]:
        diagnostics = linter.check_again(graph, affected)
    earlier = graph.updated(before.vault)
    paths = {removal.path: removal.renamed for removal in renames}
    findings = compare_findings(linter.lint(earlier), diagnostics, paths)
    return RevisionComparison(earlier, graph, diagnostics, findings, paths)


def compare_with_disk(
    since: RevisionName, graph: VaultGraph, linter: Linter, diagnostics: list[Diagnostic]
) -> RevisionComparison:
    """Compare *graph*, that of the vault on disk, with *since*; see `compare`."""
    return compare(
        since, Revision(graph.vault), graph, linter, vault=graph.vault, diagnostics=diagnostics
    )


def only_new(
    since: RevisionName,
    compared: RevisionComparison,
    diagnostics: Sequence[Diagnostic],
    paths: Sequence[str],
) -> tuple[list[Diagnostic], Message]:
    """Return those of *diagnostics*, findings in *paths*, that are new, and a summary."""
    is_new = set(map(id, compared.findings.new))
    new = [found for found in diagnostics if id(found) in is_new]
    known = len(diagnostics) - len(new)
    gone = len(within(paths, compared.findings.resolved))
    counts = [say_count("{count:,} known", "{count:,} known", known)]
    if gone:
        counts.append(say_count("{count:,} resolved", "{count:,} resolved", gone))
    return new, say("since {revision}: {counts}", revision=since.name, counts=join(", ", counts))


def _removals(
    repository: Repository, before: Revision, after: Revision, renames: Sequence[Removal]
) -> Iterator[Removal]:
    """Yield what was removed between two revisions: by commits, then what no commit explains."""
    if until := after.commit or repository.head():
        yield from repository.removals(before.commit, until)
    yield from renames
    gone = before.vault.stamps.keys() - after.vault.stamps.keys()
    yield from map(Removal, sorted(gone - {removal.path for removal in renames}))
