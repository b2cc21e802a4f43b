"""The second pass over a note: the inline markup in its prose.

From left to right, the first of these alternatives that matches wins:

- `[[target]]` or `[[target|text]]` is a wikilink, with `!` before it an embed.  It stays on one
  line and contains no `[[`; a single bracket may be part of the target, but not one around the
  link.
- `[text](note.md)`, `[text](<my note.md>)` and `[text][label]` are Markdown links.  Without
  angle brackets, a destination cannot contain a space; such destinations and empty ones are kept as
  `invalid_links`.  A link contains no other link: of nested ones, the inner one counts (CommonMark,
  Links).
- Code (`` `…` ``), math (`$…$`), HTML tags and HTML comments are skipped as a whole, and so is a
  backslash-escaped character: they contain no links.  None of them leaves its block, see
  `extents`.
- `#tag` is at the start of a line or after whitespace; `^id` is at the end of a line, after
  whitespace or the `$$` of a formula.

Comments in `%%` are prose to Obsidian: their links and tags count.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import itemgetter
from sys import intern
from typing import Any, ClassVar

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.absolute_paths import is_absolute_path
from vaultgraph.reading.markdown.extents import Extents
from vaultgraph.reading.markdown.links import (
    WIKILINK,
    markdown_target,
    wikilink_target,
    without_title,
)

__all__ = [
    "LINE_LEAD",
    "REFERENCES",
    "Definitions",
    "Inline",
    "InlineReader",
    "is_indexed",
    "read_inline",
]

Definitions = Mapping[str, tuple[str, int]]
"""Destinations of `[label]` and the offsets of their definitions, by label."""

REFERENCES = frozenset({"footnote", "undefined"})
"""The kinds of suspects that refer to another line of the note, see `references`."""

LINE_LEAD = " \t>-*+.)0123456789"
"""The characters of the marks of quotes, list items and tasks at the beginning of a line."""

_BEFORE_INDEX = "_)][\\"
"""What is before brackets in code and in an array, or before an escaped bracket, as letters are."""

# Every alternative begins with a literal character, so `re` skips plain prose at C speed.  If only
# one began with a group or a lookbehind, the scan would take several times as long.
_TOKEN = lazy_re(
    WIKILINK
    + r"""
  | \[ (?P<open>)
  | \] (?: \( [ \t]*
             (?P<destination> <[^<>\n]*> | (?![<\s)]|\[\[) [^\s()]* (?: \([^\s()]*\) [^\s()]* )* )
             (?: [ \t]+ (?: "[^"\n]*" | '[^'\n]*' | \([^()\n]*\) ) )? [ \t]* \)
         | \( (?P<spaced> [^()<>\n]* (?: \([^()<>\n]*\) [^()<>\n]* )* ) \)
         | \[ (?!\^) (?P<label> [^\[\]\n]* ) \]
         | (?= [ ]?\( ) (?P<apart>)
         | (?P<close>) )
  | ` (?: (?!`) [^`|\n]+ ` (?!`) | `* (?P<ticks>) )
  | \$ (?: \$ (?P<math>)
         | (?![\s$]) [^$|\n]* (?: (?<![\s\\]) \$ (?!\d)
                              | \| [^$\n]* (?<![\s\\]) \$ (?!\d) (?P<bars>) ) )
  | < (?: !-- (?P<comment>) | (?P<tag> /?[A-Za-z][^<>\n]* ) > )
  | \# (?<![^\s\[]\#)
    (?P<hashtag> (?: [^\s!-,.:-@\[-^`{-~\u2000-\u206f\u2e00-\u2e7f\u3000]+ \#? )+ )
  | \^ (?: (?<!\S\^) | (?<=\$\$\^) ) (?P<block> [A-Za-z0-9-]+ ) (?= [ \t]* (?:\n|\Z) )
  | \\ [!-/:-@\[-`{-~]
    """,
    re.VERBOSE,
)
_HTML_TAG = lazy_re(
    r"/?[A-Za-z][A-Za-z0-9-]*"
    r"(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=`]+))?)*\s*/?"
)
_PARTNER = lazy_re(r"[^\[\]\n]*(?:\[\[[^\[\]\n]*\]\][^\[\]\n]*)*\]")
# What GitHub and plugins write until the address is known: `![Uploading plan.png…]()`, and
# `![Uploading file..._k3v9]()` with an ID.
_UPLOADING = lazy_re(
    r"Uploading:?(?: (?P<name>[^\n]{0,255}?))? ?(?:\.\.\.|…)[\w-]{0,40}", re.IGNORECASE
)
_SHORT_SPAN = 200
_MAX_LABEL_LENGTH = 1000  # https://spec.commonmark.org/0.31.2/#link-label, and its bracket


class Inline:
    """The inline markup of a note, in order; offsets are those of the note's own text.

    - `links`, `tags`, `blocks`, `invalid_links` and `absolute_paths` have the fields of the classes
      in the model, of which `scan` makes instances.
    - `invalid_links` look like Markdown links but are not: the destination is empty, or contains a
      space without angle brackets around it.
    - `outside` (destination, start, end) are embeds of files outside the vault.
    - `elements` (start, end) are HTML elements that may name a file.
    - `uploads` are placeholders of images that are yet to be uploaded, with the fields of a link.
    - `barred` are the wikilinks that contain a `|`, which a table may split, as in `links`.
    - `suspects` (kind, start, end) are `REFERENCES`, or places where a link may be malformed, see
      `malformed`; their offsets are those of `text`.
    - `label_forms` are those of labels with a definition: whether they are numbers.
    """

    def __init__(self, text: str, definitions: Definitions) -> None:
        self.links: list[tuple[str, int, int, str, bool, str]] = []
        self.tags: list[tuple[str, int]] = []
        self.blocks: list[tuple[str, int]] = []
        self.invalid_links: list[tuple[str, int, int]] = []
        self.outside: list[tuple[str, int, int]] = []
        self.absolute_paths: list[tuple[str, int, int, str, bool, str]] = []
        self.elements: list[tuple[int, int]] = []
        self.uploads: list[tuple[str, int, int, str, bool, str]] = []
        self.barred: list[tuple[str, int, int, str, bool, str]] = []
        self.suspects: list[tuple[str, int, int]] = []
        self.text = text
        self.definitions = definitions
        self.label_forms: set[bool] = set()
        self._open: list[int] = []
        self._inactive = 0
        self._next: dict[str, int] = {}
        self._end = len(text)

    @cached_property
    def extents(self) -> Extents:
        """The extents of the blocks of the text."""
        return Extents(self.text)


def read_inline(
    text: str,
    spans: Iterable[tuple[int, int]],
    definitions: Definitions,
) -> Inline:
    """Return the inline markup of *text* within each (start, end) of *spans*.

    *text* must begin with an extra newline, which does not count in the offsets of the result.
    *definitions* map each `[label]` to its destination.
    """
    inline = InlineReader(text, definitions)
    for start, end in spans:
        inline.read(start, end)
    inline.links.sort(key=itemgetter(1))  # an image within a link was recorded first
    return inline


class InlineReader(Inline):
    """Reads inline markup: one method for each group of `_TOKEN`.

    A method returns the offset where reading continues, or -1 for the end of the match.  Tokens
    without a group are ignored here; `spans` has a method for them, under the key None.
    """

    def read(self, start: int, end: int) -> None:
        """Read the prose from *start* to *end*."""
        self._end = end
        position = start
        methods = self._METHODS
        while position >= 0:
            for match in _TOKEN.finditer(self.text, position, end):
                kind = match.lastgroup
                position = methods[kind](self, match) if kind in methods else -1
                if position >= 0:
                    break
            else:
                break
        if self._open:
            self._leave_open()

    def _hashtags(self, match: re.Match[str]) -> int:
        """Record the tags of `#a#b` separately; digits alone are not a tag."""
        tag, start = match[0], match.start() - 1
        names = tag[1:]
        # Interned: a vault has few tags, each in many notes.
        if "#" not in names and not names.isdecimal():  # the usual case
            self.tags.append((intern(tag), start))
            return -1
        for name in names.split("#"):
            if name and not name.isdecimal():
                self.tags.append((intern("#" + name), start))
            start += len(name) + 1
        return -1

    def _wikilink(self, match: re.Match[str]) -> int:
        inside, (start, end), resume = match[1], match.span(), -1
        if "[" in inside and inside.count("[") > inside.count("]"):
            if inside[0] == "[" and self._is_bracketed(match):
                return self._bracket(start)
            if self.text.startswith("]", end):
                inside, end = inside + "]", end + 1
                resume = end
        if target := wikilink_target(inside):
            embed = self.text[start - 1] == "!"
            link = target, start - embed - 1, end - 1, "wikilink", embed, ""
            self.links.append(link)
            if "|" in inside:
                self.barred.append(link)
            if end < self._end and self.text[end] == "(":
                self.suspects.append(("addressed", start - embed, end))
        return resume

    def _is_bracketed(self, match: re.Match[str]) -> bool:
        """Return whether the first of the three brackets of *match* is not part of the link.

        Then it is closed directly after the link, or later on the line if only one bracket is
        extra.  Of four brackets, Obsidian takes the inner one as part of the target if no bracket
        follows.
        """
        text, end = self.text, match.end()
        if text.startswith("]", end):
            return True
        return text[match.start() - 1] != "[" and _PARTNER.match(text, end) is not None

    def _bracket(self, start: int) -> int:
        """Treat the bracket at *start* as text, or as the start of a Markdown link."""
        self._open.append(start)
        return start + 1

    def _opened(self, match: re.Match[str]) -> int:
        self._open.append(match.start())
        return -1

    def _opener(self) -> int:
        """Pop the last open bracket; -1 if there is none, or it can no longer begin a link.

        After a link, the brackets that were open before it can only begin images.
        """
        if not self._open:
            return -1
        start = self._open.pop()
        if len(self._open) < self._inactive:
            self._inactive = len(self._open)
            return start if self.text[start - 1] == "!" else -1
        return start

    def _leave_open(self) -> None:
        """Give up all open brackets, because their block has ended."""
        text = self.text
        for start in self._open:
            if text.startswith("[[", start):
                self.suspects.append(("open", start, start + 2))
        self._open.clear()
        self._inactive = 0

    def _is_one_block(self, start: int, end: int) -> bool:
        """Return whether no block ends between the brackets at *start* and *end*."""
        if end - start < _SHORT_SPAN and self.text.find("\n", start, end) < 0:
            return True
        if self.extents.reaches(start, end):
            return True
        self._open.append(start)
        self._leave_open()  # those before it are further away
        return False

    def _spaced(self, match: re.Match[str]) -> int:
        """Close `[text](some destination "title")`, which is not a link, or `[text]()`."""
        start = self._opener()
        if "[[" in match["spaced"]:
            if start >= 0:
                self.suspects.append(("nested", start, match.start()))
            return match.start() + 1
        if start >= 0 and self._is_one_block(start, match.start()):
            destination = without_title(match["spaced"])
            if is_absolute_path(destination):
                self._add_absolute_path(destination, start, match, "markdown")
            elif not destination.strip() and (upload := self._upload(start, match.start())):
                name = upload["name"] or ""
                self.uploads.append((name, start - 2, match.end() - 1, "upload", True, ""))
            else:
                self.invalid_links.append((destination, start - 1, match.end() - 1))
        return -1

    def _upload(self, start: int, end: int) -> re.Match[str] | None:
        """Return the match if the text between *start* and *end* is that of a placeholder."""
        if self.text[start - 1] != "!" or self.text[start + 1 : start + 2] not in {"U", "u"}:
            return None
        return _UPLOADING.fullmatch(self.text, start + 1, end)

    def _destination(self, match: re.Match[str]) -> int:
        """Close `[text](destination)`."""
        start = self._opener()
        if start >= 0:
            self._add(match["destination"], start, match, "markdown")
        return -1

    def _reference(self, match: re.Match[str]) -> int:
        """Close `[text][label]` or `[label]`."""
        text = self.text
        if not self._open:
            if text[match.start() - 1] == "]":
                self.suspects.append(("close", match.start(), match.end()))
            return -1
        opening, close = self._open[-1], match.start()
        start = self._opener()
        is_notable = close - opening > len("[x") and (  # tasks are frequent
            text[opening + 1] in "[^" or text[opening - 1] == ")"
        )
        if is_notable and not self._is_partner(opening, close):
            return -1
        if start >= 0 and self.definitions and close - start <= _MAX_LABEL_LENGTH:
            self._resolve(start, match)
        return -1

    def _resolve(self, start: int, match: re.Match[str]) -> None:
        """Record the link from *start* to the end of *match* if its label has a definition."""
        label = " ".join((match["label"] or self.text[start + 1 : match.start()]).split())
        destination = self.definitions.get(label.lower(), ("", 0))[0]
        self._add(destination, start, match, "reference")
        if match["label"] and destination:
            self.label_forms.add(label.isdecimal())
        elif match["label"]:
            self.suspects.append(("undefined", start, match.end()))

    def _is_partner(self, start: int, close: int) -> bool:
        """Return whether a block has the brackets at *start* and *close*; keep them if suspect."""
        if self.text[start + 1] == "[" and not self._is_one_block(start, close):
            if self.text[close - 1] == "]":
                self.suspects.append(("close", close, close + 1))
            return False
        if self.text[start + 1] == "^":
            self.suspects.append(("footnote", start, close + 1))
        elif self.text[start - 1] == ")":
            self.suspects.append(("swapped", start, close + 1))
        return True

    def _apart(self, match: re.Match[str]) -> int:
        """Close `[label]` before what may be meant as its destination."""
        if self._open:
            self.suspects.append(("apart", self._open[-1], match.end()))
        return self._reference(match)

    def _add(self, destination: str, start: int, match: re.Match[str], syntax: str) -> None:
        """Record the link from *start* to the end of *match*, if both are in one block."""
        target = markdown_target(destination)
        if not destination or not self._is_one_block(start, match.start()):
            return
        embed = self.text[start - 1] == "!"
        if not embed:
            self._inactive = len(self._open)
        if target:
            self.links.append((target, start - embed - 1, match.end() - 1, syntax, embed, ""))
            return
        address = destination.strip("<>")
        if embed:
            self.outside.append((address, start - 2, match.end() - 1))
        if address[:4] != "http" and is_absolute_path(address):
            self._add_absolute_path(address, start, match, syntax)

    def _add_absolute_path(
        self, address: str, start: int, match: re.Match[str], syntax: str
    ) -> None:
        embed = self.text[start - 1] == "!"
        self.absolute_paths.append((address, start - embed - 1, match.end() - 1, syntax, embed, ""))

    def _block(self, match: re.Match[str]) -> int:
        self.blocks.append((match["block"], match.start() - 1))
        return -1

    def _tag(self, match: re.Match[str]) -> int:
        tag = match["tag"]
        if "[[" in tag and not _HTML_TAG.fullmatch(tag):
            return match.start() + 1
        if "src" in tag or "href" in tag:
            self.elements.append((match.start() - 1, match.end() - 1))
        return -1

    def _math(self, match: re.Match[str]) -> int:
        return self._after_mark("$$", match)

    def _bars(self, match: re.Match[str]) -> int:
        """Skip a formula that contains a `|`, unless that separates two cells of a table."""
        has_break = self.extents.has_cell_break(match.start(), match.end())
        return match.start() + 1 if has_break else -1

    def _comment(self, match: re.Match[str]) -> int:
        return self._after_mark("-->", match)

    def _after_mark(self, mark: str, match: re.Match[str]) -> int:
        """Return the offset after the next *mark* in the block, -1 if there is none."""
        start = match.end()
        # Cache the next mark, also its absence: searching again for each opening is quadratic.
        close = self._next.get(mark, -1)
        if close < start:
            found = self.text.find(mark, start)
            close = self._next[mark] = found if found >= 0 else len(self.text)
        if close >= self._end or not self.extents.joins(start, close):
            return -1
        return close + len(mark)

    def _ticks(self, match: re.Match[str]) -> int:
        return self.extents.code_end(match.start(), match.end(), self._end)

    _METHODS: ClassVar[Mapping[str | None, Callable[[Any, re.Match[str]], int]]] = {
        "wikilink": _wikilink,
        "open": _opened,
        "destination": _destination,
        "spaced": _spaced,
        "label": _reference,
        "close": _reference,
        "apart": _apart,
        "ticks": _ticks,
        "math": _math,
        "bars": _bars,
        "comment": _comment,
        "tag": _tag,
        "hashtag": _hashtags,
        "block": _block,
    }


def is_indexed(text: str, start: int) -> bool:
    """Return whether the bracket at *start* of *text* is rather an index of what is before it."""
    before = text[start - 1]
    return before in _BEFORE_INDEX or (before.isascii() and before.isalnum())
