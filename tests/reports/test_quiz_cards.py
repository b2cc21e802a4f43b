"""What the cards of a quiz ask and answer."""

import pytest

from vaultgraph import AnkiCard, AnkiNote, Collection, Memory, VaultGraph, audit
from vaultgraph.reports.card_markup import card_markup
from vaultgraph.reports.quiz_cards import Images, quiz_cards

VAULT = """
    -- B.md --
    Leva a: [[A]]

    What is b? #flashcard
    This
    <!--ID: 1-->
    -- A.md --
    What is a? #flashcard
    ![[x.png]]
    <!--ID: 2-->
"""


@pytest.fixture
def asked(graph):
    """The cards of a vault: question and answer as HTML."""

    def ask(text, **files):
        images = Images(found := audit(graph(text, **files)))
        cards = quiz_cards(found, images)
        names = {number: path for path, number in images.numbers.items()}
        return [(card_markup(c.question, names), card_markup(c.answer, names)) for c in cards]

    return ask


def test_cards_are_in_study_order_with_their_images(asked):
    assert asked(VAULT, files={"x.png": b"x"}) == [
        ("What is b?", "This"),
        ("What is a?", '<img data-image="0" alt="x.png">'),
    ]


def test_each_number_of_a_cloze_is_asked_for_itself(asked):
    cloze = "START\nCloze\n{}\nEND\n".format("The {{c1::sun}} and the {{c2::moon::at night}}")
    assert asked(f"-- A.md --\n{cloze}") == [
        ("The […] and the moon", "The <mark>sun</mark> and the moon"),
        ("The sun and the [at night]", "The sun and the <mark>moon</mark>"),
    ]


def test_a_reversed_card_is_asked_in_both_directions(asked):
    block = "START\nBasic (and reversed card)\nsun\nBack: sol\nEND\n"
    assert asked(f"-- A.md --\n{block}") == [("sun", "sol"), ("sol", "sun")]


def test_what_a_card_says_is_text(asked):
    found = asked("-- A.md --\n<img src=x onerror=alert(1)>? #flashcard\n<script>x</script>\n")
    assert all("<img src" not in side and "<script>" not in side for side in found[0])


def test_forgotten_cards_and_leeches_are_weak(vault):
    notes = {}
    for number, (stability, lapses) in {1: (0.5, 0), 2: (500.0, 0)}.items():
        memory = Memory(stability, 0.1542, 0.0)
        card = AnkiCard("D", lapses, "young", is_suspended=False, is_due=False, memory=memory)
        notes[number] = AnkiNote(number, ("Q", "A"), (), (card,))
    graph = VaultGraph(vault(VAULT), anki=Collection("x", notes, frozenset(), 5 * 86_400.0))
    found = audit(graph)
    assert [card.is_weak for card in quiz_cards(found, Images(found))] == [True, False]
