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


class Scope(NamedTuple):
    """The scope of an audit: its kind (vault, deck, tag or note), its name, notes and cards."""

    kind: str
    name: str
    paths: frozenset[str]
    cards: tuple[tuple[Note, Card], ...]


class ScopeRequest(NamedTuple):
    """The requested `decks`, `tags` or paths of `notes`; the whole vault if all are empty."""

    decks: Sequence[str] = ()
    tags: Sequence[str] = ()
    notes: Sequence[str] = ()


def resolve_scope(
    graph: VaultGraph, study: Study, hidden: Collection[str], request: ScopeRequest
) -> Scope:
    """Return the scope for *request*.

    A deck includes its subdecks, and those of the *hidden* notes that name it; a tag includes
    nested tags; both may be named by any of their levels, see `level_key`. A note includes all of
    its prerequisites. Raises UsageError for an unknown deck or tag, and if more than one kind
    is requested.
    """
    decks, tags, notes = request
    if sum(map(bool, request)) > 1:
        raise UsageError(
            say("an audit is about a deck, a tag or a note"), hint=say("name one of them")
        )
    if decks:
        return _of_decks(graph, hidden, decks)
    if tags:
        name = ", ".join("#" + tag.lstrip("#") for tag in tags)
        return _of_notes(graph, "tag", name, {path for tag in tags for path in _tagged(graph, tag)})
    if notes:
        name = ", ".join(graph.label(graph.vault.notes[note]) for note in notes)
        paths = {path for note in notes for path in (*study.prerequisites(note), note)}
        return _of_notes(graph, "note", name, paths)
    return Scope("vault", graph.vault.name, frozenset(graph.vault.notes), tuple(graph.cards))


def _of_notes(graph: VaultGraph, kind: str, name: str, paths: Collection[str]) -> Scope:
    cards = tuple((note, card) for note, card in graph.cards if note.path in paths)
    return Scope(kind, name, frozenset(paths), cards)


def _of_decks(graph: VaultGraph, hidden: Collection[str], decks: Sequence[str]) -> Scope:
    named = {path: _named_deck(graph, path) for path in hidden}
    known = {card.deck for _, card in graph.cards} | {*named.values()}
    chosen: set[str] = set()
    for deck in decks:
        found = {name for name in known if level_key(deck) in level_key(name)}
        if not found:
            levels = sorted({level for _, card in graph.cards for level in _levels(card.deck)})
            raise UsageError(
                say("no card is in the deck {deck}", deck=deck), hint=_similar(deck, levels, "deck")
            )
        chosen |= found
    cards = tuple((note, card) for note, card in graph.cards if card.deck in chosen)
    paths = {note.path for note, _ in cards}
    paths |= {path for path, name in named.items() if name in chosen}
    return Scope("deck", ", ".join(decks), frozenset(paths), cards)


def _named_deck(graph: VaultGraph, path: str) -> str:
    """The deck for cards of the note at *path*."""
    finder = graph.vault.card_finder
    return finder.named_deck(path, graph.vault.text(path)) or finder.settings.deck


def _levels(deck: str) -> Iterator[str]:
    """Yield *deck* and its parent decks."""
    names = deck.split("::")
    yield from ("::".join(names[:length]) for length in range(1, len(names) + 1))


def _tagged(graph: VaultGraph, tag: str) -> list[str]:
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
            hint=_similar(tag.lstrip("#"), sorted(tags), "tag"),
        )
    return paths


def _similar(name: str, names: Sequence[str], what: str) -> str:
    similar = get_close_matches(name, names, n=1)
    if similar:
        return did_you_mean([similar[0]])
    return (
        say("there are {names}", names=join(", ", [*names[:5]]))
        if names
        else say("this vault has no {what}", what=what)
    )
