"""Is the vault ready to study from?"""

import pytest

from vaultgraph import audit

READY = """
    -- A.md --
    TARGET DECK: Physics
    Relações: [[B]]

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1-->
    -- B.md --
    TARGET DECK: Physics

    What does it look like? #flashcard
    ![[x.svg]]
    <!--ID: 2-->
    -- x.svg --
    <svg/>
    """


def test_cards_with_ids_and_images_are_ready(graph):
    found = audit(graph(READY))
    assert found.ready
    assert (found.cards, found.ids, found.notes_with_cards) == (2, 2, 2)
    assert [tuple(deck) for deck in found.decks] == [("Physics", 2, 2, 0, 1)]
    assert [step.name for step in found.order] == ["A", "B"]


@pytest.mark.parametrize(("sound", "broken", "rule"), [
    ("<!--ID: 1-->", "", "card-without-id"),
    ("<!--ID: 1-->", "<!--ID: 2-->", "duplicate-card-id"),
    ("![[x.svg]]", "![[y.svg]]", "broken-image"),
    ("<svg/>", "", "corrupt-image"),
    ("What is heat? #flashcard", "What is heat?#flashcard", "dead-card-marker"),
    ("-- x.svg --", "-- Board.canvas --\n    [\n    -- x.svg --", "unreadable-note"),
])  # fmt: skip
def test_one_fault_in_a_card_is_enough(graph, sound, broken, rule):
    found = audit(graph(READY.replace(sound, broken)))
    assert not found.ready
    assert {blocker.rule for blocker in found.blockers} == {rule}


def test_a_broken_image_outside_the_cards_blocks_nothing(graph):
    assert audit(graph(READY.replace("Relações: [[B]]", "![[gone.png]]"))).ready


def test_a_vault_without_cards_is_not_ready(graph):
    assert not audit(graph("-- A.md --\n[[B]]\n-- B.md --")).ready


def test_says_what_is_related_but_never_asked(graph):
    found = audit(graph(READY + "-- C.md --\n    Relações: [[D]], [[E]]\n    -- D.md --\n"))
    assert found.uncovered == ("D.md",)
    assert found.missing == (("E", 1),)


def test_a_cloze_is_no_card_with_only_an_image(graph):
    (deck,) = audit(graph("-- A.md --\nSTART\nCloze\nHeat is {{c1::energy}}.\nEND")).decks
    assert deck.image_only == 0
