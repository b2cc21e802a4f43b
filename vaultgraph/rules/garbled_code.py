"""The rule `garbled-code`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} card with garbled code", "{count:,} cards with garbled code"),
    on="card fault",
    of="garbled-code",
)
def garbled_code(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
    """Obsidian_to_Anki garbles code with a dollar sign in a flashcard.

    The plugin looks for formulas before it looks for code, so a `$` in code may begin one.  When it
    puts the code back, `$` before a backtick, a quote, `&` or another `$` is replaced by another
    part of the card.  Anki then shows a text that is not in the note.

    Bad::

        -- Heat.md --
        What does `$` match? #flashcard
        The end of a line.
        <!--ID: 1700000000001-->

    Good::

        -- Heat.md --
        What does `x$ ` match? #flashcard
        An x at the end of a line.
        <!--ID: 1700000000001-->

    When it is wrong to worry: prices, formulas and code without a dollar sign reach Anki as they
    are, and so does a dollar sign before a letter.

    Fine::

        -- Heat.md --
        What does `echo $HOME` cost? #flashcard
        About $5, not $7, and $x$ is a formula.
        <!--ID: 1700000000001-->
    """
    yield Finding(
        Span(note.path, fault.opens, fault.closes),
        say("Anki will not show this code as it is: the plugin mistakes its dollar sign"),
        say("write the dollar sign outside of the code, or name it in words"),
    )
