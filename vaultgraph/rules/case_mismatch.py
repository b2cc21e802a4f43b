"""The rule `case-mismatch`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Fix, Note, Severity
from vaultgraph.reading import with_path
from vaultgraph.rules import rule


@rule(Severity.INFO, on=False)
def case_mismatch(graph: VaultGraph, source: Note) -> Iterator[Finding]:
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
    for edge in graph.outgoing[source.path].edges:
        if edge.target is None or not edge.link.path:
            continue
        written = edge.link.path
        name = edge.target.removesuffix(".md") if not written.endswith(".md") else edge.target
        actual = name[-len(written) :]
        is_sure = len(graph.resolver.candidates(written)) == 1
        if is_sure and written != actual and written.lower() == actual.lower():
            hint = f"write {actual}"
            text = with_path(graph.written(edge), actual)
            message = f"the file is called {actual}, not {written}"
            yield Finding(edge.place, message, hint, fix=Fix(text) if text else None)
