"""Build the package: select the cards, write the database, zip it with the media."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, count
from json import dumps
from typing import NamedTuple
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import genanki

from vaultgraph.card_text import is_cloze
from vaultgraph.errors import UsageError
from vaultgraph.export.apkg.contents import Contents
from vaultgraph.export.apkg.fields import Fields
from vaultgraph.export.apkg.media import Media
from vaultgraph.export.apkg.note_types import note_type, number
from vaultgraph.graph import VaultGraph
from vaultgraph.messages import join, say
from vaultgraph.model import SPACED_REPETITION, Card, Note

__all__ = ["CardPackage", "pack"]

_LARGEST_ID = 2**63 - 1
_LATEST = 4_102_444_800  # the year 2100: file times can be arbitrary


class CardPackage(NamedTuple):
    """The bytes of an `.apkg` and its statistics.

    Cards `without_id` get a new ID; cards without a question are `left_out`, since Anki does not
    accept them.
    """

    content: bytes
    cards: int
    without_id: int
    left_out: int
    decks: int
    media: int


class _Entry(NamedTuple):
    """A note for Anki, its deck, its ID (0 for a new one) and its modification time in seconds."""

    note: genanki.Note
    deck: str
    id: int
    changed: int


def pack(graph: VaultGraph) -> CardPackage:
    """Return the package of all flashcards of *graph*.

    Raises UsageError if there are no cards, or if two share an ID.
    """
    if not graph.cards:
        hint = say("vaultgraph stats shows which card styles are searched")
        if unread := graph.vault.unread_card_plugins:
            hint = say("those of {names} are not read", names=join(say(" and "), [*unread]))
        raise UsageError(say("there are no flashcards in this vault"), hint=hint)
    _refuse_duplicate_ids(graph)
    media = Media(graph.vault.folder)
    entries = [e for e in _entries(graph, Contents(graph, Fields(graph, media))) if e.note.cards]
    if not entries:
        raise UsageError(say("no flashcard of this vault has a question"))
    decks = list(dict.fromkeys(entry.deck for entry in entries))
    files = list(media.files())
    return CardPackage(
        content=_zipped(_collection(entries, decks), files),
        cards=len(entries),
        without_id=sum(not entry.id for entry in entries),
        left_out=len(graph.cards) - len(entries),
        decks=len(decks),
        media=len(files),
    )


def _refuse_duplicate_ids(graph: VaultGraph) -> None:
    owners: dict[int, str] = {}
    for note, card in graph.cards:
        named = f"“{card.title}” in {note.path}"
        if card.id and owners.setdefault(card.id, named) is not named:
            raise UsageError(
                say(
                    "two cards share the ID {id}: {owners} and {named}",
                    id=card.id,
                    owners=owners[card.id],
                    named=named,
                ),
                hint=say("vaultgraph lint --select duplicate-card-id shows where"),
            )


def _entries(graph: VaultGraph, contents: Contents) -> Iterator[_Entry]:
    known = graph.vault.card_finder.settings.fields
    asked: Counter[str] = Counter()
    for note, card in graph.cards:
        texts = contents.texts(card)
        question = texts[0]
        names = tuple(known.get(card.note_type, ()))
        kind = note_type(card.note_type or "Basic", names, cloze=is_cloze(question))
        names = tuple(str(field["name"]) for field in kind.fields)
        asked[question] += 1
        identity = card.id if card.id <= _LARGEST_ID else 0
        key = (identity,) if identity else (question, asked[question])
        written = genanki.Note(
            kind,
            contents.html(note, card, texts, names),
            tags=list(dict.fromkeys(card.tags)),
            guid=genanki.guid_for("vaultgraph", *key),
        )
        yield _Entry(written, _deck(card), identity, _changed(graph, note))


def _deck(card: Card) -> str:
    """Return the deck of *card* with `::` between levels; Spaced Repetition writes `/`."""
    deck = card.deck.replace("/", "::") if card.plugin == SPACED_REPETITION else card.deck
    return deck or "Default"


def _changed(graph: VaultGraph, note: Note) -> int:
    """Return the modification time of *note* in seconds: Anki imports only newer notes."""
    try:
        status = os.stat(os.path.join(graph.vault.root, note.path))
        return min(max(0, int(status.st_mtime)), _LATEST)
    except OSError:
        return 0


def _collection(entries: Sequence[_Entry], names: Sequence[str]) -> bytes:
    """Return an Anki database with *entries* in decks of these *names*."""
    decks = {name: genanki.Deck(1 if name == "Default" else number(name), name) for name in names}
    for entry in entries:
        decks[entry.deck].add_model(entry.note.model)
    newest = max(entry.changed for entry in entries)
    taken = {entry.id for entry in entries}
    ids = (number for number in count(newest * 1000) if number not in taken)
    connection = sqlite3.connect(":memory:")
    cursor = connection.cursor()
    genanki.Package(list(decks.values())).write_to_db(cursor, newest, ids)
    with catch_warnings():
        simplefilter("ignore")  # genanki warns about tags that the user wrote
        for entry in entries:
            own = chain([entry.id] if entry.id else [], ids)
            entry.note.write_to_db(cursor, entry.changed, decks[entry.deck].deck_id, own)
    connection.commit()
    content = connection.serialize()
    connection.close()
    return content


def _zipped(collection: bytes, files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the *collection* and the media as one archive, without dates."""
    names = {str(index): name for index, (name, _) in enumerate(files)}
    archive = BytesIO()
    with ZipFile(archive, "w") as package:
        package.writestr(ZipInfo("collection.anki2"), collection, ZIP_DEFLATED)
        package.writestr(ZipInfo("media"), dumps(names, ensure_ascii=False), ZIP_DEFLATED)
        for index, (_, content) in enumerate(files):
            package.writestr(ZipInfo(str(index)), content, ZIP_STORED)
    return archive.getvalue()
