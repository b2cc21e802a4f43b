"""The rule `card-settings`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.model import DELIMITED_STYLES, Card, Finding, Severity, Span
from vaultgraph.reading import CARD_SETTINGS_FILE
from vaultgraph.rules import rule


@rule(Severity.WARNING, on="vault")
def card_settings(graph: VaultGraph) -> Iterator[Finding]:
    r"""The settings of Obsidian_to_Anki make no flashcards, or not the ones that are meant.

    Each group of an expression fills a field of its note type.  An expression without a group
    fills none, and Anki refuses every card; with more groups than fields, some text is lost.  At
    a card of a note type that the plugin does not know, it stops the whole sync.

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
    has only one.  An expression may find nothing yet, because its cards are still to be written;
    that is only an info.

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
            "the folder to scan is a file, so the plugin scans nothing",
            "name a folder in its settings, or none for the whole vault",
            Severity.ERROR,
        )
    written_out = {card.note_type for _, card in graph.cards if card.style in DELIMITED_STYLES}
    first = _first_cards(graph, {kind for kind, groups in finder.expressions if groups})
    for kind, groups in finder.expressions:
        if not groups and ("Cloze" in kind or kind in written_out):
            makes = "no card" if "Cloze" in kind else "empty cards, which Anki refuses"
            message = f"the expression for {kind} has no group, so it makes {makes}"
            hint = "leave it empty, if these cards are written between START and END"
            yield _finding(message, hint, Severity.INFO)
            continue
        yield from _of_expression(
            kind, groups, finder.settings.fields.get(kind, ()), first.get(kind)
        )
        if groups and kind not in first and kind not in finder.slow:
            yield _finds_nothing(graph, kind)
    known = finder.settings.fields
    for kind in (kind for kind in first if known and kind not in known):
        yield _finding(
            f"no note type is called {kind}: the plugin stops its whole sync at its first card",
            "remove its expression, or let the plugin read the note types of Anki again",
            Severity.ERROR,
        )


def _finds_nothing(graph: VaultGraph, kind: str) -> Finding:
    """What to know of the expression for *kind*, which finds no card."""
    patterns = graph.vault.card_finder.settings.patterns
    mine = dict(patterns)[kind]
    earlier = next((name for name, pattern in patterns if pattern == mine), kind)
    if earlier != kind:
        message = f"the expression for {kind} is that of {earlier}, which takes all its cards"
        return _finding(message, "leave one of the two empty", Severity.INFO)
    message = f"the expression for {kind} finds no card in this vault"
    hint = "compare it with how your cards are written"
    has_lost = not graph.intended_cards and any(
        not graph.vault.is_template(note.path) for note in graph.notes_with("card_ids")
    )
    if has_lost:
        message += ", though notes have IDs of cards"
    return _finding(message, hint, None if has_lost else Severity.INFO)


def _first_cards(graph: VaultGraph, kinds: set[str]) -> dict[str, Card]:
    """The first card of each note type of *kinds* that an expression finds."""
    first: dict[str, Card] = {}
    for _, card in graph.cards if kinds else ():
        if card.is_found_by_expression and card.note_type in kinds:
            first.setdefault(card.note_type, card)
            if len(first) == len(kinds):
                break
    return first


def _of_expression(
    kind: str, groups: int, names: Sequence[str], card: Card | None
) -> Iterator[Finding]:
    """Yield what is wrong with the *groups* of the expression for *kind*, which finds *card*.

    *names* are the fields of the note type, none if they are not known.
    """
    if not groups:
        message = f"the expression for {kind} has no group, so Anki refuses all its cards as empty"
        yield _finding(message, "put question and answer in parentheses", Severity.ERROR)
    elif names and groups > len(names):
        lost = f"the text of group {len(names) + 1} is lost"
        message = f"the expression for {kind} has {groups} groups, but {len(names)} fields: {lost}"
        yield _finding(message, "begin a group with (?: if it is not a field")
    elif groups == 1 < len(names) and card and not card.is_cloze:
        message = f"the expression for {kind} has one group, so its cards have no answer"
        yield _finding(message, "put the answer in parentheses too")


def _finding(message: str, hint: str, severity: Severity | None = None) -> Finding:
    return Finding(Span(CARD_SETTINGS_FILE), message, hint, severity=severity)
