"""The rule `crlf-card-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.reading import LastSync
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def crlf_card_note(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    r"""A note with flashcards has Windows line ends, so the plugin does not see them.

    Its expressions end a line at `\n` alone.  Git may have changed the line ends on checkout.  If
    the note is in order here, but had such line ends where it was last synced, that is a warning.

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
            message = f"Windows line ends hide {_cards(int(fault.detail))} from the plugin"
            yield Finding(Place(note.path), message, "save it with Unix line ends (LF)")
            return
    if note.record.cards and graph.vault.last_sync(note.path) is LastSync.WINDOWS:
        finder = graph.vault.card_finder
        hidden = finder.hidden_by_windows(note.path, graph.vault.text(note.path))
        yield Finding(
            Place(note.path),
            f"Windows line ends hid {_cards(hidden)} from the plugin at the last sync",
            "if git wrote them, put `* text eol=lf` into .gitattributes where you sync",
            "Windows line ends hid the cards of {count} notes from the plugin at the last sync",
            Severity.WARNING,
        )


def _cards(number: int) -> str:
    return "its card" if number == 1 else f"{number} of its cards"
