"""Resolve which notes and cards an audit covers."""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.levels import level_key
from vaultgraph.graph.study_order import Study
from vaultgraph.messages import did_you_mean, join, say
from vaultgraph.model import Card, Note

__all__ = ["Scope", "ScopeRequest", "resolve_scope"]


Cards = tuple[tuple[Note, Card], ...]


class Scope(NamedTuple):
    """The scope of an audit: its kind and name, the paths of its notes, and its cards.

    The kind is vault, deck, tag, folder or note, or mix for several of them. `named` are the paths
    of the requested notes, which are in the order even if nothing gives them a place in it.
    """

    kind: str
    name: str
    paths: frozenset[str]
    cards: Cards
    named: frozenset[str] = frozenset()


class ScopeRequest(NamedTuple):
    """What is requested; the whole vault if all are empty.  Notes are given by path.

    Decks, tags and folders may be given by any of their levels, see `level_key`.
    """

    decks: Sequence[str] = ()
    tags: Sequence[str] = ()
    folders: Sequence[str] = ()
    notes: Sequence[str] = ()


class _Part(NamedTuple):
    """A part of the vault: the paths of its notes and, of a deck, the names of its decks."""

    paths: frozenset[str]
    decks: frozenset[str] | None = None

    def has(self, note: Note, card: Card) -> bool:
        """Whether the *card* of *note* belongs to it."""
        return note.path in self.paths if self.decks is None else card.deck in self.decks


def resolve_scope(
    graph: VaultGraph, study: Study, hidden: Collection[str], request: ScopeRequest
) -> Scope:
    """Return the scope for *request*, all that is requested together.

    A deck includes its subdecks, and those of the *hidden* notes that name it; tags and folders
    include nested ones, and a note all of its prerequisites. Raises UsageError for an unknown deck,
    tag or folder.
    """
    parts = {
        "deck": [_of_deck(graph, hidden, deck) for deck in request.decks],
        "tag": [_of_tag(graph, tag) for tag in request.tags],
        "folder": [_of_folder(graph, folder) for folder in request.folders],
        "note": [_Part(frozenset((*study.prerequisites(n), n))) for n in request.notes],
    }
    asked = [kind for kind, found in parts.items() if found]
    if not asked:
        return Scope("vault", graph.vault.name, frozenset(graph.vault.notes), tuple(graph.cards))
    every = [part for found in parts.values() for part in found]
    return Scope(
        asked[0] if len(asked) == 1 else "mix",
        ", ".join(_names(graph, request)),
        frozenset().union(*(part.paths for part in every)),
        tuple((n, card) for n, card in graph.cards if any(part.has(n, card) for part in every)),
        frozenset(request.notes),
    )


def _names(graph: VaultGraph, request: ScopeRequest) -> Iterator[str]:
    yield from request.decks
    yield from ("#" + tag.lstrip("#") for tag in request.tags)
    yield from request.folders
    yield from (graph.label(graph.vault.notes[note]) for note in request.notes)


def _of_deck(graph: VaultGraph, hidden: Collection[str], deck: str) -> _Part:
    named = {path: _named_deck(graph, path) for path in hidden}
    known = {card.deck for _, card in graph.cards} | {*named.values()}
    chosen = frozenset(name for name in known if level_key(deck) in level_key(name))
    if not chosen:
        levels = sorted({level for _, card in graph.cards for level in _levels(card.deck)})
        raise UsageError(
            say("no card is in the deck {deck}", deck=deck),
            hint=_similar(deck, levels, say("this vault has no decks")),
        )
    paths = {note.path for note, card in graph.cards if card.deck in chosen}
    return _Part(frozenset(paths.union(p for p, name in named.items() if name in chosen)), chosen)


def _of_folder(graph: VaultGraph, folder: str) -> _Part:
    wanted = level_key(folder)
    paths = [note.path for note in graph.notes if wanted in level_key(note.folder)]
    if not paths:
        folders = sorted({note.folder for note in graph.notes if note.folder})
        raise UsageError(
            say("no note is in the folder {folder}", folder=folder),
            hint=_similar(folder, folders, say("this vault has no folders")),
        )
    return _Part(frozenset(paths))


def _named_deck(graph: VaultGraph, path: str) -> str:
    """The deck for cards of the note at *path*."""
    finder = graph.vault.card_finder
    return finder.named_deck(path, graph.vault.text(path)) or finder.settings.deck


def _levels(deck: str) -> Iterator[str]:
    """Yield *deck* and its parent decks."""
    names = deck.split("::")
    yield from ("::".join(names[:length]) for length in range(1, len(names) + 1))


def _of_tag(graph: VaultGraph, tag: str) -> _Part:
    wanted = level_key(tag)
    paths, tags = [], set()
    for note in graph.notes:
        names = {
            name.lstrip("#") for name in (*note.frontmatter_tags, *(t.name for t in note.tags))
        }
        tags |= names
        if any(wanted in level_key(name) for name in names):
            paths.append(note.path)
    if not paths:
        raise UsageError(
            say("no note has the tag {tag}", tag=tag),
            hint=_similar(tag.lstrip("#"), sorted(tags), say("this vault has no tags")),
        )
    return _Part(frozenset(paths))


def _similar(name: str, names: Sequence[str], none: str) -> str:
    similar = get_close_matches(name, names, n=1)
    if similar:
        return did_you_mean([similar[0]])
    return say("there are {names}", names=join(", ", [*names[:5]])) if names else none
