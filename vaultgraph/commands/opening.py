"""Locate and open the vault: what every command starts with."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from vaultgraph.cache.output import Dependencies
from vaultgraph.cache.snapshot import Snapshot
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import Language
from vaultgraph.messages import Message, say
from vaultgraph.printing import safe
from vaultgraph.processes import cpu_count
from vaultgraph.reading import Workers, config_files, find_vault, read_vault, vault_marks
from vaultgraph.settings import Settings, load_settings

__all__ = ["Opened", "begin", "locate", "open_vault", "read_graph", "with_anki"]


class Opened(NamedTuple):
    """The `graph` of a vault, the dependencies of any output about it, and what was `printed`.

    `dependencies` is None if the output must not be cached: an Anki collection may change at any
    time.
    """

    graph: VaultGraph
    dependencies: Dependencies | None
    printed: str


def begin(vault: str, language: Language) -> tuple[str, str, Dependencies]:
    """Locate *vault*; return its folder, the remark printed, and its settings as dependencies."""
    dependencies = Dependencies()
    root, remark = _find(vault, language)
    dependencies.add_settings((*vault_marks(vault or os.curdir), *config_files(root)))
    sys.stderr.write(remark)
    return root, remark, dependencies


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
    root, printed, dependencies = begin(vault, language)
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


def locate(vault: str, language: Language) -> str:
    """Return the folder of *vault*; if empty, of the vault around the current folder.

    Prints a remark to stderr if the folder was chosen, or is only part of a vault.
    """
    root, remark = _find(vault, language)
    sys.stderr.write(remark)
    return root


def _find(vault: str, language: Language) -> tuple[str, str]:
    """Return the folder as `locate` does, and the remark about it, empty for none."""
    if not vault:
        root = find_vault(os.curdir)
        return root, language.say(say("vault: {root}", root=os.path.abspath(root))) + "\n"
    around = find_vault(vault) if os.path.isdir(vault) else vault
    if os.path.realpath(around) == os.path.realpath(vault):
        return vault, ""
    remark = say(
        "note: {vault} is part of the vault {around}; "
        "links to notes outside it will be reported as broken",
        vault=vault,
        around=around,
    )
    return vault, language.say(remark) + "\n"


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
