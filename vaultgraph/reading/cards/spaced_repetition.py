"""Flashcards of the plugin Spaced Repetition, whose schedule stands in the notes.

- `front::back` on one line, `front:::back` for both directions; or `?`, `??` alone on a line
  between the two; or a paragraph with a cloze, `==so==`.
- A card ends before an empty line.  A block of code may have some.
- `<!--SR:!2026-11-24,3,250-->` in it or below it says when it is due, once for each direction.
- Only what is in a deck is a card: below a tag such as `#flashcards/physics`, behind one, in a note
  with one in its properties.

Where the vault has no copy of the plugin, only what has a schedule is a card.  The source of these
rules is the plugin's documentation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.model import SPACED_REPETITION, CardRow
from vaultgraph.reading.cards.plugins import is_installed, read_settings
from vaultgraph.reading.frontmatter import Frontmatter

__all__ = ["Settings", "SpacedRepetition", "read_spaced_repetition"]

_PLUGIN = "obsidian-spaced-repetition"
_SCHEDULE = "<!--SR:"
_SCHEDULES = re.compile(r"<!--SR:[^\n<]*?-->|^> \[!sr\|card-metadata\].*(?:\n>.*)*", re.MULTILINE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FENCE = re.compile(r"`{3,}|~{3,}")
_NOTE_TYPES = {"basic": "Basic", "reversed": "Basic (and reversed card)", "cloze": "Cloze"}


class Settings(NamedTuple):
    """The marks of the plugin; `installed` says whether the vault has a copy of it."""

    installed: bool = False
    tags: tuple[str, ...] = ("#flashcards",)
    by_folder: bool = False
    inline: str = "::"
    inline_reversed: str = ":::"
    between: str = "?"
    between_reversed: str = "??"
    end: str = ""
    deletions: tuple[str, ...] = ("==",)


class _Line(NamedTuple):
    """A line of a note and its offset."""

    text: str
    start: int


class _Draft(NamedTuple):
    """A card before it is taken apart: how it is written, its lines, its deck."""

    style: str
    kind: str
    lines: list[_Line]
    deck: str


def read_spaced_repetition(root: str) -> "SpacedRepetition":
    """The plugin as the vault at *root* has it set."""
    data = read_settings(root, _PLUGIN)
    usual = Settings()
    tags = data.get("flashcardTags")
    return SpacedRepetition(
        Settings(
            installed=is_installed(root, _PLUGIN),
            tags=tuple(map(str, tags)) if isinstance(tags, list) else usual.tags,
            by_folder=data.get("convertFoldersToDecks") is True,
            inline=str(data.get("singleLineCardSeparator") or usual.inline),
            inline_reversed=str(
                data.get("singleLineReversedCardSeparator") or usual.inline_reversed
            ),
            between=str(data.get("multilineCardSeparator") or usual.between),
            between_reversed=str(
                data.get("multilineReversedCardSeparator") or usual.between_reversed
            ),
            end=str(data.get("multilineCardEndMarker") or ""),
            deletions=(
                *(["=="] if data.get("convertHighlightsToClozes") is not False else []),
                *(["**"] if data.get("convertBoldTextToClozes") is True else []),
                *(["{{"] if data.get("convertCurlyBracketsToClozes") is True else []),
            ),
        )
    )


class SpacedRepetition:
    """Finds the cards of notes with these *settings*."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        inline = {settings.inline_reversed: "reversed", settings.inline: "basic"}
        self._inline = sorted(inline.items(), key=lambda pair: -len(pair[0]))
        self._between = {settings.between: "basic", settings.between_reversed: "reversed"}
        self._tag = re.compile(
            rf"(?:{'|'.join(map(re.escape, settings.tags)) or '(?!)'})(?:/[^\s#]*)?(?=\s|\Z)"
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that put cards into a deck, each with its `#`."""
        return self._settings.tags

    def find(self, path: str, text: str, frontmatter: Frontmatter) -> Iterator[CardRow]:
        """Yield the fields of a `Card` for each of the note at *path*, in order."""
        if not self._settings.installed and _SCHEDULE not in text:
            return
        own = (tag for tag in frontmatter.tags if self._tag.fullmatch(tag))
        deck = path.rpartition("/")[0] if self._settings.by_folder else next(own, "")
        for draft in self._drafts(_lines(text, max(0, frontmatter.body - 1)), deck):
            row = self._row(draft)
            if row[12] or (self._settings.installed and draft.deck):
                yield row

    def _drafts(self, lines: list[_Line], deck: str) -> Iterator[_Draft]:
        """Yield what looks like a card among *lines*; the note belongs to *deck*."""
        held: list[_Line] = []
        kind, index = "", 0
        while index < len(lines):
            line = lines[index]
            index += 1
            bare = line.text.strip()
            if line.text.startswith("<!--") and not line.text.startswith(_SCHEDULE):
                index = _behind(lines, index - 1, "-->")
            elif self._ends(bare, kind):
                if kind:
                    yield _Draft("multi-line" if kind != "cloze" else "cloze", kind, held, deck)
                held, kind = [], ""
            elif not kind and self._tag.fullmatch(bare):
                deck, held = bare, []
            elif inline := self._separator(line.text):
                is_scheduled = index < len(lines) and lines[index].text.startswith(_SCHEDULE)
                yield _Draft(
                    "single-line", inline[1], lines[index - 1 : index + is_scheduled], deck
                )
                index += is_scheduled
                held, kind = [], ""
            elif fence := _FENCE.match(line.text):
                closed = _behind(lines, index, fence[0])
                held += lines[index - 1 : closed]
                index = closed
            else:
                kind = self._kind(line, kind, is_first=not held)
                held.append(line)
        if kind:
            yield _Draft("multi-line" if kind != "cloze" else "cloze", kind, held, deck)

    def _ends(self, bare: str, kind: str) -> bool:
        """Whether a line that is *bare* ends a card of this *kind*."""
        if self._settings.end and kind in {"basic", "reversed"}:
            return bare == self._settings.end
        return not bare

    def _kind(self, line: _Line, kind: str, *, is_first: bool) -> str:
        """The kind of the card that *line* belongs to, which was *kind* so far."""
        if not is_first and line.text.strip() in self._between:
            return self._between[line.text.strip()]
        if not kind and any(line.text.count(mark) > 1 for mark in self._settings.deletions):
            return "cloze"
        if not kind and "{{" in self._settings.deletions and "{{" in line.text:
            return "cloze"
        return kind

    def _separator(self, line: str) -> tuple[str, str] | None:
        """What parts *line* into front and back, outside of code, and which kind that makes."""
        for separator, kind in self._inline:
            before, found, _ = line.partition(separator)
            if found and before.count("`") % 2 == 0:
                return separator, kind
        return None

    def _row(self, draft: _Draft) -> CardRow:
        first, last = draft.lines[0], draft.lines[-1]
        written = "\n".join(line.text for line in draft.lines)
        dates = [date for part in _SCHEDULES.findall(written) for date in _DATE.findall(part)]
        plain = _SCHEDULES.sub("", written).strip()
        deck = draft.deck
        if tag := self._tag.match(plain):
            deck, plain = tag[0], plain[tag.end() :].strip()
        front, back = self._sides(draft, plain)
        end = last.start + len(last.text)
        return (
            front, back, first.start, end, 0, end,
            draft.style, _NOTE_TYPES[draft.kind], deck.removeprefix("#"), (), first.start,
            SPACED_REPETITION, min(dates, default=""), (),
        )  # fmt: skip

    def _sides(self, draft: _Draft, plain: str) -> tuple[str, str]:
        """The front and the back of the text *plain*."""
        if draft.style == "single-line":
            separator = self._separator(plain)
            front, _, back = plain.partition(separator[0] if separator else "")
            return front.strip(), back.strip()
        if draft.style == "cloze":
            return plain, ""
        lines = plain.split("\n")
        between = next((i for i, line in enumerate(lines) if line.strip() in self._between), 0)
        return "\n".join(lines[:between]).strip(), "\n".join(lines[between + 1 :]).strip()


def _lines(text: str, start: int) -> list[_Line]:
    """The lines of *text* from *start* on."""
    lines = []
    for line in text[start:].split("\n"):
        lines.append(_Line(line.rstrip("\r"), start))
        start += len(line) + 1
    return lines


def _behind(lines: list[_Line], index: int, mark: str) -> int:
    """The index behind the next of *lines*, from *index* on, that has *mark*; else the end."""
    while index < len(lines) and mark not in lines[index].text:
        index += 1
    return min(index + 1, len(lines))
