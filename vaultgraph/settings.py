"""Load the user's settings from `.vaultgraph.toml` or a `pyproject.toml`.

This module does not know the rules: their tables are passed on unchecked.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.files import MAX_SETTINGS_BYTES, is_within, read_file, read_settings_file
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import did_you_mean, join, reason_of, say

__all__ = [
    "SETTINGS_NAME",
    "USUAL_SETTINGS",
    "Settings",
    "as_toml",
    "load_settings",
    "settings_files",
]

SETTINGS_NAME = ".vaultgraph.toml"
_LEVELS = ("error", "warning", "info", "never")
_MAX_BITS = 64
_MAX_PARTS = 64
_KEY_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+')"""
_LONG_KEY = lazy_re(rf"(?<![^\s\[{{,])(?:{_KEY_PART}[ \t]*+\.[ \t]*+){{{_MAX_PARTS}}}")


class Settings(NamedTuple):
    """The settings of a vault, with their defaults.

    `source` is the file that was read; `exclude` are globs of files on which nothing is reported;
    `allow` are globs of link targets that may be missing;
    `forward`, `backward` and `neutral` are labels of relations; `rules` are the tables of rules.
    """

    source: str = ""
    fail_on: str = "error"
    baseline: str = ""
    exclude: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    backward: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = {}


USUAL_SETTINGS = Settings()


def load_settings(root: str) -> Settings:
    """Load the settings of the vault at *root*: its own file, else the nearest `pyproject.toml`.

    Raises UsageError if a file cannot be read, or contains an unknown or invalid setting.
    """
    for file, table in _sources(root):
        return _settings(file, table)
    return USUAL_SETTINGS


def settings_files(root: str) -> Iterator[str]:
    """Yield the paths where settings of the vault at *root* are looked for, nearest first."""
    yield os.path.join(root, SETTINGS_NAME)
    folder = os.path.abspath(root)
    while True:
        yield os.path.join(folder, "pyproject.toml")
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def as_toml(value: object) -> str:
    """Return the *value* of a setting as TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _sources(root: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the files that contain settings, with their tables, nearest first."""
    own, *projects = settings_files(root)
    if os.path.lexists(own):
        yield own, _table(own, partial(read_settings_file, root, SETTINGS_NAME))
    for project in filter(_is_own_file, projects):
        tool = _table(project, partial(read_file, project, MAX_SETTINGS_BYTES)).get("tool")
        table = tool.get("vaultgraph") if isinstance(tool, dict) else None
        if isinstance(table, dict):
            yield project, table


def _is_own_file(project: str) -> bool:
    """Whether *project* is a file, and not a link that points outside its folder."""
    return os.path.isfile(project) and is_within(project, os.path.dirname(project))


def _table(file_path: str, read: Callable[[], bytes]) -> Mapping[str, Any]:
    import tomllib

    try:
        text = read().decode("utf-8-sig")
        _refuse_long_keys(text)
        table = tomllib.loads(text)
        _refuse_huge(table)
    except OSError as error:
        raise UsageError(
            say("cannot read {file_path}: {reason}", file_path=file_path, reason=reason_of(error))
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:  # of text, TOML, or a number
        raise UsageError(
            say(
                "{file_path} is not valid TOML: {error}",
                file_path=file_path,
                error=reason_of(error),
            ),
            hint=say("see https://toml.io"),
        ) from error
    return table


def _refuse_long_keys(text: str) -> None:
    """Raise ValueError for a key with very many parts: `tomllib` needs quadratic memory for it."""
    if _LONG_KEY.search(text):
        raise ValueError(say("a key has more than {count:,} parts", count=_MAX_PARTS))


def _refuse_huge(value: object) -> None:
    """Raise ValueError for a number of more than 64 bits, which TOML need not support."""
    if isinstance(value, int) and value.bit_length() > _MAX_BITS:
        raise ValueError(say("a number has more than {count} bits", count=_MAX_BITS))
    for inner in value.values() if isinstance(value, dict) else ():
        _refuse_huge(inner)
    for inner in value if isinstance(value, list) else ():
        _refuse_huge(inner)


def _first_plain(rules: object) -> str:
    """The first rule that has a value instead of a table, or any if there is none."""
    names = rules if isinstance(rules, dict) else {}
    return next((name for name in names if not isinstance(names[name], dict)), "orphan-note")


def _settings(file: str, table: Mapping[str, Any]) -> Settings:
    relations = _relations(file, table)
    known = {"allow", "fail-on", "baseline", "exclude", "relations", "rules"}
    _refuse_unknown(file, table, known, "")
    rules = table.get("rules", {})
    if not isinstance(rules, dict) or not all(isinstance(rule, dict) for rule in rules.values()):
        raise UsageError(
            say("{file}: rules must be tables", file=file),
            hint=say("write [rules.{name}]", name=_first_plain(rules)),
        )
    return Settings(
        source=file,
        fail_on=_one_of(file, table, "fail-on", _LEVELS),
        baseline=_text(file, table, "baseline"),
        exclude=_texts(file, table, "exclude"),
        allow=_texts(file, table, "allow"),
        **relations,
        rules=rules,
    )


def _relations(file: str, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    kinds = ("forward", "backward", "neutral")
    relations = table.get("relations", {})
    if not isinstance(relations, dict):
        raise UsageError(
            say("{file}: relations must be a table", file=file), hint=say("write [relations]")
        )
    _refuse_unknown(file, relations, set(kinds), "relations.")
    return {kind: _texts(file, relations, kind) for kind in kinds}


def _refuse_unknown(file: str, table: Mapping[str, Any], known: set[str], prefix: str) -> None:
    for key in table:
        if key not in known:
            from difflib import get_close_matches

            similar = get_close_matches(key, sorted(known), n=1)
            hint = (
                did_you_mean([similar[0]])
                if similar
                else say("there are {names}", names=join(", ", [*sorted(known)]))
            )
            setting = f"{prefix}{key}"
            raise UsageError(
                say("{file}: unknown setting {key}", file=file, key=setting), hint=hint
            )


def _one_of(file: str, table: Mapping[str, Any], key: str, choices: tuple[str, ...]) -> str:
    value = table.get(key, choices[0])
    if value not in choices:
        hint = say("choose one of {names}", names=join(", ", [*choices]))
        raise UsageError(
            say("{file}: {key} cannot be {value}", file=file, key=key, value=repr(value)), hint=hint
        )
    return str(value)


def _text(file: str, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise UsageError(
            say(
                "{file}: {key} must be a string, not {value}", file=file, key=key, value=repr(value)
            ),
            hint=say("put it in quotes"),
        )
    if "\0" in value:
        raise UsageError(
            say(
                "{file}: {key} contains a NUL character, which file names cannot",
                file=file,
                key=key,
            )
        )
    return value


def _texts(file: str, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        hint = say('write {key} = ["…", "…"]', key=key)
        raise UsageError(
            say(
                "{file}: {key} must be a list of strings, not {value}",
                file=file,
                key=key,
                value=repr(value),
            ),
            hint=hint,
        )
    return tuple(value)
