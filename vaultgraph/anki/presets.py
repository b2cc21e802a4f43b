"""The presets of decks: how Anki's scheduler plans their cards.

The old schema has them as JSON, schema 18 as messages of protobuf; the numbers of their fields are
those of proto/anki/deck_config.proto and decks.proto in Anki's source.
"""

import json
import math
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["Preset", "preset_in", "read_presets"]

_MIN_RETENTION, _MAX_RETENTION, _USUAL_RETENTION = 0.7, 0.99, 0.9  # the limits of Anki's options
_FLOAT, _INT64, _MESSAGE = 2, 3, 11  # FieldDescriptorProto.Type
_ONE, _MANY = 1, 3  # FieldDescriptorProto.Label
_USUAL_DECAY = 0.5  # FSRS5_DEFAULT_DECAY
_NUMBERS = {4: 17, 5: 19, 6: 21}
"""How many parameters each version of FSRS has."""
_KEYS = ("fsrsParams6", "fsrsParams5", "fsrsWeights")
"""The parameters of FSRS in a preset, the newest version first."""


class Preset(NamedTuple):
    """The `parameters` of FSRS-6, empty for the usual ones, and the `retention` that is aimed at.

    That is the share of cards to be remembered when they are due.
    """

    parameters: tuple[float, ...] = ()
    retention: float = _USUAL_RETENTION


def preset_in(fields: Mapping[str, Any], retention: Any = None) -> Preset:
    """Return the preset with these *fields*, in JSON; decks may aim at another *retention*."""
    versions = [fields.get(key) or () for key in _KEYS]
    return _preset(versions, retention or fields.get("desiredRetention"))


def _preset(versions: Iterable[Sequence[Any]], retention: Any) -> Preset:
    """Return the preset with the parameters of the newest of *versions*, if they are valid."""
    found = next((_upgraded(each) for each in versions if each), ())
    is_valid = isinstance(retention, int | float) and _MIN_RETENTION <= retention <= _MAX_RETENTION
    return Preset(found, float(retention) if is_valid else _USUAL_RETENTION)


def _upgraded(parameters: Sequence[Any]) -> tuple[float, ...]:
    """Return *parameters* of any version as those of FSRS-6; none if they are not valid.

    As `check_and_fill_parameters` in src/inference.rs of fsrs-rs.
    """
    if not all(isinstance(p, int | float) and math.isfinite(p) for p in parameters):
        return ()
    found = [*map(float, parameters)]
    if len(found) == _NUMBERS[4] and found[5] > -1 / 3:
        found[4] += found[5] * 2
        found[5] = math.log(found[5] * 3 + 1) / 3
        found[6] += 0.5
        found += [0.0, 0.0]
    if len(found) == _NUMBERS[5]:
        found += [0.0, _USUAL_DECAY]
    return tuple(found) if len(found) == _NUMBERS[6] else ()


def read_presets(database: sqlite3.Connection, *, is_new: bool) -> Mapping[int, Preset]:
    """Return the presets of *database* by the ID of their decks; it *is_new* from schema 18 on.

    If they are damaged there are none: everything else can still be read.
    """
    try:
        return _from_messages(database) if is_new else _from_json(database)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return {}


def _from_json(database: sqlite3.Connection) -> Mapping[int, Preset]:
    row = database.execute("SELECT decks, dconf FROM col").fetchone()
    decks, presets = (json.loads(text) for text in row)
    found = {}
    for number, deck in decks.items():
        fields = presets.get(str(deck.get("conf")), {})
        percent = deck.get("desiredRetention")
        found[int(number)] = preset_in(fields, percent / 100 if percent else None)
    return found


def _from_messages(database: sqlite3.Connection) -> Mapping[int, Preset]:
    presets = {
        number: _parsed("Preset", content)
        for number, content in database.execute("SELECT id, config FROM deck_config")
    }
    found = {}
    for number, content in database.execute("SELECT id, kind FROM decks"):
        deck = _parsed("Kind", content).normal
        fields = presets.get(deck.config_id)
        if fields:
            versions = (fields.fsrs_params_6, fields.fsrs_params_5, fields.fsrs_params_4)
            retention = deck.desired_retention or fields.desired_retention
            found[number] = _preset(versions, round(retention, 4))
    return found


def _parsed(name: str, content: Any) -> Any:
    """Return the message in *content*; ValueError if it is damaged."""
    from google.protobuf.message import DecodeError

    try:
        return _messages()[name].FromString(content)
    except DecodeError as error:
        raise ValueError(str(error)) from error


@lru_cache(maxsize=1)
def _messages() -> Mapping[str, Any]:
    """Return the classes of the messages, with the fields that are read."""
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

    file = descriptor_pb2.FileDescriptorProto(name="anki.proto", package="anki", syntax="proto3")
    for message, fields in _FIELDS.items():
        described = file.message_type.add(name=message)
        for field, number, kind, label, inner in fields:
            described.field.add(name=field, number=number, type=kind, label=label, type_name=inner)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"anki.{name}"))
        for name in _FIELDS
    }


_FIELDS = {
    "Preset": (
        ("fsrs_params_4", 3, _FLOAT, _MANY, None),
        ("fsrs_params_5", 5, _FLOAT, _MANY, None),
        ("fsrs_params_6", 6, _FLOAT, _MANY, None),
        ("desired_retention", 37, _FLOAT, _ONE, None),
    ),
    "Normal": (
        ("config_id", 1, _INT64, _ONE, None),
        ("desired_retention", 10, _FLOAT, _ONE, None),
    ),
    "Kind": (("normal", 1, _MESSAGE, _ONE, ".anki.Normal"),),
}
