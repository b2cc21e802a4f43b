"""The data model: immutable values that all layers share.

Paths are relative to the vault folder and use `/`. `start` and `end` are character offsets into the
text of a file, not counting a byte order mark; `end` is exclusive. Lines and columns count from 1,
columns in characters.

Values are named tuples, not frozen dataclasses with slots. Those take seven times as long to
define, four times as long to create, and the import of `dataclasses` a tenth of the start-up of
`lint` (Python 3.11).
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from itertools import accumulate, compress
from operator import attrgetter
from typing import Any, Literal, NamedTuple
from zlib import crc32

from vaultgraph.lazy import lazy_re

__all__ = [
    "CARD_FAULTS",
    "DELIMITED_STYLES",
    "FLASHCARDS_OBSIDIAN",
    "MARKUP_FAULTS",
    "OBSIDIAN_TO_ANKI",
    "PROPERTY_FAULTS",
    "REPORT_PROPERTY",
    "SPACED_REPETITION",
    "SPACED_TYPE",
    "Arrow",
    "Attachment",
    "Block",
    "Card",
    "CardFault",
    "CardId",
    "Diagnostic",
    "Finding",
    "Fix",
    "Heading",
    "InvalidLink",
    "LabeledLink",
    "Link",
    "Location",
    "MarkupFault",
    "Note",
    "NoteSummary",
    "ParsedNote",
    "Problem",
    "ProblemKind",
    "PropertyFault",
    "Removal",
    "Severity",
    "Span",
    "Suppression",
    "Tag",
    "path_of",
]


REPORT_PROPERTY = "vaultgraph-report"
SUPPRESSION_PROPERTY = "vaultgraph-ignore"
OBSIDIAN_TO_ANKI = "Obsidian_to_Anki"
FLASHCARDS_OBSIDIAN = "flashcards-obsidian"
SPACED_REPETITION = "Spaced Repetition"
SPACED_TYPE = "Spaced"
"""The note type that flashcards-obsidian uses for a prompt without an answer."""
DELIMITED_STYLES = frozenset({"block", "inline"})
"""The card styles with an end marker; cards of all other styles end at an empty line."""
_LONGEST_TITLE = 60
# A cheap approximation of code, math and embeds: the parser is in a layer above this module, and a
# title or a comparison of questions does not justify parsing the note a second time.
_HTML = lazy_re(
    r"(?P<kept>`[^`\n]+`|\$\$.+?\$\$|\$[^$\n]+\$|<(?:img|audio|video|source|object)\b[^<>\n]*>)"
    r"|<[^<>\n]+>",
    re.DOTALL,
)
_DRAWING = ".excalidraw.md"
_DELETION = lazy_re(r"\{\{c\d+::")
_CLOZE_STYLES = frozenset({"cloze", "highlight"})
_ID_LINE = lazy_re(r"[ \t>]*(?:<!--)?ID: ?\d")
_EMBED = lazy_re(r"\s*!\[.*[\])]\s*")


class Severity(IntEnum):
    """The severity of a finding, in ascending order."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


def path_of(target: str) -> str:
    """Return the file part of the link *target*; empty if the link is to the note itself."""
    return target.partition("#")[0].rstrip()


class Link(NamedTuple):
    """A link or an embed as written, not yet resolved.

    `target` is the link path with the subpath, stripped, and percent-decoded in Markdown links.
    `syntax` is wikilink, markdown, reference, property or canvas; `key` is the name of the
    property.
    """

    target: str
    start: int
    end: int
    syntax: str
    embed: bool
    key: str

    @property
    def path(self) -> str:
        """The file part of the target; empty if the link is to the note itself."""
        return path_of(self.target)

    @property
    def subpath(self) -> str:
        """The target from the first `#` on, including it; empty if there is none."""
        _, mark, rest = self.target.partition("#")
        return mark + rest


class Heading(NamedTuple):
    """A heading outside quotes and lists; `text` keeps its markup, as in Obsidian."""

    level: int
    text: str
    start: int


class Block(NamedTuple):
    """A block with a `^id` that other notes can link to; `id` is without the caret."""

    id: str
    start: int


class Tag(NamedTuple):
    """A tag in the body, as written, with its `#`."""

    name: str
    start: int


class Card(NamedTuple):
    """A flashcard as its `plugin` sees it.

    It extends from `start` (its question, or the keyword that opens a block) to `end` (its ID, or
    the end of its answer). `id` is 0 for a card without an ID, otherwise it is written at
    `id_start`. `question_start` is the offset of the first character of the question. `due` is the
    due date according to the note, such as `2026-11-24`; empty if the note has none. `question` and
    `answer` are the first two fields of its note type, `more` are the others.
    """

    question: str
    answer: str
    start: int
    end: int
    id: int
    id_start: int
    style: str
    note_type: str
    deck: str
    tags: tuple[str, ...]
    question_start: int
    plugin: str
    due: str
    more: tuple[str, ...] = ()

    @property
    def back(self) -> str:
        """The answer and the other fields, one per line."""
        return "\n".join(filter(None, (self.answer, *self.more))) if self.more else self.answer

    @property
    def is_cloze(self) -> bool:
        """Whether its question is a cloze deletion, so that it needs no answer.

        Anki translates the name of its cloze note type ("Lückentext"), so the name alone is not
        enough: a deletion in the text, `{{c1::so}}`, counts as well.
        """
        return (
            self.style in _CLOZE_STYLES
            or "cloze" in self.note_type.lower()
            or _DELETION.search(self.question) is not None
        )

    @property
    def title(self) -> str:
        """One line of the question, shortened to 60 characters, to refer to the card by.

        The last line with a question mark, if any. ID lines are ignored, and so are lines with only
        an embed, unless there are no others.
        """
        lines = [line for line in self.question.splitlines() if not _ID_LINE.match(line)] or [""]
        lines = [line for line in lines if not _EMBED.fullmatch(line)] or lines
        questions = [line for line in lines if "?" in line]
        line = questions[-1] if questions else lines[-1 if self.style == "neuracache" else 0]
        return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1] + "…"

    @property
    def normalized_question(self) -> str:
        """The question without HTML, as Anki compares the first fields of notes of one type.

        Media elements are kept, as Anki keeps their file names; so are code and math, which the
        plugin sends as text.
        """
        if "<" not in self.question:
            return self.question.strip()
        return _HTML.sub(lambda found: found["kept"] or "", self.question).strip()

    @property
    def goes_to_anki(self) -> bool:
        """Whether Obsidian_to_Anki sends it to Anki; all other cards belong to other plugins."""
        return self.plugin == OBSIDIAN_TO_ANKI

    @property
    def is_found_by_expression(self) -> bool:
        """Whether it is matched by one of the vault's regular expressions for Obsidian_to_Anki."""
        return self.goes_to_anki and self.style not in DELIMITED_STYLES

    @property
    def lacks_id(self) -> bool:
        """Whether the card belongs in Anki but has no ID yet."""
        return not self.id and self.plugin != SPACED_REPETITION

    def span(self, path: str) -> "Span":
        """Return the span of the first line of the question, in the note at *path*."""
        first = self.question.partition("\n")[0]
        return Span(path, self.question_start, self.question_start + len(first))


CARD_FAULTS = (
    "crlf", "swallowed", "block-type", "inline-type", "frozen-type", "unread-block",
    "unread-inline", "nested-block", "early-end", "unread-id", "second-deck", "empty-deck",
    "unread-deck", "deck-amid-line", "garbled-code", "cut-deletion",
)  # fmt: skip
"""The kinds of a `CardFault`."""


class CardFault(NamedTuple):
    """A mistake that makes the plugin lose or garble a card, or put it into the wrong deck.

    `kind` is one of `CARD_FAULTS`. `detail` is the text at the fault, or the reason for faults of
    delimited cards, which concern the text from `opens` to `closes`. By kind:

    - unread-id: the ID belongs to the card that starts at `opens`.
    - Where a line nearly ends a card, `unpaired` is the offset of that line.
    - swallowed: code or math between the delimiters at `opens` and `closes` hides the card.
      `detail` is the delimiter, and `unpaired` the first one without a partner on its line, which
      shifted the pairing of all that follow.
    - crlf: concerns the whole note; `detail` is the number of cards that it hides.
    - garbled-code, cut-deletion: the card with the question at `start` has code or a formula from
      `opens` to `closes` that Anki does not show as it is.
    """

    kind: str
    detail: str
    start: int
    end: int
    opens: int = 0
    closes: int = 0
    unpaired: int = 0


PROPERTY_FAULTS = (
    "unquoted-link", "invalid-tag", "comment", "link-in-text", "not-at-start", "other-dashes",
    "unclosed",
)  # fmt: skip
"""The kinds of a `PropertyFault`."""


class PropertyFault(NamedTuple):
    """Valid YAML in the properties that Obsidian reads otherwise than its author expects.

    `kind` is one of `PROPERTY_FAULTS`. `detail` is by kind:

    - unquoted-link: the link with quotes; empty if they might change something else.
    - invalid-tag: the tag, without its `#`.
    - comment: what to write in place of the comment and what is before it on its line.
    - link-in-text: the link.
    - not-at-start, other-dashes, unclosed: empty; Obsidian finds no properties at all.
    """

    kind: str
    detail: str
    start: int
    end: int


MARKUP_FAULTS = (
    "bar-in-row", "half-closed", "half-opened", "extra-bracket", "swapped", "apart", "unended",
    "nested", "addressed", "no-footnote-text", "unused-footnote", "no-definition",
)  # fmt: skip
"""The kinds of a `MarkupFault`."""


class MarkupFault(NamedTuple):
    """Markup that Obsidian shows otherwise than its author expects.

    `kind` is one of `MARKUP_FAULTS`. `target` is that of the link that was meant. If not `is_sure`,
    it is a fault only if the target exists. `detail` is by kind:

    - bar-in-row: the link, with a backslash before each `|`.
    - addressed: the address after a link that is complete without it.
    - no-footnote-text, unused-footnote, no-definition: the label.
    - all others: the link as it was meant.
    """

    kind: str
    detail: str
    start: int
    end: int
    target: str = ""
    is_sure: bool = False


class InvalidLink(NamedTuple):
    """Text that looks like a Markdown link but is none; `destination` is as written."""

    destination: str
    start: int
    end: int


ProblemKind = Literal["encoding", "canvas", "frontmatter", "repeated property", "merge", "edge"]


class Problem(NamedTuple):
    """A part of a file that could not be read, or has no meaning, at offset `start`."""

    kind: ProblemKind
    message: str
    start: int


class LabeledLink(NamedTuple):
    """A `label` before the link with the index `link`.

    It is a relation if its syntax alone is a proof, or else if the whole vault shows it.
    """

    label: str
    link: int
    is_proved: bool


class CardId(NamedTuple):
    """An ID as Obsidian_to_Anki writes it, whether it belongs to a flashcard or not."""

    id: int
    start: int


class Suppression(NamedTuple):
    """The `names` of rules to ignore on a `line`; 0 for the whole note."""

    names: str
    line: int


class Arrow(NamedTuple):
    """An arrow between two file cards of a canvas: both paths and its label."""

    source: str
    target: str
    label: str


class ParsedNote(NamedTuple):
    """The result of parsing a note, in the order of its text.

    `card_ids` are the IDs outside code, and `card_marks` the tags that mark a card; both include
    those that belong to no card. `mentions` are words that may name a file and are not link
    targets.

    Texts with different `checksum` differ. Texts with different `content_checksum` differ in more
    than line endings and trailing whitespace. A note `is_empty` if it has no text except
    properties, a title, dates and tags; it `is_template` if it contains placeholders that a plugin
    replaces.

    `absolute_paths` are Markdown links and HTML elements with a path on one machine, which Obsidian
    does not count as links; their `syntax` is markdown, reference or html. `other_images` are
    not links for it either: those of HTML elements, whether or not there is a file, and
    placeholders of images that are yet to be uploaded, with the `syntax` upload and the name as the
    target.
    """

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    blocks: tuple[Block, ...] = ()
    tags: tuple[Tag, ...] = ()
    relations: tuple[LabeledLink, ...] = ()
    cards: tuple[Card, ...] = ()
    properties: Mapping[str, Any] = {}
    aliases: tuple[str, ...] = ()
    frontmatter_tags: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    invalid_links: tuple[InvalidLink, ...] = ()
    card_ids: tuple[CardId, ...] = ()
    card_marks: tuple[Tag, ...] = ()
    card_faults: tuple[CardFault, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    checksum: int = 0
    content_checksum: int = 0
    is_empty: bool = False
    is_template: bool = False
    arrows: tuple[Arrow, ...] = ()
    problems: tuple[Problem, ...] = ()
    absolute_paths: tuple[Link, ...] = ()
    property_faults: tuple[PropertyFault, ...] = ()
    other_images: tuple[Link, ...] = ()
    markup_faults: tuple[MarkupFault, ...] = ()


FIELD_BITS = {name: 1 << place for place, name in enumerate(ParsedNote._fields)}
"""The bit of each field of a `ParsedNote` in `NoteSummary.fields`."""


class NoteSummary(NamedTuple):
    """The part of a parsed note that is kept in memory for all notes.

    Whole-vault questions need it on every run, even if only one note has changed. `tags` are as
    written, those of the properties first. `relations` are the fields of those of the parsed
    note, for a summary is plain data: processes exchange it, and each run restores those of all
    notes. `ids` are the IDs of its flashcards, 0 for one without an ID; `question_checksums` are
    checksums of their questions. `deck` is that of the last card that goes to Anki, None without
    one. `fields` are the non-empty fields of the parsed note, as `FIELD_BITS`. `is_report` says
    whether the note is a report written by vaultgraph.
    """

    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[tuple[str, int, bool], ...]
    content_checksum: int
    ids: tuple[int, ...]
    question_checksums: tuple[int, ...]
    deck: str | None
    fields: int
    is_report: bool
    is_drawing: bool
    has_suppressions: bool


class Note:
    """A Markdown file or a canvas, parsed once."""

    def __init__(self, path: str, record: ParsedNote) -> None:
        self.path = path
        self.parsed = record

    def __repr__(self) -> str:
        return f"Note({self.path!r})"

    @property
    def name(self) -> str:
        """The name by which links refer to this note: its file name without `.md`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The folder that contains it; empty at the top level of the vault."""
        return self.path.rpartition("/")[0]

    @cached_property
    def summary(self) -> NoteSummary:
        """The summary, computed once."""
        record, properties = self.parsed, self.parsed.properties
        cards = self.cards if record.cards else ()
        sent = [card.deck for card in cards if card.plugin == OBSIDIAN_TO_ANKI]
        return NoteSummary(
            record.aliases,
            (*record.frontmatter_tags, *[tag.name for tag in record.tags]),
            tuple([(*relation,) for relation in record.relations]),
            record.content_checksum,
            tuple([card.id for card in cards]),
            tuple([crc32(card.normalized_question.encode("utf-8", "replace")) for card in cards]),
            sent[-1] if sent else None,
            sum(compress(FIELD_BITS.values(), record)),
            REPORT_PROPERTY in properties,
            self.path.endswith(_DRAWING) or "excalidraw-plugin" in properties,
            bool(record.suppressions) or SUPPRESSION_PROPERTY in properties,
        )

    def has(self, field: str) -> bool:
        """Whether the *field* of the parsed note is not empty."""
        return bool(self.summary.fields & FIELD_BITS[field])

    def _field(self, field: str) -> tuple[Any, ...]:
        """Return the values of *field*; if it is empty, without loading the parsed note."""
        return getattr(self.parsed, field) if self.has(field) else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links and embeds of the properties and the body."""
        return self.parsed.links

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        return self.parsed.headings

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The block IDs, in order."""
        return self.parsed.blocks

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of the body; those of the properties are in `frontmatter_tags`."""
        return self.parsed.tags

    @property
    def cards(self) -> tuple[Card, ...]:
        """The flashcards, in order."""
        return self.parsed.cards

    @cached_property
    def question_counts(self) -> Counter[str]:
        """The number of its flashcards by title."""
        return Counter(card.title for card in self.cards)

    def card_at(self, offset: int) -> Card | None:
        """Return the flashcard that contains the character at *offset*."""
        cards = self.cards
        index = bisect_right(cards, offset, key=attrgetter("start"))
        before = reversed(cards[max(0, index - 2) : index])
        return next((card for card in before if offset < card.end), None)

    @property
    def card_faults(self) -> tuple[CardFault, ...]:
        """The faults that make the plugin lose or misplace flashcards, in order."""
        return self._field("card_faults")

    def has_id(self, start: int, end: int) -> bool:
        """Whether there is a flashcard ID between *start* and *end*."""
        ids = self.parsed.card_ids
        index = bisect_right(ids, start, key=attrgetter("start"))
        return index < len(ids) and ids[index].start < end

    def is_in_lost_card(self, offset: int) -> bool:
        """Whether *offset* is in a flashcard that is lost because of one of `card_faults`."""
        starts, ends = self._lost_ranges
        index = bisect_right(starts, offset)
        return index > 0 and offset < ends[index - 1]

    @cached_property
    def _lost_ranges(self) -> tuple[list[int], list[int]]:
        """The starts of the lost ranges, sorted, and for each the furthest end up to there.

        The running maximum of the ends makes overlapping ranges searchable with one bisection.
        """
        spans = [(fault.start, fault.end) for fault in self.card_faults]
        spans += [(fault.opens, fault.closes) for fault in self.card_faults]
        spans.sort()
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    @property
    def properties(self) -> Mapping[str, Any]:
        """The frontmatter, parsed as YAML 1.2; empty if there is none or it is invalid."""
        return self.parsed.properties if self.has("properties") else {}

    @property
    def aliases(self) -> tuple[str, ...]:
        """The aliases of this note; links do not resolve to them."""
        return self.summary.aliases

    @property
    def frontmatter_tags(self) -> tuple[str, ...]:
        """The tags of the properties, each with its `#`."""
        return self.parsed.frontmatter_tags

    @property
    def property_faults(self) -> tuple[PropertyFault, ...]:
        """What Obsidian ignores in the properties, or reads otherwise than its author expects."""
        return self._field("property_faults")

    @property
    def markup_faults(self) -> tuple[MarkupFault, ...]:
        """Markup of the body that Obsidian shows otherwise than its author expects."""
        return self._field("markup_faults")

    @property
    def invalid_links(self) -> tuple[InvalidLink, ...]:
        """Text that was meant as a link, but is none for Obsidian."""
        return self._field("invalid_links")

    @property
    def absolute_paths(self) -> tuple[Link, ...]:
        """Links to a path on one machine, which Obsidian does not count as links."""
        return self._field("absolute_paths")

    @property
    def other_images(self) -> tuple[Link, ...]:
        """Images of HTML and of unfinished uploads, which Obsidian does not count as links."""
        return self._field("other_images")

    @property
    def is_drawing(self) -> bool:
        """Whether this is an Excalidraw drawing, whose text is not meant for readers."""
        return self.summary.is_drawing

    @property
    def is_report(self) -> bool:
        """Whether this is a report written by vaultgraph, whose links do not count."""
        return self.summary.is_report

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The parts of the note that could not be read."""
        return self._field("problems")


class Attachment(NamedTuple):
    """A file of the vault that is neither a note nor a canvas; `size` is in bytes."""

    path: str
    size: int


class Span(NamedTuple):
    """A range of a file's text, or the whole file if `end` is 0."""

    path: str
    start: int = 0
    end: int = 0


class Fix(NamedTuple):
    """The replacement for the text of a finding's span; a guess unless *safe*.

    If `replaces` is set, every occurrence of that text in the file is replaced instead.
    """

    text: str
    safe: bool = True
    replaces: str = ""


class Finding(NamedTuple):
    """A problem found by a rule: its span, a message and how to fix it.

    Findings that can be grouped share a `group_message` that can stand for all of them. In it,
    `{count}` is their number; `{notes}`, `{files}` or `{days}` is the number of different values of
    `subject`; and `{most}` lists the most frequent ones. `severity` is set if the finding is more
    or less severe than the rule's default. `other` is the path of the note with the flashcard that
    the message mentions.
    """

    span: Span
    message: str
    hint: str = ""
    group_message: str = ""
    severity: Severity | None = None
    fix: Fix | None = None
    other: str = ""
    subject: str = ""


class Removal(NamedTuple):
    """A file that a commit removed: deleted, or `renamed` to another path.

    `commit` is its hash and `date` its day, such as `2025-05-03`, in the zone of its author; both
    are empty if it is not committed.  `similarity` is that of the two texts, in percent.
    """

    path: str
    renamed: str = ""
    similarity: int = 0
    commit: str = ""
    date: str = ""


class Location(NamedTuple):
    """A position in a file that an editor can jump to."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Diagnostic(NamedTuple):
    """A finding with its rule, severity and location.

    `source` is the line that it points at. `fix` replaces the text of `span`.
    """

    location: Location
    severity: Severity
    rule: str
    message: str
    hint: str
    group_message: str
    source: str
    span: Span
    fix: Fix | None
    subject: str = ""
