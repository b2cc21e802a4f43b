"""Find the cards of a note as the plugin does with the settings of a vault.

Its rules apply to vaults in which the plugin is installed and not disabled, else to notes with one
of its IDs.  The version is that in its manifest; anchors of version 2 in a note imply version 2.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import FLASHCARDS_OBSIDIAN, SPACED_TYPE, Card
from vaultgraph.reading.cards.flashcards_obsidian.found import Found, Marks, fences, is_within
from vaultgraph.reading.cards.obsidian_to_anki.found import card_id
from vaultgraph.reading.cards.plugins import installed_version, is_used, read_settings
from vaultgraph.reading.cards.prefixed import Prefixed
from vaultgraph.reading.frontmatter import Frontmatter

__all__ = ["FlashcardsObsidian", "read_flashcards_obsidian"]

_PLUGIN = "flashcards-obsidian"
_ID = lazy_re(r"^(?! {4}|\t)(?:.*[ \t])?\^\d{13}[ \t]*$", re.MULTILINE)
# An ID of version 1 is Anki's, milliseconds since 1970: it begins with a 1 until 2033.
_TRACE = Prefixed("^", r"(?:1|q-)")
_ANCHOR = lazy_re(r"\^q-[a-km-np-z2-9]{4}[ \t]*$", re.MULTILINE)
_TYPES = {"reverse": "Basic (and reversed card)", "cloze": "Cloze", "spaced": SPACED_TYPE}
_SETTINGS_OF_2 = frozenset({"folderBasedDecks", "defaultTags", "hashtag", "contextStrategy"})


class Decks(NamedTuple):
    """The deck of notes that do not name one: `usual`, or their folder if `by_folder`."""

    usual: str = "Default"
    by_folder: bool = False


_DEFAULT_MARKS, _DEFAULT_DECKS = Marks(), Decks()


class FlashcardsObsidian:
    """Finds the cards marked by *marks* in a note; every card gets *tags*."""

    def __init__(
        self,
        *,
        installed: bool = False,
        is_second: bool = False,
        marks: Marks = _DEFAULT_MARKS,
        decks: Decks = _DEFAULT_DECKS,
        tags: tuple[str, ...] = (),
    ) -> None:
        self._installed = installed
        self._is_second = is_second
        self._marks = marks
        self._decks = decks
        self._tags = tags

    @property
    def tag(self) -> str:
        """The tag that marks a card, with its `#`."""
        return f"#{self._marks.tag}"

    def find(self, path: str, text: str, frontmatter: Frontmatter) -> tuple[Card, ...]:
        """Return the cards of the note at *path* with *text*, in order."""
        # Searches for one character come first: with them here and in the other plugins, a note
        # without cards takes 26,000 instructions for cards instead of 47,000.
        may_have_cards = self._installed or (
            "^" in text and ("flashcards" in frontmatter.properties or _TRACE.first(text))
        )
        return tuple(self._cards(path, text, frontmatter)) if may_have_cards else ()

    def _cards(self, path: str, text: str, frontmatter: Frontmatter) -> Iterator[Card]:
        known = frontmatter.properties.get("flashcards")
        is_second = isinstance(known, Mapping) or ("^q-" in text and bool(_ANCHOR.search(text)))
        if not (self._installed or is_second or _has_id(text)):
            return
        properties = frontmatter.properties
        is_processed = bool(properties.get("cards-deck")) or isinstance(known, Mapping)
        from vaultgraph.reading.cards.flashcards_obsidian import first, second

        version = second if is_second or self._is_second else first
        body = max(0, frontmatter.body - 1)
        deck = str(properties.get("cards-deck") or self._default_deck(path))
        tags = (*self._tags, *(tag.removeprefix("#") for tag in frontmatter.tags))
        nids = known if isinstance(known, Mapping) else {}
        for card in version.find_cards(text, body, self._marks, is_processed=is_processed):
            yield _card(card, deck, tags, nids)

    def _default_deck(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        by_folder = self._decks.by_folder and folder
        return folder.replace("/", "::") if by_folder else self._decks.usual


def _has_id(text: str) -> bool:
    """Return whether *text* has an ID of version 1 outside of code."""
    if "^1" not in text:
        return False
    code = fences(text, 0)
    return any(not is_within(found.start(), code) for found in _ID.finditer(text))


def _card(card: Found, deck: str, tags: tuple[str, ...], nids: Mapping[Any, Any]) -> Card:
    """Return the *card* found; *nids* are Anki note IDs by anchor."""
    number = card_id(card.anchor) if card.anchor.isdecimal() else _nid(nids.get(card.anchor))
    own = tuple(dict.fromkeys(tag.replace("/", "::") for tag in (*tags, *card.tags)))
    return Card(
        card.front, card.back, card.start, card.end, number, card.anchor_start or card.end,
        card.style, _TYPES.get(card.kind, "Basic"), deck, own, card.start,
        FLASHCARDS_OBSIDIAN, "", (),
    )  # fmt: skip


def _nid(entry: object) -> int:
    value = entry.get("nid") if isinstance(entry, Mapping) else entry
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def read_flashcards_obsidian(root: str) -> FlashcardsObsidian:
    """Return the plugin with the settings of the vault at *root*."""
    data = read_settings(root, _PLUGIN)
    version = installed_version(root, _PLUGIN)
    is_second = version.startswith("2.") or (not version and not _SETTINGS_OF_2.isdisjoint(data))
    return FlashcardsObsidian(
        installed=is_used(root, _PLUGIN),
        is_second=is_second,
        marks=_marks(data),
        decks=Decks(
            usual=str(data.get("defaultDeck") or data.get("deck") or "Default"),
            by_folder=data.get("folderBasedDecks", data.get("folderBasedDeck", is_second)) is True,
        ),
        tags=_default_tags(data, is_second=is_second),
    )


def _marks(data: Mapping[str, Any]) -> Marks:
    usual = Marks()
    hashtag, inline = data.get("hashtag"), data.get("inline")
    tag = hashtag.get("basicTag") if isinstance(hashtag, dict) else data.get("flashcardsTag")
    if isinstance(inline, dict) and inline.get("enabled") is False:
        return Marks(str(tag or usual.tag), "", "")
    separator = str(data.get("inlineSeparator") or usual.inline)
    return Marks(
        str(tag or usual.tag),
        separator,
        str(
            data.get("inlineSeparatorReverse")
            or data.get("inlineReverseSeparator")
            or usual.inline_reversed
        ),
    )


def _default_tags(data: Mapping[str, Any], *, is_second: bool) -> tuple[str, ...]:
    tags = data.get("defaultTags", ["obsidian"] if is_second else data.get("defaultAnkiTag"))
    tags = [tags] if isinstance(tags, str) else tags
    return (
        tuple(tag for tag in tags if isinstance(tag, str) and tag) if isinstance(tags, list) else ()
    )
