"""The rule `unknown-note-type`."""

from collections.abc import Collection, Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import CardFault, Finding, Note, Place, Severity
from vaultgraph.rules import rule

_KINDS = {"block-type", "inline-type", "frozen-type"}


@rule(Severity.ERROR, skips_templates=True)
def unknown_note_type(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard names a note type that the plugin does not know.

    The first line below START must be a note type of Anki, letter by letter, and so must the
    brackets behind STARTI.  Otherwise the card is never added or updated; for STARTI and FROZEN the
    plugin even gives up the whole sync.

    Bad::

        -- Heat.md --
        STARTI What is heat? Back: Energy on its way. ENDI

    Good::

        -- Heat.md --
        STARTI [Basic] What is heat? Back: Energy on its way. ENDI
    """
    known = graph.vault.card_finder.settings.fields
    for fault in note.card_faults:
        if fault.kind in _KINDS:
            place = Place(note.path, fault.start, fault.end)
            yield Finding(place, _message(note, fault), _hint(fault, known))


def _message(note: Note, fault: CardFault) -> str:
    if fault.kind == "block-type":
        what = "no longer updated" if note.has_id(fault.start, fault.end) else "never added"
        return f"no note type is called “{fault.detail}”: this card is {what}"
    if not fault.detail:
        return "this card names no note type: the plugin stops its whole sync here"
    return f"no note type is called “{fault.detail}”: the plugin stops its whole sync here"


def _hint(fault: CardFault, known: Collection[str]) -> str:
    if not fault.detail:
        return "write one in brackets, such as [Basic]"
    if fault.detail != fault.detail.strip():
        return "delete the blanks around it"
    from difflib import get_close_matches

    near = get_close_matches(fault.detail, known, n=1)
    return f"did you mean {near[0]}?" if near else "name a note type that Anki has"
