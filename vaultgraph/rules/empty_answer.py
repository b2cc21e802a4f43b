"""The rule `empty-answer`."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
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

_EMPTY_LINE = lazy_re(r"\n[ \t]*\n(?=[^\s<#])")


@rule(
    Severity.ERROR,
    plural("{count:,} card without an answer", "{count:,} cards without an answer"),
    on="card",
    skips_templates=True,
)
def empty_answer(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """A flashcard has no answer.

    Anki accepts it and shows an empty back; if the question is empty too, Anki refuses it.  A card
    that is not scheduled yet may be unfinished: that is a warning.

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
    note type with a single field.  If the second field is empty and another is not, the note type
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
            say("this card has no answer"),
            _suggest_answer(graph, card, place),
            "" if is_known else say("{count:,} cards have no answer yet"),
            None if is_known else Severity.WARNING,
        )
    if card.plugin == SPACED_REPETITION:
        return _empty_colons(card, place)
    if card.id:
        return Finding(place, say("this card has neither question nor answer"), say("write both"))
    message = say("this card has neither question nor answer, so Anki refuses it")
    return Finding(place, message, say("write both, or delete it"))


def _suggest_answer(graph: VaultGraph, card: Card, place: Span) -> str:
    """What to do about *card*, at *place*, whose answer may be below an empty line."""
    note, text = graph.vault.notes[place.path], graph.vault.text(place.path)
    end = max(card.end, card.id_start)
    empty_line = _EMPTY_LINE.match(text, end - text.startswith("\n", end - 1))
    if card.style in DELIMITED_STYLES or not empty_line:
        return say("write one")
    below = bisect_left(note.cards, empty_line.end(), key=attrgetter("start"))
    if below < len(note.cards) and note.cards[below].start == empty_line.end():
        return say("write one")
    line = graph.vault.line(place.path, empty_line.start() + 1)
    return say(
        "write one, or delete the empty line {line} if the text below it is the answer", line=line
    )


def _empty_colons(card: Card, place: Span) -> Finding:
    """Colons without any text, which may be markup of another plugin, such as that of slides."""
    if card.deck:
        message = say("these colons are read as a card with nothing on either side")
        group_message = say("{count:,} times colons are read as a card with nothing on either side")
        hint = say("write both sides, or remove this note from its deck if it should have no cards")
    else:
        message = say("this card is empty: only its schedule makes it a card")
        group_message = say("{count:,} cards are empty: only their schedules make them cards")
        hint = say("write both sides if it is meant as a card")
    return Finding(
        place, message, hint, group_message, Severity.WARNING if card.deck else Severity.INFO
    )
