"""The first pass over a note: its blocks, line by line.

Obsidian parses blocks before anything else, so this pass decides what *cannot* contain a link:

- fenced code, between lines of ``` or ~~~ (an unclosed fence runs to the end of its quote, its
  list item or the note);
- indented code: four spaces or a tab after an empty line, in a list four more than its text;
- HTML blocks: `<!-- … -->`, `<script> … </script>`, or from a line such as `<div>` to the next
  empty line;
- math between two `$$`, anywhere in their lines;
- the destination of a definition, `[label]: note.md`.

It also collects the headings: `# …` or underlined with `===` or `---`, at the top level only.
Between lines of `%%` headings do not count, though links do.

`inline` then parses the rest.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.markdown.containers import NOTE, Containers
from vaultgraph.reading.markdown.links import without_title

if TYPE_CHECKING:
    from vaultgraph.reading.markdown.formulas import Formulas

__all__ = ["Blocks", "read_blocks"]

# Every alternative follows `\n` and a lookahead at the next character, so a line of plain prose
# costs one step.  A pattern that begins with `^` or a group would be tried at every character.
# After the spaces each alternative begins with a different character, so `re` enters only one.
_LINE_EXPRESSION = r"""
    \n (?=[-\ \t\n\#=<%$\[{first}])
    (?: [ ]{{0,3}}+
        (?: \# \#{{0,5}}+ (?=[ \t\n]|\Z) (?P<heading> [^\n]*+ )
          | = =*+ [ \t]*+ (?=\n|\Z) (?P<double>)
          | - (?: -++ [ \t]*+ )?+ (?=\n|\Z) (?P<single>)
          | < (?=[A-Za-z/!?]) [^\n]*+ (?P<html>)
          | %% (?P<comment>)
          | \$\$ (?P<math>)
          | \[ (?P<label> [^\[\]\\^\n][^\[\]\\\n]* ) \]:
            [ \t]* (?P<destination> <[^<>\n]*> | \S+ ) )
      | [ \t]*+ (?P<indent> (?=\n(?:[ ]{{4}}|[ ]{{0,3}}\t)[ \t]*+\S) )
      {fence}
    )
    """
_FENCE = r"""
      | [ \t]*+ (?: (?: [>*+-] | \d{1,9}[.)] ) [ \t]*+ )*+
        (?P<fence> ```++ (?=[^`\n]*(?:\n|\Z)) | ~~~+ )
    """
_LINE = lazy_re(_LINE_EXPRESSION.format(first="", fence=""), re.VERBOSE)
# This takes a third more time, because a fence may follow in each line of a list or quote.
_LINE_OF_CODE = lazy_re(_LINE_EXPRESSION.format(first=r">*+\d`~", fence=_FENCE), re.VERBOSE)
_INDENTED = lazy_re(r"(?:\n(?:[ ]{4}|[ ]{0,3}\t)[^\n]*|\n[ \t]*(?=\n|\Z))+")
_ITEM = lazy_re(r"[ ]{0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|\Z)")
_INDENTED_ITEM = lazy_re(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|\Z)")
_INDENT = lazy_re(r"[ \t]*")
_NOT_PROSE = lazy_re(
    r"[ ]{0,3}(?:[>|<]|(?:[-*+]|\d{1,9}[.)]|\#{1,6})(?:[ \t]|\Z)|(?:-{3,}|\*{3,}|_{3,})[ \t]*\Z)"
    r"|[ ]{4}|\t|[ \t]*\Z"
)
# MultiMarkdown attributes, `width=30px`, may follow: Obsidian then shows plain text, but the author
# refers to the file.
_DEFINITION_END = lazy_re(
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?(?:[ \t]+\w+=\S+)*[ \t]*(?=\n|\Z)"
)
_FILE = lazy_re(r"\.[A-Za-z]\w{1,5}\Z")
_MAX_DEFINITION_LENGTH = 500
_EMPTY_LINE = lazy_re(r"\n[ \t]*(?=\n)")
_HTML_ENDS = (
    (lazy_re(r"<!--"), "-->"),
    (lazy_re(r"<\?"), "?>"),
    (lazy_re(r"<!\[CDATA\["), "]]>"),
    (lazy_re(r"<![A-Za-z]"), ">"),
    (lazy_re(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE), "</"),
)
_HTML_BLOCK = lazy_re(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd"
    r"|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]"
    r"|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup"
    r"|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?=[\s>]|/>|\Z)",
    re.IGNORECASE,
)
_HTML_LINE = lazy_re(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>[ \t]*\Z")


class Blocks:
    """The blocks of a note.

    `headings` and `invalid_links` have the fields of the classes in the model, see `scan`;
    `definitions` map labels to (destination, offset), and `gaps` are the (start, end) of what is
    not prose, in order.  `invalid_links` are would-be definitions with a space in the destination.
    Like those of headings, their offsets are in the note's own text.
    """

    def __init__(self, text: str, start: int) -> None:
        self.headings: list[tuple[int, str, int]] = []
        self.definitions: dict[str, tuple[str, int]] = {}
        self.gaps: list[tuple[int, int]] = []
        self.invalid_links: list[tuple[str, int, int]] = []
        self._text = text
        self._start = start
        self._closed = start
        self._comment_end = start
        self._item_known_to = start
        self._item = 0


def read_blocks(text: str, start: int) -> Blocks:
    """Return the blocks of *text* from *start* on, which must be the offset of a newline."""
    blocks = _Reader(text, start)
    blocks.read()
    return blocks


class _Reader(Blocks):
    """Reads the blocks: one method for each group of `_LINE`.

    A method returns the offset from which to continue matching lines, or -1 to go on with the next.
    """

    def read(self) -> None:
        """Read all lines."""
        lines = (_LINE_OF_CODE if _has_fence(self._text) else _LINE).finditer
        methods = self._METHODS
        position, math = self._start, -1
        while position >= 0:
            if math < position:
                math = self.next_math(position)
            # A `finditer` cannot be moved: for a block of several lines, a new one starts after it.
            for match in lines(self._text, position):
                if math < match.start():
                    position, math = self.read_math(math, match.start())
                    if position >= 0:
                        break
                position = methods[match.lastgroup](self, match)
                if position >= 0 and (position > match.end() or math < position):
                    break
            else:
                position, _ = self.read_math(math, len(self._text))

    def next_math(self, offset: int) -> int:
        """Return the offset of the next `$$`, or one past the end of the text."""
        found = self._text.find("$$", offset) if "$" in self._text else -1
        return found if found >= 0 else len(self._text) + 1

    def read_math(self, math: int, end: int) -> tuple[int, int]:
        """Skip the formulas in the lines up to *end*; the first `$$` is at *math*.

        Return the offset from which to continue matching lines, -1 for no change, and the offset
        of the next `$$`.
        """
        while math < end:
            formula = self._formulas.find(math, end, self._closed, self.gaps)
            position = self._skip(*formula) if formula else end
            math = self.next_math(position)
            if formula and position > end:
                return position, math
        return -1, math

    def _heading(self, match: re.Match[str]) -> int:
        above, end = match.start(), match.start("heading")
        # A heading within a list item is not a target of links.
        indent = 0 if self._text[above + 1] == "#" else match[0].index("#") - 1
        nested = indent > 1 and 0 < self._open_item(above) <= indent
        if above >= self._comment_end and not nested:
            start, text = above + indent, match["heading"].strip()
            if text[-1:] == "#":
                unclosed = text.rstrip("#")
                text = unclosed.rstrip() if unclosed[-1:] in {"", " ", "\t"} else text
            self.headings.append((end - start - 1, text, start))
        return -1

    def _underline(self, match: re.Match[str]) -> int:
        """Record the line above as a heading if it is a paragraph of its own."""
        start = self._text.rfind("\n", 0, match.start()) + 1
        if match.end() > self._comment_end and self._is_paragraph(start):
            level = 1 if match.lastgroup == "double" else 2
            text = self._text[start : match.start()].strip()
            self.headings.append((level, text, start - 1))
            self._closed = match.end()
        return -1

    def _is_paragraph(self, start: int) -> bool:
        """Return whether the line at *start* is prose, and the one above it is not.

        A line of only no-break spaces is prose and does not continue the paragraph above.
        """
        line = self._text[start : _line_end(self._text, start)]
        if start <= self._closed or _NOT_PROSE.match(line):
            return False
        if start == self._closed + 1 or not line.strip():
            return True
        above = self._text[self._text.rfind("\n", 0, start - 1) + 1 : start - 1].strip()
        return not above or above[0] == "#"

    @cached_property
    def _containers(self) -> Containers:
        return Containers(self._text, self._start)

    @cached_property
    def _formulas(self) -> "Formulas":
        from vaultgraph.reading.markdown.formulas import Formulas

        return Formulas(self._text, self._containers)

    def _fence(self, match: re.Match[str]) -> int:
        line, start = match.start() + 1, match.start("fence")
        container = NOTE if line == start else self._containers.find(line, start, self.gaps)
        if not container:
            return -1
        return self._skip(start, container.fence_end(self._text, match["fence"], match.end()))

    def _html(self, match: re.Match[str]) -> int:
        html = match[0].lstrip()
        start = match.end() - len(html)
        for opening, closing in _HTML_ENDS:
            if opened := opening.match(html):
                end = _after(self._text, closing, start + opened.end())
                return self._skip(start, _line_end(self._text, end))
        if _HTML_BLOCK.match(html) or (_HTML_LINE.match(html) and self._after_empty_line(match)):
            empty = _EMPTY_LINE.search(self._text, start)
            return self._skip(start, empty.start() if empty else len(self._text))
        return -1

    def _after_empty_line(self, match: re.Match[str]) -> bool:
        before = self._text.rfind("\n", 0, match.start())
        return not self._text[before + 1 : match.start()].strip()

    def _comment(self, match: re.Match[str]) -> int:
        if match.end() > self._comment_end:
            self._comment_end = _after(self._text, "%%", match.end())
        return -1

    def _definition(self, match: re.Match[str]) -> int:
        """Record a definition; with more than a title after its destination, it is just text."""
        start = match.start("label") - 1
        if not _DEFINITION_END.match(self._text, match.end()):
            self._spaced_definition(start, match)
            return -1
        label = " ".join(match["label"].split()).lower()
        self.definitions.setdefault(label, (match["destination"], start))
        self.gaps.append((start, match.end()))
        return -1

    def _spaced_definition(self, start: int, match: re.Match[str]) -> None:
        """Record the destination as invalid if it names a file with a space in it."""
        end = _line_end(self._text, match.end())
        if end - start > _MAX_DEFINITION_LENGTH:
            return
        destination = without_title(self._text[match.start("destination") : end].rstrip())
        if _FILE.search(destination.partition("#")[0]):
            self.invalid_links.append((destination, start - 1, end - 1))

    def _indented(self, match: re.Match[str]) -> int:
        # In a list, indented text continues the item, unless it is four columns deeper.
        if self._open_item(match.start()):
            line = self._text[match.end() + 1 : _line_end(self._text, match.end() + 1)]
            deep = _column(line, _INDENT) >= self._text_column(match.start()) + 4
            if not deep or _INDENTED_ITEM.match(line):
                return -1
        code = _INDENTED.match(self._text, match.end())
        return self._skip(match.end(), code.end()) if code else -1

    def _text_column(self, offset: int) -> int:
        """Return the column of the text of the last non-empty line before *offset*."""
        end = offset
        while end and self._text[end - 1].isspace():
            end -= 1
        line = self._text[self._text.rfind("\n", 0, end) + 1 : end]
        return _column(line, _INDENTED_ITEM) or _column(line, _INDENT)

    def _math(self, match: re.Match[str]) -> int:
        start = match.end() - len("$$")
        end = self._formulas.end(start, self.gaps)
        return self._skip(start, end) if end >= 0 else -1

    def _open_item(self, offset: int) -> int:
        """Return the column of the text of the list item that is open at *offset*; else 0.

        An item stays open while all lines after it are empty or indented.
        """
        # Only lines that were not searched before: backwards to the last unindented one.
        for line in reversed(self._text[self._item_known_to + 1 : offset].split("\n")):
            if line and not line[0].isspace():
                item = _ITEM.match(line)
                self._item = len(item[0].rstrip()) + 1 if item else 0
                break
        self._item_known_to = max(self._item_known_to, offset)
        return self._item

    def _skip(self, start: int, end: int) -> int:
        self.gaps.append((start, end))
        self._closed = end
        return end

    _METHODS: ClassVar[Mapping[str | None, Callable[["_Reader", re.Match[str]], int]]] = {
        "heading": _heading,
        "fence": _fence,
        "double": _underline,
        "single": _underline,
        "html": _html,
        "comment": _comment,
        "math": _math,
        "destination": _definition,
        "indent": _indented,
    }


def _has_fence(text: str) -> bool:
    """Return whether *text* may contain a fence; one character is faster to find than three."""
    return ("`" in text and "```" in text) or ("~" in text and "~~~" in text)


def _column(line: str, opening: re.Pattern[str]) -> int:
    """Return how many columns *opening* takes at the start of *line*; tab stops are 4 apart."""
    match = opening.match(line)
    return len(match[0].expandtabs(4)) if match else 0


def _after(text: str, mark: str, start: int) -> int:
    """Return the offset after the next *mark*, or the end of the text."""
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the next newline, or the end of the text."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
