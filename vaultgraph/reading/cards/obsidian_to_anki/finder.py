"""Find flashcards as Obsidian_to_Anki does, and only in notes that it scans.

The vault's settings of the plugin define its card styles, each as a regular expression for a note
type.  The expressions of the plugin's handbook have parsers in `styles`; any other is run as it is,
with a limited number of steps.  No other module knows the syntax of cards.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import reason_of, say
from vaultgraph.model import (
    DELIMITED_STYLES,
    OBSIDIAN_TO_ANKI,
    SPACED_TYPE,
    Card,
    CardFault,
    CardId,
    Note,
    Tag,
)
from vaultgraph.reading.cards.obsidian_to_anki.faults import deck_faults, swallowed
from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import COMMENTS, LINE_ENDS
from vaultgraph.reading.cards.obsidian_to_anki.last_sync import LastSync, compare
from vaultgraph.reading.cards.obsidian_to_anki.settings import CardSettings
from vaultgraph.reading.cards.obsidian_to_anki.spans import Spans
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES, Parser, neuracache
from vaultgraph.reading.cards.prefixed import Prefixed

if TYPE_CHECKING:
    from vaultgraph.reading.cards.obsidian_to_anki.custom import Budget

__all__ = ["CardFinder", "Seen"]

_WINDOWS_END = lazy_re(r"\r+\n")  # text that was converted twice has two carriage returns
_ANSWERED = 2  # number of fields needed for an answer, which is the second
# What a writer types only to mark a card.  Without it, `^#{4}\s` finds the headings of ordinary
# notes: rules reported 42 findings about them in one vault.
_IDENTIFYING = lazy_re(r"[^\W\d_]|[^\x00-\x7f]|::")
_SYNTAX = lazy_re(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?![^()]*\)|\(\?<\w+>", re.DOTALL)
# A line that does not end in a colon is consumed, so that no later word in it opens frozen fields:
# a line of 144 kB with the word in it thousands of times took 20 s when each was tried.
_FROZEN = r"(?:([^\n]*):\n((?:[^\n]\n?)+)|[^\n]*)"
_LONG_NUMBER = lazy_re(r"[0-9]{10}")
_span = itemgetter(Found._fields.index("start"), Found._fields.index("end"))
_start, _id = attrgetter("start"), attrgetter("id")
_start_and_name = attrgetter("start", "name")
# The order of `search` in the plugin's `file.ts`.  A match hides its span from all later passes, so
# a card must be tried with its ID before it is tried as a new one.
_PASSES = tuple(Suffix(tags, number) for number in (True, False) for tags in (True, False))


class Seen(NamedTuple):
    """What the plugin finds in a note.

    `marks` are the tags that mark a card; they and the `ids` include those that belong to no card.
    """

    cards: tuple[Card, ...] = ()
    faults: tuple[CardFault, ...] = ()
    marks: tuple[Tag, ...] = ()
    ids: tuple[CardId, ...] = ()


_NOT_SEEN = Seen()


class CardFinder:
    """Finds the cards of a vault with these *settings*.

    `tags` are those that end the question of a card, in lower case and with their `#`.
    """

    def __init__(self, settings: CardSettings) -> None:
        self.settings = settings
        words = settings.words
        self._deck_line = _line(words.deck_line)
        self._tags_line = _line(words.tags_line)
        self._frozen = Prefixed(f"{words.frozen_line} - ", _FROZEN)
        self._faults: list[str] = [settings.fault] if settings.fault else []
        self._parsers: list[tuple[str, str, Parser]] = []
        self._budget: Budget | None = None
        for kind, pattern in settings.patterns:
            self._add(kind, pattern)
        markers = (parser.marker for _, style, parser in self._parsers if style == neuracache.NAME)
        spelled = [marker.strip() for marker in markers]
        self.tags: frozenset[str] = frozenset(tag.lower() for tag in spelled)
        self._tag_marks = [_mark(tag) for tag in self.tags.union(spelled)]
        self._openings = _openings(words.begin_note, words.begin_inline, is_sure=settings.found)
        parser_marks = (parser.marker for _, _, parser in self._parsers)
        # What a note with a card must contain: most notes have none of it, and are not parsed.
        self._traces = _fewest((*self._openings, *parser_marks, *self.tags.union(spelled)))

    def _damage(self, text: str, cards: Iterable[Card]) -> Iterator[CardFault]:
        """Yield what of *cards*, those in *text*, Anki does not show as it is; see `damage`.

        The fields of a card are without the markup around them, such as that of a list.  A part
        that is for this reason not found in the text is its question.
        """
        from vaultgraph.reading.cards.obsidian_to_anki.damage import find_damage

        for card in cards:
            fields = card.question, card.answer, *card.more
            for kind, part in find_damage(fields, self.anki_fields(card)):
                place = card.span("")
                start = text.find(part, card.start, card.end)
                span = (start, start + len(part)) if start >= 0 else (place.start, place.end)
                yield CardFault(kind, part, place.start, place.end, *span)

    def anki_fields(self, card: Card) -> tuple[str, ...]:
        """Return the fields of *card* with its cloze deletions in Anki's syntax."""
        fields = card.question, card.answer, *card.more
        if not self.settings.curly or "Cloze" not in card.note_type:
            return fields
        from vaultgraph.reading.cards.obsidian_to_anki.deletions import with_deletions

        return tuple(with_deletions(f, highlights=self.settings.highlights) for f in fields)

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the vault's settings cannot be used, and which of its expressions fail."""
        slow = (
            say(
                "the expression for {note_type} takes too long: not all cards are found",
                note_type=note_type,
            )
            for note_type in self.slow
        )
        return (*self._faults, *slow)

    @property
    def slow(self) -> tuple[str, ...]:
        """The note types whose expressions took too many steps to find all their cards."""
        parsers = ((kind, parser) for kind, _, parser in self._parsers)
        return tuple(kind for kind, parser in parsers if getattr(parser, "is_too_slow", False))

    @property
    def is_guess(self) -> bool:
        """Whether the vault has no settings of the plugin; cards in code are then examples."""
        return not self.settings.found

    @property
    def shares_time(self) -> bool:
        """Whether there are custom expressions, for which all notes share a `Budget`."""
        return any(style == "custom" for _, style, _ in self._parsers)

    @property
    def styles(self) -> tuple[tuple[str, str], ...]:
        """The note types whose cards are found by an expression, each with its style."""
        return tuple((kind, style) for kind, style, _ in self._parsers)

    @property
    def expressions(self) -> tuple[tuple[str, int], ...]:
        """The note types whose cards are found by an expression, each with its group count."""
        return tuple((kind, parser.groups) for kind, _, parser in self._parsers)

    @cached_property
    def _unmarked(self) -> frozenset[str]:
        """The note types whose expression also matches ordinary notes.

        Headings, paragraphs and tables, for example, are unmarked; a tag, a word or `::` marks a
        card.  Empty if the user chose the styles, or if the plugin scans only one folder.
        """
        if self.settings.is_chosen or not self.settings.found or self.settings.scanned:
            return frozenset()
        patterns = dict(self.settings.patterns)
        return frozenset(
            kind
            for kind, style in self.styles
            if not (
                STYLES[style].IS_MARKED
                if style in STYLES
                else _IDENTIFYING.search(_SYNTAX.sub("", patterns[kind]))
            )
        )

    @property
    def finds_unmarked(self) -> bool:
        """Whether an expression also matches ordinary notes; see `is_plausible_only`."""
        return bool(self._unmarked)

    def is_plausible_only(self, note: Note, card: Card) -> bool:
        """Return whether *card* of *note* has no mark, ID or earlier sync, only a card's form."""
        return note.path not in self.settings.hashes and self.is_unmarked(note, card)

    def is_unmarked(self, note: Note, card: Card) -> bool:
        """Return whether *card* has no mark, and its *note* no ID."""
        return (
            card.note_type in self._unmarked
            and card.is_found_by_expression
            and not (any(note.summary.ids) or note.has("card_ids"))
        )

    def has_answer(self, card: Card) -> bool:
        """Return whether the note type and expression of *card* have a field for an answer."""
        if not card.goes_to_anki:
            return card.note_type != SPACED_TYPE
        if len(self.settings.fields.get(card.note_type, ("", ""))) < _ANSWERED:
            return False
        return card.style in DELIMITED_STYLES or dict(self.expressions).get(card.note_type, 2) > 1

    def _add(self, kind: str, pattern: str) -> None:
        """Add the parser for the expression *pattern* of the note type *kind*."""
        for style in STYLES.values():
            if parser := style.parser(pattern):
                self._parsers.append((kind, style.NAME, parser))
                return
        from vaultgraph.reading.cards.obsidian_to_anki.custom import (
            Budget,
            Custom,
            JavaScriptError,
        )

        self._budget = self._budget or Budget()
        try:
            self._parsers.append((kind, Custom.name, Custom(pattern, self._budget)))
        except JavaScriptError as error:
            fault = say(
                "the expression for {note_type} is not valid: {reason}",
                note_type=kind,
                reason=reason_of(error),
            )
            self._faults.append(fault)

    def find_cards(self, path: str, text: str, tags: Iterable[Tag]) -> Seen:
        """Return what the plugin finds in the note at *path* with these *tags*.

        A note that it does not scan has neither cards nor faults.
        """
        marking = [tag for tag in tags if tag.name.lower() in self.tags]
        # Searching for one character is ten times as fast as for two.
        has_ids = "<" in text and "<!--ID: " in text
        if not (has_ids or marking or any(map(text.__contains__, self._traces))):
            return _NOT_SEEN
        if not self.scans(path):
            return _NOT_SEEN
        spans = Spans(text)
        found = self._find(path, text, spans)
        if found is None:
            return _NOT_SEEN
        marks = tuple(
            sorted({*self._marks(text, spans), *marking}, key=attrgetter("start", "name"))
        )
        return Seen(*found, marks, tuple(self._ids(text)) if has_ids else ())

    def _find(
        self, path: str, text: str, spans: Spans
    ) -> tuple[tuple[Card, ...], tuple[CardFault, ...]] | None:
        """Return every `Card` and every `CardFault` of the note at *path*, in order.

        The cards are added to *spans*, those of *text*.  Returns None if a limit cut off the
        search, so that the result would be incomplete.
        """
        is_opened = any(map(text.__contains__, self._openings))
        parsers = [each for each in self._parsers if each[2].marker in text]
        if not (is_opened or parsers):
            return (), ()
        # Only the first of these lines counts: the plugin searches for them without the flag `g`.
        deck_line = self._deck_line.first(text)
        tags_line = self._tags_line.first(text)
        spans.add([line.span() for line in (deck_line, tags_line) if line])
        reading = _Reading(self.settings, text, spans)
        reading.freeze(self._frozen)
        # The order of `scanFile` in the plugin: what an expression has found is hidden from all
        # later ones, so of two note types the first in the settings gets the card.
        found = reading.delimited() if is_opened else []
        for kind, style, parser in parsers:
            matches = reading.by_expression(parser, kind)
            if parser.groups:  # without groups all fields are empty, and Anki rejects the card
                found += [(match, style, kind) for match in matches]
        if reading.is_cut_off:
            return None
        # Even an empty name counts: `setup_target_deck` asks only whether the line is there.
        deck = deck_line[1] if deck_line else self._folder_deck(path) or self.settings.deck
        common = (*self._folder_tags(path), *(tags_line[1].split() if tags_line else ()))
        cards = sorted([self._card(text, card, deck, common) for card in found], key=_start)
        # The search for misspelled IDs is slow, and pointless without digits that could be one.
        if not all(map(_id, cards)) and _LONG_NUMBER.search(text):
            reading.look_for_ids(found)
        if cards:
            faults = deck_faults(text, self._deck_line)
            reading.faults += (f for f in faults if not spans.fence(f.start, f.end))
            if "}}" in text or ("$" in text and "`" in text):
                reading.faults += self._damage(text, cards)
        # The plugin's expressions do not match `\r\n`: what they find only without it is lost.
        if "\r" in text and "\r\n" in text:
            unix = _WINDOWS_END.sub("\n", text)
            plain = self._find(path, unix, Spans(unix))
            hidden = len(plain[0]) - len(cards) if plain else 0
            reading.faults += [CardFault("crlf", str(hidden), 0, 0)] if hidden > 0 else []
        return tuple(cards), tuple(sorted(reading.faults, key=_start))

    def _card(
        self, text: str, found: tuple[Found, str, str], deck: str, common: tuple[str, ...]
    ) -> Card:
        """Return the card in *found*, which also has its style and note type."""
        (question, answer, start, end, number, id_start, _, tags, more), style, kind = found
        if self.settings.takes_tags:
            from vaultgraph.reading.cards.obsidian_to_anki.field_tags import tags_within

            tags = (*tags, *chain.from_iterable(map(tags_within, (question, answer, *more))))
        # The question may begin below empty lines, which a custom expression can include.
        question_start = max(text.find(question.partition("\n")[0], start, end), start)
        return Card(
            question, answer, start, end, number, id_start, style, kind, deck,
            common + tags, question_start, OBSIDIAN_TO_ANKI, "", more,
        )  # fmt: skip

    def hidden_by_windows(self, path: str, text: str) -> int:
        """Return how many cards CRLF line endings would hide in the note at *path*."""
        windows = text.replace("\r\n", "\n").replace("\n", "\r\n")
        if not self.scans(path):
            return 0
        found = self._find(path, windows, Spans(windows))
        return sum(int(fault.detail) for fault in found[1] if fault.kind == "crlf") if found else 0

    def last_sync(self, path: str, text: str) -> LastSync:
        """Return how *text* of the note at *path* compares with its last sync.

        Line endings count only if they hid a card.  Raises KeyError if the plugin has never synced
        the note.
        """
        result = compare(self.settings.hashes[path], text)
        if result is LastSync.WINDOWS and not self.hidden_by_windows(path, text):
            return LastSync.SAME
        return result

    def frozen_fields(self, text: str) -> Mapping[str, tuple[str, ...]]:
        """Return the text that the plugin adds to each field of all cards, by note type."""
        from vaultgraph.reading.cards.obsidian_to_anki.blocks import fields_of_lines

        fields = self.settings.fields
        return {
            match[1]: fields_of_lines("\n" + match[2].strip(), fields.get(match[1], ()))
            for match in self._frozen.all(text)
            if match[2]
        }

    def _marks(self, text: str, spans: Spans) -> list[Tag]:
        """Return the tags that mark a card, with their offsets, wherever they are whole words.

        Those in code or math, which are among *spans*, are skipped.
        """
        return [
            Tag(mark.prefix, found.start())
            for mark in self._tag_marks
            for found in mark.all(text)
            if not spans.is_code(*found.span())
        ]

    def _ids(self, text: str) -> list[CardId]:
        """Return the IDs of *text* with their offsets, except those marked for deletion."""
        found: Iterable[re.Match[str]] = COMMENTS.all(text)
        deletes = self.settings.words.delete_line
        if deletes in text:
            deleting = (deletes, deletes + "\n")
            found = [each for each in found if not text.endswith(deleting, 0, each.start())]
        return [CardId(card_id(each[1]), each.start(1)) for each in found]

    def scans(self, path: str) -> bool:
        """Return whether the plugin looks for cards in the note at *path*."""
        scanned = self.settings.scanned
        if scanned and not path.startswith(scanned + "/"):
            return False
        if not self.settings.ignored:
            return True
        from vaultgraph.reading.cards.obsidian_to_anki.ignored import is_ignored

        return not is_ignored(path, self.settings.ignored)

    def named_deck(self, path: str, text: str) -> str:
        """Return the deck that the note at *path* or one of its folders names; else empty.

        The result is also empty for a note that is not scanned.
        """
        if not self.scans(path):
            return ""
        deck_line = self._deck_line.first(text)
        return deck_line[1].strip() if deck_line else self._folder_deck(path)

    def _folder_deck(self, path: str) -> str:
        """Return the deck of the innermost folder of *path* that has one."""
        decks = self.settings.folder_decks
        return next((decks[f] for f in _folders(path) if decks.get(f)), "") if decks else ""

    def _folder_tags(self, path: str) -> Iterator[str]:
        """Yield the tags of all folders that hold *path*."""
        tags = self.settings.folder_tags
        for folder in _folders(path) if tags else ():
            yield from tags.get(folder, "").split()


class _Reading:
    """The state of parsing one note: the spans taken so far, and the faults."""

    def __init__(self, settings: CardSettings, text: str, spans: Spans) -> None:
        self._settings = settings
        self._text = text
        self.spans = spans
        self.faults: list[CardFault] = []
        self.is_cut_off = False

    def freeze(self, frozen: Prefixed) -> None:
        """Exclude the text of frozen fields, which the plugin adds to every card of a type."""
        for match in frozen.all(self._text):
            if not match[2]:
                continue
            self.spans.add([match.span()])
            if not self._knows(match[1]):
                self.faults.append(CardFault("frozen-type", match[1], *match.span(1)))

    def by_expression(self, parser: Parser, kind: str) -> list[Found]:
        """Return the cards of one expression.

        If a limit cuts it off there are none, because a partial result would mislead.
        """
        # One pass instead of up to four, for nearly all notes of this style: 40 µs instead of 80
        # for a note of three cards.  Clozes need `_take`, which drops those without a deletion.
        if isinstance(parser, neuracache.Neuracache) and "Cloze" not in kind:
            separate = parser.separate_cards(self._text, self.spans.cover)
            if separate is not None:
                self.spans.add(map(_span, separate))
                return separate
        found: list[Found] = []
        for suffix in _passes(self._text):
            found += self._take(parser.find(self._text, suffix), kind, suffix)
            if getattr(parser, "was_cut_off", False):
                self.is_cut_off = True
                return []
        return found

    def delimited(self) -> list[tuple[Found, str, str]]:
        """Return the cards between START and END words, which the plugin accepts even in code."""
        from vaultgraph.reading.cards.obsidian_to_anki.blocks import find_blocks, find_inline
        from vaultgraph.reading.cards.obsidian_to_anki.delimited import (
            USUAL_TYPES,
            delimited_card_faults,
        )

        words, fields = self._settings.words, self._settings.fields
        blocks = self._meant(find_blocks(self._text, words, fields))
        inline = self._meant(find_inline(self._text, words, fields))
        self.spans.add(map(_span, (*blocks, *inline)))
        types = fields.keys() or USUAL_TYPES | {card.note_type for card in blocks}
        self.faults += delimited_card_faults(self._text, blocks, words, types, self.spans.fence)
        return [*self._typed(blocks, "block"), *self._typed(inline, "inline")]

    def _typed(self, cards: list[Found], style: str) -> list[tuple[Found, str, str]]:
        """Return the *cards* with a known note type, with *style* and type; others are faults."""
        typed = [(card, style, card.note_type) for card in cards]
        unknown = {kind for kind in {kind for _, _, kind in typed} if not self._knows(kind)}
        if not unknown:
            return typed
        for card, _, kind in typed:
            if kind in unknown:
                self.faults.append(CardFault(f"{style}-type", kind, card.start, card.end))
        return [each for each in typed if each[2] not in unknown]

    def _meant(self, cards: list[Found]) -> list[Found]:
        """Return the delimited *cards* without examples.

        If the vault has no settings of the plugin, cards in code without an ID are examples.
        """
        if self._settings.found:
            return cards
        # The plugin itself finds cards in code too (`scanNotes` asks no ignored span).
        return [card for card in cards if card.id or not self._is_example(card)]

    def _is_example(self, card: Found) -> bool:
        """Return whether the opening or closing word of *card* is in code or math."""
        start, end = card.start, card.end
        return self.spans.cover(start, start + 2) or self.spans.cover(end - 2, end)

    def _take(self, cards: Iterator[Found], kind: str, suffix: Suffix) -> list[Found]:
        """Return the *cards* that are in no other span; one hidden in the last pass is a fault.

        The plugin drops a cloze without a deletion, and continues as if it were not a card.
        """
        taken = []
        for card in cards:
            is_covered = self.spans.cover(card.start, card.end)
            # Each pass meets the hidden card again; the last one is never skipped, so it reports.
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
        self.spans.add(map(_span, taken))
        return taken

    def _knows(self, kind: str) -> bool:
        """Return whether the note type *kind* exists, or may exist if the vault lists none."""
        fields = self._settings.fields
        return kind in fields or (kind.strip() == kind != "" and not fields)

    def look_for_ids(self, cards: list[tuple[Found, str, str]]) -> None:
        """Add a fault for each misspelled ID of one of *cards*."""
        from vaultgraph.reading.cards.obsidian_to_anki.delimited import unread_ids

        ordered = sorted(cards, key=lambda each: each[0].start)
        self.faults += unread_ids(self._text, [(card, style) for card, style, _ in ordered])

    def _deletes(self, card: Found) -> bool:
        from vaultgraph.reading.cards.obsidian_to_anki.deletions import (
            has_deletion,
            with_deletions,
        )

        settings = self._settings
        fields = (card.question, card.answer, *card.more)
        # `note_has_clozes` in the plugin searches the fields after their braces are converted.
        if settings.curly:
            fields = tuple(with_deletions(f, highlights=settings.highlights) for f in fields)
        return any(map(has_deletion, fields))


def _openings(begin: str, begin_inline: str, *, is_sure: bool) -> tuple[str, ...]:
    """Return what opens a delimited card; if *is_sure* the plugin is used, also near misses."""
    meant = {begin.lower(), begin.capitalize()} - {begin} if is_sure else ()
    return _fewest((begin, begin_inline, *(f"\n{word}\n" for word in meant)))


def _fewest(pieces: Iterable[str]) -> tuple[str, ...]:
    """Return the *pieces* that contain no other; a text with none of them has no piece at all."""
    kept: list[str] = []
    for piece in sorted(set(pieces), key=len):
        if not any(map(piece.__contains__, kept)):
            kept.append(piece)
    return tuple(kept)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that hold *path*, the innermost first."""
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _passes(text: str) -> Iterator[Suffix]:
    """Yield the passes of the plugin that can match anything in *text*."""
    tagged, numbered = "Tags: " in text, "ID: " in text
    for suffix in _PASSES:
        if (tagged or not suffix.tags) and (numbered or not suffix.id):
            yield suffix


def _mark(tag: str) -> Prefixed:
    """Return an expression for *tag* as a whole word, not in a URL or in quotes."""
    return Prefixed(tag, rf"(?<![\[(/\\\"'`&]{re.escape(tag)})(?![\w/-])")


def _line(word: str) -> Prefixed:
    """Return an expression for a line `word: value`, or *word* alone above its value."""
    return Prefixed(word, rf"(?<![^\n]{re.escape(word)})(?:\n|: )([^{LINE_ENDS}]*)")
