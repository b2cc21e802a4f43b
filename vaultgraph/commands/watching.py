"""Lint again whenever a file of the vault is saved."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import Linter
from vaultgraph.linting.baseline import Baseline, Comparison
from vaultgraph.model import Diagnostic
from vaultgraph.reading import reread_vault
from vaultgraph.reports import changes, text
from vaultgraph.settings import SETTINGS_NAME

__all__ = ["watch"]

_SETTINGS = re.compile(
    rf"{re.escape(SETTINGS_NAME)}|\.obsidian/app\.json|\.obsidian/plugins/[^/]+/data\.json"
)
_SETTLED = 10  # milliseconds without a change, after which a save counts as done
_LONGEST_SAVE = 100
_READY = 50  # milliseconds after which the watcher is sure to be at work

Start = Callable[[], tuple[VaultGraph, Linter]]
Choose = Callable[[list[Diagnostic]], list[Diagnostic]]


def watch(root: str, start: Start, choose: Choose, *, colour: bool) -> int:
    """Tell what is broken in the vault at *root*, then what each save changes, until Ctrl-C.

    *start* reads the vault and its settings, *choose* says which diagnostics are told.  Raises
    VaultError when the vault is gone.
    """
    style = text.Style(colour)
    saves = _saves(root)
    next(saves)
    graph, linter = start()
    diagnostics = choose(linter.lint(graph))
    _say(text.render(graph, diagnostics, style=style))
    print(f"watching {root} until Ctrl-C", file=sys.stderr)
    for saved in saves:
        try:
            if any(map(_SETTINGS.fullmatch, saved)):
                graph, linter = start()
            else:
                graph = graph.updated(reread_vault(graph.vault, saved))
        except UsageError as error:  # half a settings file is saved often enough
            print(error.lines, file=sys.stderr)
            continue
        before, diagnostics = diagnostics, choose(linter.lint(graph))
        comparison = _compare(before, diagnostics)
        _say(changes.render(graph, saved, comparison, diagnostics, style))
    return 0


def _say(answer: str) -> None:
    sys.stdout.write(answer)
    sys.stdout.flush()


def _compare(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> Comparison:
    """What is new *after* a change, and what is resolved; most diagnostics are the very same."""
    kept = set(map(id, before)) & set(map(id, after))
    gone = Baseline.of(found for found in before if id(found) not in kept)
    return gone.compare([found for found in after if id(found) not in kept])


def _saves(root: str) -> Iterator[set[str]]:
    """Yield the paths in the vault at *root* that were saved, moved or deleted together.

    First comes an empty set, when the watcher is ready; hidden files count only if they are
    settings.
    """
    from watchfiles import watch as watch_files

    top = os.path.realpath(root)
    stream = watch_files(
        top,
        watch_filter=None,
        debounce=_LONGEST_SAVE,
        step=_SETTLED,
        rust_timeout=_READY,
        yield_on_timeout=True,
    )
    next(stream)
    yield set()
    for saved in stream:
        paths = {os.path.relpath(path, top).replace(os.sep, "/") for _, path in saved}
        if seen := {path for path in paths if _SETTINGS.fullmatch(path) or not _is_hidden(path)}:
            yield seen


def _is_hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path
