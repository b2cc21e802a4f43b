import pytest

from vaultgraph import choose_rules, lint


def test_points_at_the_later_card(findings):
    assert findings("duplicate-question", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        -- Warmth.md --
        What is heat? #flashcard
        A feeling.
    """) == [
        "Warmth.md:1:1: the same question is asked in Heat.md, line 1, so Anki refuses it"
    ]  # fmt: skip


def test_similar_questions_are_different_questions(findings):
    assert findings("duplicate-question", """
        -- Transformer.md --
        How does attention work in the encoder? #flashcard
        Every word looks at every word.

        How does attention work in the decoder? #flashcard
        Every word looks at those before it.
    """) == []  # fmt: skip


def test_anki_refuses_no_card_that_it_has(findings):
    assert findings("duplicate-question", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is <b>heat</b>? #flashcard
        A feeling.
        <!--ID: 1-->
        -- Warmth.md --
        TARGET DECK: Poetry

        What is heat? #flashcard
        A feeling.
        <!--ID: 2-->
    """) == [
        "Heat.md:1:1: the same question is asked on line 4 of this note, so Anki refuses it",
        "Warmth.md:3:1: the same question is asked in Heat.md, line 4",
    ]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [
    ("", ""),
    ("<br>", " "),
    ("What is `List<int>`?", "What is `List<str>`?"),
    ("Is $a<b$ or $b>a$?", "Is $a<c$ or $c>a$?"),
    ('<img src="heat.png">', '<img src="work.png">'),
])  # fmt: skip
def test_questions_that_are_different_to_anki(findings, one, other):
    cards = "".join(f"START\nBasic\n{side}\nBack: That.\nEND\n\n" for side in (one, other))
    assert findings("duplicate-question", f"-- Heat.md --\n{cards}") == []


def test_a_card_copied_with_its_id_is_reported_by_its_id(findings):
    card = "What is heat? #flashcard\nEnergy on its way.\n<!--ID: 1700000000001-->\n"
    assert findings("duplicate-question", f"-- Heat.md --\n{card}-- Old.md --\n{card}") == []


@pytest.mark.parametrize(("answer", "hint"), [
    ("Energy on its way.", "both have the same answer: keep only one of them, or reword one"),
    ("A feeling.", "say in each question what sets it apart"),
])  # fmt: skip
def test_only_a_card_that_is_the_same_throughout_can_be_deleted(graph, answer, hint):
    text = f"Q? #flashcard\nEnergy on its way.\n\nQ? #flashcard\n{answer}\n"
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["duplicate-question"]))
    assert found.hint == hint


@pytest.mark.parametrize(("first", "second", "hint"), [
    ("", "\n<!--ID: 1-->",
     "both have the same answer: keep the one on line 4 of this note, which has an ID, or reword this one"),
    ("\n<!--ID: 1-->", "\n<!--ID: 2-->",
     "both have the same answer: ask something different in one of them"),
])  # fmt: skip
def test_a_card_with_an_id_is_kept(graph, first, second, hint):
    text = f"Q? #flashcard\nEnergy.{first}\n\nQ? #flashcard\nEnergy.{second}\n"
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["duplicate-question"]))
    assert found.hint == hint


def test_the_original_is_in_the_same_deck_and_note_where_there_is_one(findings):
    card = "Q? #flashcard\nx\n"
    first, second = "<!--ID: 1700000000001-->\n", "<!--ID: 1700000000002-->\n"
    vault = f"-- 0.md --\nTARGET DECK: B\n\n{card}{first}\n-- A.md --\nTARGET DECK: A\n\n{card}{second}\n{card}"
    assert findings("duplicate-question", vault) == [
        "A.md:3:1: the same question is asked in 0.md, line 3",
        "A.md:7:1: the same question is asked on line 3 of this note, so Anki refuses it",
    ]


def test_cards_with_different_tags_are_not_the_same(graph):
    card = "START\nBasic\nQ?\nBack: Energy.\nTags: {}\nEND\n\n"
    text = card.format("physics") + card.format("chemistry")
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["duplicate-question"]))
    assert found.hint == (
        "both have the same answer but different tags: ask something different in one of them"
    )


@pytest.mark.parametrize(("number", "severity"), [("", "error"), ("\n<!--ID: 1-->", "warning")])
def test_a_card_that_anki_refuses_is_an_error(graph, number, severity):
    text = f"Q? #flashcard\nEnergy.\n\nQ? #flashcard\nA feeling.{number}\n"
    text = text.replace("Energy.", "Energy.\n<!--ID: 2-->")
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["duplicate-question"]))
    assert str(found.severity) == severity
