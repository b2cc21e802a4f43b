"""The rule `swallowed-card`."""

from collections.abc import Iterator
from itertools import groupby

from vaultgraph.graph import VaultGraph
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.reading.note import fixed_place
from vaultgraph.rules import rule


@rule(Severity.ERROR, on="note", of="card_faults")
def swallowed_card(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard lies between two marks of code or maths, so the plugin does not see it.

    A single backtick or dollar sign opens code or maths for Obsidian_to_Anki, and that runs on to
    the next one, over empty lines and whole cards.  Two prices on a page are enough.

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
    and END are read wherever they are.  A formula or code within one paragraph swallows nothing.

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
        # What ordinary notes have too may be no card at all.
        is_plausible_only = finder.finds_unmarked and not (
            note.parsed.card_ids or note.path in finder.settings.hashes
        )
        severity = Severity.INFO if is_plausible_only else None
        what = "maths" if fault.detail == "$" else "code"
        cards = f"{len(others) + 1} cards, this one first" if others else "this card"
        yield Finding(
            Span(note.path, fault.start, fault.end),
            f"{what} from line {first} to line {last} swallows {cards}",
            _hint(graph, note, fault, "these cards" if others else "the card"),
            severity=severity,
        )


def _hint(graph: VaultGraph, note: Note, fault: CardFault, cards: str) -> str:
    """What to do about the mark that has no partner; in code or a property it has to stay."""
    text, mark = graph.vault.text(note.path), fault.detail
    line = graph.vault.line(note.path, fault.unpaired)
    if where := fixed_place(text, fault.unpaired):
        words = graph.vault.card_finder.settings.words
        between = f"between {words.begin_note} and {words.end_note}"
        return f"the {mark} in line {line} is part of {where}: write {cards} {between}"
    unpaired = f"a {mark} in line {line} has no partner there"
    if mark == "$" and text[fault.unpaired + 1 : fault.unpaired + 2].isdigit():
        return f"{unpaired}: write the currency in words, or close it if it is math"
    return f"{unpaired}: close it, or remove it"
