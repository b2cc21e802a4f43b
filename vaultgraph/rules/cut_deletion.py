"""The rule `cut-deletion`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} cloze deletion cut short", "{count:,} cloze deletions cut short"),
    on="card fault",
    of="cut-deletion",
)
def cut_deletion(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
    r"""Two braces within a formula or code end a cloze deletion too early.

    Anki ends a deletion at the first `}}`.  The rest of the formula is then outside of it, and
    neither half is shown as a formula.

    Bad::

        -- Roots.md --
        START
        Cloze
        The root {{c1::$\frac{1}{\sqrt{x}}$}} is small.
        <!--ID: 1700000000001-->
        END

    Good::

        -- Roots.md --
        START
        Cloze
        The root {{c1::$\frac{1}{\sqrt{x} }$}} is small.
        <!--ID: 1700000000001-->
        END

    When it is wrong to worry: braces with a space between them are fine, and so are two that end a
    nested deletion, or a formula outside of any deletion.

    Fine::

        -- Roots.md --
        START
        Cloze
        Of $\sqrt{x_{1}}$ the {{c1::root is {{c2::small}}}}.
        <!--ID: 1700000000001-->
        END
    """
    yield Finding(
        Span(note.path, fault.opens, fault.closes),
        say("Anki ends the cloze deletion at the first two closing braces of this"),
        say("put a space between the two braces"),
    )
