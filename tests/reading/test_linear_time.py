"""Hostile text takes time in proportion to its size: 75,000 characters show it."""

import gc
from time import process_time

import pytest

from card_expressions import STOCK
from vaultgraph.reading.cards import CardFinder, Flashcards
from vaultgraph.reading.cards.flashcards_obsidian import FlashcardsObsidian
from vaultgraph.reading.cards.obsidian_to_anki import CardSettings
from vaultgraph.reading.cards.obsidian_to_anki.deletions import with_deletions
from vaultgraph.reading.cards.spaced_repetition import Settings, SpacedRepetition
from vaultgraph.reading.note import parse_note

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
    "growing backticks": None,
    "comments": "<!-- ",
    "percent": "%%\n",
    "maths blocks": "$$\n\n$$ a\n",
    "tags": "<a ",
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
    "callouts": "> [!note] `a\n",
    "spaces in destinations": "[a](b ",
    "parentheses in destinations": "[a](b c (d) ",
    "definitions with text behind them": "[a]: b.c d\n",
    "brackets around links": "[[[a]] ",
}

HALVES = {
    "brackets in brackets": ("[", "](a)"),
    "brackets on lines": ("[\n", "](a)\n"),
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

CARD_TEXTS = {
    "questions without answers": "Q: a\n",
    "questions with answers": "Q: a\nA: b\n",
    "answers": "A: b\n",
    "empty questions": "Q: \n",
    "questions on one line": "Q: A: ",
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


def make(name: str, size: int) -> str:
    piece = TEXTS[name]
    if piece is None:
        runs = "".join("`" * length + " " for length in range(1, 700))
        return (runs * (size // len(runs) + 1))[:size]
    return piece * (size // len(piece))


def seconds(text: str, cards: Flashcards) -> float:
    gc.disable()  # the collector would look through all that other tests have left
    try:
        start = process_time()
        parse_note("Note.md", text, (), cards)
        return process_time() - start
    finally:
        gc.enable()


def assert_linear(text: str, cards: Flashcards) -> None:
    # A busy machine may disturb one measurement, but not all of them.
    for _ in range(4):
        quarter = text[: len(text) // 8] + text[-len(text) // 8 :]
        small, large = seconds(quarter, cards), seconds(text, cards)
        if large < 9 * small + 0.05:
            return
    pytest.fail(f"{small:.3f} s, then {large:.3f} s")


@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(name):
    assert_linear(make(name, 75_000), Flashcards())


@pytest.mark.parametrize(("first", "last"), HALVES.values(), ids=HALVES)
def test_what_comes_after_does_not_make_it_longer(first, last):
    size = 40_000
    assert_linear(first * (size // len(first)) + last * (size // len(last)), Flashcards())


def test_words_that_freeze_no_fields_are_passed_over_in_linear_time():
    assert_linear("Q #flashcard\nA\n\n" + "FROZEN - " * 4000, Flashcards())


@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
@pytest.mark.parametrize("piece", CARD_TEXTS.values(), ids=CARD_TEXTS)
def test_cards_of_every_style_are_found_in_linear_time(piece, pattern):
    settings = CardSettings(patterns=(("Basic", pattern),))
    assert_linear(piece * (20_000 // len(piece)), Flashcards(CardFinder(settings)))


@pytest.mark.parametrize("piece", [
    "{a", "{a}", "}", "==", "{==", "{a\n", "{1:", "$", "$a", "$$", "`", "```", "\\(", "\\[", "\\(a\\) {", "$a$ {", "{a}$ ", "\n\n{",
])  # fmt: skip
def test_deletions_are_made_in_linear_time(piece):
    def passed(text: str) -> float:
        start = process_time()
        with_deletions(text + "{x}", highlights=True)
        return process_time() - start

    text = piece * (120_000 // len(piece))
    assert any(passed(text) < 9 * passed(text[: len(text) // 4]) + 0.05 for _ in range(4))


@pytest.mark.parametrize("piece", [
    *CARD_TEXTS.values(), "<!--SR:", "a::b\n<!--SR:!2026-11-24,3,250-->\n", "#flashcards\n", "a\n?\n",
    "> [!sr|card-metadata]\n", "~~~\n", "==a== ", "a #card\nb\n", "a #card #x", "\n^1638982929779",
    "{a", "a\n\n^1638982929779\n", "- a:: b\n", "a:: #b ", "a::     ", "==a ", "#card ", "# a #card\n", "- a\n\n",
    "```flashcard\nfront: a\n", "> [!CARD] a\n", "a ^q-ab2c\n", "#card\n\n", "a #card\n\n\n",
])  # fmt: skip
@pytest.mark.parametrize("is_second", [False, True])
def test_cards_of_other_plugins_too(piece, is_second):
    cards = Flashcards(
        spaced_repetition=SpacedRepetition(Settings(installed=True)),
        flashcards_obsidian=FlashcardsObsidian(installed=True, is_second=is_second),
    )
    assert_linear("---\ncards-deck: x\n---\n" + piece * (50_000 // len(piece)), cards)
