"""The rule `swallowed-card`."""

from collections.abc import Iterator
from itertools import groupby

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say, say_count
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.reading.note import fixed_place
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} card inside code or math", "{count:,} cards inside code or math"),
    on="note",
    of="card_faults",
)
def swallowed_card(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard is between two code or math delimiters, so the plugin does not see it.

    For Obsidian_to_Anki, a single backtick or dollar sign opens code or math that runs on to the
    next one, across empty lines and whole cards.  Two prices on a page are enough.

    Bad::

        -- Heat.md --
        A heater for $20 a year.

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        A better one costs 5$ more.

    Good::

        -- Heat.md --
        A heater for 20 dollars a year.

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        A better one costs 5$ more.

    When it is wrong to worry: a card in a fence is meant as an example, and cards between START
    and END are read wherever they are.  A formula or code within one paragraph hides nothing.

    Fine::

        -- Heat.md --
        For $20 a year.

        ```
        What is heat? #flashcard
        Energy on its way.
        ```

        START
        Basic
        What is heat?
        Back: Energy on its way.
        END

        What is $Q$, and what is `q`? #flashcard
        Heat, $mc (T_2 - T_1)$.

        It costs 5$ more.
    """
    finder = graph.vault.card_finder
    faults = [fault for fault in note.card_faults if fault.kind == "swallowed"]
    for _, (fault, *others) in groupby(faults, key=lambda fault: fault.opens):
        first, last = (
            graph.vault.line(note.path, offset) for offset in (fault.opens, fault.closes)
        )
        # Where ordinary notes match an expression too, it may not be a card at all.
        is_plausible_only = finder.finds_unmarked and not (
            note.parsed.card_ids or note.path in finder.settings.hashes
        )
        severity = Severity.INFO if is_plausible_only else None
        count = len(others) + 1
        yield Finding(
            Span(note.path, fault.start, fault.end),
            _message(fault.detail, first, last, count),
            _hint(graph, note, fault, count),
            severity=severity,
        )


def _message(mark: str, first: int, last: int, count: int) -> Message:
    """That *count* cards are between the marks on the lines *first* and *last*."""
    if mark == "$":
        return say_count(
            "math opened on line {first} runs to line {last} and hides this card",
            "math opened on line {first} runs to line {last} and hides {count:,} cards, "
            "starting with this one",
            count,
            first=first,
            last=last,
        )
    return say_count(
        "code opened on line {first} runs to line {last} and hides this card",
        "code opened on line {first} runs to line {last} and hides {count:,} cards, "
        "starting with this one",
        count,
        first=first,
        last=last,
    )


def _hint(graph: VaultGraph, note: Note, fault: CardFault, count: int) -> Message:
    """What to do about the unpaired mark that hides *count* cards.

    In code or in a property it has to stay.
    """
    text, mark = graph.vault.text(note.path), fault.detail
    line = graph.vault.line(note.path, fault.unpaired)
    words = graph.vault.card_finder.settings.words
    where = fixed_place(text, fault.unpaired)
    if where == "property":
        return say_count(
            "the {mark} on line {line} is part of a property: "
            "write the card between {begin} and {end}",
            "the {mark} on line {line} is part of a property: "
            "write these cards between {begin} and {end}",
            count,
            mark=mark,
            line=line,
            begin=words.begin_note,
            end=words.end_note,
        )
    if where:
        return say_count(
            "the {mark} on line {line} is part of code: write the card between {begin} and {end}",
            "the {mark} on line {line} is part of code: "
            "write these cards between {begin} and {end}",
            count,
            mark=mark,
            line=line,
            begin=words.begin_note,
            end=words.end_note,
        )
    if mark == "$" and text[fault.unpaired + 1 : fault.unpaired + 2].isdigit():
        return say(
            "the $ on line {line} is unpaired: "
            "write the currency in words, or close it if it is math",
            line=line,
        )
    return say("the {mark} on line {line} is unpaired: close it or remove it", mark=mark, line=line)
