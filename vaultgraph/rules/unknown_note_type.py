"""The rule `unknown-note-type`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_WHERE = {
    "block-type": "write it on the first line of the card, such as Basic",
    "inline-type": "write it in brackets, such as [Basic]; if this is no card, put a line break "
    "between the two words",
    "frozen-type": "write it before the colon, such as FROZEN - Basic:",
}


@rule(Severity.ERROR, on="note", of="card_faults", skips_templates=True)
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
    faults = [fault for fault in note.card_faults if fault.kind in _WHERE]
    usual = _usual_type(graph, note) if faults else ""
    for fault in faults:
        place = Span(note.path, fault.start, fault.end)
        yield Finding(place, _message(note, fault), _hint(graph, note, fault, usual))


def _message(note: Note, fault: CardFault) -> str:
    stop = "the plugin stops its whole sync here"
    if fault.kind == "inline-type" and not fault.detail:
        return f"this card names no note type: {stop}"
    what = "no longer updated" if note.has_id(fault.start, fault.end) else "never added"
    effect = stop if fault.kind == "frozen-type" else f"this card is {what}"
    return f"no note type is called “{fault.detail}”: {effect}"


def _hint(graph: VaultGraph, note: Note, fault: CardFault, usual: str) -> str:
    """What to write; never over a line, or brackets, that may be part of the question.

    *usual* is a note type that there is.
    """
    known = graph.vault.card_finder.settings.fields
    bare = fault.detail.strip()
    if not bare:
        return _WHERE[fault.kind]
    if bare != fault.detail and (bare in known or not known):
        return "delete the spaces around it"
    if fault.kind == "inline-type" and _is_within_question(graph, note, fault):
        return f"write a note type in brackets before the question, such as [{usual}]"
    from difflib import get_close_matches

    near = [] if bare.endswith("?") else get_close_matches(bare, known, n=1)
    if near or fault.kind != "block-type":
        return f"did you mean {near[0]}?" if near else "name a note type that Anki has"
    above = f"write the note type on a line above it, such as {usual}"
    return (
        above
        if _is_question(graph, note, fault)
        else f"if it is the question, {above}; if not, name one of Anki's"
    )


def _is_within_question(graph: VaultGraph, note: Note, fault: CardFault) -> bool:
    """Whether the brackets of an inline card are behind some text."""
    text = graph.vault.text(note.path)[fault.start : fault.end]
    before = text.partition(f"[{fault.detail}]")[0]
    return before.strip() != graph.vault.card_finder.settings.words.begin_inline


def _is_question(graph: VaultGraph, note: Note, fault: CardFault) -> bool:
    """Whether what is read as a note type asks, or has a field below it that is not the first."""
    if fault.detail.rstrip().endswith("?"):
        return True
    text = graph.vault.text(note.path)[fault.start : fault.end]
    below = text.partition(f"\n{fault.detail}")[2].lstrip()
    types = graph.vault.card_finder.settings.fields.values()
    return any(below.startswith(f"{name}:") for fields in types for name in fields[1:])


def _usual_type(graph: VaultGraph, note: Note) -> str:
    """The note type of most cards of *note*; one that the plugin knows if it has no cards."""
    known = graph.vault.card_finder.settings.fields
    types = Counter(card.note_type for card in note.cards if card.note_type in known)
    names = [name for name, _ in types.most_common(1)]
    return next(iter(names or known)) if names or (known and "Basic" not in known) else "Basic"
