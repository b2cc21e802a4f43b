"""A running Anki is asked, on this machine and for nothing but reading."""

import itertools
import socket
from contextlib import contextmanager, suppress
from threading import Thread

import pytest

from anki_collections import TAG
from vaultgraph import read_collection
from vaultgraph.anki.connect import KEY_VARIABLE
from vaultgraph.errors import AnkiError

READING = {
    "version",
    "deckNames",
    "findNotes",
    "notesInfo",
    "findCards",
    "cardsInfo",
    "getReviewsOfCards",
    "getDeckConfig",
}


def ask(server, ids=()):
    port = server.server_address[1]
    return read_collection(f"connect:{port}", ids=set(ids), tag=TAG)


def without_memory(note):
    """The moment at which it was read is in the memory of a card."""
    return note._replace(cards=tuple(card._replace(memory=None) for card in note.cards))


def test_anki_connect_gives_what_the_file_gives(made, anki_connect):
    ids = [*made.notes.values(), 1]
    server = anki_connect()
    notes = read_collection(made.file, ids=set(ids), tag=TAG).notes
    asked = ask(server, ids).notes
    assert {n: without_memory(note) for n, note in asked.items()} == {
        n: without_memory(note) for n, note in notes.items()
    }
    assert set(server.asked) == READING


def test_notes_with_the_tag_are_found_without_their_ids(made, anki_connect):
    assert ask(anki_connect()).notes.keys() == {*made.notes.values()} - {made.notes["elsewhere"]}


def test_many_notes_are_asked_for_in_batches(made, anki_connect):
    server = anki_connect()
    ask(server, range(1, 1000))
    assert server.asked.count("notesInfo") == 6


def test_a_key_is_sent_where_one_is_wanted(anki_connect, monkeypatch):
    server = anki_connect(key="secret")
    with pytest.raises(AnkiError, match="valid api key") as error:
        ask(server)
    assert KEY_VARIABLE in error.value.hint
    monkeypatch.setenv(KEY_VARIABLE, "secret")
    assert ask(server)


@pytest.mark.parametrize("answer", [
    None, [], {}, 6, {"result": 6}, {"result": [{"noteId": 1}], "error": None}, {"result": [1], "error": None},
    {"result": [{"noteId": 1, "tags": [1], "fields": {}, "cards": []}], "error": None}, {"result": [[]], "error": None},
])  # fmt: skip
def test_another_server_is_recognized(anki_connect, answer):
    with pytest.raises(AnkiError, match="does not answer like AnkiConnect"):
        ask(anki_connect(lambda request: answer))


def test_without_anki_the_add_on_is_named():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(AnkiError, match=f"Anki does not answer on port {port}") as error:
        read_collection(f"connect:{port}", ids=set(), tag=TAG)
    assert "2055492159" in error.value.hint


def test_a_proxy_is_never_asked(made, anki_connect, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://192.0.2.1:1")
    assert ask(anki_connect())


@pytest.mark.parametrize("answer", [b"[" * 100_000, b"\xff", b"{}" * 1000], ids=range(3))
def test_a_hostile_response_is_an_error(answer):
    with (
        pytest.raises(AnkiError, match="does not answer like AnkiConnect"),
        answering([answer]) as port,
    ):
        read_collection(f"connect:{port}", ids=set(), tag=TAG)


def test_an_endless_response_is_abandoned(monkeypatch):
    monkeypatch.setattr("vaultgraph.anki.connect._MAX_RESPONSE_BYTES", 1 << 20)
    endless = itertools.repeat(bytes(1 << 16))
    with (
        pytest.raises(AnkiError, match="does not answer like AnkiConnect"),
        answering(endless) as port,
    ):
        read_collection(f"connect:{port}", ids=set(), tag=TAG)


def test_headers_without_end_are_given_up(monkeypatch):
    monkeypatch.setattr("vaultgraph.anki.connect._CONNECT_TIMEOUT", 0.3)
    endless = itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n")
    with (
        pytest.raises(AnkiError, match="does not answer like AnkiConnect"),
        answering(endless, b"") as port,
    ):
        read_collection(f"connect:{port}", ids=set(), tag=TAG)


def test_the_whole_talk_has_an_end(made, anki_connect, monkeypatch):
    monkeypatch.setattr("vaultgraph.anki.connect._TOTAL_TIMEOUT", 0)
    with pytest.raises(AnkiError, match="does not answer like AnkiConnect"):
        ask(anki_connect())


def test_a_long_error_is_cut_off():
    answer = b'{"result": null, "error": "' + b"x" * 100_000 + b'"}'
    with pytest.raises(AnkiError) as error, answering([answer]) as port:
        read_collection(f"connect:{port}", ids=set(), tag=TAG)
    assert len(str(error.value)) < 1000


@contextmanager
def answering(pieces, head=b"HTTP/1.1 200 OK\r\n\r\n"):
    """The port of a server that answers one question with *pieces*, as long as they are read."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            client, _ = server.accept()
            with client, suppress(OSError):
                client.recv(1 << 16)
                client.sendall(head)
                for piece in pieces:
                    client.sendall(piece)

        thread = Thread(target=answer, daemon=True)
        thread.start()
        yield server.getsockname()[1]
    thread.join(5)
