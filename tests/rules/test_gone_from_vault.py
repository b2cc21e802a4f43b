import pytest

from vaultgraph import VaultGraph, choose_rules, lint
from vaultgraph.anki import AnkiCard, AnkiNote, Collection
from vaultgraph.reports import lint_text
from vaultgraph.reports.report import Report

HEAT = """
    -- Heat.md --
    TARGET DECK: Physics

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1700000000001-->
    {more}
    -- Anki --
    1700000000001 in Physics: What is heat? | Energy on its way.
    1700000000002 in {deck}: What is <b>work</b>? | Force.
"""


def test_names_the_question_and_the_note_in_anki(findings):
    assert findings("gone-from-vault", HEAT.format(more="", deck="PHYSICS")) == [
        ".:1:1: Anki still has “What is work” (note 1700000000002), which is in no note of this vault"
    ]


def test_a_card_in_another_deck_is_not_of_this_vault(findings):
    assert findings("gone-from-vault", HEAT.format(more="", deck="Chemistry")) == []


@pytest.mark.parametrize("more", [
    "<!--ID: 1700000000002-->",
    "DELETE\n    ID: 1700000000002",
    "```\n    <!--ID: 1700000000002-->\n    ```",
    "id = 1700000000002",
])  # fmt: skip
def test_an_id_counts_wherever_it_is(findings, more):
    assert findings("gone-from-vault", HEAT.format(more=more, deck="Physics")) == []


def test_many_are_found_by_one_search_in_anki(vault):
    read = vault(
        "-- Heat.md --\nTARGET DECK: Physics\n\nWhat is heat? #flashcard\nEnergy.\n<!--ID: 1700000000001-->\n"
    )
    ids = range(1700000000001, 1700000000005 + 1)
    card = AnkiCard("Physics", 0, "new", is_suspended=False, is_due=False)
    notes = {number: AnkiNote(number, ("Q", "A"), ("Obsidian_to_Anki",), (card,)) for number in ids}
    graph = VaultGraph(read, anki=Collection("x.colpkg", notes, frozenset({"Physics"})))
    rules = choose_rules(["gone-from-vault"], anki=True)
    shown = "".join(lint_text.render(Report(graph, lint(graph, rules), rules)))
    assert (
        "warning: 4 notes in Anki are no longer in any note of this vault; search there for nid:1700000000002,1700000000003,1700000000004,1700000000005 [gone-from-vault]"
        in shown
    )
