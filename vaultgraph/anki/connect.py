"""Query a running Anki through the AnkiConnect add-on: on localhost only, and read-only.

The protocol is version 6: a request is an action and its parameters as JSON, a response has a
`result` or an `error`.
"""

import json
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from socket import SHUT_RDWR, socket
from threading import Timer
from time import monotonic, time
from typing import Any, Literal, NamedTuple, TypeVar

from vaultgraph.anki.collection import AnkiCard, AnkiNote, Collection, Wanted, stage_of
from vaultgraph.anki.days import days_until, next_day
from vaultgraph.anki.memory import Memory, memory_by_interval
from vaultgraph.anki.presets import Preset, preset_in
from vaultgraph.anki.review_log import Answers, LoggedReview, answers_of
from vaultgraph.errors import AnkiError
from vaultgraph.messages import say

__all__ = ["KEY_VARIABLE", "ask_anki"]

KEY_VARIABLE = "ANKICONNECT_API_KEY"
"""The environment variable with the API key, if AnkiConnect is configured to require one."""

# Only actions that change nothing; the type allows no others.
_Action = Literal[
    "version",
    "deckNames",
    "findNotes",
    "notesInfo",
    "findCards",
    "cardsInfo",
    "getReviewsOfCards",
    "getDeckConfig",
]

_LOCALHOST = "127.0.0.1"
_CONNECT_TIMEOUT = 2.0
_QUERY_TIMEOUT = 60.0
_TOTAL_TIMEOUT = 600.0
_BATCH = 200
_CHUNK = 1 << 16
_MAX_RESPONSE_BYTES = 32 << 20
_MAX_NOTES = 1_000_000
_MAX_ERROR_LENGTH = 200
_NEW, _REVIEW, _SUSPENDED = 0, 2, -1
_BURIED = {-2, -3}
_SECONDS_A_DAY = 86_400
_ANY_DAY = range(-40_000, 40_000)
"""In how many days a card may be due: a hundred years back and ahead."""
_T = TypeVar("_T")


class _Anki(NamedTuple):
    """The port of an AnkiConnect, and the deadline of the session in `monotonic` seconds."""

    port: int
    end: float


def ask_anki(port: int, wanted: Wanted) -> Collection:
    """Return the collection of the Anki whose AnkiConnect listens on *port*.

    It has the *wanted* notes, the names of all decks, and the presets of theirs.
    Raises AnkiError if it does not answer, or refuses to.
    """
    anki = _Anki(port, monotonic() + _TOTAL_TIMEOUT)
    _ask(anki, "version", _CONNECT_TIMEOUT)
    try:
        decks = frozenset(_checked(str, name) for name in _ask(anki, "deckNames"))
        notes = _notes(anki, wanted)
        own = decks & {card.deck for note in notes.values() for card in note.cards}
        return Collection("connect", notes, decks, time(), _presets(anki, sorted(own)))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise _no_anki_connect(port) from error


def _presets(anki: _Anki, decks: Iterable[str]) -> Mapping[str, Preset]:
    found = {deck: _ask(anki, "getDeckConfig", deck=deck) for deck in decks}
    return {deck: preset_in(fields) for deck, fields in found.items() if isinstance(fields, dict)}


def _notes(anki: _Anki, wanted: Wanted) -> dict[int, AnkiNote]:
    tagged = _ask(anki, "findNotes", query=f'"tag:{wanted.tag}"')
    if len(tagged) > _MAX_NOTES:
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
        _checked(int, row["noteId"]),
        tuple(_checked(str, field["value"]) for field in fields),
        tuple(_checked(str, tag) for tag in row["tags"]),
        tuple(cards[number] for number in row["cards"] if number in cards),
    )


def _cards(anki: _Anki, numbers: Sequence[int]) -> dict[int, AnkiCard]:
    due = set(_ask(anki, "findCards", query="is:due")) if numbers else set()
    rows = [row for some in _batches(numbers) for row in _ask(anki, "cardsInfo", cards=some) if row]
    now = datetime.now().astimezone()
    following = next_day(now).timestamp()
    answers = answers_of(_log(anki, numbers), following)
    today = _today(anki, rows)
    return {
        row["cardId"]: AnkiCard(
            deck=_checked(str, row["deckName"]),
            lapses=_checked(int, row["lapses"]),
            stage=stage_of(_checked(int, row["type"]), _checked(int, row["interval"])),
            is_suspended=row["queue"] == _SUSPENDED,
            is_due=row["cardId"] in due,
            memory=_memory(row, today, now.timestamp()),
            due_in=_due_in(row, today, following),
            answers=answers.get(row["cardId"], Answers()),
        )
        for row in rows
    }


def _log(anki: _Anki, numbers: Sequence[int]) -> Iterator[LoggedReview]:
    """Yield the logged reviews of the cards with these *numbers*."""
    for some in _batches(numbers):
        for card, reviews in _ask(anki, "getReviewsOfCards", cards=some).items():
            for review in reviews:
                fields = {**review, "cid": card}
                yield LoggedReview(*(_checked(int, int(fields[n])) for n in LoggedReview._fields))


def _today(anki: _Anki, rows: Iterable[dict[str, Any]]) -> int:
    """Return the number of Anki's day; 0 if no card is in review, so that nobody has to know.

    AnkiConnect does not return it, only on which day a card is due.  A search can ask whether that
    is in a number of days or earlier, and so find out how many they are.
    """
    reviews = [row for row in rows if row["queue"] == _REVIEW and _is_day(row)]
    if not reviews:
        return 0
    card, due = (_checked(int, reviews[0][name]) for name in ("cardId", "due"))

    def is_due_within(days: int) -> bool:
        return bool(_ask(anki, "findCards", query=f"cid:{card} prop:due<={days}"))

    return due - bisect_left(_ANY_DAY, x=True, key=is_due_within) - _ANY_DAY.start


def _due_in(row: dict[str, Any], today: int, following: float) -> int | None:
    """Return the days until the card of *row* is due, as in a file, see `AnkiCard`.

    Of a card in a filtered deck, AnkiConnect does not return it.
    """
    queue = row["queue"]
    if row["type"] == _NEW or queue == _SUSPENDED or not _is_day(row):
        return None
    days = days_until(row["due"], today, following)
    return None if days <= 0 and queue in _BURIED else days


def _memory(row: dict[str, Any], today: int, now: float) -> Memory | None:
    """Return the memory of the card of *row* by its interval: AnkiConnect has no memory states."""
    if row["type"] != _REVIEW or not _is_day(row):
        return None
    interval = _checked(int, row["interval"])
    days = today - (row["due"] - interval)
    return memory_by_interval(interval, now - days * _SECONDS_A_DAY)


def _is_day(row: dict[str, Any]) -> bool:
    """Whether the card of *row* says when it is due.

    In a filtered deck it says its place there, from -100,000 on (rslib/src/scheduler/filtered).
    """
    return _checked(int, row["due"]) >= _ANY_DAY.start


def _checked(kind: type[_T], value: Any) -> _T:
    """Return *value*; TypeError if it is not of type *kind*.

    The response is untrusted: any program may listen on the port.
    """
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is not a {kind.__name__}")
    return value


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (items[start : start + _BATCH] for start in range(0, len(items), _BATCH))


def _ask(anki: _Anki, action: _Action, timeout: float = _QUERY_TIMEOUT, **params: Any) -> Any:
    """Return the result of *action*; AnkiError if there is none."""
    question: dict[str, Any] = {"action": action, "version": 6, "params": params}
    if key := os.environ.get(KEY_VARIABLE):
        question["key"] = key
    port, left = anki.port, anki.end - monotonic()
    if left <= 0:
        raise _no_anki_connect(port)
    try:
        answer = json.loads(_post(port, json.dumps(question), min(timeout, left)))
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
                "Anki refuses {action}: {reason}",
                action=action,
                reason=str(error)[:_MAX_ERROR_LENGTH],
            ),
            hint=hint,
        )
    return result


def _post(port: int, body: str, timeout: float) -> bytes:
    """POST *body* to localhost and return the response, without proxies or redirects."""
    connection = HTTPConnection(_LOCALHOST, port, timeout=timeout)
    connection.connect()
    # A socket timeout restarts with every byte received; the timer limits the whole request.
    end = Timer(timeout, _close, [connection.sock])
    end.start()
    try:
        connection.request("POST", "/", body.encode(), {"Content-Type": "application/json"})
        response = connection.getresponse()
        answer = bytearray()
        while chunk := response.read1(_CHUNK):
            answer += chunk
            if len(answer) > _MAX_RESPONSE_BYTES:
                raise ValueError("the answer has no end")
        return bytes(answer)
    finally:
        end.cancel()
        end.join()  # no thread may be running when workers are forked later
        connection.close()


def _close(line: socket) -> None:
    with suppress(OSError):  # already closed by the other side
        line.shutdown(SHUT_RDWR)


def _no_anki_connect(port: int) -> AnkiError:
    return AnkiError(
        say("port {port} does not answer like AnkiConnect", port=port),
        hint=say("check that Anki shows no dialog, or name a file of Anki's instead"),
    )
