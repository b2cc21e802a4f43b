"""Texts that a careless parser needs far too long for, and what reads them.

Each case is a piece of text, repeated; in some there is a text before or behind that.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from fuzz.grammar import KEYS, MARKS, VALUES, WORDS

from card_expressions import EXAMPLES, STOCK
from vaultgraph.anki.comparable_text import comparable_text
from vaultgraph.export.apkg.fields import Fields
from vaultgraph.export.apkg.media import Media
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault
from vaultgraph.reading.cards import CardFinder, Flashcards
from vaultgraph.reading.cards.flashcards_obsidian import FlashcardsObsidian
from vaultgraph.reading.cards.obsidian_to_anki import CardSettings
from vaultgraph.reading.cards.obsidian_to_anki.deletions import with_deletions
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES
from vaultgraph.reading.cards.spaced_repetition import Settings, SpacedRepetition
from vaultgraph.reading.note import parse_note
from vaultgraph.rules.cut_answer import _closes, _open_fence, _open_math
from vaults import SAMPLE_VAULT

__all__ = ["CASES", "Case", "fuzzed_cases"]

TEXTS = {
    "open wikilinks": "[[",
    "open embeds": "![[a|",
    "open brackets": "[",
    "open images": "![",
    "nested brackets": "![a](b) [",
    "closed brackets": "](x)",
    "dollars": "$",
    "spaced dollars": "$a ",
    "backticks": "`",
    "spaced backticks": "` ",
    "comments": "<!-- ",
    "percent": "%%\n",
    "maths blocks": "$$\n\n$$ a\n",
    "tags": "<a ",
    "paths in tags": '<img src="C:/a" ',
    "open paths in tags": '<a href="C:/',
    "paths in comments": "<!-- <img src=C:/a>",
    "paths in links": "![](C:/a) ",
    "slashes of files": "<a src=file:////",
    "openings of conflicts": "<<<<<<< a\n",
    "conflicts": "<<<<<<< a\n=======\n>>>>>>> b\n",
    "nested quotes": "> ",
    "nested lists": "- ",
    "deep indents": "\n\n    a",
    "indents in a list": "- a\n\n    b\n\n",
    "hashes": "# ",
    "carets": "^a ",
    "one long line": "a b c ",
    "definitions": "[a]: b\n",
    "half a definition": "\n[" + "a" * 50,
    "cards without answers": "a #flashcard\n",
    "cards": "a #flashcard\nb\n\n",
    "card markers in one paragraph": "a #flashcard b\n",
    "ids": "a #flashcard\nb\n<!--ID: 1-->\n",
    "relations": "Up: [[a]], ",
    "labels": "label: ",
    "code mentions": "`x.png` ",
    "names of files": "x.png.png",
    "placeholders": "{{a ",
    "placeholders in code": "`{{a}}` `` ",
    "scripts": "<% ",
    "dates": "\n2026-11-24  ",
    "spaces": " \n",
    "tags on lines": "\n#a #b ",
    "frontmatter keys": "---\na: b\n",
    "math behind text": "a $$\n",
    "math behind text in paragraphs": "a $$\n\n",
    "math on one line": "a $$ `b` ",
    "math in items": "- a $$\n\n",
    "math in one item": "- a\n  b $$\n",
    "comments on lines": "a <!-- b\n",
    "comments in paragraphs": "a <!-- b\n\n",
    "fences in items": "- ```\n  a\n",
    "indented fences": "- a\n\n  ```\n  b\n  ```\n",
    "deep lists": "  - a\n",
    "bars": "`a|b` ",
    "tables": "|a|\n|-|\n",
    "cells": "|a|\n|-|\n|`b|$c|d$<!-- \n",
    "one table": "|-|\n|`|``|$a|b$|[",
    "links in tables": "|[[a|b]]|c|\n|-|-|\n|[[a|b]]|c|\n\n",
    "links in one row": "|[[a|b]]",
    "callouts": "> [!note] `a\n",
    "spaces in destinations": "[a](b ",
    "parentheses in destinations": "[a](b c (d) ",
    "definitions with text behind them": "[a]: b.c d\n",
    "brackets around links": "[[[a]] ",
    "uploads": "![Uploading a.png…]()",
    "uploads without end": "![Uploading ...",
    "images in HTML": '<img src="a.png" srcset="b.png 2x">%% ',
    "images in HTML blocks": '<div>\n<img src="a.png">\n\n',
    "images in one HTML block": "<p>\n<img src='a.png' ",
    "quotes in HTML": "<div>\n<img src=\"a.png ' ",
    "sources in HTML": "<p>\n<img srcset='" + "a.png 1x, " * 9,
    "attributes in HTML": "<div>\n<img a=b c src d = ",
    "unclosed links": "[[a] b\n\n",
    "footnotes without a text": "ab[^c] ",
    "footnotes on lines": "[^a]: b\n",
    "footnotes in code": "\n\n    [^a]: b\nab[^b]",
    "undefined labels": "[a][b] [c][d]\n\n[a]: b\n",
    "unclosed links on one line": "[[a] [[b ",
    "unopened links": "a]] ",
    "swapped brackets": "(a)[b.c] (",
    "brackets apart": "[a b] (c.d",
    "links in destinations": "[a](b [[c]]) [d](",
    "addresses after links": "[[a]](b.md) [[a]](",
}

HALVES = {
    "brackets in brackets": ("[", "](a)"),
    "brackets on lines": ("[\n", "](a)\n"),
    "links in paragraphs": ("[[a\n\n", "b]]\n\n"),
    "links in a paragraph": ("[[a](b.md) ", "b]] "),
    "brackets in paragraphs": ("[\n\n", "a](b) <!-- c\n"),
    "comments before their end": ("a <!-- b\n\n", "-->"),
    "code before its end": ("a `` b\n\n", "``` "),
    "brackets in a table": ("|a|\n|-|\n|[", "](b)"),
    "marks in one item": ("- a `b $$ <!-- c\n", "d\n"),
    "spaces in a destination": ("[a](", " "),
    "spaces in an item": ("^ q", " "),
    "spaces before a bar": ("x\n\n[[x]] a|b\n", " "),
    "spaces below a table": ("[x\ny](z.md) a|b\n-", " "),
    "dashes below a table": ("[x\ny](z.md) a|b\n|", "-"),
    "spaces before a title": ("[a](b" + " " * 10_000, "'c')\n"),
}

PROPERTY_TEXTS = [
    "- [[a]]\n", "- [[a, b]]\n", "- '[[a]] b'\n", "- #a\n", "- a #b\n", "- a b\n", "- aa\n", "- \"\\u0061 b\"\n", "- |\n  [[a]]\n", "# a [[b]]\n",
    "[[", "[[a]], ", " #a", "a ", "-", "  ",
]  # fmt: skip

CARD_TEXTS = {
    "questions without answers": "Q: a\n",
    "questions with answers": "Q: a\nA: b\n",
    "answers": "A: b\n",
    "empty questions": "Q: \n",
    "questions on one line": "Q: A: ",
    "answers on the lines of questions": "Q: A: ID: \n",
    "hashes": "#",
    "headings": "# a\n",
    "headings with answers": "# a\n\nb\n",
    "empty headings": "#\n",
    "markers": "a #flashcard\n",
    "marked paragraphs": "a #flashcard\nb\n",
    "ids": "ID: 7\n",
    "ids without numbers": "a #flashcard\nbcde ID: \n",
    "tags": "a #flashcard\nbcde Tags: x\n",
    "comments": "a #flashcard\nb\n<!-- c\n",
    "blocks without end": "START\n",
    "blocks": "START\nBasic\nEND\n",
    "inline": "STARTI ",
    "backticks": "` START",
    "dollars": "$a START ",
    "rules": "---\n",
    "ruled paragraphs": "a\n---\n",
    "rules below empty lines": "a\n\n---\n",
    "dashes": "\n---a",
    "colons": "a::b",
    "many colons": "a::b: ::",
    "colons on lines": "a::b\n",
    "cells": "|a|\n|",
    "bars": "|",
    "braces": "{a",
    "clozes": "{a}\n",
    "highlights": "==a",
    "highlighted lines": "==a==\n",
    "ids on clozes": "{a} ID: ",
    "deck lines": "TARGET DECK: a\n{a}\n",
    "cards that never end": "START\nBasic\n",
    "listed starts": "- START\nBasic\n",
    "starts amid cards": "START\nBasic\n START\nBasic\nEND x\n",
    "early ends": "START\nBasic\nENDING\n",
    "ids above text": "START\nBasic\n<!--ID: 1700000000001-->\nx\nEND\n",
    "ids without a space": "a #flashcard\nb\n<!--ID:1700000000001-->\n\n",
    "indented ids": "STARTI [Basic] a ID:1700000000001 ENDI ",
    "runaway backticks": "a #flashcard\nb\n\n` ",
}

AFTER_CARD = [" Tags: ", " Tags: ID: ", " ID: ", " ID: 1 Tags: ", "\nTags: x", "\nID: "]

RUNS = ["x", " ", "\n"]
"""Pieces without a mark: a note has long runs of them above and below a card."""

OWN_SUFFIXES = ["", "\n", "\n\n", " Tags: ", " ID: ", "\n<!--ID: 7-->\n"]

PLUGIN_TEXTS = [
    *CARD_TEXTS.values(), "<!--SR:", "a::b\n<!--SR:!2026-11-24,3,250-->\n", "#flashcards\n", "a\n?\n",
    "> [!sr|card-metadata]\n", "~~~\n", "==a== ", "a #card\nb\n", "a #card #x", "\n^1638982929779",
    "{a", "a\n\n^1638982929779\n", "- a:: b\n", "a:: #b ", "a::     ", "==a ", "#card ", "# a #card\n", "- a\n\n",
    "```flashcard\nfront: a\n", "> [!CARD] a\n", "a ^q-ab2c\n", "#card\n\n", "a #card\n\n\n",
]  # fmt: skip

DELETIONS = [
    "{a", "{a}", "}", "==", "{==", "{a\n", "{1:", "$", "$a", "$$", "`", "```", "\\(", "\\[", "\\(a\\) {", "$a$ {", "{a}$ ", "\n\n{",
]  # fmt: skip

ANKI_TEXTS = [
    "<!--", "%%", '<a class="obsidian-link">', "<a obsidian-link ", '<img src="', "<img src=a ",
    "[sound:", "![[", "![[a|", "![a](", "[[", "[", "[a](", "[a]((", "[a]((b)", "](", "a.", "a:", ":a", "<a@", "<", "<p ",
    "\n", "> ", "- ", "1. ", "```\n", "#", "#a", "{", "{1", "{{c1::", "&amp;", "&", "\\", "a",
]  # fmt: skip

FIELDS = [
    "$a ", "$a$ ", "$$", "$$\n$$", "> $$\n", ">", "[[", "![", "[[" + "a" * 20, "[a](b ", "[[a]](b)",
    "==a ", "**a ", "`a ``", "<", "{", "a}}",
]  # fmt: skip

ANSWERS = ["```\n", "> ```\n", "- ```\n", "~~~ a\n", "$$\n", "$a$ ", "`$$` "]

PIECES = [
    *MARKS, *WORDS, "[[Heat]]", "![[Heat]]", "[x](y)", "![x](y)", "`x`", "$x$", "%%x%%", "<!--x-->", "> ", "- ", "# ", "| x ",
    "\n- ", "\n> ", "\n# ", "\n| x | ", "\n```\n", "\n---\n", "\n\n    ", "\n  - ", "x #flashcard\ny\n", "\n<!--ID: 1700000000001-->\n", "a::b\n", "\n?\n",
]  # fmt: skip
PROPERTIES = [f"{key}: {value}\n" for key, value in product(KEYS, VALUES)]


class Case(NamedTuple):
    """A *piece* of text between two others, and the function that reads them."""

    piece: str
    read: Callable[[str], object]
    before: str = ""
    behind: str = ""

    def text(self, size: int) -> str:
        """The text of about *size* characters."""
        return self.before + self.piece * max(1, size // len(self.piece)) + self.behind


class Halves(NamedTuple):
    """Two pieces, of which the *last* stands behind all of the *first*."""

    first: str
    last: str
    read: Callable[[str], object]

    def text(self, size: int) -> str:
        """The text of about *size* characters."""
        halves = ((piece, max(1, size // 2 // len(piece))) for piece in (self.first, self.last))
        return "".join(piece * times for piece, times in halves)


class Growing(NamedTuple):
    """Runs of ever more backticks."""

    read: Callable[[str], object]

    def text(self, size: int) -> str:
        """The text of about *size* characters: n runs have n²/2 backticks."""
        return "".join("`" * length + " " for length in range(1, int((2 * size) ** 0.5)))


def reading(cards: Flashcards) -> Callable[[str], object]:
    """What reads a note that may have these *cards*."""
    return lambda text: parse_note("Note.md", text, (), cards)


ALL_PLUGINS = Flashcards(
    CardFinder(CardSettings(patterns=tuple(STOCK.items()), found=True)),
    spaced_repetition=SpacedRepetition(Settings(installed=True)),
    flashcards_obsidian=FlashcardsObsidian(installed=True, is_second=False),
)


def _notes() -> Iterator[tuple[str, Case | Halves | Growing]]:
    read = reading(Flashcards())
    for name, piece in TEXTS.items():
        yield name, Case(piece, read)
    for name, (first, last) in HALVES.items():
        yield name, Halves(first, last, read)
    for piece in PROPERTY_TEXTS:
        yield f"property: {piece!r}", Case(piece, read, "---\ntags:\n", "\n---\n")
        yield f"properties without end: {piece!r}", Case(piece, read, "---\ntags:\n")
        yield f"properties below dashes: {piece!r}", Case(piece, read, "--\ntags:\n", "\n--\n")
    yield "growing backticks", Growing(read)
    yield "words that freeze no fields", Case("FROZEN - ", read, "Q #flashcard\nA\n\n")
    for piece in ANSWERS:
        yield f"answer: {piece!r}", Case(piece, _is_cut)


def _cards() -> Iterator[tuple[str, Case]]:
    for style, pattern in STOCK.items():
        finder = CardFinder(CardSettings(patterns=(("Basic", pattern),)))
        for name, piece in CARD_TEXTS.items():
            yield f"{style}: {name}", Case(piece, reading(Flashcards(finder)))
        for piece in _own_pieces(pattern):
            yield f"{style}: own {piece!r}", Case(piece, reading(Flashcards(finder)))
        for piece, after in product(AFTER_CARD, ("", "\n\n<!--ID: 1700000000001-->")):
            name = f"{style}: after a card {piece!r}{' and an ID' * bool(after)}"
            yield name, Case(piece, reading(Flashcards(finder)), EXAMPLES[pattern], after)
        for piece in (*RUNS, *_own_marks(pattern)):
            read = reading(Flashcards(finder))
            yield (
                f"{style}: before a card {piece!r}",
                Case(piece, read, "", f"\n{EXAMPLES[pattern]}"),
            )
            yield f"{style}: below a card {piece!r}", Case(piece, read, f"{EXAMPLES[pattern]}\n")
    for is_second in (False, True):
        plugins = Flashcards(
            spaced_repetition=SpacedRepetition(Settings(installed=True)),
            flashcards_obsidian=FlashcardsObsidian(installed=True, is_second=is_second),
        )
        for piece in PLUGIN_TEXTS:
            name = f"plugins{' of two' * is_second}: {piece!r}"
            yield name, Case(piece, reading(plugins), "---\ncards-deck: x\n---\n")


def _own_pieces(pattern: str) -> Iterator[str]:
    """Yield the marker and the example of the style of *pattern*, also with a suffix or its start."""
    parsers = filter(None, (style.parser(pattern) for style in STYLES.values()))
    for own, after in product((next(parsers).marker, EXAMPLES[pattern]), OWN_SUFFIXES):
        yield own + after


def _own_marks(pattern: str) -> list[str]:
    """Return the marks in the example of the style of *pattern*."""
    return sorted({*re.findall(r"[^\w\s]", EXAMPLES[pattern])})


def _fields() -> Iterator[tuple[str, Case]]:
    graph = VaultGraph(read_vault(str(SAMPLE_VAULT)))
    fields = Fields(graph, Media(graph.vault.folder))
    for piece in FIELDS:
        yield f"field: {piece!r}", Case(piece, lambda text: fields.html(text, "Heat.md"))
    for piece in DELETIONS:
        name = f"deletions: {piece!r}"
        yield name, Case(piece, lambda text: with_deletions(text, highlights=True), "", "{x}")
    for piece in ANKI_TEXTS:
        yield f"words in Anki: {piece!r}", Case(piece, comparable_text)
        yield f"words in an image in Anki: {piece!r}", Case(piece, comparable_text, "<img src=")


def _is_cut(text: str) -> None:
    _open_fence(text)
    _open_math(text)
    _closes(text, "````")


CASES = dict([*_notes(), *_cards(), *_fields()])


def fuzzed_cases(pairs: int, properties: int) -> Iterator[tuple[str, Case]]:
    """Yield as many cases of two pieces of the grammar, and of properties, chosen by a seed."""
    note = reading(ALL_PLUGINS)
    chance = random.Random(20)
    for _ in range(pairs):
        piece = chance.choice(PIECES) + chance.choice(PIECES)
        yield f"pair: {piece!r}", Case(piece, note)
    for _ in range(properties):
        piece = chance.choice(PROPERTIES)
        yield f"properties: {piece!r}", Case(piece, note, "---\n", "---\n")
