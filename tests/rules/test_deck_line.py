import pytest

from vaultgraph import choose_rules, lint

CARD = "What is heat? #flashcard\nEnergy on its way.\n<!--ID: 1700000000001-->"


@pytest.mark.parametrize(("line", "message"), [
    ("TARGET DECK:Physics", "the plugin does not read this deck line"),
    ("TARGET DECK : Physics", "the plugin does not read this deck line"),
    (" TARGET DECK: Physics", "the plugin does not read this deck line"),
    ("> TARGET DECK: Physics", "the plugin does not read this deck line"),
    ("**TARGET DECK: Physics**", "the plugin does not read this deck line"),
    ("TARGET DECK: ", "this deck line names no deck"),
    ("TARGET DECK\n\n", "this deck line names no deck"),
    ("TARGET DECK: Physics ", "the deck's name has blanks at an end, and Anki is given them"),
])  # fmt: skip
def test_says_what_is_wrong_with_the_line(findings, line, message):
    assert findings("deck-line", f"-- Heat.md --\n{line}\n\n{CARD}") == [f"Heat.md:1:1: {message}"]


def test_only_the_first_counts(findings):
    assert findings("deck-line", f"""-- Heat.md --
TARGET DECK: Physics

{CARD}

TARGET DECK: Chemistry
""") == ["Heat.md:7:1: only the first deck line of a note counts"]  # fmt: skip


@pytest.mark.parametrize("text", [
    f"TARGET DECK: Physics\n\n{CARD}\n\n```\nTARGET DECK: Chemistry\n```",
    f"TARGET DECK\nPhysics\n\n{CARD}",
    f"---\nnote: |\n  x\n---\nTARGET DECK: Physics::Heat\n\n{CARD}",
    "TARGET DECK:Physics\n\nA note without cards.",
    f"The line TARGET DECK:Physics is wrong.\n\n{CARD}",
])  # fmt: skip
def test_what_is_right(findings, text):
    assert findings("deck-line", f"-- Heat.md --\n{text}") == []


def test_a_deck_spelt_otherwise_than_elsewhere(findings):
    decks = {"a": "Physics::Heat", "b": "Physics::Heat", "c": "physics :: Heat"}
    notes = "".join(
        f"-- {name}.md --\nTARGET DECK: {deck}\n\nWhat is {name}? #flashcard\nThat.\n"
        for name, deck in decks.items()
    )
    assert findings("deck-line", notes) == [
        "c.md:1:1: the deck physics :: Heat is nearly called as another"
    ]


def test_a_note_without_a_deck_among_notes_with_one(findings):
    notes = "".join(
        f"-- {name}.md --\n{deck}\n\nWhat is {name}? #flashcard\nThat.\n"
        for name, deck in {"a": "TARGET DECK: A", "b": "TARGET DECK: A", "c": ""}.items()
    )
    assert findings("deck-line", notes) == [
        "c.md:1:1: no deck is named for these cards: they go to Default"
    ]


def test_where_decks_are_not_in_use_none_is_missed(findings):
    assert findings("deck-line", f"-- Heat.md --\n{CARD}") == []


def test_a_deck_line_that_is_not_read_is_told_once(findings):
    notes = "".join(
        f"-- {name}.md --\n{deck}\n\nWhat is {name}? #flashcard\nThat.\n"
        for name, deck in {
            "a": "TARGET DECK: A",
            "b": "TARGET DECK: A",
            "c": " TARGET DECK: A",
        }.items()
    )
    assert findings("deck-line", notes) == ["c.md:1:1: the plugin does not read this deck line"]


def test_the_deck_of_another_plugin_is_said(graph):
    named = "-- a.md --\nTARGET DECK: A\n\nQ #flashcard\nA\n"
    other = "-- c.md --\n---\ncards-deck: A\n---\n\nR #flashcard\nB\n"
    told = graph(named + named.replace("a.md", "b.md") + other)
    (found,) = lint(told, choose_rules(["deck-line"]))
    assert found.hint == "cards-deck is another plugin's; name one, with TARGET DECK:"
