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


def test_like_questions_are_different_questions(findings):
    assert findings("duplicate-question", """
        -- Transformer.md --
        How does attention work in the encoder? #flashcard
        Every word looks at every word.

        How does attention work in the decoder? #flashcard
        Every word looks at those before it.
    """) == []  # fmt: skip


def test_a_card_that_anki_knows_is_none_that_it_refuses(findings):
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
        "Heat.md:1:1: the same question is asked in line 4 of this note, so Anki refuses it",
        "Warmth.md:3:1: the same question is asked in Heat.md, line 4",
    ]  # fmt: skip


def test_two_cards_that_ask_nothing_ask_the_same(findings):
    empty = "START\nBasic\n\nBack: {}\nEND\n"
    told = findings(
        "duplicate-question", f"-- Heat.md --\n{empty.format('A')}\n{empty.format('B')}"
    )
    assert len(told) == 1
