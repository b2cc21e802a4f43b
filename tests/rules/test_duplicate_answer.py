import pytest

from vaultgraph import choose_rules, lint

MANY = "Energy on its way from a warm body to a cold one, by itself"
SOME = "Energy on its way from a warm body"


def cards(*answers):
    """A note with a card for each answer."""
    asked = (
        f"What is {n}? #flashcard\n{answer}" for n, answer in zip("abcdef", answers, strict=False)
    )
    return "-- Heat.md --\n" + "\n\n".join(asked)


def blocks(*answers):
    """The same in cards that may have empty lines."""
    asked = (
        f"START\nBasic\nWhat is {n}?\nBack: {answer}\nEND"
        for n, answer in zip("abcdef", answers, strict=False)
    )
    return "-- Heat.md --\n" + "\n\n".join(asked)


def test_case_and_punctuation_make_no_difference(findings):
    assert findings("duplicate-answer", cards(MANY, MANY.lower().replace(",", ""))) == [
        "Heat.md:4:1: same answer as “What is a?”"
    ]


def test_different_pictures_are_said(findings):
    assert findings("duplicate-answer", cards(f"![[a.png]]\n{MANY}", f"![[b.png]]\n{MANY}")) == [
        "Heat.md:5:1: same answer as “What is a?”, but for the pictures"
    ]


@pytest.mark.parametrize(("text", "severity"), [
    pytest.param(cards(MANY, MANY), "warning", id="many words"),
    pytest.param(cards(SOME, SOME), "info", id="fewer"),
    pytest.param(cards(f"![[a.png]]\n{MANY}", f"![[b.png]]\n{MANY}"), "warning", id="with pictures"),
    pytest.param(blocks(f"![[a.png]]\n\n{MANY}", f"![[b.png]]\n\n{MANY}"), "info",
                 id="a note below pictures"),
    pytest.param(blocks(f"![[a.png]]\n\n{MANY}", f"![[a.png]]\n\n{MANY}"), "warning",
                 id="a note below the same picture"),
])  # fmt: skip
def test_it_is_a_warning_where_chance_is_unlikely(graph, text, severity):
    (found,) = lint(graph(text), choose_rules(["duplicate-answer"]))
    assert str(found.severity) == severity


@pytest.mark.parametrize("answer", [
    "Yes, it is energy on its way", "$$\\mathcal O (n^2 + n \\log n + m + k + l + i + j)$$",
    "Let $a, b, c, d, e, f, g, h \\in Z$ be ![[a.png]]",
])  # fmt: skip
def test_few_words_outside_formulas_may_be_equal(findings, answer):
    assert findings("duplicate-answer", cards(answer, answer)) == []


@pytest.mark.parametrize(("one", "other"), [
    ("$f(x) < f(a)$", "$f(x) > f(a)$"), ("$a^2$", "$a_2$"), ("$N$", "$n$"),
    ("`x < y`", "`x > y`"), ("$$x = y$$", "$$x \\ne y$$"),
])  # fmt: skip
def test_nothing_in_a_formula_or_code_is_dropped(findings, one, other):
    assert findings("duplicate-answer", cards(f"{MANY}, {one}", f"{MANY}, {other}")) == []


def test_blanks_in_a_formula_make_no_difference(findings):
    assert findings("duplicate-answer", cards(f"{MANY} $a<b$", f"{MANY} $a < b$")) != []


def test_two_decks_are_two_worlds(findings):
    assert findings("duplicate-answer", f"""-- Heat.md --
TARGET DECK: Physics

What is heat? #flashcard
{MANY}
-- Wärme.md --
TARGET DECK: German

Was heißt Wärme? #flashcard
{MANY}
""") == []  # fmt: skip


def test_a_copied_card_is_told_by_its_question_alone(findings):
    assert findings("duplicate-answer", cards(MANY, MANY).replace("What is b", "What is a")) == []


def test_a_twin_whose_title_is_not_its_own_is_named_by_its_line(findings):
    text = cards(MANY, "Another", MANY).replace("What is", "Which is shown?\n![[x.png]] what is")
    text = (
        text.replace("what is a?", "").replace("what is b?", "").replace("what is c?", "![[y.png]]")
    )
    assert findings("duplicate-answer", text) == [
        "Heat.md:9:1: same answer as “Which is shown?” in line 1"
    ]


def test_an_answer_on_many_cards_is_meant(graph):
    found = lint(graph(cards(MANY, MANY, MANY, MANY)), choose_rules(["duplicate-answer"]))
    assert [str(diagnostic.severity) for diagnostic in found] == ["info"] * 3
