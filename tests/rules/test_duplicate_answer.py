import pytest

from vaultgraph import choose_rules, lint

MANY = "Energy on its way from a warm body to a cold one, by itself"


def cards(*answers):
    """A note with a card for each answer."""
    asked = (
        f"What is {n}? #flashcard\n{answer}" for n, answer in zip("abcdef", answers, strict=False)
    )
    return "-- Heat.md --\n" + "\n\n".join(asked)


def test_case_and_punctuation_make_no_difference(findings):
    assert findings("duplicate-answer", cards(MANY, MANY.lower().replace(",", ""))) == [
        "Heat.md:4:1: same answer as “What is a?”"
    ]


def test_different_images_are_mentioned(findings):
    assert findings("duplicate-answer", cards(f"![[a.png]]\n{MANY}", f"![[b.png]]\n{MANY}")) == [
        "Heat.md:5:1: same answer as “What is a?”, with other images"
    ]


FIELDS = """
-- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
{"settings": {"Defaults": {"Deck": "D"}}, "fields_dict":
{"Basic": ["Front", "Back", "Source"], "Omissão": ["Texto", "Source"]}}
"""


@pytest.mark.parametrize("card", [
    "Basic\nIs {} energy?\nBack: Yes.\nSource: {SOURCE}", "Basic\nIs {} energy?\nSource: {SOURCE}",
    "Omissão\nIt is {{{{c1::{}}}}}.\nSource: {SOURCE}",
])  # fmt: skip
def test_the_answer_alone_is_compared(findings, card):
    notes = "".join(
        f"START\n{card.format(name, SOURCE=MANY)}\nEND\n\n" for name in ("heat", "work")
    )
    assert findings("duplicate-answer", f"-- Heat.md --\n{notes}{FIELDS}") == []


@pytest.mark.parametrize(
    ("number", "groups"),
    [(21, {""}), (22, {"{count:,} answers are the same as that of another question"})],
)
def test_more_than_twenty_are_one_group(graph, number, groups):
    answers = "".join(f"What is {n}? #flashcard\n{MANY}\n\n" for n in range(number))
    found = lint(graph(f"-- Heat.md --\n{answers}"), choose_rules(["duplicate-answer"]))
    assert len(found) == number - 1
    assert {each.group_message for each in found} == groups
    assert {str(each.severity) for each in found} == {"info"}


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


def test_spaces_in_a_formula_make_no_difference(findings):
    assert findings("duplicate-answer", cards(f"{MANY} $a<b$", f"{MANY} $a < b$")) != []


def test_answers_of_different_decks_are_not_compared(findings):
    assert findings("duplicate-answer", f"""-- Heat.md --
TARGET DECK: Physics

What is heat? #flashcard
{MANY}
-- Wärme.md --
TARGET DECK: German

Was heißt Wärme? #flashcard
{MANY}
""") == []  # fmt: skip


def test_a_copied_card_is_reported_for_its_question_alone(findings):
    assert findings("duplicate-answer", cards(MANY, MANY).replace("What is b", "What is a")) == []


@pytest.mark.parametrize(("end", "number"), [("", 0), (" or not", 1)])
def test_long_questions_are_the_same_if_they_are_equal(findings, end, number):
    question = "Is it so " * 300
    text = f"-- Heat.md --\n{question}? #flashcard\n{MANY}\n\n{question}{end}? #flashcard\n{MANY}"
    assert len(findings("duplicate-answer", text)) == number


def test_a_card_whose_title_is_not_unique_is_named_by_its_line(findings):
    text = cards(MANY, "Another", MANY).replace("What is", "Which is shown?\n![[x.png]] what is")
    text = (
        text.replace("what is a?", "").replace("what is b?", "").replace("what is c?", "![[y.png]]")
    )
    assert findings("duplicate-answer", text) == [
        "Heat.md:9:1: same answer as “Which is shown?” in line 1"
    ]


def test_a_question_that_contains_the_other_asks_the_same(findings):
    text = """
        -- Words.md --
        gonna::what one says for going to, of what will happen soon
        What does "gonna" mean?::what one says for going to, of what will happen soon
        gone::what one says for going to, of what will happen soon
    """
    found = findings("duplicate-answer", "#flashcards\n".join(text.split("\n", 1)))
    assert [each.split(": ")[0] for each in found] == []


@pytest.mark.parametrize("answer", [
    "Энергия сама переходит от тёплого тела к холодному и никогда обратно", "能量 自己 从 高温 的 物体 流向 低温 的 物体",
])  # fmt: skip
def test_answers_in_other_scripts_are_compared_too(findings, answer):
    assert findings("duplicate-answer", cards(answer, answer, f"{answer} {answer}")) == [
        "Heat.md:4:1: same answer as “What is a?”"
    ]
