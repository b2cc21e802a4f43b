from vaultgraph import choose_rules, lint


def test_pictures_case_and_punctuation_make_no_difference(findings):
    assert findings("duplicate-answer", """
        -- Heat.md --
        What is heat? #flashcard
        ![[a.png]]
        Energy on its way, between bodies.

        What is work? #flashcard
        ![[b.png]]
        energy on its way between bodies
    """) == ["Heat.md:5:1: same answer as “What is heat?”"]  # fmt: skip


def test_short_answers_may_be_equal(findings):
    assert findings("duplicate-answer", """
        -- Heat.md --
        Is heat energy? #flashcard
        Yes, it is

        Is work energy? #flashcard
        Yes, it is
    """) == []  # fmt: skip


def test_formulas_differ_by_their_marks(findings):
    assert findings("duplicate-answer", """
        -- Heat.md --
        What is the first? #flashcard
        $a^2$ of b and c

        What is the second? #flashcard
        $a_2$ of b and c
    """) == []  # fmt: skip


def test_two_decks_are_two_worlds(findings):
    assert findings("duplicate-answer", """
        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way between bodies
        -- Wärme.md --
        TARGET DECK: German

        Was heißt Wärme? #flashcard
        Energy on its way between bodies
    """) == []  # fmt: skip


def test_a_copied_card_is_told_by_its_question_alone(findings):
    assert findings("duplicate-answer", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way between bodies

        What is heat? #flashcard
        Energy on its way between bodies
    """) == []  # fmt: skip


def test_an_answer_on_many_cards_is_meant(graph):
    cards = (f"What is {n}? #flashcard\nThe same as all of them" for n in "abcd")
    found = lint(graph("-- Heat.md --\n" + "\n\n".join(cards)), choose_rules(["duplicate-answer"]))
    assert [str(diagnostic.severity) for diagnostic in found] == ["info"] * 3
