"""Which notes and cards an audit is about."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from vaultgraph.anki import deck_key
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study import Study
from vaultgraph.model import Card, Note

__all__ = ["Scope", "scope"]


class Scope(NamedTuple):
    """What is `asked` (vault, deck, tag or note) `about` what, and the paths and cards of it."""

    asked: str
    about: str
    paths: frozenset[str]
    cards: tuple[tuple[Note, Card], ...]


def scope(graph: VaultGraph, study: Study, deck: str, tag: str, note: str) -> Scope:
    """What a question about *deck*, *tag* or the path *note* is about; without any, all.

    A deck holds its subdecks, a tag its nested tags, and a note comes with what must be known
    before it.  Raises UsageError if there is no such deck or tag, or more than one question.
    """
    if sum(map(bool, (deck, tag, note))) > 1:
        raise UsageError("an audit is about a deck, a tag or a note", hint="name one of them")
    if deck:
        return _of_deck(graph, deck)
    if tag:
        return _of_notes(graph, "tag", "#" + tag.lstrip("#"), _tagged(graph, tag))
    if note:
        about = graph.label(graph.vault.notes[note])
        return _of_notes(graph, "note", about, [*study.prerequisites(note), note])
    return Scope("vault", graph.vault.name, frozenset(graph.vault.notes), tuple(graph.cards))


def _of_notes(graph: VaultGraph, asked: str, about: str, paths: Sequence[str]) -> Scope:
    inside = frozenset(paths)
    cards = tuple((note, card) for note, card in graph.cards if note.path in inside)
    return Scope(asked, about, inside, cards)


def _of_deck(graph: VaultGraph, deck: str) -> Scope:
    wanted = deck_key(deck)
    cards = tuple(
        (note, card)
        for note, card in graph.cards
        if f"{deck_key(card.deck)}::".startswith(f"{wanted}::")
    )
    if not cards:
        decks = sorted({level for _, card in graph.cards for level in _levels(card.deck)})
        raise UsageError(f"no card is in the deck {deck}", hint=_near(deck, decks, "deck"))
    return Scope("deck", deck, frozenset(note.path for note, _ in cards), cards)


def _levels(deck: str) -> Iterator[str]:
    """Yield *deck* and the decks that hold it."""
    names = deck.split("::")
    yield from ("::".join(names[:length]) for length in range(1, len(names) + 1))


def _tagged(graph: VaultGraph, tag: str) -> list[str]:
    wanted = tag.lstrip("#").lower()
    paths, tags = [], set()
    for note in graph.notes:
        names = {
            name.lstrip("#") for name in (*note.frontmatter_tags, *(t.name for t in note.tags))
        }
        tags |= names
        if any(f"{name.lower()}/".startswith(f"{wanted}/") for name in names):
            paths.append(note.path)
    if not paths:
        raise UsageError(
            f"no note has the tag {tag}", hint=_near(tag.lstrip("#"), sorted(tags), "tag")
        )
    return paths


def _near(name: str, names: Sequence[str], what: str) -> str:
    near = get_close_matches(name, names, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"there are {', '.join(names[:5])}" if names else f"this vault has no {what}"
