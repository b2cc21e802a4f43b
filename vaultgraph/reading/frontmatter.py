"""The properties of a note: the YAML between the first line, `---`, and the next `---`.

Obsidian reads YAML 1.2 (`10:57` and `yes` are text), and so does py-yaml12, ten times as fast as
the alternatives.  On platforms without a build of it, python-frontmatter's YAML handler is used.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from sys import intern
from typing import Any, NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say
from vaultgraph.model import ProblemKind
from vaultgraph.reading.yaml_limits import ExcessError, plain_value, refuse_excess

__all__ = [
    "Frontmatter",
    "InvalidYamlError",
    "PropertyLink",
    "body_start",
    "frontmatter_text",
    "property_links",
    "property_texts",
    "read_frontmatter",
    "read_yaml",
]

_CLOSE = lazy_re(r"\n---[ \t]*(?=\n|\Z)")
_PLACE = lazy_re(r"(?:YAML parse error: )?(.*) at byte \d+ line (\d+) column (\d+)")
_CLOSING = lazy_re(r"^[\]}]", re.MULTILINE)
_KEY = lazy_re(r"\n([^\s#\-\[\]{}'\"][^:\n]*+):(?=[ \t\n]|\Z)")
_MAX_PATH_LENGTH = 200
_LINK = lazy_re(r"\[\[([^\[\]\n]+)\]\]|\[[^\[\]\n]*\]\(([^()\n]+)\)")


class Frontmatter(NamedTuple):
    """The frontmatter of a note.

    `start` and `end` enclose the YAML, `body` is the offset of the newline that begins the note's
    own text.  `tag_entries` are those of the property `tags`, of which `tags` are the valid words.
    `fault` describes the error in the YAML at the offset `fault_start`, `fault_kind` is its kind of
    problem; the properties are empty then.
    """

    properties: Mapping[str, Any] = {}
    tags: tuple[str, ...] = ()
    tag_entries: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    body: int = 0
    fault: str = ""
    fault_kind: ProblemKind = "frontmatter"
    fault_start: int = 0


_NO_FRONTMATTER = Frontmatter()


class PropertyLink(NamedTuple):
    """A property value that is a link: the text `inside` its brackets, and its span."""

    inside: str
    start: int
    end: int
    wiki: bool
    key: str


def read_frontmatter(text: str) -> Frontmatter:
    """Return the frontmatter of *text*, in which a newline precedes the first line."""
    span = _span(text)
    if not span:
        return _NO_FRONTMATTER
    start, end, body = span
    try:
        properties = _properties(text[start + 1 : end + 1])
    except InvalidYamlError as error:
        fault_start = start + 1 + error.offset
        return Frontmatter(
            start=start,
            end=end,
            body=body,
            fault=error.message,
            fault_kind=error.kind,
            fault_start=fault_start,
        )
    lower = {key.lower(): value for key, value in properties.items()}
    entries = _tag_entries(lower["tags"]) if "tags" in lower else ()
    aliases = tuple(_entries(lower["aliases"])) if "aliases" in lower else ()
    return Frontmatter(properties, _tags(entries), entries, aliases, start, end, body)


def body_start(text: str) -> int:
    """Return where the body of *text* begins, as `Frontmatter.body`, without reading the YAML."""
    return (_span(text) or (0, 0, 0))[2]


def frontmatter_text(text: str) -> str:
    """Return the YAML at the beginning of the *text* of a note; empty if it has no properties."""
    source = "\n" + text.replace("\r\n", "\n")
    start, end, _ = _span(source) or (0, 0, 0)
    return source[start:end]


def _span(text: str) -> tuple[int, int, int] | None:
    """Return the start and end of the YAML of *text*, and the start of the body."""
    opened = _CLOSE.match(text) if text.startswith("\n---") else None
    close = _CLOSE.search(text, opened.end()) if opened else None
    return (opened.end(), close.start(), close.end()) if opened and close else None


class InvalidYamlError(Exception):
    """Obsidian does not accept the YAML; the error is at `offset`."""

    def __init__(self, message: Message, offset: int, kind: ProblemKind = "frontmatter") -> None:
        super().__init__(message)
        self.message: Message = message
        self.offset: int = offset
        self.kind: ProblemKind = kind


def read_yaml(source: str) -> Any:
    """Return the value of the YAML *source* as text, numbers, lists, and maps.

    Raises InvalidYamlError; its cause is an ExcessError if the YAML may be valid, but is too large.
    """
    _refuse_repeated_keys(f"\n{source}")
    try:
        refuse_excess(source)
        return plain_value(_parsed(source))
    except ValueError as error:
        raise InvalidYamlError(*_explain(error, source)) from error


def _properties(source: str) -> dict[str, Any]:
    properties = read_yaml(source)
    if properties is None:
        return {}
    if not isinstance(properties, dict):
        raise InvalidYamlError(say("there is no `property: value` in the frontmatter"), 0)
    return properties


def _parsed(source: str) -> Any:
    """Return the value of *source*, including anything after a bracketed map or list."""
    if source.lstrip()[:1] not in {"{", "["}:
        return _parsed_block(source)
    # The parser would stop after the first bracketed value; in a list it has to read the rest.
    whole = parse_yaml(f"[{source}\n]")
    return whole[0] if len(whole) == 1 else whole


def _parsed_block(source: str) -> Any:
    """Return the value of *source*; a bracket may be closed at the start of a line.

    YAML requires that line to be indented, but the JavaScript package `yaml`, which Obsidian uses,
    does not: https://eemeli.org/yaml.
    """
    try:
        return parse_yaml(source)
    except ValueError:
        indented = _CLOSING.sub(r" \g<0>", source)
        if indented == source:
            raise
        try:
            return parse_yaml(indented)
        except ValueError:
            pass
        raise


def property_links(text: str, frontmatter: Frontmatter) -> Iterator[PropertyLink]:
    """Yield the values of *frontmatter* that consist of exactly one link."""
    source = text[frontmatter.start : frontmatter.end]
    # An escape may represent any character of a link.
    if "[[" not in source and "](" not in source and "\\" not in source:
        return
    position = frontmatter.start
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for key, value in property_texts("", frontmatter.properties):
        if "[" not in value:
            continue
        link = _LINK.fullmatch(value.strip())
        if not link:
            continue
        written, found = link[0], -1
        if position <= last.get(written, position):
            found = text.find(written, position, frontmatter.end)
        # A YAML alias or an escape: remember the failure, or each repetition would search again.
        if found < 0:
            last[written] = position - 1
            if written not in first:
                first[written] = text.find(written, frontmatter.start, frontmatter.end)
            found = max(first[written], frontmatter.start)
        position = found + len(written)
        yield PropertyLink(link[1] or link[2], found, position, bool(link[1]), key)


def property_texts(key: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield the texts in *value*, each with its dotted path, which is truncated if long."""
    key = key[:_MAX_PATH_LENGTH]  # it is repeated with each text
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from property_texts(f"{key}.{name}" if key else str(name), inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from property_texts(f"{key}.{index}", inner)


def _tag_entries(value: object) -> tuple[str, ...]:
    """Return the entries of the property `tags`; a number is one, though not a valid tag."""
    return tuple(_entries([value] if type(value) is int else value))


def _tags(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags of a property with these *entries*; one with spaces holds several."""
    if not entries:
        return ()
    tags = [word.removeprefix("#") for word in " ".join(entries).split()]
    return tuple([intern(f"#{tag}") for tag in tags if not tag.isdecimal()])


def _entries(value: object) -> list[str]:
    """Return the entries of a list property; text without a comma is a list of one."""
    if isinstance(value, list):
        texts = [str(entry).strip() for entry in value if entry is not None]
    else:
        texts = [value.strip()] if isinstance(value, str) and "," not in value else []
    return [text for text in texts if text]


def _refuse_repeated_keys(source: str) -> None:
    """Raise an error if a key appears twice in *source*, which begins with a newline."""
    keys = [key.rstrip() for key in _KEY.findall(source)]
    if len(set(keys)) == len(keys):
        return
    seen: set[str] = set()
    for key, place in zip(keys, _KEY.finditer(source), strict=True):
        if key in seen:
            message = say("the property {name} appears twice", name=key)
            raise InvalidYamlError(message, place.start(), "repeated property")
        seen.add(key)


def _explain(error: ValueError, source: str) -> tuple[Message, int]:
    """Return the message for *error* and the offset in *source* that it refers to."""
    if isinstance(error, ExcessError):
        return error.message, 0
    place = _PLACE.match(str(error))
    if not place:
        return say("this is not valid YAML: {reason}", reason=str(error).splitlines()[0]), 0
    lines = source.split("\n")
    line, column = int(place[2]) - 1, int(place[3]) - 1
    offset = min(sum(len(text) + 1 for text in lines[:line]) + column, len(source))
    return say("this is not valid YAML: {reason}", reason=place[1]), offset


def parse_yaml(source: str) -> Any:
    """Return the value of the YAML 1.2 document *source*.

    Raises ValueError, with the line and column in its message, if it is not valid.
    """
    return _yaml_parser()(source)


@cache
def _yaml_parser() -> Callable[[str], Any]:
    """Return the parser available on this platform."""
    try:
        from yaml12 import parse_yaml
    except ImportError:
        from vaultgraph.reading import yaml_fallback

        return yaml_fallback.parse
    return parse_yaml
