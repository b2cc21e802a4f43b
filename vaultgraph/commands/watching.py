"""`lint --watch`: lint again whenever a file of the vault is saved."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.locating import folder_here
from vaultgraph.commands.output import width
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.linting import Linter
from vaultgraph.linting.baseline import Baseline, Comparison, read_baseline
from vaultgraph.messages import say
from vaultgraph.model import Diagnostic
from vaultgraph.reading import Vault, is_config_file, reread_vault
from vaultgraph.reports import changes, lint_text
from vaultgraph.reports.report import Report
from vaultgraph.reports.terminal import Style
from vaultgraph.settings import SETTINGS_NAME

if TYPE_CHECKING:
    from watchfiles.main import FileChange

__all__ = ["watch"]

_SETTLED = 10  # milliseconds without a change after which a save counts as finished
_LONGEST_SAVE = 100
_READY = 50  # milliseconds after which the watcher is running


def watch(request: LintRequest, language: Language, *, colour: bool) -> int:
    """Report the findings of *request*, then what each save changes, until Ctrl-C.

    Raises VaultError when the vault no longer exists.
    """
    style = Style(colour, width(""))
    saves = _saves(request.root)
    next(saves)
    graph, linter = request.open()
    diagnostics = _reported(request, graph, linter)
    folder = folder_here(request.root)
    report = Report(graph, diagnostics, linter.rules, request.select, folder, style, language)
    _print("".join(lint_text.render(report)))
    watching = say("watching {root} until Ctrl-C", root=request.root)
    print(language.say(watching), file=sys.stderr)
    for paths in saves:
        if not (saved := {path for path in paths if _is_or_was(path, graph.vault)}):
            continue
        try:
            if any(map(_is_setting, saved)):
                graph, linter = request.open()
            else:
                graph = graph.updated(reread_vault(graph.vault, saved))
            diagnostics = _reported(request, graph, linter)
        except UsageError as error:  # editors often save a half-written settings file
            print(error.lines(language.say), file=sys.stderr)
            continue
        comparison = _compare(report.diagnostics, diagnostics)
        report = report._replace(graph=graph, diagnostics=diagnostics)
        _print(changes.render(report, saved, comparison))
    return 0


def _reported(request: LintRequest, graph: VaultGraph, linter: Linter) -> list[Diagnostic]:
    diagnostics = request.run_rules(graph, linter)
    if request.baseline:
        return read_baseline(request.baseline).compare(diagnostics).new
    return diagnostics


def _print(answer: str) -> None:
    sys.stdout.write(answer)
    sys.stdout.flush()


def _compare(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> Comparison:
    """Return what is new *after* a change and what is resolved.

    Most diagnostics are the same objects as before: only the others need to be compared.
    """
    kept = set(map(id, before)) & set(map(id, after))
    gone = Baseline.from_diagnostics(found for found in before if id(found) not in kept)
    return gone.compare([found for found in after if id(found) not in kept])


def _saves(root: str) -> Iterator[set[str]]:
    """Yield the sets of paths in the vault at *root* that were saved, moved or deleted together.

    The first set is empty and signals that the watcher is ready.  Hidden files are skipped unless
    they are settings.
    """
    top = os.path.realpath(root)
    stream = _watched(top)
    next(stream)
    yield set()
    while True:
        try:
            for saved in stream:
                paths = {os.path.relpath(path, top).replace(os.sep, "/") for _, path in saved}
                if seen := {path for path in paths if _is_setting(path) or not _is_hidden(path)}:
                    yield seen
        except RuntimeError:  # watchfiles fails on a name that is not valid Unicode
            stream = _watched(top)
            next(stream)
            yield {SETTINGS_NAME}  # a settings change makes us read everything again


def _watched(top: str) -> "Iterator[set[FileChange]]":
    """Yield the changes below *top*, and an empty set after each `_READY` without any."""
    from watchfiles import watch as watch_files

    yield from watch_files(
        top,
        watch_filter=None,
        debounce=_LONGEST_SAVE,
        step=_SETTLED,
        rust_timeout=_READY,
        yield_on_timeout=True,
    )


def _is_or_was(path: str, vault: Vault) -> bool:
    """Whether *path* is or was part of *vault*; temporary files of an editor never are."""
    if path in vault.stamps or os.path.lexists(os.path.join(vault.root, path)):
        return True
    return _is_setting(path) or any(known.startswith(f"{path}/") for known in vault.stamps)


def _is_setting(path: str) -> bool:
    return path == SETTINGS_NAME or is_config_file(path)


def _is_hidden(path: str) -> bool:
    return path.startswith(".") or "/." in path
