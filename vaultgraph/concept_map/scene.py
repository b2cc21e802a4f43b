"""What a map shows, as plain values: notes, and the links between them."""

from typing import NamedTuple

from vaultgraph.model import Card

__all__ = ["MapLink", "MapNote", "Scene"]


class MapNote(NamedTuple):
    """A note of the map, or what is drawn like one.

    `kind` is empty for a note, else unresolved (linked, but not written yet), attachment, tag or
    card.  `path` is that of the file, of a card that of its note; empty if there is none.  `marks`
    are the tags that mark its cards, which say nothing of what it is about.
    """

    label: str
    path: str
    folder: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    images: tuple[str, ...] = ()
    kind: str = ""
    marks: tuple[str, ...] = ()


class MapLink(NamedTuple):
    """A link in the order of study: `before` leads to `after`, both places in the scene's notes.

    `kind` is the relation's label, empty for a plain link.  `direction` is that of the relation: 0
    if it has none, -1 if it is written in the note it leads to, as prerequisites are.  A plain link
    is `implied` where relations lead from one of its notes to the other: it shows nothing new.
    """

    before: int
    after: int
    kind: str = ""
    direction: int = 0
    implied: bool = False


class Scene(NamedTuple):
    """All that is drawn; relations come before plain links.

    `part` says in words which part of the vault it is, empty for all of it; `focus` is the place
    of the note in its middle, -1 if it has none.
    """

    title: str
    notes: tuple[MapNote, ...]
    links: tuple[MapLink, ...]
    part: str = ""
    focus: int = -1
