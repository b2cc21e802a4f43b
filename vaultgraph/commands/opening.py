"""Locate and open the vault: what every command starts with."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from vaultgraph.cache.output import Dependencies
from vaultgraph.cache.snapshot import Snapshot
from vaultgraph.commands.locating import Place, find_place
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.printing import safe
from vaultgraph.processes import cpu_count
from vaultgraph.reading import Workers, config_files, read_vault
from vaultgraph.settings import Settings, load_settings
from vaultgraph.storage.folder import is_interrupted

__all__ = ["Opened", "begin", "locate", "open_vault", "read_graph", "with_anki"]


class Opened(NamedTuple):
    """The `graph` of a vault, the dependencies of any output about it, and what was `printed`.

    `dependencies` is None if the output must not be cached: an Anki collection may change at any
    time.
    """

    graph: VaultGraph
    dependencies: Dependencies | None
    printed: str


def begin(place: Place, language: Language) -> tuple[str, Dependencies]:
    """Print the remark about *place* and return it, and the settings there as dependencies.

    A change of the vault that was interrupted is taken back first.
    """
    _recover(place.root, language)
    dependencies = Dependencies()
    dependencies.add_settings((*place.evidence, *config_files(place.root)))
    return _print_remark(place, language), dependencies


def open_vault(
    vault: str,
    card_styles: Sequence[str] | None = None,
    anki: str = "",
    *,
    language: Language,
    follow_links: bool = False,
) -> Opened:
    """Open *vault*; if empty, the vault around the current folder, whose path is printed.

    The snapshot of an earlier lint is reused.  *card_styles* override the vault's card styles,
    *anki* is the collection to compare with, *language* is that of remarks, *follow_links* follows
    symbolic links that point outside the vault.  Raises VaultError or AnkiError if the vault or the
    collection cannot be read, UsageError for an unknown style.
    """
    place = find_place(vault)
    root, (printed, dependencies) = place.root, begin(place, language)
    snapshot = Snapshot(root, card_styles or (), follows_links=follow_links)
    settings = load_settings(root)
    known = snapshot.load(settings)
    if known:
        graph = known.graph
    else:
        workers = Workers(cpu_count())
        graph = read_graph(
            root, settings, card_styles, workers, language=language, follow_links=follow_links
        )
    if anki:
        return Opened(with_anki(graph, anki, language), None, printed)
    dependencies.root, dependencies.files = root, graph.vault.stamps
    return Opened(graph, dependencies, printed)


def _recover(root: str, language: Language) -> None:
    """Take back a change that was interrupted: it leaves the vault as it was before."""
    if not is_interrupted(root):
        return
    from vaultgraph.changing import recover

    title = recover(root)
    if title:
        remark = say("taken back, as it was interrupted: {title}", title=title)
        print(safe(language.say(remark)), file=sys.stderr)


def locate(vault: str, language: Language) -> str:
    """Return the folder of *vault* as `find_place` does, printing the remark about it."""
    place = find_place(vault)
    _recover(place.root, language)
    _print_remark(place, language)
    return place.root


def _print_remark(place: Place, language: Language) -> str:
    remark = language.say(place.remark) + "\n" * bool(place.remark)
    sys.stderr.write(remark)
    return remark


def read_graph(
    root: str,
    settings: Settings,
    card_styles: Sequence[str] | None,
    workers: Workers,
    *,
    language: Language,
    follow_links: bool = False,
) -> VaultGraph:
    """Read the vault at *root* with *workers* and return its graph; see `open_vault`."""
    with _progress_message(say("reading {path} …", path=root), language):
        vault = read_vault(root, card_styles or (), workers=workers, follows_links=follow_links)
    return VaultGraph(vault, settings)


def with_anki(graph: VaultGraph, anki: str, language: Language) -> VaultGraph:
    """Return *graph*, with the collection of *anki* attached unless *anki* is empty."""
    if not anki:
        return graph
    from vaultgraph.anki import read_collection

    vault = graph.vault
    with _progress_message(say("reading {path} …", path=anki), language):
        collection = read_collection(anki, ids=vault.card_ids, tag=vault.card_finder.settings.tag)
    graph.anki = collection
    return graph


@contextmanager
def _progress_message(message: Message, language: Language) -> Iterator[None]:
    """Show *message* in this *language* on a terminal while the work takes longer than a second.

    Uses a signal instead of a thread: a process with threads cannot be forked safely.
    """
    if not sys.stderr.isatty() or os.name != "posix":
        yield
        return
    import signal

    shown = []
    text = safe(language.say(message))

    def show(*_: object) -> None:
        shown.append(text)
        print(text, end="\r", file=sys.__stderr__, flush=True)

    earlier = signal.signal(signal.SIGALRM, show)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)
        if shown:
            print(" " * len(text), end="\r", file=sys.__stderr__)
