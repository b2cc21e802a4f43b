"""Which file someone means who names it."""

from collections.abc import Sequence

from vaultgraph.errors import UsageError
from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.graph.similar_names import suggest_names

__all__ = ["find_file"]

_MOST_NAMES = 5


def find_file(graph: VaultGraph, name: str) -> str:
    """The path of the file that *name* means: as in a link, or by an alias.

    Raises UsageError if there is none, or more than one.
    """
    candidates = graph.resolver.candidates(name)
    if len(candidates) > 1 and graph.resolver.is_ambiguous(name, ""):
        raise UsageError(f"{len(candidates)} files are called {name}", hint=_choice(candidates))
    path = graph.resolver.resolve(name, "")
    return path or _by_alias(graph, name)


def _by_alias(graph: VaultGraph, name: str) -> str:
    wanted = fold(name)
    paths = [note.path for note in graph.notes if wanted in map(fold, note.aliases)]
    if len(paths) > 1:
        raise UsageError(f"{len(paths)} notes have the alias {name}", hint=_choice(paths))
    if paths:
        return paths[0]
    near = suggest_names(name, (note.name for note in graph.notes))
    hint = f"did you mean {' or '.join(near)}?" if near else ""
    raise UsageError(f"nothing in the vault is called {name}", hint=hint)


def _choice(paths: Sequence[str]) -> str:
    more = f", or {len(paths) - _MOST_NAMES:,} more" if len(paths) > _MOST_NAMES else ""
    shown = (path.removesuffix(".md") for path in paths[:_MOST_NAMES])
    return f"name one of them: {', '.join(shown)}{more}"
