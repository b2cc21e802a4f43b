"""What the vault's own copy of Obsidian_to_Anki is set to.

The plugin keeps it in `.obsidian/plugins/obsidian-to-anki-plugin/data.json`.
"""

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

__all__ = ["SETTINGS_FILE", "CardSettings", "Words", "read_card_settings"]

SETTINGS_FILE = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
_NEURACACHE = r"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"


class Words(NamedTuple):
    """The words that open and close what the plugin looks for; the vault may rename them."""

    begin_note: str = "START"
    end_note: str = "END"
    begin_inline: str = "STARTI"
    end_inline: str = "ENDI"
    deck_line: str = "TARGET DECK"
    tags_line: str = "FILE TAGS"


class CardSettings(NamedTuple):
    """How the plugin finds cards in this vault.

    `patterns` are (note type, regular expression) in the order in which they are tried, `fields`
    the names of the fields by note type, `folder_decks` the decks of folders, `ignored` globs of
    notes that are not scanned, `scanned` the one folder that is, empty for all.
    """

    patterns: tuple[tuple[str, str], ...] = (("Basic", _NEURACACHE),)
    words: Words = Words()
    fields: Mapping[str, Sequence[str]] = {}
    deck: str = "Default"
    folder_decks: Mapping[str, str] = {}
    ignored: tuple[str, ...] = ()
    scanned: str = ""


def read_card_settings(root: str) -> CardSettings:
    """The settings of the vault at *root*; without any, those that suit the style `#flashcard`."""
    data = _data(os.path.join(root, SETTINGS_FILE))
    settings = _mapping(data, "settings")
    if not settings:
        return CardSettings()
    syntax, defaults = _mapping(settings, "Syntax"), _mapping(settings, "Defaults")
    fields = _mapping(data, "fields_dict")
    scanned = _text(defaults, "Scan Directory", "").strip("/")
    return CardSettings(
        patterns=_texts(settings, "CUSTOM_REGEXPS"),
        words=_words(syntax),
        fields={kind: names for kind, names in fields.items() if isinstance(names, list)},
        deck=_text(defaults, "Deck", "Default"),
        folder_decks=dict(_texts(settings, "FOLDER_DECKS")),
        ignored=tuple(_list(settings, "IGNORED_FILE_GLOBS")),
        # A folder that does not exist makes the plugin scan everything.
        scanned=scanned if os.path.isdir(os.path.join(root, scanned)) else "",
    )


def _data(file_path: str) -> object:
    """The JSON in the file at *file_path*; None if there is none."""
    try:
        with open(file_path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return None
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _words(syntax: Mapping[str, Any]) -> Words:
    names = (
        "Begin Note",
        "End Note",
        "Begin Inline Note",
        "End Inline Note",
        "Target Deck Line",
        "File Tags Line",
    )
    return Words(*(_text(syntax, *pair) for pair in zip(names, Words(), strict=True)))


def _mapping(data: object, key: str) -> Mapping[str, Any]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def _texts(data: Mapping[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    """The entries of the mapping *key* that hold some text."""
    entries = _mapping(data, key).items()
    return tuple((name, text) for name, text in entries if isinstance(text, str) and text)


def _text(data: Mapping[str, Any], key: str, default: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) and value else default


def _list(data: Mapping[str, Any], key: str) -> list[str]:
    value = data.get(key)
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
