import pytest

from vaultgraph import VaultGraph, choose_rules, lint
from vaultgraph.anki import AnkiNote, Collection
from vaultgraph.errors import UsageError
from vaultgraph.linting.fixing import plan_fixes
from vaultgraph.reading.cards import CardFinder, Flashcards
from vaultgraph.reading.cards.obsidian_to_anki import CardSettings
from vaultgraph.reading.note import parse_note


def parse(text):
    return parse_note("Heat.md", text, (), Flashcards(CardFinder(CardSettings())))


HEAT = """
    -- Heat.md --
    TARGET DECK: Physics

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1700000000001-->
"""
ELSEWHERE = "    -- Anki --\n    1700000000002: What is work? | Force."


def test_points_at_the_id(findings):
    assert findings("unknown-to-anki", HEAT + ELSEWHERE) == [
        "Heat.md:5:9: Anki has no note 1700000000001: this card is never shown"
    ]


def test_a_card_without_an_id_is_reported_by_another_rule(findings):
    assert (
        findings("unknown-to-anki", HEAT.replace("<!--ID: 1700000000001-->", "") + ELSEWHERE) == []
    )


@pytest.mark.parametrize(("source", "decks", "number"), [
    ("x.apkg", {"Chemistry"}, 0),
    ("x.apkg", {"physics"}, 1),
    ("x.colpkg", {"Chemistry"}, 1),
    ("connect", {"Chemistry"}, 1),
])  # fmt: skip
def test_cards_of_decks_that_a_package_lacks_are_not_reported(vault, source, decks, number):
    graph = VaultGraph(vault(HEAT), anki=Collection(source, {}, frozenset(decks)))
    assert len(lint(graph, choose_rules(["unknown-to-anki"], anki=True))) == number


def test_cards_of_other_plugins_have_no_note(findings):
    text = "-- Heat.md --\nWhat is heat? #card\nEnergy.\n^1638982929779\n-- Anki --\n1: a"
    assert findings("unknown-to-anki", text) == []


def test_without_anki_it_can_be_ignored_but_not_selected():
    with pytest.raises(UsageError, match="unknown-to-anki compares the vault with Anki"):
        choose_rules(["unknown-to-anki"])
    assert choose_rules(ignore=["unknown-to-anki"])
    assert not any(rule.needs_anki for rule in choose_rules())


KNOWN = "".join(
    f"\n\nWhat is known {n}? #flashcard\nAll of it, {n}.\n<!--ID: {n}-->"
    for n in (1700000000011, 1700000000012)
)
IN_ANKI = [1700000000011, 1700000000012]


def without_ids(vault, text, known=IN_ANKI):
    """The text of a note without the IDs that a collection with the notes *known* lacks."""
    read = vault("-- Other.md --\nText.\n", {"Heat.md": text.encode()})
    notes = {number: AnkiNote(number, ("Q", "A"), (), ()) for number in known}
    graph = VaultGraph(read, anki=Collection("x.colpkg", notes, frozenset({"Default"})))
    found = lint(graph, choose_rules(["unknown-to-anki"], anki=True))
    [*planned] = plan_fixes(graph, found, unsafe=True)
    assert plan_fixes(graph, found) == []
    return planned[0].after if planned else text


def cards(text):
    return [(card.question, card.answer, card.note_type) for card in parse(text).cards]


@pytest.mark.parametrize(("before", "after"), [
    ("What is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\n", "What is heat? #flashcard\nEnergy.\n"),
    ("What is heat? #flashcard\nEnergy.\nID: 1700000000001", "What is heat? #flashcard\nEnergy."),
    ("What is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\nMore about it.\n",
     "What is heat? #flashcard\nEnergy.\n\nMore about it.\n"),
    ("START\nBasic\nWhat is heat?\nBack: Energy.\n<!--ID: 1700000000001-->\nEND\n",
     "START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n"),
    ("STARTI [Basic] What is heat? Back: Energy. <!--ID: 1700000000001--> ENDI\n",
     "STARTI [Basic] What is heat? Back: Energy. ENDI\n"),
])  # fmt: skip
def test_the_fix_removes_the_mark_and_nothing_else(vault, before, after):
    assert without_ids(vault, before + KNOWN) == after + KNOWN
    assert cards(before) == cards(after)


@pytest.mark.parametrize(("before", "known"), [
    ("What is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\n", [1700000000011]),
    ("What is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\n", []),
    ("What is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\n\nQuoted:\n<!--ID: 1700000000001-->\n", IN_ANKI),
])  # fmt: skip
def test_without_proof_no_id_is_removed(vault, before, known):
    """The collection lacks half of the cards, as that of another profile does; or the ID is quoted."""
    text = before + KNOWN
    assert without_ids(vault, text, known) == text
