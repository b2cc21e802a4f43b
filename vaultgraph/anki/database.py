"""Read notes and cards from a collection's database, schema 18 or the older 11."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any, NamedTuple

from vaultgraph.anki.collection import AnkiCard, AnkiNote, Collection, Wanted, stage_of
from vaultgraph.anki.days import ROLLOVER, days_until, next_day
from vaultgraph.anki.memory import Memory, memory_by_interval, memory_of
from vaultgraph.anki.presets import Preset, read_presets
from vaultgraph.anki.review_log import Answers, read_answers
from vaultgraph.messages import say

__all__ = ["read_database"]

_NEW = 0  # a type of card; a review has the same number as a type and as a queue
_LEARNING, _REVIEW, _DAY_LEARNING, _PREVIEW = 1, 2, 3, 4
_SUSPENDED = -1
_BURIED = {-2, -3}
_NO_ANSWERS = Answers()
_IN_FIELDS = "\x1f"
_LEARN_AHEAD_SECONDS = 1200
_DAY = 24 * 60
_SECONDS_A_DAY = 86_400
_NO_OFFSET = _DAY
_LONGEST_NUMBER = 18
_NEEDED, _OTHERS = ("notes", "cards", "col"), ("revlog", "decks", "config", "deck_config")
"""The tables that are read: those that a collection must have, and others.

Packages may have no log; the last three are in schema 18 only."""
_SETTINGS = frozenset({"collapseTime", "creationOffset", "rollover", "fsrs"})


class _Today(NamedTuple):
    """Anki's current day number, and the time until which learning cards count as due.

    `soon`, `now` and `next_day`, when the next day begins at the hour `rollover`, are in seconds
    since 1970.
    """

    day: int
    soon: float
    now: float
    next_day: float
    rollover: int


def read_database(database: sqlite3.Connection, wanted: Wanted) -> Collection:
    """Return the collection of *database* with the *wanted* notes, its source still unnamed.

    Raises ValueError or an error of `sqlite3` if it is not Anki's, or is damaged.
    """
    _require_tables(database)
    _require_intact(database)
    today = _today(database)
    rows = {
        number: (tuple(_text(fields).split(_IN_FIELDS)), tuple(_text(tags).split()))
        for number, fields, tags in database.execute("SELECT id, flds, tags FROM notes")
        if wanted.covers(number, _text(tags).split())
    }
    decks = _decks(database)
    cards = defaultdict(list)
    for note, card in _cards(database, decks, today):
        if note in rows:
            cards[note].append(card)
    notes = {
        number: AnkiNote(number, fields, tags, tuple(cards[number]))
        for number, (fields, tags) in rows.items()
    }
    return Collection(
        source="",
        notes=notes,
        decks=frozenset(decks.values()),
        read=today.now,
        presets=_presets(database, decks),
        rollover=today.rollover,
    )


def _presets(database: sqlite3.Connection, decks: Mapping[int, str]) -> Mapping[str, Preset]:
    """Return the presets of *decks* by name; none if FSRS is not enabled."""
    if not _settings(database).get("fsrs"):
        return {}
    found = read_presets(database, is_new=_has_table(database, "deck_config"))
    return {name: found[number] for number, name in decks.items() if number in found}


def _cards(
    database: sqlite3.Connection, decks: Mapping[int, str], today: _Today
) -> Iterator[tuple[int, AnkiCard]]:
    """Yield every card with the ID of its note; a card in a filtered deck has its home deck."""
    answers = read_answers(database, today.next_day) if _has_table(database, "revlog") else {}
    home = "CASE odid WHEN 0 THEN did ELSE odid END, CASE odid WHEN 0 THEN due ELSE odue END"
    columns = f"id, nid, {home}, type, queue, due, lapses, ivl, data"
    # Names of columns only; ordered as Anki made the cards.
    for number, note, deck, planned, kind, queue, due, lapses, interval, data in database.execute(
        f"SELECT {columns} FROM cards ORDER BY id"  # noqa: S608
    ):
        yield (
            note,
            AnkiCard(
                deck=decks.get(deck, ""),
                lapses=_number(lapses),
                stage=stage_of(_number(kind), _number(interval)),
                is_suspended=queue == _SUSPENDED,
                is_due=_is_due(queue, _number(due), today),
                memory=_memory(kind, _number(planned), _number(interval), data, today),
                due_in=_due_in(kind, queue, _number(planned), today),
                answers=answers.get(number, _NO_ANSWERS),
            ),
        )


def _memory(kind: Any, due: int, interval: int, data: object, today: _Today) -> Memory | None:
    """Return the memory of a card of Anki's type *kind*, which is *due* on that day."""
    if kind == _NEW:
        return None
    days = today.day - (due - interval) if kind == _REVIEW else 0
    reviewed = today.now - days * _SECONDS_A_DAY
    return memory_of(data, reviewed) or (
        memory_by_interval(interval, reviewed) if kind == _REVIEW else None
    )


def _due_in(kind: Any, queue: Any, due: int, today: _Today) -> int | None:
    """Return the days until a card is *due*, as Anki's statistics count them (future_due.rs)."""
    if kind == _NEW or queue == _SUSPENDED:
        return None
    days = days_until(due, today.day, today.next_day)
    return None if days <= 0 and queue in _BURIED else days


def _is_due(queue: int, due: int, today: _Today) -> bool:
    if queue in {_REVIEW, _DAY_LEARNING}:
        return due <= today.day
    return queue in {_LEARNING, _PREVIEW} and due <= today.soon


def _decks(database: sqlite3.Connection) -> dict[int, str]:
    """Return the names of the decks by ID."""
    if _has_table(database, "decks"):
        rows = database.execute("SELECT id, name FROM decks")
        return {number: _text(name).replace(_IN_FIELDS, "::") for number, name in rows}
    decks = _column(database, "decks")
    return {
        int(number): _text(deck.get("name"))
        for number, deck in decks.items()
        if isinstance(deck, dict) and number.isdecimal() and len(number) <= _LONGEST_NUMBER
    }


def _today(database: sqlite3.Connection) -> _Today:
    """Return how many of Anki's days have passed since the collection was created."""
    created = _number(_collection_value(database, "crt"))
    settings = _settings(database)
    now = datetime.now().astimezone()
    zone = now.tzinfo
    offset = settings.get("creationOffset", _NO_OFFSET)
    if abs(offset) < _DAY:
        zone = timezone(-timedelta(minutes=offset))
    try:
        days = (now.date() - datetime.fromtimestamp(created, zone).date()).days
    except OSError as error:  # a timestamp that the platform cannot represent
        raise ValueError(str(error)) from error
    rollover = settings.get("rollover", ROLLOVER) % 24
    is_night = now.hour < rollover
    soon = now.timestamp() + settings.get("collapseTime", _LEARN_AHEAD_SECONDS)
    following = next_day(now, rollover).timestamp()
    return _Today(max(0, days - is_night), soon, now.timestamp(), following, rollover)


def _settings(database: sqlite3.Connection) -> Mapping[str, int]:
    """Return the integer settings; all of `_SETTINGS` should be integers."""
    if _has_table(database, "config"):
        rows = database.execute("SELECT KEY, val FROM config")
        settings = {key: json.loads(value) for key, value in rows if key in _SETTINGS}
    else:
        settings = _column(database, "conf")
    return {key: value for key, value in settings.items() if isinstance(value, int)}


def _column(database: sqlite3.Connection, name: str) -> dict[str, Any]:
    """Return the JSON object that the old schema stores in the column *name* of `col`."""
    value = json.loads(_collection_value(database, name))
    return value if isinstance(value, dict) else {}


def _collection_value(database: sqlite3.Connection, name: str) -> Any:
    """Return the column *name* of the only row of `col`; ValueError if it has none."""
    row = database.execute(f"SELECT {name} FROM col").fetchone()  # noqa: S608  ours
    if row is None:
        raise ValueError(say("the table col has no row"))
    return row[0]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _require_tables(database: sqlite3.Connection) -> None:
    """Raise ValueError if one of the tables to read is missing or not a plain table.

    Views and virtual tables can run arbitrary queries and never end; a generated column takes no
    space in the file but any amount of memory.
    """
    for name in _NEEDED:
        if not _has_table(database, name):
            raise ValueError(say("it has no table {name}", name=name))
    for name in (*_NEEDED, *_OTHERS):
        if any(hidden for *_, hidden in database.execute(f"PRAGMA table_xinfo({name})")):
            raise ValueError(say("its table {name} is computed", name=name))
        if not _is_plain_table(database, name):
            raise ValueError(say("its table {name} is a virtual one", name=name))


def _require_intact(database: sqlite3.Connection) -> None:
    """Raise ValueError if a table to read is damaged: some of its rows could be missing, or wrong.

    Asks SQLite as Anki does when it checks a database (quick_check_corrupt in its source), but of
    these tables only: 0.2 s of 84 MB with 1,000,000 reviews.
    """
    for name in filter(partial(_has_table, database), (*_NEEDED, *_OTHERS)):
        found = database.execute(f"PRAGMA quick_check({name})").fetchone()
        if found and found[0] != "ok":
            raise ValueError(say("its table {name} is damaged", name=name))


def _is_plain_table(database: sqlite3.Connection, name: str) -> bool:
    """Whether *name*, if it exists, is a plain table: neither virtual nor a view.

    The schema text in the file can claim anything, so this asks SQLite how it parsed it.  Before
    version 3.37 SQLite does not report it; then the statement must begin as SQLite writes it.
    """
    kinds = {kind for _, _, kind, *_ in database.execute(f"PRAGMA table_list({name})")}
    if kinds:
        return kinds == {"table"}
    query = "SELECT sql FROM sqlite_master WHERE name = ? COLLATE NOCASE"
    return all(_text(sql).startswith("CREATE TABLE ") for (sql,) in database.execute(query, [name]))


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    found = database.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name]
    )
    return found.fetchone() is not None
