"""The rule `unknown-note-type`."""

from collections.abc import Collection, Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import CardFault, Finding, Note, Place, Severity
from vaultgraph.rules import rule

_WHERE = {
    "block-type": "write it on the first line of the card, such as Basic",
    "inline-type": "write it in brackets, such as [Basic]; if this is no card, put a line break "
    "between the two words",
    "frozen-type": "write it before the colon, such as FROZEN - Basic:",
}


@rule(Severity.ERROR, skips_templates=True)
def unknown_note_type(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard names a note type that the plugin does not know.

    The first line below START must be a note type of Anki, letter by letter, and so must the
    brackets after STARTI.  Otherwise the card is never added or updated.  At a STARTI without
    brackets, in code or not, and at a FROZEN of an unknown type, the plugin stops its whole sync
    with an error, and no note of the vault is synced.

    Bad::

        -- Heat.md --
        STARTI What is heat? Back: Energy on its way. ENDI

    Good::

        -- Heat.md --
        STARTI [Basic] What is heat? Back: Energy on its way. ENDI

    When it is wrong to worry: if the plugin has left no settings in the vault, any note type may
    exist, and what is in code is an example.  The plugin learns the note types of Anki when it
    starts; one that was made since is in its settings only after Obsidian was restarted.

    Fine::

        -- Heat.md --
        Write `STARTI` and `ENDI` around a card.

        START
        A type of my own
        What is heat?
        Back: Energy on its way.
        END
    """
    known = graph.vault.card_finder.settings.fields
    for fault in note.card_faults:
        if fault.kind in _WHERE:
            place = Place(note.path, fault.start, fault.end)
            yield Finding(place, _message(note, fault), _hint(fault, known))


def _message(note: Note, fault: CardFault) -> str:
    stop = "the plugin stops its whole sync here"
    if fault.kind == "inline-type" and not fault.detail:
        return f"this card names no note type: {stop}"
    what = "no longer updated" if note.has_id(fault.start, fault.end) else "never added"
    effect = stop if fault.kind == "frozen-type" else f"this card is {what}"
    return f"no note type is called “{fault.detail}”: {effect}"


def _hint(fault: CardFault, known: Collection[str]) -> str:
    if not fault.detail.strip():
        return _WHERE[fault.kind]
    if fault.detail != fault.detail.strip():
        return "delete the spaces around it"
    from difflib import get_close_matches

    near = get_close_matches(fault.detail, known, n=1)
    return f"did you mean {near[0]}?" if near else "name a note type that Anki has"
