"""Flashcards, as Obsidian_to_Anki finds them, and only in notes that it scans.

Which styles a vault uses, its own settings of the plugin say, each as a regular expression for a
note type.  The handbook's expressions have parsers in `styles`; any other is run as it is, with
a limited number of steps.  Nothing else knows how cards are written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import (
    OBSIDIAN_TO_ANKI,
    SPACED_TYPE,
    WRITTEN_OUT,
    Card,
    CardFaultRow,
    CardRow,
    Note,
)
from vaultgraph.reading.cards.obsidian_to_anki.faults import deck_faults, swallowed
from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import COMMENT, LINE_ENDS
from vaultgraph.reading.cards.obsidian_to_anki.last_sync import LastSync, compare
from vaultgraph.reading.cards.obsidian_to_anki.settings import CardSettings, Words
from vaultgraph.reading.cards.obsidian_to_anki.spans import Spans
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES, Parser, neuracache

if TYPE_CHECKING:
    from vaultgraph.reading.cards.obsidian_to_anki.styles.custom import Budget

__all__ = ["CardFinder", "Seen"]

_WINDOWS_END = lazy_re(r"\r+\n")  # what was converted twice has two returns
_ANSWERED = 2  # fields, of which the second is the answer
_IDENTIFYING = lazy_re(r"[^\W\d_]|[^\x00-\x7f]|::")
_SYNTAX = lazy_re(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?![^()]*\)|\(\?<\w+>", re.DOTALL)
_UNMARKED = frozenset({"header", "ruled", "table", "cloze", "highlight"})
_LONG_NUMBER = lazy_re(r"[0-9]{10}")
_PASSES = tuple(Suffix(tags, number) for number in (True, False) for tags in (True, False))


class Seen(NamedTuple):
    """What the plugin sees in a note: rows of a `Card`, of a `CardFault`, and of a `Tag`.

    `ids` are IDs with their offsets, also those that belong to no card, `marks` the tags that mark
    a card, likewise.
    """

    cards: tuple[CardRow, ...] = ()
    faults: tuple[CardFaultRow, ...] = ()
    marks: tuple[tuple[str, int], ...] = ()
    ids: tuple[tuple[int, int], ...] = ()


_NOTHING = Seen()


class CardFinder:
    """Finds the cards of a vault with these *settings*.

    `tags` end the question of a card; they are in lower case and have their `#`.
    """

    def __init__(self, settings: CardSettings) -> None:
        self.settings = settings
        words = settings.words
        self._deck_line = _line(words.deck_line)
        self._tags_line = _line(words.tags_line)
        self._frozen = lazy_re(rf"{re.escape(words.frozen_line)} - (.*?):\n((?:[^\n]\n?)+)")
        self._faults: list[str] = [settings.fault] if settings.fault else []
        self._parsers: list[tuple[str, str, Parser]] = []
        self._budget: Budget | None = None
        for kind, pattern in settings.patterns:
            self._add(kind, pattern)
        markers = (parser.marker for _, style, parser in self._parsers if style == neuracache.NAME)
        spelled = [marker.strip() for marker in markers]
        self.tags = frozenset(tag.lower() for tag in spelled)
        self._spellings = self.tags.union(spelled)
        signs = (
            *_opening_words(words, is_sure=settings.found),
            *(parser.marker for _, _, parser in self._parsers),
        )
        self._signs = tuple(dict.fromkeys(signs))

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the vault's settings are of no use, and which of its expressions find no cards."""
        too_long = "takes too long: not all cards are found"
        return (*self._faults, *(f"the expression for {kind} {too_long}" for kind in self.slow))

    @property
    def slow(self) -> tuple[str, ...]:
        """The note types whose expressions did not find all their cards."""
        parsers = ((kind, parser) for kind, _, parser in self._parsers)
        return tuple(kind for kind, parser in parsers if getattr(parser, "is_too_slow", False))

    @property
    def is_guess(self) -> bool:
        """Whether the vault does not say how cards are written: then none is meant in code."""
        return not self.settings.found

    @property
    def shares_time(self) -> bool:
        """Whether there are expressions of the user's own, for which all notes share some time."""
        return any(style == "custom" for _, style, _ in self._parsers)

    @property
    def styles(self) -> tuple[tuple[str, str], ...]:
        """The note types whose cards are sought by an expression, each with the style of it."""
        return tuple((kind, style) for kind, style, _ in self._parsers)

    @property
    def expressions(self) -> tuple[tuple[str, int], ...]:
        """The note types whose cards are sought by an expression, each with its groups."""
        return tuple((kind, parser.groups) for kind, _, parser in self._parsers)

    @cached_property
    def _unmarked(self) -> frozenset[str]:
        """The note types whose expression finds what ordinary notes have too.

        Such as headings, paragraphs and tables; a tag, a word or `::` marks a card.  None if the
        user chose the styles, or if the plugin scans only the folder that is named for cards.
        """
        if self.settings.is_chosen or not self.settings.found or self.settings.scanned:
            return frozenset()
        patterns = dict(self.settings.patterns)
        return frozenset(
            kind
            for kind, style in self.styles
            if style in _UNMARKED
            or (style == "custom" and not _IDENTIFYING.search(_SYNTAX.sub("", patterns[kind])))
        )

    @property
    def finds_unmarked(self) -> bool:
        """Whether an expression finds what ordinary notes have too; see `is_plausible_only`."""
        return bool(self._unmarked)

    def is_plausible_only(self, note: Note, card: Card) -> bool:
        """Whether nothing but its form speaks for *card* of *note*: no mark, ID or earlier sync."""
        return note.path not in self.settings.hashes and self.is_unmarked(note, card)

    def is_unmarked(self, note: Note, card: Card) -> bool:
        """Whether neither a mark nor an ID speaks for *card* of *note*."""
        return (
            card.note_type in self._unmarked
            and card.is_found_by_expression
            and not (any(note.gist.ids) or note.has("card_ids"))
        )

    def has_answer(self, card: Card) -> bool:
        """Whether a note can give *card* an answer: its type, and its expression, have a place."""
        if not card.goes_to_anki:
            return card.note_type != SPACED_TYPE
        if len(self.settings.fields.get(card.note_type, ("", ""))) < _ANSWERED:
            return False
        return card.style in WRITTEN_OUT or dict(self.expressions).get(card.note_type, 2) > 1

    def _add(self, kind: str, pattern: str) -> None:
        """Take the parser for the expression *pattern* of the note type *kind*."""
        for style in STYLES.values():
            if parser := style.parser(pattern):
                self._parsers.append((kind, style.NAME, parser))
                return
        from vaultgraph.reading.cards.obsidian_to_anki.styles.custom import (
            Budget,
            Custom,
            JavaScriptError,
        )

        self._budget = self._budget or Budget()
        try:
            self._parsers.append((kind, Custom.name, Custom(pattern, self._budget)))
        except JavaScriptError as error:
            self._faults.append(f"the expression for {kind} cannot be read: {error}")

    def look(self, path: str, text: str, tags: Iterable[tuple[str, int]]) -> Seen:
        """What the plugin sees in the note at *path*, whose *tags* are rows of a `Tag`.

        In a note that it does not scan, it sees nothing: no card, and so no fault of one.
        """
        marking = [tag for tag in tags if tag[0].lower() in self.tags]
        has_cards = self._may_have_cards(text)
        if not (has_cards or marking or "<!--ID: " in text) and not self._may_have_marks(text):
            return _NOTHING
        if not self.scans(path):
            return _NOTHING
        spans = Spans(text)
        found = self._find(path, text, spans) if has_cards else ((), ())
        if found is None:
            return _NOTHING
        cards, faults = found
        marks = tuple(sorted({*self._marks(text, spans), *marking}))
        return Seen(cards, faults, marks, tuple(self._ids(text)))

    def _find(
        self, path: str, text: str, spans: Spans
    ) -> tuple[tuple[CardRow, ...], tuple[CardFaultRow, ...]] | None:
        """The fields of every `Card` of the note at *path*, and of every `CardFault`, in order.

        The cards are added to *spans*, those of *text*.  None if a limit cut off the search for
        them, so that nothing sure can be said.
        """
        reading = _Reading(self._parsers, self.settings, text, spans)
        words = self.settings.words
        deck_line = self._deck_line.search(text) if words.deck_line in text else None
        tags_line = self._tags_line.search(text) if words.tags_line in text else None
        reading.spans.add(line.span() for line in (deck_line, tags_line) if line)
        reading.freeze(self._frozen)
        found = sorted(reading.cards(), key=lambda card: card[0].start)
        if reading.is_cut_off:
            return None
        if any(not card.id for card, _, _ in found) and _LONG_NUMBER.search(text):
            from vaultgraph.reading.cards.obsidian_to_anki.written_out import unread_ids

            reading.faults += unread_ids(text, [(card, style) for card, style, _ in found])
        deck = deck_line[1] if deck_line else self._folder_deck(path) or self.settings.deck
        tags = (*self._folder_tags(path), *(tags_line[1].split() if tags_line else ()))
        takes_tags, tags_within = self.settings.takes_tags, self._tags_within
        rows = tuple(
            (
                card.question, card.answer, card.start, card.end, card.id, card.id_start,
                style, kind, deck, (*tags, *card.tags, *(tags_within(card) if takes_tags else ())),
                _question_start(text, card), OBSIDIAN_TO_ANKI, "", card.more,
            )
            for card, style, kind in found
        )  # fmt: skip
        if rows:
            faults = deck_faults(text, self.settings.words.deck_line, self._deck_line)
            reading.faults += (f for f in faults if not reading.spans.fence(f[2], f[3]))
        if "\r\n" in text:
            unix = _WINDOWS_END.sub("\n", text)
            plain = self._find(path, unix, Spans(unix))
            hidden = len(plain[0]) - len(rows) if plain else 0
            reading.faults += [("crlf", str(hidden), 0, 0, 0, 0, 0)] if hidden > 0 else []
        return rows, tuple(sorted(reading.faults, key=lambda fault: fault[2]))

    def hidden_by_windows(self, path: str, text: str) -> int:
        """How many cards Windows line ends would hide, were they in the note at *path*."""
        windows = text.replace("\r\n", "\n").replace("\n", "\r\n")
        if not self._may_have_cards(windows) or not self.scans(path):
            return 0
        found = self._find(path, windows, Spans(windows))
        return sum(int(fault[1]) for fault in found[1] if fault[0] == "crlf") if found else 0

    def last_sync(self, path: str, text: str) -> LastSync:
        """What is known of the last sync of the note at *path*; line ends count if they hid a card.

        Raises KeyError if the plugin never met it.
        """
        result = compare(self.settings.hashes[path], text)
        if result is LastSync.WINDOWS and not self.hidden_by_windows(path, text):
            return LastSync.SAME
        return result

    def _tags_within(self, card: Found) -> Iterator[str]:
        """Yield the tags that the plugin takes out of the fields of *card*."""
        from vaultgraph.reading.cards.obsidian_to_anki.field_tags import tags_within

        for field in (card.question, card.answer, *card.more):
            yield from tags_within(field)

    def frozen_fields(self, text: str) -> Mapping[str, tuple[str, ...]]:
        """What the plugin adds to the fields of all cards of a note with *text*, by note type."""
        if self.settings.words.frozen_line + " - " not in text:
            return {}
        from vaultgraph.reading.cards.obsidian_to_anki.blocks import fields_of_lines

        fields = self.settings.fields
        return {
            match[1]: fields_of_lines(match[2].strip().split("\n"), fields.get(match[1], ()))
            for match in self._frozen.finditer(text)
        }

    def _may_have_marks(self, text: str) -> bool:
        return any(tag in text for tag in self._spellings)

    def _marks(self, text: str, spans: Spans) -> Iterator[tuple[str, int]]:
        """Yield the tags that mark a card, with their offsets, wherever they end a word.

        Not in code or maths, which are among *spans*.
        """
        for tag in self._spellings:
            for match in _mark(tag).finditer(text) if tag in text else ():
                if not spans.is_code(match.start(), match.end()):
                    yield tag, match.start()

    def _ids(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the IDs of *text* with their offsets, but not those that Anki is told to delete."""
        deletes = self.settings.words.delete_line
        deleting = (deletes, deletes + "\n")
        if "<!--ID: " in text:
            for match in COMMENT.finditer(text):
                if not text.endswith(deleting, 0, match.start()):
                    yield card_id(match[1]), match.start(1)

    def scans(self, path: str) -> bool:
        """Whether the plugin looks for cards in the note at *path*."""
        scanned = self.settings.scanned
        if scanned and not path.startswith(scanned + "/"):
            return False
        if not self.settings.ignored:
            return True
        from vaultgraph.reading.cards.obsidian_to_anki.ignored import is_ignored

        return not is_ignored(path, self.settings.ignored)

    def _may_have_cards(self, text: str) -> bool:
        return any(map(text.__contains__, self._signs))

    def named_deck(self, path: str, text: str) -> str:
        """The deck that the note at *path*, or a folder, names; empty if none does.

        Nor does a note that is not scanned.
        """
        if not self.scans(path):
            return ""
        deck_line = self._deck_line.search(text)
        return deck_line[1].strip() if deck_line else self._folder_deck(path)

    def _folder_deck(self, path: str) -> str:
        """The deck of the innermost folder of *path* that has one."""
        decks = self.settings.folder_decks
        return next((decks[f] for f in _folders(path) if decks.get(f)), "")

    def _folder_tags(self, path: str) -> Iterator[str]:
        """Yield the tags of all folders that hold *path*."""
        tags = self.settings.folder_tags
        for folder in _folders(path) if tags else ():
            yield from tags.get(folder, "").split()


class _Reading:
    """One note on its way: what is taken already, and what went wrong."""

    def __init__(
        self,
        parsers: list[tuple[str, str, Parser]],
        settings: CardSettings,
        text: str,
        spans: Spans,
    ) -> None:
        self._parsers = parsers
        self._settings = settings
        self._text = text
        self.spans = spans
        self.faults: list[CardFaultRow] = []
        self.is_cut_off = False

    def freeze(self, frozen: re.Pattern[str]) -> None:
        """Take out the texts that the plugin adds to every card of a type."""
        if self._settings.words.frozen_line + " - " not in self._text:
            return
        for match in frozen.finditer(self._text):
            self.spans.add([match.span()])
            self._knows("frozen-type", match[1], match.start(1), match.end(1))

    def cards(self) -> Iterator[tuple[Found, str, str]]:
        """Yield the cards in the order in which the plugin takes them, each with style and type."""
        words = self._settings.words
        opening = _opening_words(words, is_sure=self._settings.found)
        if any(word in self._text for word in opening):
            yield from self._written_out()
        for kind, style, parser in self._parsers:
            if parser.marker not in self._text:
                continue
            found = self._by_expression(parser, kind)
            if parser.groups:  # without, all fields are empty, and Anki refuses every card
                yield from ((card, style, kind) for card in found)

    def _by_expression(self, parser: Parser, kind: str) -> list[Found]:
        """The cards of one expression; none if a limit cut it off, for half of them may mislead."""
        found: list[Found] = []
        for suffix in _passes(self._text):
            found += self._take(parser.find(self._text, suffix), kind, suffix)
            if isinstance(parser, neuracache.Neuracache) and parser.is_done(found):
                break  # what another pass found would lie in what is taken already
            if getattr(parser, "was_cut_off", False):
                self.is_cut_off = True
                return []
        return found

    def _written_out(self) -> Iterator[tuple[Found, str, str]]:
        """Yield the cards between words: the plugin takes them wherever they are, in code too.

        Where the vault has no settings of the plugin, those without an ID in code are examples.
        """
        from vaultgraph.reading.cards.obsidian_to_anki.blocks import find_blocks, find_inline
        from vaultgraph.reading.cards.obsidian_to_anki.written_out import (
            USUAL_TYPES,
            written_out_faults,
        )

        words, fields = self._settings.words, self._settings.fields
        found = [("block", card) for card in find_blocks(self._text, words, fields)]
        found += [("inline", card) for card in find_inline(self._text, words, fields)]
        if not self._settings.found:
            found = [pair for pair in found if pair[1].id or not self._is_example(pair[1])]
        self.spans.add((card.start, card.end) for _, card in found)
        blocks = [card for style, card in found if style == "block"]
        types = fields.keys() or USUAL_TYPES | {card.note_type for card in blocks}
        self.faults += written_out_faults(self._text, blocks, words, types, self.spans.fence)
        for style, card in found:
            if self._knows(f"{style}-type", card.note_type, card.start, card.end):
                yield card, style, card.note_type

    def _is_example(self, card: Found) -> bool:
        """Whether the word that opens *card*, or the one that ends it, is in code or a formula."""
        start, end = card.start, card.end
        return self.spans.cover(start, start + 2) or self.spans.cover(end - 2, end)

    def _take(self, cards: Iterator[Found], kind: str, suffix: Suffix) -> list[Found]:
        """Those of *cards* that lie in nothing else; what is lost for good is a fault.

        The plugin drops a cloze in which nothing is deleted, and goes on as if it were none.
        """
        taken = []
        for card in cards:
            is_covered = self.spans.cover(card.start, card.end)
            lost_in = (
                self.spans.runaway(card.start, card.end)
                if is_covered and suffix == _PASSES[-1]
                else None
            )
            if (is_covered and not lost_in) or ("Cloze" in kind and not self._deletes(card)):
                continue
            if lost_in:
                self.faults.append(swallowed(self._text, card, lost_in))
            else:
                taken.append(card)
        self.spans.add((card.start, card.end) for card in taken)
        return taken

    def _knows(self, fault: str, note_type: str, start: int, end: int) -> bool:
        """Whether there is a *note_type*; it is a *fault* if there is none."""
        fields = self._settings.fields
        if note_type in fields or (note_type.strip() == note_type != "" and not fields):
            return True
        self.faults.append((fault, note_type, start, end, 0, 0, 0))
        return False

    def _deletes(self, card: Found) -> bool:
        from vaultgraph.reading.cards.obsidian_to_anki.deletions import (
            has_deletion,
            with_deletions,
        )

        settings = self._settings
        fields = (card.question, card.answer, *card.more)
        if settings.curly:
            fields = tuple(with_deletions(f, highlights=settings.highlights) for f in fields)
        return any(map(has_deletion, fields))


def _question_start(text: str, card: Found) -> int:
    """Where the question of *card* begins: behind the word START, or the marks of a heading."""
    found = text.find(card.question.partition("\n")[0], card.start, card.end)
    return max(found, card.start)


@cache
def _opening_words(words: Words, *, is_sure: bool) -> tuple[str, ...]:
    """What may open a written-out card, or was meant to, where the plugin *is_sure* to be used."""
    begin = words.begin_note
    if not is_sure:
        return begin, words.begin_inline
    meant = (f"\n{word}\n" for word in {begin.lower(), begin.capitalize()} - {begin})
    return (begin, *([] if begin in words.begin_inline else [words.begin_inline]), *meant)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that hold *path*, the innermost first."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _passes(text: str) -> Iterator[Suffix]:
    """Yield the passes of the plugin that can find anything in *text*."""
    tagged, numbered = "Tags: " in text, "ID: " in text
    for suffix in _PASSES:
        if (tagged or not suffix.tags) and (numbered or not suffix.id):
            yield suffix


@cache
def _mark(tag: str) -> re.Pattern[str]:
    """Where *tag* stands as a word of its own, and not in an address or in quotes."""
    literal = re.escape(tag)
    return lazy_re(rf"{literal}(?<![\[(/\\\"'`&]{literal})(?![\w/-])")


def _line(word: str) -> re.Pattern[str]:
    """A line that gives a value to *word*, which stands before `: ` or alone above it."""
    literal = re.escape(word)
    return lazy_re(rf"{literal}(?<![^\n]{literal})(?:\n|: )([^{LINE_ENDS}]*)")
