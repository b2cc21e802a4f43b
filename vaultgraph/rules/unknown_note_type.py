"""The rule `unknown-note-type`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, did_you_mean, plural, say
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_WHERE = {
    "block-type": say("write it on the first line of the card, such as Basic"),
    "inline-type": say(
        "write it in brackets, such as [Basic]; "
        "if this is not a card, put a line break between the two words"
    ),
    "frozen-type": say("write it before the colon, such as FROZEN - Basic:"),
}


@rule(
    Severity.ERROR,
    plural("{count:,} card of an unknown note type", "{count:,} cards of an unknown note type"),
    on="note",
    of="card_faults",
    skips_templates=True,
)
def unknown_note_type(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard names a note type that the plugin does not know.

    The first line below START must be exactly the name of a note type in Anki, and so must the
    text in brackets after STARTI.  Otherwise the card is never added or updated.  At a STARTI
    without brackets, in code or not, and at a FROZEN of an unknown type, the plugin aborts the
    whole sync with an error, and no note of the vault is synced.

    Bad::

        -- Heat.md --
        STARTI What is heat? Back: Energy on its way. ENDI

    Good::

        -- Heat.md --
        STARTI [Basic] What is heat? Back: Energy on its way. ENDI

    When it is wrong to worry: if the plugin has left no settings in the vault, any note type may
    exist, and text in code is an example.  The plugin reads the note types of Anki when it starts;
    one that was created since is in its settings only after Obsidian is restarted.

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


def _message(note: Note, fault: CardFault) -> Message:
    name = fault.detail
    if fault.kind == "inline-type" and not name:
        return say("this card names no note type: the plugin aborts the whole sync here")
    if fault.kind == "frozen-type":
        return say(
            "no note type is called “{name}”: the plugin aborts the whole sync here", name=name
        )
    if note.has_id(fault.start, fault.end):
        return say("no note type is called “{name}”: this card is no longer updated", name=name)
    return say("no note type is called “{name}”: this card is never added", name=name)


def _hint(graph: VaultGraph, note: Note, fault: CardFault, usual: str) -> Message:
    """What to write, but never in place of a line or brackets that may be part of the question.

    *usual* is an existing note type.
    """
    known = graph.vault.card_finder.settings.fields
    bare = fault.detail.strip()
    if not bare:
        return _WHERE[fault.kind]
    if bare != fault.detail and (bare in known or not known):
        return say("delete the spaces around it")
    if fault.kind == "inline-type" and _is_within_question(graph, note, fault):
        return say(
            "write a note type in brackets before the question, such as [{note_type}]",
            note_type=usual,
        )
    return _hint_on_name(graph, note, fault, usual)


def _hint_on_name(graph: VaultGraph, note: Note, fault: CardFault, usual: str) -> Message:
    """What to do about a name that is not a note type, and not for its spaces."""
    from difflib import get_close_matches

    known, bare = graph.vault.card_finder.settings.fields, fault.detail.strip()
    if similar := [] if bare.endswith("?") else get_close_matches(bare, known, n=1):
        return did_you_mean(similar)
    if fault.kind != "block-type":
        return say("name a note type that exists in Anki")
    if _is_question(graph, note, fault):
        return say("write the note type on a line above it, such as {note_type}", note_type=usual)
    return say(
        "if it is the question, write the note type on a line above it, such as {note_type}; "
        "if not, name a note type that exists in Anki",
        note_type=usual,
    )


def _is_within_question(graph: VaultGraph, note: Note, fault: CardFault) -> bool:
    """Whether the brackets of an inline card are behind some text."""
    text = graph.vault.text(note.path)[fault.start : fault.end]
    before = text.partition(f"[{fault.detail}]")[0]
    return before.strip() != graph.vault.card_finder.settings.words.begin_inline


def _is_question(graph: VaultGraph, note: Note, fault: CardFault) -> bool:
    """Whether the line read as a note type ends in `?`, or any field but the first is below it."""
    if fault.detail.rstrip().endswith("?"):
        return True
    text = graph.vault.text(note.path)[fault.start : fault.end]
    below = text.partition(f"\n{fault.detail}")[2].lstrip()
    types = graph.vault.card_finder.settings.fields.values()
    return any(below.startswith(f"{name}:") for fields in types for name in fields[1:])


def _usual_type(graph: VaultGraph, note: Note) -> str:
    """The note type of most cards of *note*; any that the plugin knows if it has no cards."""
    known = graph.vault.card_finder.settings.fields
    types = Counter(card.note_type for card in note.cards if card.note_type in known)
    names = [name for name, _ in types.most_common(1)]
    return next(iter(names or known)) if names or (known and "Basic" not in known) else "Basic"
