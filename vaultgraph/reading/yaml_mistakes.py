"""What people do wrong in the frontmatter of a note, in words that are not a parser's."""

import re
from typing import NamedTuple

from vaultgraph.lazy import lazy_re

__all__ = ["Mistake", "find_mistake"]

_LINE = lazy_re(
    r"""
    (?P<indent> [ ]* ) (?P<items> (?: -[ ]+ )* )
    (?: (?P<name> "[^"]*" | '[^']*' | [^\s\#:\[\]{},"'] (?: [^:] | :(?!\s|\Z) )* ) :(?:[ ]+|\Z) )?
    (?P<value> .* )
    """,
    re.VERBOSE,
)
_BLOCK = lazy_re(r"[|>][-+0-9]*\Z")
_QUOTES = "put the whole value between quotes"
_SINGLE_QUOTES = "put the whole value between single quotes"
_UNCLOSED = "this quote is never closed"
_GOES_ON = "the quoted value goes on in a line that is not indented"
_NO_NAME = "indent it if it goes on from the line above; else give it a name"
_VALUES = tuple(
    (lazy_re(pattern), message, hint)
    for pattern, message, hint in (
        (r"(?:\"(?:[^\"\\]|\\.)*+|'(?:[^']|'')*+)\Z", _UNCLOSED, "close it"),
        (
            r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')[ \t]*[^\s#]",
            "the value goes on behind its quotes",
            "put all of it between quotes, of the other kind if it holds some",
        ),
        (
            r"\"[^\"\\]*\\\|",
            "a backslash between double quotes begins an escape",
            "write | without the backslash, which only a table needs",
        ),
        (
            r"\"(?:[^\"\\]|\\[\s\"/\\0abefnrtvNLPUux_])*+\\",
            "a backslash between double quotes begins an escape",
            r"put the value between single quotes, or write \\ for each backslash",
        ),
        (
            r"\[(?:[^\]\n]*?,)?[ ]*\"[^\"\\\n]*\"[ ]*[.;]?[ ]*\"[^\"\\\n]*\"[ ]*[,\]]",
            "a comma is missing between two values",
            "put one between their quotes",
        ),
        (
            r"\[(?:[^\]\n]*?,)?[ ]*\"[^\"\\\n]*\"[ ]*[^\s,\]#:}]",
            "quotes stand within quotes",
            "put the outer ones as single quotes: 'a \"b\" c'",
        ),
        (
            r"\[(?:[^\]\n]*?,)?[ ]*\*[ ]*[,\]]",
            "* begins a reference to another value",
            "put it between quotes: '*'",
        ),
        (r"!\[", "! begins the name of a type", f"{_QUOTES}: an embed is text"),
        (r"\{\{", "{ opens a map of properties", _QUOTES),
        (r"-[ ]", "a list does not begin behind its name", "put each entry on a line of its own"),
        (r",", "a value cannot begin like this", "remove the comma"),
        (r"[@`%\]}*]|[|>](?![-+0-9]*\Z)", "a value cannot begin like this", _QUOTES),
        (r"[^\[{\"'&!](?:(?!\s\#).)*?:[ ]", "this value holds a colon and a blank", _QUOTES),
    )
)
_BRACKETS = {"[": "]", "{": "}"}
_FAR = 2000
_RULED = lazy_re(
    r"---[ \t]*\r?\n(?:[ \t]*\r?\n)+(?:\#{1,6}[ \t]|[^\s\#\-\[{][^:\n]*$)", re.MULTILINE
)
_END = lazy_re(r"^(?:---|\.\.\.)[ \t\r]*$", re.MULTILINE)
_NAMED = lazy_re(r"^[^\s\#:][^:\n]{0,40}:(?:[ \t]|$)", re.MULTILINE)
_DASHES_BELOW = lazy_re(r"[ \t]*(?:\n[ \t]*)+-[ \t]")
_BARE_TAG = lazy_re(r"(?:^|[\s,\[])\#")


class Mistake(NamedTuple):
    """What is wrong from `start` to `end` of the text, and how to mend it."""

    message: str
    hint: str
    start: int
    end: int


def find_mistake(text: str, last: int) -> Mistake | None:
    """The first mistake in the frontmatter of *text*, up to the line on which *last* lies.

    None if none of the usual ones was made.
    """
    if _is_ruled(text):
        hint = "if the first --- is meant as a line: delete it, or put an empty line before it"
        return Mistake("no properties follow these dashes", hint, 0, 3)
    start = text.find("\n") + 1
    block = -1
    while 0 < start <= last:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip()
        indent = len(line) - len(line.lstrip(" "))
        if line and (block < 0 or indent <= block):
            if mistake := _in_line(text, line, start):
                return mistake
            block = indent if _BLOCK.search(line) else -1
        start = end + 1
    return None


def _is_ruled(text: str) -> bool:
    """Whether *text* begins with a line across the page: an empty line and prose come next."""
    if not _RULED.match(text):
        return False
    end = _END.search(text, 3)
    return bool(end) and not _NAMED.search(text, 3, end.start() if end else 0)


def _in_line(text: str, line: str, start: int) -> Mistake | None:
    """The mistake in the *line* that begins at *start*."""
    end = start + len(line)
    if line.lstrip().startswith("#"):
        return None
    if line.lstrip(" ").startswith("\t"):
        return Mistake("a tab indents this line", "indent with blanks, not with tabs", start, end)
    parts = _LINE.match(line)
    value = parts["value"] if parts else line
    if parts and not (parts["indent"] or parts["items"] or parts["name"] or line[0] in "[]{}-"):
        is_named = re.match(r"\w+:\S", line)
        hint = "put a blank behind the colon" if is_named else _NO_NAME
        return Mistake("this line has no `name: `", f"{hint}, or move it below the ---", start, end)
    for pattern, message, hint in _VALUES:
        if value and pattern.match(value):
            place = end - len(value), end
            if message == _UNCLOSED and (below := _closed_below(text, end, value[0])):
                return Mistake(_GOES_ON, below, *place)
            return Mistake(message, _for_value(hint, value), *place)
    return _in_brackets(text, value, end - len(value))


def _in_brackets(text: str, value: str, start: int) -> Mistake | None:
    """The mistake in a *value* at *start* that begins with a bracket."""
    if value[:1] not in _BRACKETS:
        return None
    depth, end = 0, start
    for end in range(start, start + len(value)):
        depth += (text[end] in _BRACKETS) - (text[end] in _BRACKETS.values())
        if not depth:
            break
    rest = text[end + 1 : start + len(value)].strip()
    if rest == ",":
        place = start + len(value) - 1
        return Mistake(
            "the value goes on behind its brackets", "remove the comma", place, place + 1
        )
    if rest and not rest.startswith("#"):
        # A list between quotes would be one text.
        is_list = value[0] == "[" != value[1:2] and not rest.startswith("(")
        hint = "if it is a list, remove what follows the ]; if it is a text, " * is_list + _QUOTES
        hint = _for_value(hint, value)
        return Mistake("the value goes on behind its brackets", hint, start, start + len(value))
    if value == "[" and _DASHES_BELOW.match(text, start + 1):
        below = text[start : start + _FAR].partition("\n---")[0]
        tags = ", and put what begins with # between quotes" if _BARE_TAG.search(below) else ""
        hint = f"leave out the brackets{tags}"
        return Mistake("a list has brackets or dashes, not both", hint, start, start + 1)
    if depth and not _closes_below(text, start + len(value), _BRACKETS[value[0]]):
        hint = _for_value(f"close it with {_BRACKETS[value[0]]}, or {_QUOTES}", value)
        return Mistake(f"this {value[0]} is never closed", hint, start, start + len(value))
    return None


def _for_value(hint: str, value: str) -> str:
    """The *hint*, which asks for single quotes if double ones would change the *value*."""
    if '"' in value or "\\" in value:
        return hint.replace(_QUOTES, _SINGLE_QUOTES)
    return hint


def _closed_below(text: str, end: int, quote: str) -> str:
    """What to do if *quote* is closed behind *end* of *text*, before the next property."""
    below = text[end : end + _FAR].partition("\n---")[0]
    line = re.match(rf"(?:\n(?![\w-]+:)[^\n]*?{quote}[ \t\r]*(?=\n|\Z))", below)
    return "indent the line below, or write the value on one line" if line else ""


def _closes_below(text: str, offset: int, bracket: str) -> bool:
    """Whether *bracket* stands on a line behind *offset*, before the next property."""
    below = re.compile(rf"\n(?=(---|\S[^\n]*?:\s)|[^\n]*{re.escape(bracket)})")
    found = below.search(text, offset, offset + _FAR)
    return bool(found and not found[1])
