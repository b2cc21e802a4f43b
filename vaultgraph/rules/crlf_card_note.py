"""The rule `crlf-card-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def crlf_card_note(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    r"""A note with flashcards has Windows line ends, so the plugin does not see them.

    Its expressions end a line at `\n` alone.  Git may have changed the line ends on checkout.

    Bad::

        -- Heat.md --
        What is heat? #flashcard\r
        Energy on its way.\r

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
    """
    for fault in note.card_faults:
        if fault.kind == "crlf":
            cards = "its card" if fault.detail == "1" else f"{fault.detail} of its cards"
            message = f"Windows line ends hide {cards} from the plugin"
            yield Finding(Place(note.path), message, "save it with Unix line ends (LF)")
