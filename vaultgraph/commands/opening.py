"""What every command begins with."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from vaultgraph.cache.output import Dependencies
from vaultgraph.cache.snapshot import Snapshot
from vaultgraph.graph import VaultGraph
from vaultgraph.printing import safe
from vaultgraph.processes import cpu_count
from vaultgraph.reading import Workers, config_files, find_vault, read_vault, vault_marks
from vaultgraph.settings import Settings, load_settings

__all__ = ["Opened", "begin", "locate", "open_vault", "read_graph", "with_anki"]


class Opened(NamedTuple):
    """The `graph` of a vault, on what an answer about it rests, and what was `printed` already.

    There is no `basis` if the answer is not to be kept: Anki may change at any time.
    """

    graph: VaultGraph
    basis: Dependencies | None
    printed: str


def begin(vault: str) -> tuple[str, str, Dependencies]:
    """The folder of *vault*, see `locate`, what was said of it, and a basis with its settings."""
    basis = Dependencies()
    root, remark = _find(vault)
    basis.add_settings((*vault_marks(vault or os.curdir), *config_files(root)))
    sys.stderr.write(remark)
    return root, remark, basis


def open_vault(
    vault: str,
    card_styles: Sequence[str] | None = None,
    anki: str = "",
    *,
    follow_links: bool = False,
) -> Opened:
    """Open *vault*; if empty, the vault that holds the current folder, and say which.

    What a lint has read is not read again.  *card_styles* replace those in which the vault's
    settings look for flashcards, *anki* is where to find the collection; symbolic links out of the
    vault are read if *follow_links*.  Raises VaultError or AnkiError if one of them cannot be read,
    UsageError if there is no such style.
    """
    root, printed, basis = begin(vault)
    memory = Snapshot(root, card_styles or (), follows_links=follow_links)
    settings = load_settings(root)
    known = memory.load(settings)
    if known:
        graph = known.graph
    else:
        workers = Workers(cpu_count())
        graph = read_graph(root, settings, card_styles, workers, follow_links=follow_links)
    if anki:
        return Opened(with_anki(graph, anki), None, printed)
    basis.root, basis.files = root, graph.vault.stamps
    return Opened(graph, basis, printed)


def locate(vault: str) -> str:
    """The folder of *vault*; if empty, of the vault around the current folder, and say which."""
    root, remark = _find(vault)
    sys.stderr.write(remark)
    return root


def _find(vault: str) -> tuple[str, str]:
    """The folder of *vault*; if empty, of the vault around the current folder; and a remark."""
    if not vault:
        root = find_vault(os.curdir)
        return root, f"vault: {os.path.abspath(root)}\n"
    around = find_vault(vault) if os.path.isdir(vault) else vault
    if os.path.realpath(around) == os.path.realpath(vault):
        return vault, ""
    return vault, f"note: {vault} is part of the vault {around}; links out of it look broken\n"


def read_graph(
    root: str,
    settings: Settings,
    card_styles: Sequence[str] | None,
    workers: Workers,
    *,
    follow_links: bool = False,
) -> VaultGraph:
    """The graph of the vault at *root* under *settings*, read by *workers*; see `open_vault`."""
    with _patience(f"reading {root} …"):
        vault = read_vault(root, card_styles or (), workers=workers, follows_links=follow_links)
    return VaultGraph(vault, settings)


def with_anki(graph: VaultGraph, anki: str) -> VaultGraph:
    """The *graph*, with the collection of *anki* if that is not empty."""
    if not anki:
        return graph
    from vaultgraph.anki import read_collection

    vault = graph.vault
    with _patience(f"reading {anki} …"):
        collection = read_collection(anki, ids=vault.card_ids, tag=vault.card_finder.settings.tag)
    graph.anki = collection
    return graph


@contextmanager
def _patience(message: str) -> Iterator[None]:
    """Say *message* on a terminal if the work takes longer than a second.

    By a signal and not by a thread, for with one no process can be forked safely.
    """
    if not sys.stderr.isatty() or os.name != "posix":
        yield
        return
    import signal

    said = []

    message = safe(message)

    def say(*_: object) -> None:
        said.append(message)
        print(message, end="\r", file=sys.__stderr__, flush=True)

    earlier = signal.signal(signal.SIGALRM, say)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
        if said:
            print(" " * len(message), end="\r", file=sys.__stderr__)
