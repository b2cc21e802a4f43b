"""A running Anki, asked over the add-on AnkiConnect: on this machine only, and nothing but reading.

The protocol is that of version 6: an action and its parameters go out as JSON, and `result` or
`error` come back.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from socket import SHUT_RDWR, socket
from threading import Timer
from time import monotonic
from typing import Any, Literal, NamedTuple, TypeVar

from vaultgraph.anki.collection import AnkiCard, AnkiNote, Wanted
from vaultgraph.errors import AnkiError
from vaultgraph.messages import say

__all__ = ["KEY_VARIABLE", "ask_anki"]

KEY_VARIABLE = "ANKICONNECT_API_KEY"
"""The environment variable that holds the key, if AnkiConnect is set to want one."""

# These change nothing, and there is no way to send another.
_Action = Literal["version", "deckNames", "findNotes", "notesInfo", "findCards", "cardsInfo"]

_HERE = "127.0.0.1"
_PATIENCE = 2.0
_PATIENCE_AT_WORK = 60.0
_PATIENCE_IN_ALL = 600.0
_BATCH = 200
_CHUNK = 1 << 16
_MOST = 32 << 20
_MOST_NOTES = 1_000_000
_LONGEST_ERROR = 200
_SUSPENDED = -1
_T = TypeVar("_T")


class _Anki(NamedTuple):
    """The port of an AnkiConnect, and the second at which the talk with it ends, by `monotonic`."""

    port: int
    end: float


def ask_anki(port: int, wanted: Wanted) -> tuple[dict[int, AnkiNote], frozenset[str]]:
    """The notes that are *wanted*, by ID, and the names of all decks.

    Asked is the Anki whose AnkiConnect listens on *port*.
    Raises AnkiError if none answers, or refuses to.
    """
    anki = _Anki(port, monotonic() + _PATIENCE_IN_ALL)
    _ask(anki, "version", _PATIENCE)
    try:
        decks = frozenset(_is(str, name) for name in _ask(anki, "deckNames"))
        return _notes(anki, wanted), decks
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _no_anki_connect(port) from error


def _notes(anki: _Anki, wanted: Wanted) -> dict[int, AnkiNote]:
    tagged = _ask(anki, "findNotes", query=f'"tag:{wanted.tag}"')
    if len(tagged) > _MOST_NOTES:
        raise ValueError("nobody has so many notes")
    rows = [
        row
        for some in _batches(sorted({*wanted.ids, *tagged}))
        for row in _ask(anki, "notesInfo", notes=some)
        if row and wanted.covers(row["noteId"], row["tags"])
    ]
    cards = _cards(anki, [number for row in rows for number in row["cards"]])
    return {row["noteId"]: _note(row, cards) for row in rows}


def _note(row: dict[str, Any], cards: dict[int, AnkiCard]) -> AnkiNote:
    fields = sorted(row["fields"].values(), key=lambda field: int(field["order"]))
    return AnkiNote(
        _is(int, row["noteId"]),
        tuple(_is(str, field["value"]) for field in fields),
        tuple(_is(str, tag) for tag in row["tags"]),
        tuple(cards[number] for number in row["cards"] if number in cards),
    )


def _cards(anki: _Anki, numbers: Sequence[int]) -> dict[int, AnkiCard]:
    due = set(_ask(anki, "findCards", query="is:due")) if numbers else set()
    return {
        row["cardId"]: AnkiCard(
            deck=_is(str, row["deckName"]),
            lapses=_is(int, row["lapses"]),
            is_new=row["type"] == 0,
            is_suspended=row["queue"] == _SUSPENDED,
            is_due=row["cardId"] in due,
        )
        for some in _batches(numbers)
        for row in _ask(anki, "cardsInfo", cards=some)
        if row
    }


def _is(kind: type[_T], value: Any) -> _T:
    """The *value*, which has to be of this *kind*; raises TypeError if it is not."""
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))


def _ask(anki: _Anki, action: _Action, patience: float = _PATIENCE_AT_WORK, **params: Any) -> Any:
    """The result of *action*; AnkiError if there is none."""
    question: dict[str, Any] = {"action": action, "version": 6, "params": params}
    if key := os.environ.get(KEY_VARIABLE):
        question["key"] = key
    port, left = anki.port, anki.end - monotonic()
    if left <= 0:
        raise _no_anki_connect(port)
    try:
        answer = json.loads(_post(port, json.dumps(question), min(patience, left)))
        result, error = answer["result"], answer["error"]
    except ConnectionRefusedError as error:
        hint = say("open Anki with the add-on AnkiConnect (2055492159), or name a file of Anki's")
        raise AnkiError(say("Anki does not answer on port {port}", port=port), hint=hint) from error
    except (
        OSError, HTTPException, ValueError, KeyError, TypeError, RecursionError, MemoryError
    ) as error:  # fmt: skip
        raise _no_anki_connect(port) from error
    if error is not None:
        hint = (
            say("put its key into {variable}", variable=KEY_VARIABLE) if "key" in str(error) else ""
        )
        raise AnkiError(
            say(
                "Anki refuses {action}: {reason}", action=action, reason=str(error)[:_LONGEST_ERROR]
            ),
            hint=hint,
        )
    return result


def _post(port: int, body: str, patience: float) -> bytes:
    """What the local server on *port* answers; no proxy is asked, and no redirection followed."""
    connection = HTTPConnection(_HERE, port, timeout=patience)
    connection.connect()
    # The patience of the socket begins again with each byte, that of a line of headers too.
    end = Timer(patience, _hang_up, [connection.sock])
    end.start()
    try:
        connection.request("POST", "/", body.encode(), {"Content-Type": "application/json"})
        response = connection.getresponse()
        answer = bytearray()
        while chunk := response.read1(_CHUNK):
            answer += chunk
            if len(answer) > _MOST:
                raise ValueError("the answer has no end")
        return bytes(answer)
    finally:
        end.cancel()
        end.join()  # no thread may be left where processes are forked
        connection.close()


def _hang_up(line: socket) -> None:
    with suppress(OSError):  # the other side was sooner
        line.shutdown(SHUT_RDWR)


def _no_anki_connect(port: int) -> AnkiError:
    return AnkiError(
        say("port {port} does not answer like AnkiConnect", port=port),
        hint=say("check that Anki shows no dialog, or name a file of Anki's instead"),
    )
