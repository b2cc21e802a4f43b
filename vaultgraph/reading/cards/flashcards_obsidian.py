"""Flashcards of the plugin flashcards-obsidian, which sends them to Anki.

- A paragraph, or a heading, that ends in `#card` asks; `#card-reverse` or `#card/reverse` asks both
  ways.  The answer is what stands below, up to an empty line.
- `front::back` on one line, `front:::back` for both directions.
- `#card-spaced` or `#card/spaced` ends a text that is only shown.
- A paragraph with a cloze, `==so==` or `{so}`, is counted only if it has an ID.
- The ID, `^1638982929779`, stands on the line below.
- `cards-deck` in the properties names the deck.

The rules hold for vaults with a copy of the plugin, else for notes with such an ID.  Their source
is the plugin's documentation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.model import FLASHCARDS_OBSIDIAN, CardRow
from vaultgraph.reading.cards.obsidian_to_anki.found import card_id
from vaultgraph.reading.cards.plugins import is_installed, read_settings
from vaultgraph.reading.frontmatter import Frontmatter

__all__ = ["FlashcardsObsidian", "read_flashcards_obsidian"]

_PLUGIN = "flashcards-obsidian"
_ID = re.compile(r"^\^(\d{13})[ \t]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_HEADING = re.compile(r"\A {0,3}#{1,6}[ \t]+")
_CLOZE = re.compile(r"==[^=\n]+==|\{[^{}\n]+\}")
_FENCES = ("```", "~~~")


class FlashcardsObsidian:
    """Finds the cards of notes where the tag is *tag*, and the usual deck *deck*."""

    def __init__(
        self,
        *,
        installed: bool = False,
        tag: str = "card",
        inline: str = "::",
        deck: str = "Default",
    ) -> None:
        self.tag = f"#{tag}"
        self._installed = installed
        self._deck = deck
        self._inline = (inline + inline[-1], inline)
        self._tag = re.compile(
            rf"[ \t]#{re.escape(tag)}(?P<kind>[-/](?:reverse|spaced))?(?:[ \t]+#[^\s#]+)*[ \t]*$",
            re.MULTILINE,
        )

    def find(self, text: str, frontmatter: Frontmatter) -> Iterator[CardRow]:
        """Yield the fields of a `Card` for each of the note with *text*, in order."""
        if not self._installed and not ("\n^" in text and _ID.search(text)):
            return
        deck = str(frontmatter.properties.get("cards-deck") or self._deck)
        in_code = False
        for paragraph in _PARAGRAPH.finditer(text, max(0, frontmatter.body - 1)):
            fences = sum(line.startswith(_FENCES) for line in paragraph[0].split("\n"))
            if not in_code and not fences and (card := self._card(paragraph[0])):
                yield card.row(paragraph.start(), deck)
            in_code ^= fences % 2 == 1

    def _card(self, paragraph: str) -> "_Card | None":
        identity = _ID.search(paragraph)
        end = identity.start() if identity else len(paragraph)
        written = paragraph[:end].rstrip()
        tag = self._tag.search(written)
        if tag:
            front, back = _HEADING.sub("", written[: tag.start()]), written[tag.end() :]
            kind = (tag["kind"] or "")[1:]
            if not back.strip() and kind != "spaced":
                return None
            return _Card("hashtag", kind, front, back, paragraph, identity)
        first = written.partition("\n")[0]
        for separator in self._inline:
            before, found, behind = first.partition(separator)
            if found and before.strip() and behind.strip() and before.count("`") % 2 == 0:
                kind = "reverse" if separator is self._inline[0] else ""
                return _Card("inline", kind, before, behind, paragraph, identity)
        if identity and _CLOZE.search(written):
            return _Card("cloze", "cloze", written, "", paragraph, identity)
        return None


class _Card(NamedTuple):
    style: str
    kind: str
    front: str
    back: str
    paragraph: str
    identity: re.Match[str] | None

    def row(self, start: int, deck: str) -> CardRow:
        """The fields of a `Card` whose paragraph begins at *start*."""
        kinds = {"reverse": "Basic (and reversed card)", "cloze": "Cloze", "spaced": "Spaced"}
        number = card_id(self.identity[1]) if self.identity else 0
        end = start + (self.identity.end() if self.identity else len(self.paragraph))
        id_start = start + self.identity.start(1) if self.identity else end
        return (
            self.front.strip(), self.back.strip(), start, end, number, id_start,
            self.style, kinds.get(self.kind, "Basic"), deck, (), start, FLASHCARDS_OBSIDIAN, "", (),
        )  # fmt: skip


def read_flashcards_obsidian(root: str) -> FlashcardsObsidian:
    """The plugin as the vault at *root* has it set."""
    data = read_settings(root, _PLUGIN)
    return FlashcardsObsidian(
        installed=is_installed(root, _PLUGIN),
        tag=str(data.get("flashcardsTag") or "card"),
        inline=str(data.get("inlineSeparator") or "::"),
        deck=str(data.get("defaultDeck") or "Default"),
    )
