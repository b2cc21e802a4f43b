"""The rule `duplicate-note-name`."""

from collections.abc import Iterable, Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.distinctive import is_usual_name
from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_MOST_FOLDERS = 3
_NUMBER = lazy_re(r"\d+")


@rule(Severity.INFO, on="vault", skips_templates=True)
def duplicate_note_name(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same name in different folders.

    A link by name alone reaches only one of them, and which one depends on where it is written.
    Links that are in doubt already are reported by `ambiguous-link`, notes that are copies by
    `duplicate-note`.

    When it is wrong to worry: a README, the index of a folder and the note of a day have the name
    that they should have, and names such as Introduction tell none apart; the numbers of folders
    do; empty notes are reported as such.  They are not reported, nor is the note that was made from
    a template of the same name.

    Bad::

        -- Physics/Energy.md --
        What is conserved.
        -- Society/Energy.md --
        What is sold.

    Good::

        -- Physics/Energy.md --
        What is conserved.
        -- Society/Energy policy.md --
        What is sold.

    Fine::

        -- README.md --
        What this is.
        -- Physics/README.md --
        What that is.
        -- Templates/Energy.md --
        A source of energy:
        -- Physics/Energy.md --
        What is conserved.
        -- Journal/2026-11-24.md --
        Rain.
        -- Laboratory/2026-11-24.md --
        No result.
    """
    groups = [group for paths in graph.namesakes if len(group := _judged(graph, paths)) > 1]
    ambiguous = set(_ambiguous_names(graph)) if groups else ()
    for paths in groups:
        if all(graph.vault.notes[path].has("is_empty") for path in paths) or _are_numbered(paths):
            continue
        name = graph.vault.notes[paths[0]].name
        if fold(name) not in ambiguous:
            message = f"{len(paths)} notes are called {name}: {_folders(paths)}"
            hint = "link them by their paths, or give them names of their own"
            empty = [path for path in paths if not graph.vault.text(path).strip()]
            if empty:
                hint = f"a link may open {empty[0]}, which is empty; {hint}"
            group_message = "{count} names belong to several notes"
            yield Finding(Span(paths[0]), message, hint, group_message)


def _judged(graph: VaultGraph, paths: Iterable[str]) -> list[str]:
    """Those of *paths* that are to be judged, the shortest first; of colliding ones the last."""
    return sorted(
        {fold(path): path for path in paths if _is_judged(graph, path)}.values(), key=_by_length
    )


def _is_judged(graph: VaultGraph, path: str) -> bool:
    """Whether the note at *path* may have any other name, and is no copy that is reported."""
    vault = graph.vault
    if is_usual_name(vault.notes[path].name) or path in graph.copied_notes:
        return False
    is_left_out = path in vault.excluded or path in vault.source_code
    return not is_left_out and not vault.is_template(path) and not vault.is_day(path)


def _are_numbered(paths: Iterable[str]) -> bool:
    """Whether the numbers of their folders tell *paths* apart, such as `Lab 1` and `Lab 2`."""
    return len({_NUMBER.sub("", path) for path in paths}) == 1


def _ambiguous_names(graph: VaultGraph) -> Iterator[str]:
    """Yield the names of notes, folded, that `ambiguous-link` reports."""
    for links in graph.notable_links:
        for edge in links.notable:
            path = edge.link.path
            if edge.target and path and graph.resolver.is_ambiguous(path, edge.source):
                yield fold(path.rpartition("/")[2].removesuffix(".md"))


def _by_length(path: str) -> tuple[int, str]:
    return len(path), path


def _folders(paths: Sequence[str]) -> str:
    """The folders of *paths* in words, of many only the first."""
    names = [path.rpartition("/")[0] or "the top of the vault" for path in paths]
    if len(names) > _MOST_FOLDERS:
        names[_MOST_FOLDERS:] = [f"{len(names) - _MOST_FOLDERS} more"]
    return f"in {', '.join(names[:-1])} and {names[-1]}"
