"""The second pass over a note: what Obsidian reads inside its prose.

Why is a piece of text a link, or not?  From left to right, the first of these that fits wins:

- `[[target]]` or `[[target|text]]` is a wikilink, with `!` before it an embed.  It stays on one
  line and holds no `[[`; a single bracket may be part of the target.
- `[text](note.md)`, `[text](<my note.md>)` and `[text][label]` are Markdown links.  Without
  brackets around it, a destination holds no blank; such and empty ones are kept as `no_links`.
- Code (`` `…` ``), maths (`$…$`), HTML tags and HTML comments are skipped whole, and so is a
  character behind a backslash: nothing in them is a link.
- `#tag` stands at the start of a line or behind a blank; `^id` at the end of a line,
  behind a blank or the `$$` of a formula.

Comments in `%%` are prose to Obsidian: their links and tags count.
"""

import re
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

__all__ = ["Inline", "Raw", "read_inline"]

# Every alternative begins with a literal character, so `re` skips plain prose at C speed.  Begin
# just one with a group or a look-behind, and the scan takes several times as long.
_TOKEN = re.compile(
    r"""
    \[\[ (?P<wikilink> [^\[\]\n]* (?: (?: \](?!\]) | \[(?!\[) ) [^\[\]\n]* )* ) \]\]
  | \[ (?P<open>)
  | \] (?: \( [ \t]* (?P<destination> <[^<>\n]*> | (?!<) [^\s()]* (?: \([^\s()]*\) [^\s()]* )* )
             (?: [ \t]+ (?: "[^"\n]*" | '[^'\n]*' | \([^()\n]*\) ) )? [ \t]* \)
         | \( (?P<spaced> [^()<>\n]* ) \)
         | \[ (?P<label> [^\[\]\n]* ) \]
         | (?P<close>) )
  | ` (?: (?!`) [^`\n]+ ` (?!`) | `* (?P<ticks>) )
  | \$ (?: \$ (?P<maths>) | (?![\s$]) [^$\n]* (?<![\s\\]) \$ (?!\d) )
  | < (?: !-- (?P<comment>) | (?P<tag> /?[A-Za-z][^<>\n]* ) > )
  | \# (?<![^\s\[]\#)
    (?P<hashtag> (?: [^\s!-,.:-@\[-^`{-~\u2000-\u206f\u2e00-\u2e7f\u3000]+ \#? )+ )
  | \^ (?: (?<!\S\^) | (?<=\$\$\^) ) (?P<block> [A-Za-z0-9-]+ ) (?= [ \t]* (?:\n|\Z) )
  | \\ [!-/:-@\[-`{-~]
    """,
    re.VERBOSE,
)
_RUN = re.compile("`+")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


class Raw(NamedTuple):
    """A link before its target is cleaned: `inside` is what its brackets or its definition hold."""

    inside: str
    start: int
    end: int
    syntax: str
    embed: bool


class Inline:
    """What the prose of a note holds, in its order.

    `html` are the insides of HTML tags, `no_links` what looks like a Markdown link and is none: its
    destination is empty, or holds a blank without brackets around it.
    """

    def __init__(self, text: str, definitions: Mapping[str, tuple[str, int]]) -> None:
        self.links: list[Raw] = []
        self.tags: list[tuple[str, int]] = []
        self.blocks: list[tuple[str, int]] = []
        self.html: list[str] = []
        self.no_links: list[Raw] = []
        self._text = text
        self._definitions = definitions
        self._open: list[int] = []
        self._paragraph_end = -1
        self._known_from = -1
        self._closers: dict[int, list[int]] = {}
        self._closers_end = -1


def read_inline(
    text: str,
    spans: Iterable[tuple[int, int]],
    definitions: Mapping[str, tuple[str, int]],
) -> Inline:
    """Return what *text* holds within each (start, end) of *spans*.

    *definitions* say where `[label]` leads.  *text* must begin with a newline.
    """
    inline = _Reader(text, definitions)
    for start, end in spans:
        inline.read(start, end)
    inline.links.sort(key=attrgetter("start"))
    return inline


class _Reader(Inline):
    """Inline markup in the making.

    A method returns the offset where reading goes on, or -1 for the end of the match.
    """

    def read(self, start: int, end: int) -> None:
        position = start
        self._open.clear()
        while position >= 0:
            for match in _TOKEN.finditer(self._text, position, end):
                position = self._token(match, end)
                if position >= 0:
                    break
            else:
                return

    def _token(self, match: re.Match[str], end: int) -> int:
        kind = match.lastgroup
        if kind is None:
            return -1
        if kind == "wikilink":
            return self._wikilink(match)
        if kind == "open":
            self._open.append(match.start())
        elif kind in {"destination", "label", "close", "spaced"}:
            self._close(match, kind)
        elif kind == "hashtag":
            self._hashtags(match)
        elif kind == "block":
            self.blocks.append((match[kind], match.start()))
        elif kind == "tag":
            self.html.append(match[kind])
        else:
            return self._span_end(kind, match, end)
        return -1

    def _hashtags(self, match: re.Match[str]) -> None:
        """Tell `#a#b` apart; digits alone are no tag."""
        start = match.start()
        for name in match["hashtag"].split("#"):
            if name and not name.isdecimal():
                self.tags.append(("#" + name, start))
            start += len(name) + 1

    def _wikilink(self, match: re.Match[str]) -> int:
        inside, end, resume = match["wikilink"], match.end(), -1
        if inside.count("[") > inside.count("]") and self._text.startswith("]", end):
            inside, end = inside + "]", end + 1
            resume = end
        if inside.strip():
            embed = self._text[match.start() - 1] == "!"
            self.links.append(Raw(inside, match.start() - embed, end, "wikilink", embed))
        return resume

    def _close(self, match: re.Match[str], kind: str) -> None:
        """Close `[text](destination)`, `[text][label]` or `[label]`, in one paragraph."""
        if not self._open:
            return
        start = self._open.pop()
        if kind == "spaced" or (kind == "destination" and not match[kind]):
            self.no_links.append(Raw(match[kind], start, match.end(), "markdown", embed=False))
            return
        if kind == "destination":
            inside, syntax = match[kind], "markdown"
        elif self._definitions:
            label = (kind == "label" and match[kind]) or self._text[start + 1 : match.start()]
            inside = self._definitions.get(" ".join(label.split()).lower(), ("", 0))[0]
            syntax = "reference"
        else:
            return
        if inside and self._empty_line_after(start) > match.start():
            embed = self._text[start - 1] == "!"
            self.links.append(Raw(inside, start - embed, match.end(), syntax, embed))

    def _span_end(self, kind: str, match: re.Match[str], end: int) -> int:
        """Where code, maths or a comment ends that may run over several lines."""
        if kind == "ticks":
            return self._code_end(match, end)
        mark = "$$" if kind == "maths" else "-->"
        found = self._text.find(mark, match.end(), end)
        if found < 0 or found > self._empty_line_after(match.end()):
            return -1
        return found + len(mark)

    def _code_end(self, match: re.Match[str], end: int) -> int:
        """The end of the code that a run of backticks opens; -1 if none of its length follows.

        The runs of a paragraph are listed once, by length, last first: searching again for
        each would be quadratic.
        """
        if match.start() >= self._closers_end:
            self._closers_end = min(self._empty_line_after(match.end()), end)
            self._closers = {}
            for run in _RUN.finditer(self._text, match.end(), self._closers_end):
                self._closers.setdefault(len(run[0]), []).append(run.start())
            for starts in self._closers.values():
                starts.reverse()
        length = match.end() - match.start()
        starts = self._closers.get(length, [])
        while starts:
            if (start := starts.pop()) >= match.end():
                return start + length
        return -1

    def _empty_line_after(self, offset: int) -> int:
        """The offset of the next empty line, or the end of the text.

        What is known already is not searched again, whether questions come forwards or, as
        nested brackets close, backwards.
        """
        known, end = self._known_from, self._paragraph_end
        if offset < known or offset >= end:
            stop = known if offset < known else len(self._text)
            found = _EMPTY_LINE.search(self._text, offset, stop)
            if found:
                self._paragraph_end = found.start()
            elif offset >= end:
                self._paragraph_end = stop
            self._known_from = offset
        return self._paragraph_end
