"""A note's text becomes a `Note`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from operator import itemgetter
from zlib import crc32

from vaultgraph.model import OBSIDIAN_TO_ANKI, REPORT_PROPERTY, CardRow, LinkRow, Note, Record
from vaultgraph.reading.blocks import Blocks, read_blocks
from vaultgraph.reading.cards import Flashcards, Seen
from vaultgraph.reading.frontmatter import Frontmatter, property_links, read_frontmatter
from vaultgraph.reading.inline import read_inline
from vaultgraph.reading.links import markdown_target, wikilink_target
from vaultgraph.reading.mentions import find_mentions
from vaultgraph.reading.relations import relations
from vaultgraph.reading.silences import silences

__all__ = ["fixed_place", "parse_note"]

_NO_TEXT = re.compile(
    r"""
    \s*+ (?: \#{1,6} (?:[ \t][^\n]*)? (?=\n|\Z) )?  # a title
    (?: \s*+ (?: (?:[^\W\d_][\w ]{0,20} :{1,2}[ \t]*)? (?:\[\[)?
                \d{1,4}[-./]\d{1,2}[-./]\d{1,4} (?:\]\])? (?:[T, \t]+[\d:]{4,8})? [ \t]*
              | (?:\#[^\s\#]+[ \t]*)+ ) (?=\n|\Z) )*+  # dates and tags
    \s*+ \Z
    """,
    re.VERBOSE,
)
_FENCES = ("```", "~~~")
_CODE = (*_FENCES, "\n")  # what begins with a newline is indented
_USUAL_CARDS = Flashcards()


def parse_note(
    path: str,
    text: str,
    problems: tuple[tuple[str, str, int], ...] = (),
    cards: Flashcards = _USUAL_CARDS,
) -> Note:
    """Parse *text*, without a byte order mark, as the note at *path*; never fails.

    *problems* are those met while the file was read; *cards* knows the vault's flashcards.
    """
    # The leading newline gives the first line what all others have.
    source = "\n" + (_with_plain_newlines(text) if "\r" in text else text)
    frontmatter = read_frontmatter(source)
    if REPORT_PROPERTY in frontmatter.properties:
        return Note(path, Record(properties=frontmatter.properties))
    blocks = read_blocks(source, frontmatter.body)
    inline = read_inline(source, _prose(blocks, frontmatter.body, len(source)), blocks.definitions)
    links = (*_property_rows(source, frontmatter), *inline.links)
    is_decoded = not problems
    if frontmatter.fault:
        problems = (*problems, ("frontmatter", frontmatter.fault, frontmatter.fault_start - 1))
    seen = cards.look(path, text, frontmatter, inline.tags)
    fences = _gaps(source, blocks, _FENCES)
    if cards.obsidian_to_anki.is_guess and (seen.cards or seen.marks or seen.faults):
        seen = _meant(seen, _gaps(source, blocks, _CODE))
    content = text.encode("utf-8", "surrogatepass")
    record = Record(
        links=links,
        headings=tuple((level, title, start - 1) for level, title, start in blocks.headings),
        blocks=tuple(inline.blocks),
        tags=tuple(inline.tags),
        relations=tuple(relations(text, links)),
        cards=seen.cards,
        properties=frontmatter.properties,
        aliases=frontmatter.aliases,
        frontmatter_tags=frontmatter.tags,
        mentions=_mentions(source, links),
        no_links=(*inline.no_links, *blocks.no_links),
        card_marks=seen.marks,
        card_ids=tuple(each for each in seen.ids if not _holds(fences, each[1])),
        card_faults=seen.faults,
        silences=tuple(silences(text, partial(_holds, fences))),
        checksum=crc32(content),
        content_checksum=crc32(_trimmed(content)),
        is_empty=_NO_TEXT.match(source, frontmatter.body) is not None,
        is_template=_is_prompt(frontmatter) or _is_template(source, blocks, seen.cards),
        problems=problems,
    )
    return Note(path, record if is_decoded else _certain(record))


def fixed_place(text: str, offset: int) -> str:
    """Whether the character at *offset* of *text* is in `code` or in `a property`; empty if not.

    What is there means something to other programs.
    """
    source = "\n" + (_with_plain_newlines(text) if "\r" in text else text)
    body, code = _fixed(source)
    if offset + 1 < body:
        return "a property"
    if _holds(code, offset):
        return "code"
    line_start, line_end = source.rfind("\n", 0, offset + 1), source.find("\n", offset + 1)
    line_end = line_end if line_end >= 0 else len(source)
    before, behind = source[line_start : offset + 1], source[offset + 2 : line_end]
    is_span = before.count("`") % 2 == 1 and "`" in behind
    return "code" if is_span and source[offset + 1] != "`" else ""


@lru_cache(maxsize=1)  # a note may ask for many offsets
def _fixed(source: str) -> tuple[int, list[tuple[int, int]]]:
    """Where the properties of *source* end, and its blocks of code."""
    body = read_frontmatter(source).body
    return body, _gaps(source, read_blocks(source, body), _CODE)


def _certain(record: Record) -> Record:
    """What of *record* any encoding reads alike, for a note that is in an unknown one.

    Nothing can be said of names that nobody wrote; but files that they may mean are in use.
    """
    numbers = [number for number, link in enumerate(record.links) if link[0].isascii()]
    kept = {old: new for new, old in enumerate(numbers)}
    others = (link[0].partition("#")[0] for link in record.links if not link[0].isascii())
    return record._replace(
        links=tuple(record.links[number] for number in numbers),
        tags=tuple(tag for tag in record.tags if tag[0].isascii()),
        relations=tuple(
            (label, kept[number], is_sure)
            for label, number, is_sure in record.relations
            if number in kept and label.isascii()
        ),
        mentions=(*record.mentions, *others),
    )


def _trimmed(content: bytes) -> bytes:
    """The *content* without whitespace at the end of its lines, and with plain line endings."""
    # One byte is found ten times as fast as two.
    if b"\r" in content or b"\t" in content or b" \n" in content:
        content = b"\n".join(map(bytes.rstrip, content.splitlines()))
    return content.strip()


def _is_prompt(frontmatter: Frontmatter) -> bool:
    """Whether the note is a prompt that the plugin Copilot fills in; its properties say so."""
    return any(name.startswith("copilot-command-") for name in frontmatter.properties)


def _is_template(source: str, blocks: Blocks, cards: tuple[CardRow, ...]) -> bool:
    """Whether a plugin is to replace something in *source*, outside code and math."""
    has_braces = "{" in source and "{{" in source  # one character is found faster than two
    if not has_braces and not ("%" in source and "<%" in source):
        return False
    from vaultgraph.reading.templates import has_placeholder

    return has_placeholder(source, _gaps(source, blocks, (*_CODE, "$$")), cards)


def _meant(seen: Seen, code: list[tuple[int, int]]) -> Seen:
    """What was *seen*, but no example in *code* that Obsidian_to_Anki would take for a card."""
    return seen._replace(
        cards=tuple(
            row
            for row in seen.cards
            if row[4] or row[11] != OBSIDIAN_TO_ANKI or not _holds(code, row[10] + len(row[0]))
        ),
        faults=tuple(fault for fault in seen.faults if not _holds(code, fault[2])),
        marks=tuple(mark for mark in seen.marks if not _holds(code, mark[1])),
    )


def _gaps(source: str, blocks: Blocks, opening: tuple[str, ...]) -> list[tuple[int, int]]:
    """The gaps among *blocks* that begin like *opening*."""
    return [gap for gap in blocks.gaps if source.startswith(opening, gap[0])]


def _holds(gaps: list[tuple[int, int]], offset: int) -> bool:
    """Whether the character at *offset* of the text stands in one of *gaps*, which are in order."""
    index = bisect_right(gaps, offset + 1, key=itemgetter(0))
    return index > 0 and offset + 1 < gaps[index - 1][1]


def _with_plain_newlines(text: str) -> str:
    r"""The *text* with `\n` alone to end a line, and every offset as before."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _property_rows(source: str, frontmatter: Frontmatter) -> Iterator[LinkRow]:
    for link in property_links(source, frontmatter):
        target = wikilink_target(link.inside) if link.wiki else markdown_target(link.inside)
        if target:
            yield target, link.start - 1, link.end - 1, "property", False, link.key


def _prose(blocks: Blocks, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what lies between the gaps."""
    for gap_start, gap_end in blocks.gaps:
        yield start, gap_start
        start = gap_end
    yield start, end


def _mentions(source: str, links: tuple[LinkRow, ...]) -> tuple[str, ...]:
    """The names of files in *source* that are no targets of its *links*."""
    mentions = find_mentions(source)
    if not mentions:
        return ()
    targets = {row[0].partition("#")[0].rpartition("/")[2] for row in links}
    return tuple(mention for mention in mentions if mention not in targets)
