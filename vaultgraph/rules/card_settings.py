"""The rule `card-settings`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say, say_count
from vaultgraph.model import DELIMITED_STYLES, Card, Finding, Severity, Span
from vaultgraph.reading import CARD_SETTINGS_FILE
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural("{count:,} doubtful setting of cards", "{count:,} doubtful settings of cards"),
    on="vault",
)
def card_settings(graph: VaultGraph) -> Iterator[Finding]:
    r"""The settings of Obsidian_to_Anki find no flashcards, or not the intended ones.

    Each group of an expression fills a field of its note type.  An expression without a group
    fills none, and Anki refuses every card; with more groups than fields, some text is lost.  A
    card of a note type that the plugin does not know stops the whole sync.

    Bad::

        -- Heat.md --
        **Heat** : energy on its way
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"CUSTOM_REGEXPS": {"Basic": "\\*\\*.+ : .+"}},
        "fields_dict": {"Basic": ["Front", "Back"]}}

    Good::

        -- Heat.md --
        **Heat** : energy on its way
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"CUSTOM_REGEXPS": {"Basic": "\\*\\*(.+) : (.+)"}},
        "fields_dict": {"Basic": ["Front", "Back"]}}

    When it is wrong to worry: fields that no group fills may be meant to stay empty, and a cloze
    has only one.  An expression may find nothing yet because its cards are still to be written;
    that is only information.

    Fine::

        -- Heat.md --
        **Heat** : energy on its way

        Heat is {{c1::energy}}.
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"CUSTOM_REGEXPS": {"Basic": "\\*\\*(.+) : (.+)", "Gap": "^(.*\\{\\{c.*)$"}},
        "fields_dict": {"Basic": ["Front", "Back", "Source"], "Gap": ["Text", "Extra"]}}
    """
    finder = graph.vault.card_finder
    if not finder.settings.found or finder.settings.is_chosen:
        return
    if finder.settings.is_scanning_a_file:
        yield _finding(
            say("the folder to scan is a file, so the plugin scans nothing"),
            say("name a folder in its settings, or none for the whole vault"),
            Severity.ERROR,
        )
    has_empty = any(not groups for _, groups in finder.expressions)
    delimited = {
        card.note_type
        for _, card in (graph.cards if has_empty else ())
        if card.style in DELIMITED_STYLES
    }
    first = _first_cards(graph, {name for name, groups in finder.expressions if groups})
    fields = finder.settings.fields
    for note_type, groups in finder.expressions:
        if not groups and ("Cloze" in note_type or note_type in delimited):
            yield _has_no_group(note_type)
            continue
        yield from _check_groups(note_type, groups, fields.get(note_type, ()), first.get(note_type))
        if groups and note_type not in first and note_type not in finder.slow:
            yield _finds_nothing(graph, note_type)
    for note_type in first:
        if fields and note_type not in fields:
            yield _finding(
                say(
                    "no note type is called {note_type}: the plugin stops its whole sync at its"
                    " first card",
                    note_type=note_type,
                ),
                say("remove its expression, or let the plugin read Anki's note types again"),
                Severity.ERROR,
            )


def _has_no_group(note_type: str) -> Finding:
    """The finding about an expression without a group for cards that are written another way."""
    message = (
        say("the expression for {note_type} has no group, so it finds no card", note_type=note_type)
        if "Cloze" in note_type
        else say(
            "the expression for {note_type} has no group, so it makes empty cards, which Anki"
            " refuses",
            note_type=note_type,
        )
    )
    hint = say("leave it empty if these cards are written between START and END")
    return _finding(message, hint, Severity.INFO)


def _finds_nothing(graph: VaultGraph, note_type: str) -> Finding:
    """The finding about the expression for *note_type*, which finds no card."""
    patterns = graph.vault.card_finder.settings.patterns
    pattern = dict(patterns)[note_type]
    earlier = next((name for name, other in patterns if other == pattern), note_type)
    if earlier != note_type:
        message = say(
            "the expression for {note_type} is the same as that for {other}, which takes all its"
            " cards",
            note_type=note_type,
            other=earlier,
        )
        return _finding(message, say("leave one of the two empty"), Severity.INFO)
    hint = say("compare it with how your cards are written")
    has_lost = not graph.intended_cards and any(
        not graph.vault.is_template(note.path) for note in graph.notes_with("card_ids")
    )
    if has_lost:
        message = say(
            "the expression for {note_type} finds no card in this vault, though notes have card"
            " IDs",
            note_type=note_type,
        )
        return _finding(message, hint)
    message = say("the expression for {note_type} finds no card in this vault", note_type=note_type)
    return _finding(message, hint, Severity.INFO)


def _first_cards(graph: VaultGraph, note_types: set[str]) -> dict[str, Card]:
    """The first card of each of *note_types* that an expression finds."""
    first: dict[str, Card] = {}
    for _, card in graph.cards if note_types else ():
        if card.is_found_by_expression and card.note_type in note_types:
            first.setdefault(card.note_type, card)
            if len(first) == len(note_types):
                break
    return first


def _check_groups(
    note_type: str, groups: int, fields: Sequence[str], card: Card | None
) -> Iterator[Finding]:
    """Yield what is wrong with the number of *groups* of an expression, which finds *card*.

    Its *note_type* has these *fields*, none if they are not known.
    """
    if not groups:
        message = say(
            "the expression for {note_type} has no group, so Anki refuses all its cards as empty",
            note_type=note_type,
        )
        yield _finding(message, say("put question and answer in parentheses"), Severity.ERROR)
    elif fields and groups > len(fields):
        message = say_count(
            "the expression for {note_type} has {groups} groups, but the note type has {count:,}"
            " field: the text of group {lost} is lost",
            "the expression for {note_type} has {groups} groups, but the note type has {count:,}"
            " fields: the text of group {lost} is lost",
            len(fields),
            note_type=note_type,
            groups=groups,
            lost=len(fields) + 1,
        )
        yield _finding(message, say("begin a group with (?: if it is not a field"))
    elif groups == 1 < len(fields) and card and not card.is_cloze:
        message = say(
            "the expression for {note_type} has one group, so its cards have no answer",
            note_type=note_type,
        )
        yield _finding(message, say("put the answer in parentheses too"))


def _finding(message: Message, hint: Message, severity: Severity | None = None) -> Finding:
    return Finding(Span(CARD_SETTINGS_FILE), message, hint, severity=severity)
