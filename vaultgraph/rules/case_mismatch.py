"""The rule `case-mismatch`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, on=False)
def case_mismatch(graph: VaultGraph) -> Iterator[Finding]:
    """A link is written in other capitals than its file.

    Obsidian does not mind, but other programs do, and web sites built from the vault.

    Bad::

        -- Heat.md --
        [[entropy]]
        -- Entropy.md --

    Good::

        -- Heat.md --
        [[Entropy]]
        -- Entropy.md --
    """
    for edge in graph.edges:
        if edge.target is None or not edge.link.path:
            continue
        written = edge.link.path
        name = edge.target.removesuffix(".md") if not written.endswith(".md") else edge.target
        actual = name[-len(written) :]
        if written != actual and written.lower() == actual.lower():
            hint = f"write {actual}"
            yield Finding(edge.place, f"the file is called {actual}, not {written}", hint)
