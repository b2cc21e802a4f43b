"""Version 2 of the plugin, after its manual (`docs/USAGE.md`, 2.1).

- A code block of the language `flashcard` with `front:`, `back:`, `type:` or `content:`; a callout
  `> [!CARD] : Question`.
- A heading that ends in `#card`, or has it on the line below, makes a card of its section.  A
  paragraph with `#card` is answered by the text after the tag, or else by the next paragraph.
- `front::back` and `front:::back`; a list item includes what is indented below it.
- A paragraph with `==text==`, `{1:text}` or `{{c1::text}}` is a cloze.
- The anchor, `^q-ab2c`, is at the end of the card; the property `flashcards` maps it to a note in
  Anki.

Cards are not nested.  Without an anchor, a line with `::` or a cloze counts only in notes that the
plugin has processed.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.flashcards_obsidian.found import LITERAL, Found, Marks, is_inside_code

__all__ = ["find_cards"]

_LITERAL = lazy_re(LITERAL)
# Anchors contain no letters and digits that look alike.
_ANCHOR = lazy_re(r"(?:^|[ \t])\^(?P<anchor>q-[a-km-np-z2-9]{4}|\d{13})[ \t]*$", re.MULTILINE)
_FENCE = lazy_re(r"(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[^\s`]*)")
_FIELD = lazy_re(r"(front|back|type|content):(.*)")
_CALLOUT = lazy_re(r">[ \t]*\[!CARD\][+-]?[ \t]*:?[ \t]*(.*)", re.IGNORECASE)
_HEADING = lazy_re(r"(#{1,6})[ \t]+(.*)")
_ITEM = lazy_re(r"([ \t]*)(?:[-+*]|\d{1,9}[.)])[ \t]+(?=\S)")
_CLOZE = lazy_re(r"==[^\n]+?==|\{\d+:[^{}\n]+\}|\{\{c\d+::")


class _Line(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def find_cards(text: str, body: int, marks: Marks, *, is_processed: bool) -> Iterator[Found]:
    """Yield the cards of *text*, whose properties end at *body*, in order.

    *is_processed* is true if the properties show that the plugin has processed the note.
    """
    reader = _Reader(_lines(text, body), marks)
    for card in reader.cards():
        if card.anchor or is_processed or card.style in {"hashtag", "fenced", "callout"}:
            yield card


def _lines(text: str, body: int) -> list[_Line]:
    lines, start = [], body
    for line in text[body:].split("\n"):
        lines.append(_Line(line.rstrip("\r"), start))
        start += len(line) + 1
    return lines


class _Sides(NamedTuple):
    style: str
    kind: str
    front: str
    back: str


class _Reader:
    """Parses the *lines* of a note block by block."""

    def __init__(self, lines: list[_Line], marks: Marks) -> None:
        self._lines = lines
        self._marks = marks
        literal = re.escape(marks.tag)
        self._tag = re.compile(rf"(?:^|(?<=\s))#{literal}(?P<kind>[/-]reverse|-reminder)?[ \t]*$")
        self._has_tag = re.compile(rf"(?:^|\s)#{literal}(?P<kind>[/-]reverse|-reminder)?(?=\s|$)")

    def cards(self) -> Iterator[Found]:
        """Yield the cards, in order."""
        index = 0
        while index < len(self._lines):
            line = self._lines[index].text
            # Code, comments and formulas first: what looks like a card in them is not one.
            if fence := _FENCE.match(line):
                end = self._fence_end(index, fence["mark"])
                if fence["language"] == "flashcard" and (card := self._fenced(index, end)):
                    yield card
                index = end
            elif end := self._ignored_end(index):
                index = end
            elif line.startswith(">"):
                end = self._until(index, lambda text: not text.startswith(">"))
                if (callout := _CALLOUT.match(line)) and (
                    card := self._callout(index, end, callout)
                ):
                    yield card
                index = end
            elif (heading := _HEADING.match(line)) and (tag := self._heading_tag(index)):
                end = self._section_end(index, len(heading[1]))
                yield self._section(index, end, heading, tag)
                index = end
            elif not line.strip() or heading:
                index += 1
            else:
                end = self._block_end(index)
                card, end = self._block(index, end)
                if card:
                    yield card
                index = end

    def _until(self, index: int, stops: Callable[[str], bool]) -> int:
        """Return the index of the first line from *index* on that *stops*, or the end."""
        while index < len(self._lines) and not stops(self._lines[index].text):
            index += 1
        return index

    def _fence_end(self, index: int, mark: str) -> int:
        return self._until(index + 1, lambda text: text.rstrip() == mark) + 1

    def _ignored_end(self, index: int) -> int:
        """Return the index after the comment or formula at *index*; 0 if there is none."""
        line = self._lines[index].text
        if line.startswith("<!--"):
            return self._until(index, lambda text: "-->" in text) + 1
        if not line.lstrip().startswith("$$") or line.count("$$") != 1:
            return 0
        end = self._until(index + 1, lambda text: "$$" in text) + 1
        return end if end <= len(self._lines) else 0

    def _found(self, card: _Sides, first: int, end: int) -> Found | None:
        """Return *card* on the lines *first* to *end*; its anchor is on the last or first line."""
        end = min(end, len(self._lines))
        while not self._lines[end - 1].text.strip():
            end -= 1
        name, place = "", 0
        for line in (self._lines[end - 1], self._lines[first]):
            if anchor := _ANCHOR.search(line.text):
                name, place = anchor["anchor"], line.start + anchor.start("anchor")
                break
        front, back = (_ANCHOR.sub("", side).strip() for side in (card.front, card.back))
        if not front:
            return None
        start, last = self._lines[first].start, self._lines[end - 1].end
        return Found(card.style, card.kind, front, back, start, last, name, place)

    def _text(self, start: int, end: int) -> str:
        return "\n".join(line.text for line in self._lines[start:end])

    def _fenced(self, start: int, end: int) -> Found | None:
        fields: dict[str, list[str]] = {}
        key = ""
        for line in self._lines[start + 1 : end - 1]:
            if field := _FIELD.match(line.text):
                key = field[1]
                fields[key] = [field[2]]
            elif key:
                fields[key].append(line.text)
        front, back, kind, content = (
            "\n".join(fields.get(key, ())).strip() for key in ("front", "back", "type", "content")
        )
        has_anchor = end < len(self._lines) and _ANCHOR.fullmatch(self._lines[end].text)
        kind = {"reversed": "reverse", "reminder": "spaced", "cloze": "cloze"}.get(kind, "")
        if not (back or kind in {"cloze", "spaced"}):
            return None
        return self._found(
            _Sides("fenced", kind, front or content, back), start, end + bool(has_anchor)
        )

    def _callout(self, start: int, end: int, title: re.Match[str]) -> Found | None:
        inner = [line.text[1:].removeprefix(" ") for line in self._lines[start + 1 : end]]
        has_anchor = end < len(self._lines) and _ANCHOR.fullmatch(self._lines[end].text)
        back = "\n".join(inner)
        return self._found(_Sides("callout", "", title[1], back), start, end + bool(has_anchor))

    def _heading_tag(self, index: int) -> re.Match[str] | None:
        below = self._lines[index + 1].text if index + 1 < len(self._lines) else ""
        alone = self._tag.search(below)
        return self._tag.search(self._lines[index].text) or (
            alone if alone and alone[0].strip() == below.strip() else None
        )

    def _section_end(self, index: int, level: int) -> int:
        """Return the end of the section of the heading at *index*, ignoring lines in fences."""
        index += 1
        while index < len(self._lines):
            line = self._lines[index].text
            if fence := _FENCE.match(line):
                index = self._fence_end(index, fence["mark"])
                continue
            heading = _HEADING.match(line)
            if heading and len(heading[1]) <= level:
                return index
            index += 1
        return index

    def _section(self, start: int, end: int, heading: re.Match[str], tag: re.Match[str]) -> Found:
        is_below = not self._tag.search(self._lines[start].text)
        front = heading[2] if is_below else self._tag.sub("", heading[2])
        kind = _kind(tag)
        back = "" if kind == "spaced" else self._text(start + 1 + is_below, end)
        card = self._found(_Sides("hashtag", kind, front, back), start, end)
        return card or Found(
            "hashtag", kind, front, back, self._lines[start].start, self._lines[start].end
        )

    def _block_end(self, index: int) -> int:
        """Return the end of the paragraph or list item at *index*, with its indented lines."""
        item = _ITEM.match(self._lines[index].text)
        end = index + 1
        while end < len(self._lines):
            text = self._lines[end].text
            if not text.strip():
                below = self._until(end, lambda line: bool(line.strip()))
                indent = len(item[1]) + 2 if item else 0
                if (
                    not item
                    or below == len(self._lines)
                    or _indent(self._lines[below].text) < indent
                ):
                    return end
                end = below
                continue
            other = _ITEM.match(text)
            if text.startswith((">", "```", "~~~")) or _HEADING.match(text):
                return end
            if other and (not item or len(other[1]) <= len(item[1])):
                return end
            end += 1
        return end

    def _block(self, start: int, end: int) -> tuple[Found | None, int]:
        """Return the card on the lines *start* to *end*, if any, and the index after it."""
        text = self._text(start, end)
        if tag := self._has_tag.search(text):
            return self._tagged(start, end, text, tag)
        item = _ITEM.match(text)
        bare = text[item.end() :] if item else text
        # `:::` contains `::`, so it is tried first.
        for mark in filter(None, (self._marks.inline_reversed, self._marks.inline)):
            before, found, after = bare.partition(mark)
            if found and before.strip() and after.strip() and not is_inside_code(before):
                kind = "reverse" if mark == self._marks.inline_reversed else ""
                return self._found(_Sides("inline", kind, before, after), start, end), end
        # Braces are common in formulas, and `==` in code.
        if _CLOZE.search(_LITERAL.sub("", text)):
            return self._found(_Sides("cloze", "cloze", bare, ""), start, end), end
        return None, end

    def _tagged(
        self, start: int, end: int, text: str, tag: re.Match[str]
    ) -> tuple[Found | None, int]:
        front, after, kind = text[: tag.start()], text[tag.end() :].strip(), _kind(tag)
        if kind == "spaced":
            return self._found(_Sides("hashtag", kind, front, ""), start, end), end
        if _ANCHOR.sub("", after).strip():
            return self._found(_Sides("hashtag", kind, front, after), start, end), end
        below = self._until(end, lambda line: bool(line.strip()))
        if below == len(self._lines) or _HEADING.match(self._lines[below].text):
            return None, end
        fence = _FENCE.match(self._lines[below].text)
        last = self._fence_end(below, fence["mark"]) if fence else self._block_end(below)
        back = self._text(below, last)
        return self._found(_Sides("hashtag", kind, front, back), start, last), last


def _kind(tag: re.Match[str]) -> str:
    kind = (tag["kind"] or "")[1:]
    return "spaced" if kind == "reminder" else kind


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
