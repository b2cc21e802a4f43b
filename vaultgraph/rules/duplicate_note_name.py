"""The rule `duplicate-note-name`."""

from collections.abc import Iterable, Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.distinctive import is_usual_name
from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import all_of, plural, say, say_count
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_MAX_FOLDERS = 3
_NUMBER = lazy_re(r"\d+")
_GROUP = say("{count:,} names are shared by several notes")


@rule(
    Severity.INFO,
    plural("{count:,} name of several notes", "{count:,} names of several notes"),
    on="vault",
    skips_templates=True,
)
def duplicate_note_name(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same name in different folders.

    A link by name alone reaches only one of them, and which one depends on where it is written.
    Links that are already ambiguous are reported by `ambiguous-link`, notes that are copies by
    `duplicate-note`.

    When it is wrong to worry: a README, the index of a folder and a daily note have the name that
    they should have, a name such as Introduction identifies no note, notes in numbered folders are
    told apart by the numbers, and empty notes are reported as such.  None of them is reported, nor
    is a note that was made from a template of the same name.

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
    groups = [group for paths in graph.namesakes if len(group := _paths_to_check(graph, paths)) > 1]
    ambiguous = set(_ambiguous_names(graph)) if groups else ()
    for paths in groups:
        if all(graph.vault.notes[path].has("is_empty") for path in paths) or _are_numbered(paths):
            continue
        name = graph.vault.notes[paths[0]].name
        if fold(name) not in ambiguous:
            message = say_count(
                "{count:,} note is called {name}: in {folders}",
                "{count:,} notes are called {name}: in {folders}",
                len(paths),
                name=name,
                folders=_list_folders(paths),
            )
            yield Finding(Span(paths[0]), message, _hint(graph, paths), _GROUP)


def _hint(graph: VaultGraph, paths: Iterable[str]) -> str:
    empty = next((path for path in paths if not graph.vault.text(path).strip()), None)
    if empty is None:
        return say("link to them by path, or rename one of them")
    return say(
        "a link may open {path}, which is empty; link to them by path, or rename one of them",
        path=empty,
    )


def _paths_to_check(graph: VaultGraph, paths: Iterable[str]) -> list[str]:
    """Those of *paths* that are checked, the shortest first; of colliding ones the last."""
    return sorted(
        {fold(path): path for path in paths if _is_checked(graph, path)}.values(), key=_by_length
    )


def _is_checked(graph: VaultGraph, path: str) -> bool:
    """Whether the note at *path* may have any other name, and is not a copy that is reported."""
    vault = graph.vault
    if is_usual_name(vault.notes[path].name) or path in graph.copied_notes:
        return False
    is_left_out = path in vault.excluded or path in vault.source_code
    return not is_left_out and not vault.is_template(path) and not vault.is_day(path)


def _are_numbered(paths: Iterable[str]) -> bool:
    """Whether *paths* differ only in numbers, such as those of the folders `Lab 1` and `Lab 2`."""
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


def _list_folders(paths: Sequence[str]) -> str:
    """The folders of *paths* in words, of many only the first."""
    names = [path.rpartition("/")[0] or say("the top of the vault") for path in paths]
    if len(names) > _MAX_FOLDERS:
        names[_MAX_FOLDERS:] = [say("{count:,} more", count=len(names) - _MAX_FOLDERS)]
    return all_of(names)
