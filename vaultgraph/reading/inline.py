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
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar

from vaultgraph.reading.links import markdown_target, wikilink_target

if TYPE_CHECKING:
    from vaultgraph.model import LinkRow

__all__ = ["Inline", "read_inline"]

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


class Inline:
    """What the prose of a note holds, in its order; offsets are those of the note's own text.

    `links` are rows of a `Link`, `tags` and `blocks` are names with their offsets, `html` the
    insides of HTML tags.  `no_links`, a destination with start and end, look like a Markdown link
    and are none: the destination is empty, or holds a blank without brackets around it.
    """

    def __init__(self, text: str, definitions: Mapping[str, tuple[str, int]]) -> None:
        self.links: list[LinkRow] = []
        self.tags: list[tuple[str, int]] = []
        self.blocks: list[tuple[str, int]] = []
        self.html: list[str] = []
        self.no_links: list[tuple[str, int, int]] = []
        self._text = text
        self._definitions = definitions
        self._open: list[int] = []
        self._paragraph_end = -1
        self._known_from = -1
        self._closers: dict[int, list[int]] = {}
        self._closers_end = -1
        self._end = len(text)


def read_inline(
    text: str,
    spans: Iterable[tuple[int, int]],
    definitions: Mapping[str, tuple[str, int]],
) -> Inline:
    """Return what the note *text* holds within each (start, end) of *spans*.

    *text* must begin with a newline, which is not the note's and does not count in offsets.
    *definitions* say where `[label]` leads.
    """
    inline = _Reader(text, definitions)
    for start, end in spans:
        inline.read(start, end)
    inline.links.sort(key=itemgetter(1))
    return inline


class _Reader(Inline):
    """Inline markup in the making: one method for each group of `_TOKEN`.

    A method returns the offset where reading goes on, or -1 for the end of the match.
    """

    def read(self, start: int, end: int) -> None:
        position = start
        self._open.clear()
        self._end = end
        methods = self._METHODS
        while position >= 0:
            for match in _TOKEN.finditer(self._text, position, end):
                kind = match.lastgroup
                position = methods[kind](self, match) if kind else -1
                if position >= 0:
                    break
            else:
                return

    def _hashtags(self, match: re.Match[str]) -> int:
        """Tell `#a#b` apart; digits alone are no tag."""
        start = match.start() - 1
        for name in match["hashtag"].split("#"):
            if name and not name.isdecimal():
                self.tags.append(("#" + name, start))
            start += len(name) + 1
        return -1

    def _wikilink(self, match: re.Match[str]) -> int:
        inside, end, resume = match["wikilink"], match.end(), -1
        unclosed = "[" in inside and inside.count("[") > inside.count("]")
        if unclosed and self._text.startswith("]", end):
            inside, end = inside + "]", end + 1
            resume = end
        if target := wikilink_target(inside):
            start = match.start()
            embed = self._text[start - 1] == "!"
            self.links.append((target, start - embed - 1, end - 1, "wikilink", embed, ""))
        return resume

    def _opened(self, match: re.Match[str]) -> int:
        self._open.append(match.start())
        return -1

    def _spaced(self, match: re.Match[str]) -> int:
        if self._open:
            self.no_links.append((match["spaced"], self._open.pop() - 1, match.end() - 1))
        return -1

    def _destination(self, match: re.Match[str]) -> int:
        """Close `[text](destination)`."""
        destination = match["destination"]
        if self._open and destination:
            self._add(destination, self._open.pop(), match, "markdown")
        elif self._open:
            self.no_links.append((destination, self._open.pop() - 1, match.end() - 1))
        return -1

    def _reference(self, match: re.Match[str]) -> int:
        """Close `[text][label]` or `[label]`."""
        if not self._open:
            return -1
        start = self._open.pop()
        if self._definitions:
            label = match["label"] or self._text[start + 1 : match.start()]
            destination = self._definitions.get(" ".join(label.split()).lower(), ("", 0))[0]
            self._add(destination, start, match, "reference")
        return -1

    def _add(self, destination: str, start: int, match: re.Match[str], syntax: str) -> None:
        """Take the link from *start* to the end of *match*, if both lie in one paragraph."""
        target = markdown_target(destination)
        if target and self._empty_line_after(start) > match.start():
            embed = self._text[start - 1] == "!"
            self.links.append((target, start - embed - 1, match.end() - 1, syntax, embed, ""))

    def _block(self, match: re.Match[str]) -> int:
        self.blocks.append((match["block"], match.start() - 1))
        return -1

    def _tag(self, match: re.Match[str]) -> int:
        self.html.append(match["tag"])
        return -1

    def _maths(self, match: re.Match[str]) -> int:
        return self._behind("$$", match)

    def _comment(self, match: re.Match[str]) -> int:
        return self._behind("-->", match)

    def _behind(self, mark: str, match: re.Match[str]) -> int:
        """The offset behind the next *mark* of the paragraph, -1 if it has none."""
        found = self._text.find(mark, match.end(), self._end)
        if found < 0 or found > self._empty_line_after(match.end()):
            return -1
        return found + len(mark)

    def _ticks(self, match: re.Match[str]) -> int:
        """The end of the code that a run of backticks opens; -1 if none of its length follows.

        The runs of a paragraph are listed once, by length, last first: searching again for
        each would be quadratic.
        """
        if match.start() >= self._closers_end:
            self._closers_end = min(self._empty_line_after(match.end()), self._end)
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

    _METHODS: ClassVar[Mapping[str, Callable[["_Reader", re.Match[str]], int]]] = {
        "wikilink": _wikilink,
        "open": _opened,
        "destination": _destination,
        "spaced": _spaced,
        "label": _reference,
        "close": _reference,
        "ticks": _ticks,
        "maths": _maths,
        "comment": _comment,
        "tag": _tag,
        "hashtag": _hashtags,
        "block": _block,
    }
