"""Find properties that Obsidian reads otherwise than their author expects.

All of this is valid YAML or valid text, so nothing says that something is lost: a link without
quotes is a list in a list, ` #` begins a comment, a tag contains what no tag can, and what does not
begin with exactly `---` on the first line is not a property at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from vaultgraph.lazy import lazy_re
from vaultgraph.model import PropertyFault
from vaultgraph.reading.frontmatter import Frontmatter, property_texts, read_frontmatter

__all__ = ["find_property_faults", "forbidden_character"]

Place = tuple[int, int]

_UNQUOTED = lazy_re(
    r"""
    (?: ^ | (?<=[-:,\[]) ) [ \t]*+ (?P<link> \[\[ (?!["'&*!{]) [^\[\]\n]+ \]\] )
    (?= [ \t]* (?: $ | [,\]}] | [ \t]\# ) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_MAX_SINGLE_CHECKS = 10

_NAME = lazy_re(r"^(\"[^\"\n]*\"|'[^'\n]*'|[^\s#\-\[\]{}'\"][^:\n]*+):(?=[ \t]|$)", re.MULTILINE)
_COMMENT = lazy_re(r"[ \t]+(?P<comment>#[^\s#][^\n]*)")
_ITEM = lazy_re(r"^[ \t]*-[ \t]+(?P<comment>#[^\s#][^\n]*)", re.MULTILINE)
_TAGS_IN_COMMENT = lazy_re(
    r"^[^\n\"'#]*[^\s\"'#:-][ \t]+(?P<comment>#[^\s#,]+(?:[ \t,]+#[^\s#,]+)*)[ \t]*$", re.MULTILINE
)
_ONE_WORD = lazy_re(r"#[\w/-]+")
_HASHED = lazy_re(r"#([^\s#,]+)")

# The characters that end a tag in Obsidian, except invisible ones: see
# https://github.com/obsidianmd/obsidian-help/issues/816.
_FORBIDDEN = lazy_re(r"[\s!-,.:-@\[-^`{-~\u2010-\u2027\u2030-\u205e\u2e00-\u2e7f]")
_PLAIN_TAG = lazy_re(r"[\w/-]+")
_PLACEHOLDERS = ("<%", "{{")

_WHOLE_LINK = lazy_re(r"!?\[\[[^\[\]\n]+\]\]")
_LINK_IN_TEXT = lazy_re(r"(?<![(\"'`=!\[])\[\[[^\[\]\n]+\]\](?![)\"'`\]])")
_CODE_NAMES = ("query", "filter", "format", "template", "instruction", "command", "regex", "script")

_DASHES = r"[ ]{0,3} (?: -{2,5} | -?[–—]-? ) [ \t]*+"
_MISSED = lazy_re(
    rf"""
    \n (?P<above>
      (?: [ \t]*+ \n )*+
      (?P<heading> \#{{1,6}} [ \t] [^\n]*+ \n (?: [ \t]*+ \n )*+ )?+
    )
    (?P<dashes> {_DASHES} ) \n
    (?P<yaml> (?:
      (?! {_DASHES} \n )
      (?: [ \t]++ \S | -[ \t] | [\]}}] | [^\s\#:\-–—][^\n:]{{0,40}}: (?=\s) ) [^\n]*+ \n
    )++ )
    (?P<end> {_DASHES} (?=\n) )?+
    """,
    re.VERBOSE,
)
_MAX_MISSED_LENGTH = 10_000  # characters
_PLAIN_NAME = lazy_re(r"[^\W\d][\w .-]*")
_OWN_NAMES = frozenset({"tags", "aliases", "cssclasses", "tag", "alias", "cssclass"})


def find_property_faults(source: str, frontmatter: Frontmatter) -> Iterator[PropertyFault]:
    """Yield the faults of the properties of *source*, in which a newline precedes the first line.

    Offsets are those of the text without that newline.
    """
    if not frontmatter.body:
        yield from _find_missed(source)
        return
    yaml, properties = source[frontmatter.start : frontmatter.end], frontmatter.properties
    first = frontmatter.start - 1
    for find in (_find_unquoted_links, _find_invalid_tags, _find_comments, _find_links_in_text):
        for kind, detail, start, end in find(yaml, properties):
            yield PropertyFault(kind, detail, first + start, first + end)


def forbidden_character(tag: str) -> str:
    """Return the first character of *tag* that ends a tag in Obsidian; empty if there is none."""
    found = _FORBIDDEN.search(tag)
    return found[0] if found else ""


def _find_unquoted_links(yaml: str, properties: Mapping[str, Any]) -> Iterator[PropertyFault]:
    """Yield the links that YAML reads as a list in a list; `detail` is the link in quotes."""
    places = [found.span("link") for found in _UNQUOTED.finditer(yaml)] if "[[" in yaml else []
    if places and not _are_lists(yaml, properties, places):  # one of them may be part of a text
        some = places[:_MAX_SINGLE_CHECKS]
        places = [place for place in some if _are_lists(yaml, properties, [place])]
    for start, end in places:
        yield PropertyFault("unquoted-link", _quoted(yaml[start:end]), start, end)


def _are_lists(yaml: str, properties: Mapping[str, Any], places: Iterable[Place]) -> bool:
    """Return whether quotes at *places* replace lists in lists by links, and nothing else."""
    parts, written, last = [], [], 0
    for start, end in places:
        parts += [yaml[last:start], _quoted(yaml[start:end])]
        written.append(yaml[start:end])
        last = end
    quoted = read_frontmatter("\n---" + "".join(parts) + yaml[last:] + "\n---")
    return [*_texts_for_lists(properties, quoted.properties)] == written


def _texts_for_lists(old: Any, new: Any) -> Iterator[str | None]:
    """Yield the texts of *new* that are lists in lists in *old*; None for other differences."""
    if isinstance(old, list) and isinstance(new, str):
        yield new if len(old) == 1 and isinstance(old[0], list) else None
    elif isinstance(old, Mapping) and isinstance(new, Mapping) and [*old] == [*new]:
        for name, value in old.items():
            yield from _texts_for_lists(value, new[name])
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for value, other in zip(old, new, strict=True):
            yield from _texts_for_lists(value, other)
    elif old != new:
        yield None


def _quoted(text: str) -> str:
    """Return *text* as a quoted YAML value."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _find_invalid_tags(yaml: str, properties: Mapping[str, Any]) -> Iterator[PropertyFault]:
    """Yield the entries of the property `tags` that are not valid tags; `detail` is the tag."""
    for name, start, end in _blocks(yaml):
        if name.lower() == "tags" and name in properties:
            place: Place | None = (start, start)
            for entry in _tag_entries(properties[name]):
                place = place and _find_word(yaml, entry, place[1], end)
                tag = entry.removeprefix("#")
                if _is_invalid(tag):
                    yield PropertyFault("invalid-tag", tag, *(place or (start, start + len(name))))


def _tag_entries(value: object) -> Sequence[str]:
    """Return the entries of the property `tags` that are texts or numbers."""
    if isinstance(value, str) and "," in value:
        return ()  # Obsidian reads no tags at all
    entries = value if isinstance(value, list) else [value]
    texts = [str(entry).strip() for entry in entries if type(entry) in {str, int, float}]
    return [text for text in texts if not any(mark in text for mark in _PLACEHOLDERS)]


def _is_invalid(tag: str) -> bool:
    return tag.isdecimal() or bool(forbidden_character(tag))


def _find_word(text: str, word: str, start: int, end: int) -> Place | None:
    """Return the span of *word* between *start* and *end* of *text*, not as part of a word."""
    at = text.find(word, start, end)
    while at >= 0:
        after = at + len(word)
        if not _PLAIN_TAG.match(text, at - 1, at) and not _PLAIN_TAG.match(text, after, end):
            return at, after
        at = text.find(word, after, end)
    return None


def _find_comments(yaml: str, properties: Mapping[str, Any]) -> Iterator[PropertyFault]:
    """Yield the values that are comments, because they begin with `#`; see `PropertyFault`."""
    for name, start, end in _blocks(yaml) if "#" in yaml else ():
        value, is_tags = properties.get(name, ""), name.lower() == "tags"
        for found in _lost_values(yaml, value, yaml.index(":", start), end):
            comment = found["comment"].rstrip()
            if is_tags or _ONE_WORD.fullmatch(comment):
                first = found.start("comment")
                text = _as_value(comment, name if value is None else "", is_tags=is_tags)
                yield PropertyFault("comment", text, first, first + len(comment))
        if is_tags and value is not None:
            for found in _TAGS_IN_COMMENT.finditer(yaml, start, end):
                yield _lost_tags(name, value, found)


def _lost_values(yaml: str, value: object, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the comments in place of *value*, or of its entries, from the colon at *start*."""
    if value is None and (found := _COMMENT.match(yaml, start + 1, end)):
        yield found
    elif isinstance(value, list) and None in value:
        yield from _ITEM.finditer(yaml, start, end)


def _as_value(comment: str, name: str, *, is_tags: bool) -> str:
    """Return *comment* as the value of the property *name*; without one as an entry of a list."""
    if not is_tags:
        return f'{name}: "{comment}"' if name else f'- "{comment}"'
    tags = _HASHED.findall(comment)
    return f"{name}: [{', '.join(tags)}]" if name else f"- {tags[0]}"


def _lost_tags(name: str, value: object, found: re.Match[str]) -> PropertyFault:
    """Return the fault of the tags in a comment, *found* below or next to the property *name*."""
    text = ""
    if found.string.startswith(name, found.start()):
        entries = [*_tag_entries(value), *_HASHED.findall(found["comment"])]
        if all(map(_PLAIN_TAG.fullmatch, entries)):
            text = f"{name}: [{', '.join(entries)}]"
    return PropertyFault("comment", text, *found.span("comment"))


def _find_links_in_text(yaml: str, properties: Mapping[str, Any]) -> Iterator[PropertyFault]:
    """Yield the first link of each longer text on one line; `detail` is the link."""
    position = 0
    for key, value in property_texts("", properties) if "[[" in yaml else ():
        text = value.strip()
        if "[[" not in text or "\n" in text or _WHOLE_LINK.fullmatch(text) or _is_code(key, text):
            continue
        if link := _LINK_IN_TEXT.search(text):
            at = yaml.find(link[0], position)
            if at < 0:
                return
            position = at + len(link[0])
            yield PropertyFault("link-in-text", link[0], at, position)


def _is_code(key: str, text: str) -> bool:
    """Return whether *text* is for a program, which may read links in it."""
    lower = key.lower()
    return any(name in lower for name in _CODE_NAMES) or any(p in text for p in _PLACEHOLDERS)


def _blocks(yaml: str) -> Iterator[tuple[str, int, int]]:
    """Yield each name at the start of a line of *yaml*, and the span of it and its value."""
    names = [(found[1], found.start()) for found in _NAME.finditer(yaml)]
    for (name, start), (_, end) in pairwise([*names, ("", len(yaml))]):
        yield name.strip("\"'"), start, end


def _find_missed(source: str) -> Iterator[PropertyFault]:
    """Yield the fault that makes properties at the start of *source* part of the text."""
    found = _MISSED.match(source[:_MAX_MISSED_LENGTH] + "\n")
    if not found or not _look_like_properties(found["yaml"], is_below=bool(found["heading"])):
        return
    if found["above"]:
        kind, part = "not-at-start", "dashes"
    elif found["dashes"].rstrip() != "---":
        kind, part = "other-dashes", "dashes"
    elif found["end"]:
        kind, part = "other-dashes", "end"
    else:
        kind, part = "unclosed", "dashes"
    if found["end"] or kind == "unclosed":
        start = found.start(part) - 1  # without the newline before the first line
        yield PropertyFault(kind, "", start, start + len(found[part].rstrip()))


def _look_like_properties(yaml: str, *, is_below: bool) -> bool:
    """Return whether *yaml* is a map of properties; those *is_below* a heading must be Obsidian's.

    Text between two horizontal lines may be valid YAML, too: one colon is enough.
    """
    names = read_frontmatter(f"\n---\n{yaml}---").properties
    if not names or not all(map(_PLAIN_NAME.fullmatch, names)):
        return False
    if any(name.lower() in _OWN_NAMES for name in names):
        return True
    return not is_below and (len(names) > 1 or next(iter(names)).islower())
