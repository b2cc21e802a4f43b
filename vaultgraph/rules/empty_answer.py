"""The rule `empty-answer`."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import (
    DELIMITED_STYLES,
    SPACED_REPETITION,
    Card,
    Finding,
    Note,
    Severity,
    Span,
)
from vaultgraph.rules import rule

_BLANK = lazy_re(r"\n[ \t]*\n(?=[^\s<#])")


@rule(Severity.ERROR, on="card", skips_templates=True)
def empty_answer(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """A flashcard has no answer.

    Anki takes it and asks it, and shows nothing on the back; if the question is empty too, Anki
    refuses it.  A card that is in no schedule yet may not be written to its end: that is a warning.

    Bad::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back:
        <!--ID: 1700000000001-->
        END

    Good::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        END

    When it is wrong to worry: a cloze needs no answer, whatever its note type is called, nor does a
    note type of a single field.  Where the second field is empty and another is not, the note type
    may show that one as its answer.

    Fine::

        -- Heat.md --
        START
        Lückentext
        {{c1::Heat}} flows by itself.
        END

        START
        Vocabulary
        Wärme
        Meaning: heat
        END
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict":
        {"Lückentext": ["Text", "Extra"], "Vocabulary": ["Word", "Sound", "Meaning"]}}
    """
    if not card.back and not card.is_cloze and graph.vault.card_finder.has_answer(card):
        yield _finding(graph, card, card.span(note.path))


def _finding(graph: VaultGraph, card: Card, place: Span) -> Finding:
    if card.question:
        is_known = bool(card.id or card.due)
        return Finding(
            place,
            "this card has no answer",
            _where_to_write(graph, card, place),
            "" if is_known else "{count} cards have no answer yet",
            None if is_known else Severity.WARNING,
        )
    if card.plugin == SPACED_REPETITION:
        return _empty_colons(card, place)
    message = "this card has neither question nor answer"
    if card.id:
        return Finding(place, message, "write both")
    return Finding(place, f"{message}: Anki refuses it", "write both, or delete it")


def _where_to_write(graph: VaultGraph, card: Card, place: Span) -> str:
    """What to do about *card*, at *place*, whose answer may stand below an empty line."""
    note, text = graph.vault.notes[place.path], graph.vault.text(place.path)
    end = max(card.end, card.id_start)
    blank = _BLANK.match(text, end - text.startswith("\n", end - 1))
    if card.style in DELIMITED_STYLES or not blank:
        return "write one"
    below = bisect_left(note.cards, blank.end(), key=attrgetter("start"))
    if below < len(note.cards) and note.cards[below].start == blank.end():
        return "write one"
    line = graph.vault.line(place.path, blank.start() + 1)
    return f"write one, or delete the empty line {line} if the text below it is the answer"


def _empty_colons(card: Card, place: Span) -> Finding:
    """Colons without any text, which may be marks of another plugin, such as those of slides."""
    if card.deck:
        message = "these colons are taken for a card: nothing stands on either side"
        group_message = "{count} times colons are taken for a card: nothing stands on either side"
        hint = "write both sides, or take this note out of its deck if it is to have no cards"
    else:
        message = "this card is empty: only its schedule makes it a card"
        group_message = "{count} cards are empty: only their schedules make them cards"
        hint = "write both sides, if it is meant as a card"
    return Finding(
        place, message, hint, group_message, Severity.WARNING if card.deck else Severity.INFO
    )
