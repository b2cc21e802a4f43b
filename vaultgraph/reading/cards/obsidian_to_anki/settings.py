"""The settings of Obsidian_to_Anki in a vault.

The plugin stores them in `.obsidian/plugins/obsidian-to-anki-plugin/data.json`.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.files import is_within
from vaultgraph.messages import join, say
from vaultgraph.model import OBSIDIAN_TO_ANKI
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES, highlights, neuracache
from vaultgraph.reading.cards.plugins import data_file, is_left_out, read_json

__all__ = ["SETTINGS_FILE", "CardSettings", "Words", "read_card_settings", "scanned_folder"]

_PLUGIN = "obsidian-to-anki-plugin"
SETTINGS_FILE = data_file(_PLUGIN)


class Words(NamedTuple):
    """The words that delimit what the plugin looks for; the settings may rename them."""

    begin_note: str = "START"
    end_note: str = "END"
    begin_inline: str = "STARTI"
    end_inline: str = "ENDI"
    deck_line: str = "TARGET DECK"
    tags_line: str = "FILE TAGS"
    delete_line: str = "DELETE"
    frozen_line: str = "FROZEN"


class CardSettings(NamedTuple):
    """How the plugin finds cards in a vault.

    - `patterns` are (note type, regular expression), in the order in which they are tried.
    - `fields` are the names of the fields by note type.
    - `folder_decks` and `folder_tags` are by folder.
    - `ignored` are globs of notes that are not scanned, `scanned` is the only folder that is; empty
      for all.
    - `curly` and `highlights` say whether single braces and highlights are cloze deletions.
    - `takes_tags` says whether tags within a card become its tags in Anki.
    - `link_fields` and `context_fields` name, by note type, the field that gets a link to the note,
      or its headings.
    - `hashes` are the MD5 sums of the notes after the last sync, by path.
    - `tag` is added to every note in Anki.
    - `found` says whether the vault has settings of the plugin, `fault` why they cannot be used,
      `is_chosen` whether the user gave the styles instead.
    - `is_scanning_a_file` is true if the only folder to scan is a file: then nothing is scanned.
    """

    patterns: tuple[tuple[str, str], ...] = ((neuracache.NOTE_TYPE, neuracache.EXPRESSION),)
    words: Words = Words()
    fields: Mapping[str, Sequence[str]] = {}
    deck: str = "Default"
    tag: str = OBSIDIAN_TO_ANKI
    folder_decks: Mapping[str, str] = {}
    folder_tags: Mapping[str, str] = {}
    ignored: tuple[str, ...] = ()
    scanned: str = ""
    curly: bool = False
    highlights: bool = False
    takes_tags: bool = False
    link_fields: Mapping[str, str] = {}
    context_fields: Mapping[str, str] = {}
    hashes: Mapping[str, str] = {}
    found: bool = False
    is_chosen: bool = False
    is_scanning_a_file: bool = False
    fault: str = ""


def read_card_settings(root: str, styles: Sequence[str] = ()) -> CardSettings:
    """Return the settings of the vault at *root*; without any, those for the style `#flashcard`.

    If the plugin is disabled in the vault, only the delimited styles are looked for.

    The names in *styles* override the vault's styles.  Raises UsageError for an unknown style.
    """
    settings = _read(root)
    if not styles:
        return settings
    return settings._replace(
        patterns=tuple(_default_pattern(name) for name in styles),
        is_chosen=True,
        # With it off, single braces are not deletions, and a cloze style finds hardly any card.
        curly=settings.curly or not settings.found,
        highlights=settings.highlights or highlights.NAME in styles,
    )


def _default_pattern(name: str) -> tuple[str, str]:
    """Return the note type and the expression of the style *name*."""
    if name not in STYLES:
        from difflib import get_close_matches

        similar = get_close_matches(name, STYLES, n=1, cutoff=0.0)[0]
        hint = say(
            "did you mean {near}? there are {names}", near=similar, names=join(", ", [*STYLES])
        )
        raise UsageError(say("no card style is called {name}", name=name), hint=hint)
    return STYLES[name].NOTE_TYPE, STYLES[name].EXPRESSION


def _read(root: str) -> CardSettings:
    try:
        data = read_json(root, _PLUGIN)
    except ValueError:
        fault = say("it is not valid JSON, so the plugin's default settings are assumed")
        return CardSettings(fault=fault)
    settings = _mapping(data, "settings")
    if not settings:
        return CardSettings(patterns=()) if is_left_out(root, _PLUGIN) else CardSettings()
    syntax, defaults = _mapping(settings, "Syntax"), _mapping(settings, "Defaults")
    fields = _mapping(data, "fields_dict")
    scanned = _scanned(defaults)
    return CardSettings(
        patterns=_texts(settings, "CUSTOM_REGEXPS"),
        words=_words(syntax),
        fields={kind: _list(fields, kind) for kind in fields},
        deck=_text(defaults, "Deck", "Default"),
        tag=_text(defaults, "Tag", OBSIDIAN_TO_ANKI),
        folder_decks=dict(_texts(settings, "FOLDER_DECKS")),
        folder_tags=dict(_texts(settings, "FOLDER_TAGS")),
        # Missing in older settings; then the plugin ignores nothing (`?? []`), not even its
        # default.
        ignored=tuple(_list(settings, "IGNORED_FILE_GLOBS")),
        # If Obsidian does not know the folder, even for "/Notes", the plugin scans everything.
        scanned=scanned if _is_folder(root, scanned) else "",
        curly=defaults.get("CurlyCloze") is True,
        highlights=defaults.get("CurlyCloze - Highlights to Clozes") is True,
        takes_tags=defaults.get("Add Obsidian Tags") is True,
        link_fields=dict(_texts(settings, "FILE_LINK_FIELDS"))
        if defaults.get("Add File Link") is True
        else {},
        context_fields=dict(_texts(settings, "CONTEXT_FIELDS"))
        if defaults.get("Add Context") is True
        else {},
        hashes=dict(_texts(data, "File Hashes")),
        found=True,
        is_scanning_a_file=scanned != "" and _is_file(root, scanned),
    )


def scanned_folder(root: str) -> Iterator[str]:
    """Yield the only folder to scan in the vault at *root*, if set; it need not exist."""
    try:
        settings = _mapping(read_json(root, _PLUGIN), "settings")
    except ValueError:
        return
    named = _scanned(_mapping(settings, "Defaults"))
    if named:
        yield named.rstrip("/")


def _scanned(defaults: Mapping[str, Any]) -> str:
    """Return the folder to scan, relative to the vault; empty for all.

    A path outside the vault is never accessed: on Windows it may name an untrusted server.
    """
    named = _text(defaults, "Scan Directory", "")
    is_elsewhere = os.path.isabs(named) or os.path.splitdrive(named)[0] or "\0" in named
    return "" if is_elsewhere or ".." in named.replace("\\", "/").split("/") else named


def _is_folder(root: str, path: str) -> bool:
    full = os.path.join(root, path)
    return path == path.strip("/") and os.path.isdir(full) and is_within(full, root)


def _is_file(root: str, path: str) -> bool:
    full = os.path.join(root, path)
    return os.path.isfile(full) and is_within(full, root)


def _words(syntax: Mapping[str, Any]) -> Words:
    names = (
        "Begin Note",
        "End Note",
        "Begin Inline Note",
        "End Inline Note",
        "Target Deck Line",
        "File Tags Line",
        "Delete Note Line",
        "Frozen Fields Line",
    )
    words = (_text(syntax, *pair) for pair in zip(names, Words(), strict=True))
    # A word with a line break, or of only whitespace, delimits no card: use the default.
    usable = (word if word.strip() and "\n" not in word else "" for word in words)
    return Words(*(word or usual for word, usual in zip(usable, Words(), strict=True)))


def _mapping(data: object, key: str) -> Mapping[str, Any]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def _texts(data: object, key: str) -> tuple[tuple[str, str], ...]:
    """Return the entries of the mapping at *key* whose values are non-empty text."""
    # The plugin lists every note type of Anki, with an empty expression for those it does not use.
    entries = _mapping(data, key).items()
    return tuple((name, text) for name, text in entries if isinstance(text, str) and text)


def _text(data: Mapping[str, Any], key: str, default: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) and value else default


def _list(data: Mapping[str, Any], key: str) -> list[str]:
    value = data.get(key)
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []
