"""Collections made by Anki's own package, and a server that speaks AnkiConnect's protocol."""

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple

import pytest

TAG = "Obsidian_to_Anki"


class Made(NamedTuple):
    """A collection that is open in this process, its file, and its notes by their first field."""

    collection: object
    file: str
    notes: Mapping[str, int]


def official():
    """Anki's own package, which is there for tests only."""
    return pytest.importorskip("anki.collection")


def fill(collection):
    """Add notes whose cards are new, due, due later, suspended, often forgotten, in learning."""
    deck = collection.decks.id("Física::Calor")
    made = {}
    for word in ("new", "due", "later", "suspended", "leech", "learning", "elsewhere"):
        note = collection.new_note(collection.models.by_name("Basic"))
        note["Front"], note["Back"] = word, f"<b>{word}</b> & mais"
        note.tags = [] if word == "elsewhere" else [TAG]
        collection.add_note(note, deck)
        made[word] = note.id
    today = collection.sched.today
    for word, kind, queue, due, lapses in (
        ("due", 2, 2, today, 7),
        ("later", 2, 2, today + 1, 0),
        ("leech", 2, 2, today - 3, 8),
        ("learning", 1, 1, 1_000_000, 0),
    ):
        (card,) = collection.get_note(made[word]).cards()
        card.type, card.queue, card.due, card.lapses, card.ivl = kind, queue, due, lapses, 5
        collection.update_card(card)
    collection.sched.suspend_cards(collection.find_cards("suspended"))
    return made


@pytest.fixture
def made(tmp_path):
    """A collection, open."""
    file = str(tmp_path / "collection.anki2")
    collection = official().Collection(file)
    yield Made(collection, file, fill(collection))
    if collection.db:
        collection.close()


@pytest.fixture
def anki_connect(made):
    """Start a server over the open collection; it keeps the actions that it was asked for."""
    servers = []

    def start(answer=None, key=None):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                reply = json.dumps((answer or talk)(json.loads(body))).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/json")
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *words):
                pass

        def talk(request):
            if key and request.get("key") != key:
                return {"result": None, "error": "valid api key must be provided"}
            server.asked.append(request["action"])
            result = ACTIONS[request["action"]](made.collection, **request.get("params", {}))
            return {"result": result, "error": None}

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.asked = []
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def _note(collection, number):
    if not collection.db.scalar("select count() from notes where id = ?", number):
        return {}
    note = collection.get_note(number)
    return {
        "noteId": number,
        "modelName": note.note_type()["name"],
        "tags": note.tags,
        "fields": {name: {"value": v, "order": n} for n, (name, v) in enumerate(note.items())},
        "cards": list(note.card_ids()),
    }


def _card(collection, number):
    card = collection.get_card(number)
    return {
        "cardId": number,
        "note": card.nid,
        "deckName": collection.decks.name(card.current_deck_id()),
        "type": card.type,
        "queue": card.queue,
        "due": card.due,
        "interval": card.ivl,
        "reps": card.reps,
        "lapses": card.lapses,
    }


def _reviews(collection, card):
    columns = ("id", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
    found = collection.db.execute(f"select {', '.join(columns)} from revlog where cid = ?", card)
    return [dict(zip(columns, row, strict=True)) for row in found]


ACTIONS = {
    "version": lambda _: 6,
    "deckNames": lambda collection: [deck.name for deck in collection.decks.all_names_and_ids()],
    "findNotes": lambda collection, query: list(collection.find_notes(query)),
    "findCards": lambda collection, query: list(collection.find_cards(query)),
    "notesInfo": lambda collection, notes: [_note(collection, number) for number in notes],
    "cardsInfo": lambda collection, cards: [_card(collection, number) for number in cards],
    "getDeckConfig": lambda collection, deck: collection.decks.config_dict_for_deck_id(
        collection.decks.id_for_name(deck)
    ),
    "getReviewsOfCards": lambda collection, cards: {
        str(number): _reviews(collection, number) for number in cards
    },
}
"""The actions that AnkiConnect documents, as far as they are asked for."""
