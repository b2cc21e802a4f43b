"""The nouns: what is read, judged and drawn, as immutable values.

Paths are relative to the vault's folder, with `/`.  `start` and `end` count
characters from the beginning of a file's text, a byte order mark not counted,
the end excluded.  Lines and columns count from 1, columns in characters.

Values are named tuples, not dataclasses: the module `dataclasses` alone costs
more than reading a small vault.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from itertools import accumulate, compress
from operator import attrgetter, itemgetter
from typing import Any, Literal, NamedTuple
from zlib import crc32

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import message_from_row

__all__ = [
    "CARD_FAULTS",
    "DELIMITED_STYLES",
    "FLASHCARDS_OBSIDIAN",
    "OBSIDIAN_TO_ANKI",
    "REPORT_PROPERTY",
    "SILENCE_PROPERTY",
    "SPACED_REPETITION",
    "SPACED_TYPE",
    "Attachment",
    "Block",
    "Card",
    "CardFault",
    "CardFaultRow",
    "CardRow",
    "Diagnostic",
    "Finding",
    "Fix",
    "Heading",
    "InvalidLink",
    "Link",
    "LinkRow",
    "Location",
    "Note",
    "NoteSummary",
    "ParsedNote",
    "Problem",
    "ProblemKind",
    "ProblemRow",
    "Severity",
    "Span",
    "Tag",
    "path_of",
]


REPORT_PROPERTY = "vaultgraph-report"
SILENCE_PROPERTY = "vaultgraph-ignore"
OBSIDIAN_TO_ANKI = "Obsidian_to_Anki"
FLASHCARDS_OBSIDIAN = "flashcards-obsidian"
SPACED_REPETITION = "Spaced Repetition"
SPACED_TYPE = "Spaced"
"""The note type of flashcards-obsidian for a prompt without an answer."""
DELIMITED_STYLES = frozenset({"block", "inline"})
"""The styles of cards that have a word at their end; all others end at an empty line."""
_LONGEST_TITLE = 60
# Code, formulas and embeds in a question are guessed here: notes are read above this module, and a
# title or a comparison with other questions is not worth a second reading.
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
    """How bad a finding is, in rising order."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


def path_of(target: str) -> str:
    """The part of the *target* of a link that names a file; empty for the note itself."""
    return target.partition("#")[0].rstrip()


class Link(NamedTuple):
    """A link or an embed as written; what it points at is the graph's business.

    `target` is the link path and the subpath, trimmed, percent-decoded in Markdown links.
    `syntax` is wikilink, markdown, reference, property or canvas; `key` names the property.
    """

    target: str
    start: int
    end: int
    syntax: str
    embed: bool
    key: str

    @property
    def path(self) -> str:
        """The part of the target that names a file; empty for the note itself."""
        return path_of(self.target)

    @property
    def subpath(self) -> str:
        """The part from the first `#` on; empty if there is none."""
        _, mark, rest = self.target.partition("#")
        return mark + rest


class Heading(NamedTuple):
    """A heading outside quotes and lists; `text` keeps its markup, as Obsidian does."""

    level: int
    text: str
    start: int


class Block(NamedTuple):
    """A `^id` that other notes can link to; `id` without the caret."""

    id: str
    start: int


class Tag(NamedTuple):
    """A tag in the body, as written, with its `#`."""

    name: str
    start: int


class Card(NamedTuple):
    """A flashcard as its `plugin` sees it.

    It stands from `start` to `end`, from its question, or the word that opens a block, to the ID,
    or the end of its answer.  `id`, written at `id_start`, is 0 for a card unknown to Anki.
    `question_start` is the first character of the question.  `due` is the day, `2026-11-24`, on
    which its note says that it is due; empty if it says none.  `question` and `answer` are the
    first two fields of its note type, `more` are the others.
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
        """All that is not its question: its answer and its other fields, a line for each."""
        return "\n".join(filter(None, (self.answer, *self.more))) if self.more else self.answer

    @property
    def is_cloze(self) -> bool:
        """Whether its question has gaps, so that it needs no answer.

        Anki names the note type of clozes in the user's language ("Lückentext"), so the
        deletion itself, `{{c1::so}}`, is the evidence.
        """
        return (
            self.style in _CLOZE_STYLES
            or "cloze" in self.note_type.lower()
            or _DELETION.search(self.question) is not None
        )

    @property
    def title(self) -> str:
        """The line of the question that asks, shortened to name the card by."""
        lines = [line for line in self.question.splitlines() if not _ID_LINE.match(line)] or [""]
        lines = [line for line in lines if not _EMBED.fullmatch(line)] or lines
        asking = [line for line in lines if "?" in line]
        line = asking[-1] if asking else lines[-1 if self.style == "neuracache" else 0]
        return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1] + "…"

    @property
    def normalized_question(self) -> str:
        """Its question as Anki compares it with those of other notes of its type: without HTML.

        Anki keeps the names of media, and the plugin sends code and math as text.
        """
        if "<" not in self.question:
            return self.question.strip()
        return _HTML.sub(lambda found: found["kept"] or "", self.question).strip()

    @property
    def goes_to_anki(self) -> bool:
        """Whether Obsidian_to_Anki takes it to Anki; all else is another plugin's."""
        return self.plugin == OBSIDIAN_TO_ANKI

    @property
    def is_found_by_expression(self) -> bool:
        """Whether one of the vault's expressions for Obsidian_to_Anki finds it."""
        return self.goes_to_anki and self.style not in DELIMITED_STYLES

    @property
    def lacks_id(self) -> bool:
        """Whether Anki should know it, but has given it no ID."""
        return not self.id and self.plugin != SPACED_REPETITION

    def span(self, path: str) -> "Span":
        """The first line of the question, in the note at *path*."""
        first = self.question.partition("\n")[0]
        return Span(path, self.question_start, self.question_start + len(first))


CARD_FAULTS = (
    "crlf", "swallowed", "block-type", "inline-type", "frozen-type", "unread-block",
    "unread-inline", "nested-block", "early-end", "unread-id", "second-deck", "empty-deck",
    "unread-deck", "deck-amid-line",
)  # fmt: skip
"""The kinds of a `CardFault`."""


class CardFault(NamedTuple):
    """Something by which the plugin loses a card, or files it wrongly.

    `kind` is one of `CARD_FAULTS`; `detail` is what stands there, or for kinds about written-out
    cards the reason.  Those concern the text from `opens` to `closes`: an unread-id belongs to the
    card that begins at `opens`, and `unpaired` is a line that nearly ends the card.  A card is
    swallowed by code or maths between the marks at `opens` and `closes`, `detail` is the mark, and
    `unpaired` is the first one that has no partner on its line, which made all others find the
    wrong one; crlf is about the whole note, and `detail` is the number of cards that it hides.
    """

    kind: str
    detail: str
    start: int
    end: int
    opens: int = 0
    closes: int = 0
    unpaired: int = 0


class InvalidLink(NamedTuple):
    """What looks like a Markdown link and is none; `destination` as written."""

    destination: str
    start: int
    end: int


ProblemKind = Literal["encoding", "canvas", "frontmatter", "repeated property"]


class Problem(NamedTuple):
    """Something of a file that could not be read, at `start` in its text."""

    kind: ProblemKind
    message: str
    start: int


ProblemRow = tuple[ProblemKind, Any, int]
"""The fields of a `Problem` as plain data, with the row of its message."""


LinkRow = tuple[str, int, int, str, bool, str]
"""The fields of a `Link` as a plain tuple."""

CardRow = tuple[
    str, str, int, int, int, int, str, str, str, tuple[str, ...], int, str, str, tuple[str, ...]
]
"""The fields of a `Card` as a plain tuple."""

CardFaultRow = tuple[str, str, int, int, int, int, int]
"""The fields of a `CardFault` as a plain tuple."""


class ParsedNote(NamedTuple):
    """All that one pass over a note finds, in plain tuples in the order of the text.

    The rows have the fields of `Link`, `Heading`, `Block`, `Tag` and `Card`.  A relation is a
    label, the index of its link, and whether its syntax alone proves that a relation is meant.
    `card_ids` are the IDs outside code with their offsets, also those on no card, `card_marks`
    the tags that mark a card, likewise, in rows of a `Tag`, `card_faults` have the fields of a
    `CardFault`.
    Texts with different checksums differ, and those with different content checksums differ in more
    than line endings and whitespace at the end of lines.  An empty note has no text but its
    properties, a title, dates and tags; a template holds what a plugin replaces.
    `silences` are names of rules to ignore, with a line, 0 for the whole note.
    `mentions` are the words that may name a file and are no targets of links, `arrows` join two
    file cards of a canvas by their paths, with a label.
    """

    links: tuple[LinkRow, ...] = ()
    headings: tuple[tuple[int, str, int], ...] = ()
    blocks: tuple[tuple[str, int], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    relations: tuple[tuple[str, int, bool], ...] = ()
    cards: tuple[CardRow, ...] = ()
    properties: Mapping[str, Any] = {}
    aliases: tuple[str, ...] = ()
    frontmatter_tags: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    invalid_links: tuple[tuple[str, int, int], ...] = ()
    card_ids: tuple[tuple[int, int], ...] = ()
    card_marks: tuple[tuple[str, int], ...] = ()
    card_faults: tuple[CardFaultRow, ...] = ()
    suppressions: tuple[tuple[str, int], ...] = ()
    checksum: int = 0
    content_checksum: int = 0
    is_empty: bool = False
    is_template: bool = False
    arrows: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[ProblemRow, ...] = ()


FIELD_BITS = {name: 1 << place for place, name in enumerate(ParsedNote._fields)}
"""The bit of each field of a `Record`, for those that are not empty."""


class NoteSummary(NamedTuple):
    """The little of a note that is asked of all, whichever changed.

    Its aliases, its tags as they are written, those of its properties first, its relations as in
    its record, the checksum of its content, the IDs of its flashcards, 0 for one without,
    checksums of what they ask, and the deck of the last one that goes to Anki, None without one;
    which `fields` of its record are not empty, as bits; whether it is a report of ours, a drawing,
    and silences a rule.
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
    """A Markdown file or a canvas, parsed once.

    The named views are made when they are asked for: most notes are read only to know
    where their links point.
    """

    def __init__(self, path: str, record: ParsedNote) -> None:
        self.path = path
        self.parsed = record

    def __repr__(self) -> str:
        return f"Note({self.path!r})"

    @property
    def name(self) -> str:
        """What a link calls this note: the file's name without `.md`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The folder it lies in; empty at the top of the vault."""
        return self.path.rpartition("/")[0]

    @cached_property
    def summary(self) -> NoteSummary:
        """The little of it that is asked of all notes."""
        record, properties = self.parsed, self.parsed.properties
        cards = self.cards if record.cards else ()
        sent = [card.deck for card in cards if card.plugin == OBSIDIAN_TO_ANKI]
        return NoteSummary(
            record.aliases,
            (*record.frontmatter_tags, *[row[0] for row in record.tags]),
            record.relations,
            record.content_checksum,
            tuple([card.id for card in cards]),
            tuple([crc32(card.normalized_question.encode("utf-8", "replace")) for card in cards]),
            sent[-1] if sent else None,
            sum(compress(FIELD_BITS.values(), record)),
            REPORT_PROPERTY in properties,
            self.path.endswith(_DRAWING) or "excalidraw-plugin" in properties,
            bool(record.suppressions) or SILENCE_PROPERTY in properties,
        )

    def has(self, field: str) -> bool:
        """Whether the *field* of its record is not empty."""
        return bool(self.summary.fields & FIELD_BITS[field])

    def _field(self, field: str) -> tuple[Any, ...]:
        """The rows of a *field* that most notes leave empty: those need not be unpacked for it."""
        return getattr(self.parsed, field) if self.has(field) else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """Links and embeds of the properties and the body."""
        return tuple(map(Link._make, self.parsed.links))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Headings, in order."""
        return tuple(map(Heading._make, self.parsed.headings))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Block ids, in order."""
        return tuple(map(Block._make, self.parsed.blocks))

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Tags of the body; those of the properties are in `frontmatter_tags`."""
        return tuple(map(Tag._make, self.parsed.tags))

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Flashcards, in order."""
        return tuple(map(Card._make, self.parsed.cards))

    @cached_property
    def question_counts(self) -> Counter[str]:
        """How many of its flashcards have the same title."""
        return Counter(card.title for card in self.cards)

    def card_at(self, offset: int) -> Card | None:
        """The flashcard that holds the character at *offset*."""
        cards = self.cards
        index = bisect_right(cards, offset, key=attrgetter("start"))
        near = reversed(cards[max(0, index - 2) : index])
        return next((card for card in near if offset < card.end), None)

    @property
    def card_faults(self) -> tuple[CardFault, ...]:
        """Why flashcards are lost or filed wrongly, in order."""
        rows = self._field("card_faults")
        return tuple(map(CardFault._make, rows)) if rows else ()

    def has_id(self, start: int, end: int) -> bool:
        """Whether the ID of a flashcard stands between *start* and *end*."""
        ids = self.parsed.card_ids
        index = bisect_right(ids, start, key=itemgetter(1))
        return index < len(ids) and ids[index][1] < end

    def is_in_lost_card(self, offset: int) -> bool:
        """Whether *offset* lies in a flashcard that is lost by one of `card_faults`."""
        starts, ends = self._lost_ranges
        index = bisect_right(starts, offset)
        return index > 0 and offset < ends[index - 1]

    @cached_property
    def _lost_ranges(self) -> tuple[list[int], list[int]]:
        """Where the lost begins, in order, and how far all that begins there or above reaches."""
        spans = [(fault.start, fault.end) for fault in self.card_faults]
        spans += [(fault.opens, fault.closes) for fault in self.card_faults]
        spans.sort()
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    @property
    def properties(self) -> Mapping[str, Any]:
        """The frontmatter, as YAML 1.2 reads it; empty if there is none or it is broken."""
        return self.parsed.properties if self.has("properties") else {}

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names of this note; they never resolve a link."""
        return self.summary.aliases

    @property
    def frontmatter_tags(self) -> tuple[str, ...]:
        """Tags of the properties, each with its `#`."""
        return self.parsed.frontmatter_tags

    @property
    def invalid_links(self) -> tuple[InvalidLink, ...]:
        """What looks like a link to its writer, but not to Obsidian."""
        return tuple(map(InvalidLink._make, self._field("invalid_links")))

    @property
    def is_drawing(self) -> bool:
        """Whether this is an Excalidraw drawing, whose text is not meant to be read."""
        return self.summary.is_drawing

    @property
    def is_report(self) -> bool:
        """Whether this note is a report of ours, whose links do not count."""
        return self.summary.is_report

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read of it."""
        rows: tuple[ProblemRow, ...] = self._field("problems")
        return tuple(
            [Problem(kind, message_from_row(message), start) for kind, message, start in rows]
        )


class Attachment(NamedTuple):
    """A file of the vault that is neither note nor canvas; `size` in bytes."""

    path: str
    size: int


class Span(NamedTuple):
    """A stretch of a file's text, or the whole file when `end` is 0."""

    path: str
    start: int = 0
    end: int = 0


class Fix(NamedTuple):
    """What to write instead of the text at a finding's place; if not *safe*, it is a guess.

    With `replaces` it is written instead of each occurrence of that text in the whole file.
    """

    text: str
    safe: bool = True
    replaces: str = ""


class Finding(NamedTuple):
    """What a rule found: where, what, and how to fix it.

    Findings that come in groups share a sentence, `group_message`, that can stand for all of them;
    there `{count}` is their number, `{notes}`, `{files}` or `{days}` how many a `subject` they
    have, and `{most}` the most frequent ones.
    `severity` is given where a finding is better or worse than its rule says.  `other` is the path
    of the note with the flashcard that the message names.
    """

    span: Span
    message: str
    hint: str = ""
    group_message: str = ""
    severity: Severity | None = None
    fix: Fix | None = None
    other: str = ""
    subject: str = ""


class Location(NamedTuple):
    """A place a reader can jump to."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Diagnostic(NamedTuple):
    """A finding, stamped with rule, severity and location; `source` is the line it points at.

    `fix` is to be written at `place`.
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
