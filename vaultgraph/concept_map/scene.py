"""The content of a map as plain values: notes and the links between them."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from vaultgraph.model import Card, Note

__all__ = ["MapLink", "MapNote", "NoteCards", "Scene"]


class NoteCards(Collection[Card]):
    """The cards of *note*, read when they are needed: kept, those of 100,000 notes take 90 MB."""

    def __init__(self, note: Note) -> None:
        self._note = note

    def __len__(self) -> int:
        return len(self._note.summary.ids)

    def __iter__(self) -> Iterator[Card]:
        return iter(self._note.cards)

    def __contains__(self, card: object) -> bool:
        return card in self._note.cards


class MapNote(NamedTuple):
    """A node of the map.

    `kind` is empty for a note, else unresolved (linked, but not created yet), attachment, tag or
    card.  `path` is that of the file, for a card of its note; empty if there is none.  `marks` are
    the tags that mark its cards, which say nothing about its subject.  `target` is what links to an
    unresolved note are written with, which distinguishes it from others of the same name.
    """

    label: str
    path: str
    folder: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cards: Collection[Card] = ()
    images: tuple[str, ...] = ()
    kind: str = ""
    marks: tuple[str, ...] = ()
    target: str = ""


class MapLink(NamedTuple):
    """A link in study order: from `before` to `after`, both indices of the scene's notes.

    `kind` is the relation's label, empty for a plain link.  `direction` is that of the relation: 0
    if it has none, -1 if it is written in the note it leads to, like a prerequisite.  A plain link
    is `implied` if a path of relations connects its notes: it adds nothing.
    """

    before: int
    after: int
    kind: str = ""
    direction: int = 0
    implied: bool = False


class Scene(NamedTuple):
    """Everything that is drawn; relations come before plain links.

    `part` describes the selected part of the vault, empty for all of it; `focus` is the index of
    the focused note, -1 for none.
    """

    title: str
    notes: tuple[MapNote, ...]
    links: tuple[MapLink, ...]
    part: str = ""
    focus: int = -1
