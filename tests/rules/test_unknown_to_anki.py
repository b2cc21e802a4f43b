import pytest

from vaultgraph import VaultGraph, choose_rules, lint
from vaultgraph.anki import Collection
from vaultgraph.errors import UsageError

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
