def test_a_similar_line_is_not_enough(findings):
    assert findings("near-answer", """
        -- Words.md --
        What is a one-hot vector? #flashcard
        A vector of zeros with a one for the word

        What is a word embedding? #flashcard
        A vector of numbers with a place for the word
    """) == []  # fmt: skip


def test_equal_answers_are_reported_by_another_rule(findings):
    assert findings("near-answer", """
        -- Words.md --
        What is first? #flashcard
        One line of four words
        Another line of many words

        What is second? #flashcard
        One line of four words
        Another line of many words
    """) == []  # fmt: skip


def test_a_line_of_a_form_does_not_count(findings):
    cards = "\n\n".join(
        f"Question {n}? #flashcard\nThis is the first line of the form\nThis is the second line of the form\nanswer {n}"
        for n in range(12)
    )
    assert findings("near-answer", f"-- Form.md --\n{cards}") == []


SHARED = "One line of four words\nAnother line of many words"


def cards(*answers):
    """A note with a card for each answer."""
    return "-- Words.md --\n" + "\n\n".join(
        f"What is {n}? #flashcard\n{answer}" for n, answer in zip("abcd", answers, strict=False)
    )


def test_most_of_both_answers_is_shared(findings):
    assert findings("near-answer", cards(f"{SHARED}\nx", f"{SHARED}\ny")) == [
        "Words.md:6:1: most of this answer also appears in “What is a?”"
    ]
    long = f"{SHARED}\n" + "\n".join(f"line {n} is of its own" for n in range(3))
    assert findings("near-answer", cards(f"{SHARED}\nx", long)) == []


def test_a_card_is_reported_once(findings):
    assert findings("near-answer", cards(*(f"{SHARED}\n{n}" for n in "xyz"))) == [
        "Words.md:6:1: most of this answer also appears in “What is a?”",
        "Words.md:11:1: most of this answer also appears in “What is a?” and in 1 other card",
    ]


def test_lines_of_code_are_not_compared(findings):
    code = f"```\n{SHARED}\n```"
    assert findings("near-answer", cards(f"{code}\nx", f"{code}\ny")) == []
    assert findings("near-answer", cards(f"{SHARED}\n{code}\nx", f"{SHARED}\n{code}\ny")) == []


def test_signs_of_formulas_make_a_difference(findings):
    one, other = (
        "for all values near $a$\nthere is $f(x) SIGN f(a)$ for all x".replace("SIGN", s)
        for s in "<>"
    )
    assert findings("near-answer", cards(one + "\nx", other + "\ny")) == []


def test_a_card_whose_title_is_not_unique_is_named_with_its_line(findings):
    vault = cards(f"{SHARED}\nx", "Nothing", f"{SHARED}\ny").replace(
        "What is", "Explain?\n![[x.png]]"
    )
    vault = (
        vault.replace(" a? #f", " #f")
        .replace(" b? #f", "![[b.png]] #f")
        .replace(" c? #f", "![[c.png]] #f")
    )
    assert findings("near-answer", vault) == [
        "Words.md:11:1: most of this answer also appears in “Explain?” in line 1"
    ]


def test_only_the_answers_are_compared(findings):
    source = "Source: A book on heat and its engines\nThe second edition of that same book"
    cards = "\n\n".join(
        f"START\nBasic\nWhat is {name}?\nBack: {name} is\none of these\n{source}\nEND"
        for name in ("heat", "work")
    )
    fields = '{"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": {"Basic": ["Front", "Back", "Source"]}}'
    assert (
        findings(
            "near-answer",
            f"-- Heat.md --\n{cards}\n-- .obsidian/plugins/obsidian-to-anki-plugin/data.json --\n{fields}",
        )
        == []
    )


def test_answers_in_other_scripts_are_compared_too(findings):
    shared = "Первая строка из пяти слов\nВторая строка из пяти слов"
    assert len(findings("near-answer", cards(f"{shared}\nОдно", f"{shared}\nДругое"))) == 1


def test_half_of_an_answer_is_not_most_of_it(findings):
    same = "Energy flows from the hot body\nThe cold body takes it up"
    for own, number in (("", 1), ("Nothing at all is ever lost on this long and winding way", 0)):
        cards = f"Q? #flashcard\n{same}\nno work\n\nR? #flashcard\n{same}\n{own or 'some work'}\n"
        assert len(findings("near-answer", f"-- Heat.md --\n{cards}", folder=str(number))) == number


def test_lines_of_three_words_are_too_short_to_compare(findings):
    for end, number in ((" energy", 1), ("", 0)):
        same = f"Hot bodies give{end}\nCold bodies take{end}"
        cards = f"Q? #flashcard\n{same}\n\nR? #flashcard\n{same}\nmore\n"
        assert len(findings("near-answer", f"-- Heat.md --\n{cards}", folder=str(number))) == number
