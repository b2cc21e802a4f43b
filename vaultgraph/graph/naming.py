"""Find the file that a name given by the user refers to."""

from collections.abc import Sequence

from vaultgraph.errors import UsageError
from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.graph.similar_names import suggest_names
from vaultgraph.messages import did_you_mean, join, say

__all__ = ["find_file"]

_MAX_NAMES = 5


def find_file(graph: VaultGraph, name: str) -> str:
    """Return the path of the file that *name* refers to, as in a link, or by an alias.

    Raises UsageError if there is none, or more than one.
    """
    candidates = graph.resolver.candidates(name)
    if len(candidates) > 1 and graph.resolver.is_ambiguous(name, ""):
        raise UsageError(
            say("{count} files are called {name}", count=len(candidates), name=name),
            hint=_choice(candidates),
        )
    path = graph.resolver.resolve(name, "")
    return path or _by_alias(graph, name)


def _by_alias(graph: VaultGraph, name: str) -> str:
    wanted = fold(name)
    paths = [note.path for note in graph.notes if wanted in map(fold, note.aliases)]
    if len(paths) > 1:
        raise UsageError(
            say("{count} notes have the alias {name}", count=len(paths), name=name),
            hint=_choice(paths),
        )
    if paths:
        return paths[0]
    plain = name.rpartition("/")[2].removesuffix(".md")
    similar = suggest_names(plain, (note.name for note in graph.notes))
    hint = did_you_mean(similar) if similar else ""
    raise UsageError(say("nothing in the vault is called {name}", name=name), hint=hint)


def _choice(paths: Sequence[str]) -> str:
    shown = [path.removesuffix(".md") for path in paths[:_MAX_NAMES]]
    if more := len(paths) - len(shown):
        shown.append(say("or {count:,} more", count=more))
    return say("name one of them: {names}", names=join(", ", shown))
