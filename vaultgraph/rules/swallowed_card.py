"""The rule `swallowed-card`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.reading import Lines
from vaultgraph.rules import rule


@rule(Severity.ERROR)
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
    """
    faults = [fault for fault in note.card_faults if fault.kind == "swallowed"]
    lines = Lines(graph.vault.text(note.path) if faults else "")
    for fault in faults:
        first, last = (lines.position(offset)[0] for offset in (fault.opens, fault.closes))
        what = "maths" if fault.detail == "$" else "code"
        yield Finding(
            Place(note.path, fault.start, fault.end),
            f"{what} from line {first} to line {last} swallows this card",
            f"the plugin pairs the {fault.detail} in line {first} with the one in line {last}: "
            "remove either",
        )
