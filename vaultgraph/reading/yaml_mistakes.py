"""Diagnose common mistakes in frontmatter with clearer messages than a YAML parser's."""

import re
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say

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
_OPEN_QUOTE = lazy_re(r"(?:\"(?:[^\"\\]|\\.)*+|'(?:[^']|'')*+)\Z")
_QUOTE_VALUE = say("put the whole value in {quotes}")
_BAD_START = say("a value cannot begin like this")
_ESCAPE = say("a backslash in double quotes starts an escape")
_AFTER_BRACKETS = say("the value continues after its closing bracket")
_VALUES = tuple(
    (lazy_re(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+')[ \t]*[^\s#]",
            say("the value continues after its closing quote"),
            say("put all of it in quotes, of the other kind if it contains some"),
        ),
        (
            r"\"[^\"\\]*\\\|",
            _ESCAPE,
            say("write | without the backslash, which only a table needs"),
        ),
        (
            r"\"(?:[^\"\\]|\\[\s\"/\\0abefnrtvNLPUux_])*+\\",
            _ESCAPE,
            say(r"put the value in single quotes, or write \\ for each backslash"),
        ),
        (
            r"\[(?:[^\]\n]*?,)?[ ]*\"[^\"\\\n]*\"[ ]*[.;]?[ ]*\"[^\"\\\n]*\"[ ]*[,\]]",
            say("a comma is missing between two values"),
            say("put one between their quotes"),
        ),
        (
            r"\[(?:[^\]\n]*?,)?[ ]*\"[^\"\\\n]*\"[ ]*[^\s,\]#:}]",
            say("there are quotes inside quotes"),
            say("use single quotes for the outer ones: 'a \"b\" c'"),
        ),
        (
            r"\[(?:[^\]\n]*?,)?[ ]*\*[ ]*[,\]]",
            say("* starts a reference to another value"),
            say("put it in quotes: '*'"),
        ),
        (
            r"!\[",
            say("! starts the name of a type"),
            say("put the whole value in {quotes}: an embed is text"),
        ),
        (r"\{\{", say("{{ opens a map of properties"), _QUOTE_VALUE),
        (
            r"-[ ]",
            say("a list cannot begin on the line of its name"),
            say("put each entry on its own line"),
        ),
        (r",", _BAD_START, say("remove the comma")),
        (r"[@`%\]}*]|[|>](?![-+0-9]*\Z)", _BAD_START, _QUOTE_VALUE),
        (
            r"[^\[{\"'&!](?:(?!\s\#).)*?:[ ]",
            say("this value contains a colon followed by a space"),
            _QUOTE_VALUE,
        ),
    )
)
_BRACKETS = {"[": "]", "{": "}"}
_MAX_LOOKAHEAD = 2000  # characters
_RULED = lazy_re(
    r"---[ \t]*\r?\n(?:[ \t]*\r?\n)+(?:\#{1,6}[ \t]|[^\s\#\-\[{][^:\n]*$)", re.MULTILINE
)
_END = lazy_re(r"^(?:---|\.\.\.)[ \t\r]*$", re.MULTILINE)
_NAMED = lazy_re(r"^[^\s\#:][^:\n]{0,40}:(?:[ \t]|$)", re.MULTILINE)
_DASHES_BELOW = lazy_re(r"[ \t]*(?:\n[ \t]*)+-[ \t]")
_BARE_TAG = lazy_re(r"(?:^|[\s,\[])\#")


class Mistake(NamedTuple):
    """What is wrong from `start` to `end` of the text, and how to fix it."""

    message: Message
    hint: Message
    start: int
    end: int


def find_mistake(text: str, last: int) -> Mistake | None:
    """Return the first mistake in the frontmatter of *text*, up to the line that contains *last*.

    Returns None if it is not a common mistake.
    """
    if _is_ruled(text):
        message = say("no properties follow these dashes")
        hint = say(
            "if the first --- is meant as a horizontal line, delete it or put an empty line above"
        )
        return Mistake(message, hint, 0, 3)
    start = text.find("\n") + 1
    block = -1
    while 0 < start <= last:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].rstrip()
        indent = len(line) - len(line.lstrip(" "))
        if line and (block < 0 or indent <= block):
            if mistake := _find_in_line(text, line, start):
                return mistake
            block = indent if _BLOCK.search(line) else -1
        start = end + 1
    return None


def _is_ruled(text: str) -> bool:
    """Return whether *text* begins with a horizontal rule, followed by an empty line and prose."""
    if not _RULED.match(text):
        return False
    end = _END.search(text, 3)
    return bool(end) and not _NAMED.search(text, 3, end.start() if end else 0)


def _find_in_line(text: str, line: str, start: int) -> Mistake | None:
    """Return the mistake in the *line* that begins at *start*."""
    end = start + len(line)
    if line.lstrip().startswith("#"):
        return None
    if line.lstrip(" ").startswith("\t"):
        message, hint = say("this line is indented with a tab"), say("indent with spaces, not tabs")
        return Mistake(message, hint, start, end)
    parts = _LINE.match(line)
    value = parts["value"] if parts else line
    if parts and not (parts["indent"] or parts["items"] or parts["name"] or line[0] in "[]{}-"):
        hint = say(
            "indent it if it continues the line above; otherwise give it a name, "
            "or move it below the ---"
        )
        if re.match(r"\w+:\S", line):
            hint = say("put a space after the colon, or move it below the ---")
        return Mistake(say("this line has no `name: `"), hint, start, end)
    return _find_in_value(text, value, end - len(value)) if value else None


def _find_in_value(text: str, value: str, start: int) -> Mistake | None:
    """Return the mistake in the *value* at *start*, which extends to the end of its line."""
    end = start + len(value)
    if _OPEN_QUOTE.match(value):
        if not _is_closed_below(text, end, value[0]):
            return Mistake(say("this quote is never closed"), say("close it"), start, end)
        message = say("the quoted value continues on a line that is not indented")
        hint = say("indent the line below, or write the value on one line")
        return Mistake(message, hint, start, end)
    for pattern, message, hint in _VALUES:
        if pattern.match(value):
            return Mistake(message, _with_quotes(hint, value), start, end)
    return _find_in_brackets(text, value, start)


def _find_in_brackets(text: str, value: str, start: int) -> Mistake | None:
    """Return the mistake in a *value* at *start* that begins with a bracket."""
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
        return Mistake(_AFTER_BRACKETS, say("remove the comma"), place, place + 1)
    if rest and not rest.startswith("#"):
        # Quoting a list would turn it into one text, so offer both fixes.
        is_list = value[0] == "[" != value[1:2] and not rest.startswith("(")
        hint = _QUOTE_VALUE
        if is_list:
            hint = say(
                "if it is a list, remove what follows the ]; "
                "if it is text, put the whole value in {quotes}"
            )
        hint = _with_quotes(hint, value)
        return Mistake(_AFTER_BRACKETS, hint, start, start + len(value))
    if value == "[" and _DASHES_BELOW.match(text, start + 1):
        below = text[start : start + _MAX_LOOKAHEAD].partition("\n---")[0]
        hint = say("remove the brackets")
        if _BARE_TAG.search(below):
            hint = say("remove the brackets, and put what begins with # in quotes")
        message = say("a list has brackets or dashes, not both")
        return Mistake(message, hint, start, start + 1)
    if depth and not _is_bracket_below(text, start + len(value), _BRACKETS[value[0]]):
        hint = say(
            "close it with {bracket}, or put the whole value in {quotes}",
            bracket=_BRACKETS[value[0]],
        )
        message = say("this {bracket} is never closed", bracket=value[0])
        return Mistake(message, _with_quotes(hint, value), start, start + len(value))
    return None


def _with_quotes(hint: Message, value: str) -> Message:
    """Return *hint* with single quotes if double quotes would change the *value*."""
    needs_single = '"' in value or "\\" in value
    return hint.with_values({"quotes": say("single quotes") if needs_single else say("quotes")})


def _is_closed_below(text: str, end: int, quote: str) -> bool:
    """Return whether *quote* is closed on the line below *end*, before the next property."""
    below = text[end : end + _MAX_LOOKAHEAD].partition("\n---")[0]
    return bool(re.match(rf"(?:\n(?![\w-]+:)[^\n]*?{quote}[ \t\r]*(?=\n|\Z))", below))


def _is_bracket_below(text: str, offset: int, bracket: str) -> bool:
    """Return whether *bracket* is on a line after *offset*, before the next property."""
    below = re.compile(rf"\n(?=(---|\S[^\n]*?:\s)|[^\n]*{re.escape(bracket)})")
    found = below.search(text, offset, offset + _MAX_LOOKAHEAD)
    return bool(found and not found[1])
