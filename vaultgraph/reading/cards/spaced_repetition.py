"""Flashcards of the plugin Spaced Repetition, which stores its schedule in the notes.

- `front::back` on one line, `front:::back` for both directions; or `?`, `??` alone on a line
  between the two; or a paragraph with a cloze, `==text==` or as `clozePatterns` define.
- A card ends before an empty line, but a code block in it may contain some.
- `<!--SR:!2026-11-24,3,250-->` in it or below it says when it is due, once for each direction.
- A card must be in a deck: below a tag such as `#flashcards/physics`, after one, or in a note with
  one in its properties.

If the plugin is not installed or is disabled, only text with a schedule is a card.  The source of
these rules is the plugin's own parser (`src/parser.ts`, 1.15), with its library clozecraft.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import SPACED_REPETITION, Card
from vaultgraph.reading.cards.plugins import is_used, read_settings
from vaultgraph.reading.frontmatter import Frontmatter

__all__ = ["Settings", "SpacedRepetition", "read_spaced_repetition"]

_PLUGIN = "obsidian-spaced-repetition"
_SCHEDULE = "<!--SR:"
_SCHEDULES = lazy_re(r"<!--SR:[^\n<]*?-->|^> \[!sr\|card-metadata\].*(?:\n>.*)*", re.MULTILINE)
_DATE = lazy_re(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CALLOUT = "> [!sr|card-metadata]"
_FENCE = lazy_re(r"`{3,}|~{3,}")
_BRACKETS = lazy_re(r"\[(?:\\.|[^\]\\])*\]")
_NOTE_TYPES = {"basic": "Basic", "reversed": "Basic (and reversed card)", "cloze": "Cloze"}


class Settings(NamedTuple):
    """The settings of the plugin; `installed` is true if it is installed and not disabled.

    Notes at `ignored_paths`, which are path prefixes or globs, or with one of `ignored_tags`, have
    no cards.
    """

    installed: bool = False
    tags: tuple[str, ...] = ("#flashcards",)
    by_folder: bool = False
    inline: str = "::"
    inline_reversed: str = ":::"
    between: str = "?"
    between_reversed: str = "??"
    end: str = ""
    deletions: tuple[tuple[str, str], ...] = (("==", "=="),)
    ignored_paths: tuple[str, ...] = ()
    ignored_tags: tuple[str, ...] = ()


class _Line(NamedTuple):
    """A line of a note and its offset."""

    text: str
    start: int


class _Draft(NamedTuple):
    """A card before its sides are separated: its style, kind, lines and deck."""

    style: str
    kind: str
    lines: list[_Line]
    deck: str


def read_spaced_repetition(root: str) -> "SpacedRepetition":
    """Return the plugin with the settings of the vault at *root*."""
    data = read_settings(root, _PLUGIN)
    usual = Settings()
    tags = data.get("flashcardTags")
    return SpacedRepetition(
        Settings(
            installed=is_used(root, _PLUGIN),
            tags=tuple(map(str, tags)) if isinstance(tags, list) else usual.tags,
            by_folder=data.get("convertFoldersToDecks") is True,
            inline=_mark(data, "singleLineCardSeparator", usual.inline),
            inline_reversed=_mark(data, "singleLineReversedCardSeparator", usual.inline_reversed),
            between=_mark(data, "multilineCardSeparator", usual.between),
            between_reversed=_mark(data, "multilineReversedCardSeparator", usual.between_reversed),
            end=str(data.get("multilineCardEndMarker") or ""),
            deletions=tuple(_deletions(data)),
            ignored_paths=_texts(data.get("noteFoldersToIgnore")),
            ignored_tags=_texts(data.get("flashcardTagsToIgnore")),
        )
    )


def _mark(data: Mapping[str, Any], name: str, usual: str) -> str:
    """Return the separator *name* in *data*; empty if that card style is disabled."""
    value = data.get(name, usual)
    return value if isinstance(value, str) else usual


def _texts(value: object) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else []
    return tuple(text for text in texts if isinstance(text, str) and text)


def _deletions(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the opening and closing marks of deletions; since 1.13, `clozePatterns` define them."""
    patterns = data.get("clozePatterns")
    if isinstance(patterns, list):
        for pattern in patterns:
            before, found, after = _bare(str(pattern)).partition("answer")
            if found and before and after:
                yield before, after
        return
    if data.get("convertHighlightsToClozes") is not False:
        yield "==", "=="
    if data.get("convertBoldTextToClozes") is True:
        yield "**", "**"
    if data.get("convertCurlyBracketsToClozes") is True:
        yield "{{", "}}"


def _bare(pattern: str) -> str:
    """Return the *pattern* of a deletion without its bracketed number and hint.

    Both are optional in a note: `**[123;;]answer[;;hint]**` becomes `**answer**`.
    """
    return _BRACKETS.sub("", pattern)


class SpacedRepetition:
    """Finds the cards of notes with these *settings*."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        inline = {settings.inline_reversed: "reversed", settings.inline: "basic"}
        inline.pop("", None)
        # `:::` contains `::`, so longer separators are tried first.
        self._inline = sorted(inline.items(), key=lambda pair: -len(pair[0]))
        self._between = {settings.between: "basic", settings.between_reversed: "reversed"}
        self._between.pop("", None)
        self._tag = _tag(settings.tags)
        self._ignored_tag = _tag(settings.ignored_tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that put cards into a deck, with their `#`."""
        return self._settings.tags

    def find(self, path: str, text: str, frontmatter: Frontmatter) -> tuple[Card, ...]:
        """Return the cards of the note at *path*, in order."""
        # Searching for one character is ten times as fast as for two.
        if not self._settings.installed and not ("<" in text and _SCHEDULE in text):
            return ()
        return tuple(self._cards(path, text, frontmatter))

    def _cards(self, path: str, text: str, frontmatter: Frontmatter) -> Iterator[Card]:
        if self._is_ignored(path, text, frontmatter):
            return
        own = (tag for tag in frontmatter.tags if self._tag.fullmatch(tag))
        deck = path.rpartition("/")[0] if self._settings.by_folder else next(own, "")
        for draft in self._drafts(_lines(text, max(0, frontmatter.body - 1)), deck):
            card = self._card(draft)
            if card.due or (self._settings.installed and draft.deck):
                yield card

    def _is_ignored(self, path: str, text: str, frontmatter: Frontmatter) -> bool:
        if self._settings.ignored_paths:
            from vaultgraph.reading.cards.obsidian_to_anki.ignored import is_ignored

            paths = self._settings.ignored_paths
            if any(path.startswith(start) or is_ignored(path, [start]) for start in paths):
                return True
        if not self._settings.ignored_tags:
            return False
        own = any(map(self._ignored_tag.fullmatch, frontmatter.tags))
        return own or self._ignored_tag.search(text) is not None

    def _drafts(self, lines: list[_Line], deck: str) -> Iterator[_Draft]:
        """Yield the possible cards among *lines*; *deck* is that of the note."""
        held: list[_Line] = []
        kind, index = "", 0
        while index < len(lines):
            line = lines[index]
            index += 1
            bare = line.text.strip()
            if line.text.startswith("<!--") and not line.text.startswith(_SCHEDULE):
                # The plugin skips one more line; for a multi-line comment, it skips all the rest.
                index = index + 1 if "-->" in line.text else len(lines)
            elif self._ends(bare, kind):
                if kind:
                    yield _draft(kind, held, deck)
                else:
                    deck = self._deck_in(held) or deck
                held, kind = [], ""
            elif not kind and self._tag.fullmatch(bare):
                deck, held = bare, []
            elif inline := self._separator(line.text):
                end = _after_schedule(lines, index)
                deck = self._deck_in(held) or deck
                yield _Draft("single-line", inline[1], lines[index - 1 : end], deck)
                index = end
                held, kind = [], ""
            elif bare in self._between:
                held.append(line)
                kind = self._between[bare] if len(held) > 1 or len(line.text) > 1 else kind
            else:
                fence = _FENCE.match(line.text)
                end = _after_fence(lines, index, fence[0]) if fence else index
                held += lines[index - 1 : end]
                kind = kind or ("cloze" if not fence and self._deletes(line.text) else "")
                index = end
        if kind:
            yield _draft(kind, held, deck)

    def _deck_in(self, lines: list[_Line]) -> str:
        """Return the deck that non-card *lines* set for the cards below; empty if none."""
        found = (self._tag.search(line.text) for line in reversed(lines) if "#" in line.text)
        return next((tag[0] for tag in found if tag), "")

    def _ends(self, bare: str, kind: str) -> bool:
        """Return whether the stripped line *bare* ends a card of this *kind*, or a paragraph."""
        if self._settings.end:
            return bare == self._settings.end or not (bare or kind)
        return not bare

    def _deletes(self, line: str) -> bool:
        """Return whether *line* contains a cloze deletion."""
        for before, after in self._settings.deletions:
            start = line.find(before)
            if start >= 0 and line.find(after, start + len(before) + 1) >= 0:
                return True
        return False

    def _separator(self, line: str) -> tuple[str, str] | None:
        """Return the separator of front and back in *line*, outside of code, and its kind."""
        for separator, kind in self._inline:
            before, found, after = line.partition(separator)
            is_code = before.count("`") % 2 == 1 and after.count("`") % 2 == 1
            if found and not is_code:
                return separator, kind
        return None

    def _card(self, draft: _Draft) -> Card:
        first, last = draft.lines[0], draft.lines[-1]
        written = "\n".join(line.text for line in draft.lines)
        dates = [day for part in _SCHEDULES.findall(written) for day in _DATE.findall(part)]
        dates = [*filter(_is_day, dates)]
        plain = _SCHEDULES.sub("", written).strip()
        deck = draft.deck
        if tag := self._tag.match(plain):
            deck, plain = tag[0], plain[tag.end() :].strip()
        front, back = self._sides(draft, plain)
        # A reversed card has a date for each direction; it is due on the first of them.
        end = last.start + len(last.text)
        return Card(
            front, back, first.start, end, 0, end,
            draft.style, _NOTE_TYPES[draft.kind], deck.removeprefix("#"), (), first.start,
            SPACED_REPETITION, min(dates, default=""), (),
        )  # fmt: skip

    def _sides(self, draft: _Draft, plain: str) -> tuple[str, str]:
        """Return the front and the back of the text *plain*."""
        if draft.style == "single-line":
            separator = self._separator(plain)
            if not separator:  # it was only in the schedule
                return plain, ""
            front, _, back = plain.partition(separator[0])
            return front.strip(), back.strip()
        if draft.style == "cloze":
            return plain, ""
        lines = plain.split("\n")
        between = next((i for i, line in enumerate(lines) if line.strip() in self._between), 0)
        return "\n".join(lines[:between]).strip(), "\n".join(lines[between + 1 :]).strip()


def _lines(text: str, start: int) -> list[_Line]:
    """Return the lines of *text* from *start* on."""
    lines = []
    for line in text[start:].split("\n"):
        lines.append(_Line(line.rstrip("\r"), start))
        start += len(line) + 1
    return lines


def _tag(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for one of *tags*, or a nested tag below it, as a whole word."""
    names = "|".join(map(re.escape, tags)) or "(?!)"
    return lazy_re(rf"(?<!\S)(?:{names})(?:/[^\s#]*)?(?=\s|\Z)")


def _draft(kind: str, lines: list[_Line], deck: str) -> _Draft:
    return _Draft("cloze" if kind == "cloze" else "multi-line", kind, lines, deck)


def _after_schedule(lines: list[_Line], index: int) -> int:
    """Return the index after a schedule that begins at *index*; else *index*."""
    first = lines[index].text if index < len(lines) else ""
    if first.startswith(_SCHEDULE):
        return index + 1
    if first.startswith(_CALLOUT):
        while index < len(lines) and _SCHEDULE not in lines[index].text:
            index += 1
        return min(index + 1, len(lines))
    return index


def _after_fence(lines: list[_Line], index: int, mark: str) -> int:
    """Return the index after the next of *lines*, from *index* on, that begins with *mark*."""
    while index < len(lines) and not lines[index].text.startswith(mark):
        index += 1
    return min(index + 1, len(lines))


def _is_day(text: str) -> bool:
    """Whether *text* is a day, unlike `2026-02-30`, of which the plugin can make nothing."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
