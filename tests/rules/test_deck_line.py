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


def in_decks(*lines):
    """A note with a card below each of *lines*, and two in the deck Heat Engines."""
    return "".join(
        f"-- {name}.md --\n{line}\n\nWhat is {name}? #flashcard\nThat.\n"
        for name, line in zip("abcdef", ["TARGET DECK: Heat Engines"] * 2 + [*lines], strict=False)
    )


def test_a_deck_spelled_with_other_spaces_than_elsewhere(findings):
    assert findings("deck-line", in_decks("TARGET DECK: HeatEngines")) == [
        "c.md:1:14: the deck HeatEngines differs from Heat Engines only in its spaces"
    ]


@pytest.mark.parametrize("deck", ["heat engines", "Heat Engines ", " HEAT Engines", "Heat  Engine"])
def test_what_is_the_same_deck_to_anki_or_plainly_another(findings, deck):
    assert findings("deck-line", in_decks(f"TARGET DECK: {deck}")) == []


@pytest.mark.parametrize("line", [
    "!!!TARGET DECK: Heat", "%%TARGET DECK: Heat%%", "<!-- TARGET DECK: Heat -->", "§ TARGET DECK: Heat",
])  # fmt: skip
def test_a_deck_line_after_any_character_is_not_read(findings, line):
    message = "the plugin does not read this deck line"
    assert findings("deck-line", in_decks(line)) == [f"c.md:1:1: {message}"]
    assert findings("deck-line", f"-- Heat.md --\n{line}\n\n{CARD}", folder="alone") == [
        f"Heat.md:1:1: {message}"
    ]


@pytest.mark.parametrize(
    "line", ["The `TARGET DECK: Heat` is a line.", "```\n!TARGET DECK: A\n```"]
)
def test_an_example_of_a_deck_line_names_none(findings, line):
    assert findings("deck-line", in_decks(line)) == [
        "c.md:1:1: no deck is named for these cards: they go to Default"
    ]


def test_a_note_without_a_deck_among_notes_with_one(findings):
    notes = "".join(
        f"-- {name}.md --\n{deck}\n\nWhat is {name}? #flashcard\nThat.\n"
        for name, deck in {"a": "TARGET DECK: A", "b": "TARGET DECK: A", "c": ""}.items()
    )
    assert findings("deck-line", notes) == [
        "c.md:1:1: no deck is named for these cards: they go to Default"
    ]


def test_where_decks_are_not_in_use_none_is_missing(findings):
    assert findings("deck-line", f"-- Heat.md --\n{CARD}") == []


def test_a_deck_line_that_is_not_read_is_reported_once(findings):
    notes = "".join(
        f"-- {name}.md --\n{deck}\n\nWhat is {name}? #flashcard\nThat.\n"
        for name, deck in {
            "a": "TARGET DECK: A",
            "b": "TARGET DECK: A",
            "c": " TARGET DECK: A",
        }.items()
    )
    assert findings("deck-line", notes) == ["c.md:1:1: the plugin does not read this deck line"]


def test_the_property_of_another_plugin_is_named(graph):
    named = "-- a.md --\nTARGET DECK: A\n\nQ #flashcard\nA\n"
    other = "-- c.md --\n---\ncards-deck: A\n---\n\nR #flashcard\nB\n"
    vault = graph(named + named.replace("a.md", "b.md") + other)
    (found,) = lint(vault, choose_rules(["deck-line"]))
    assert found.hint == "cards-deck belongs to another plugin; name one with TARGET DECK:"


def test_where_the_settings_choose_a_deck_none_is_missing(findings):
    data = b'{"settings": {"Defaults": {"Deck": "Physics"}}}'
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": data}
    named = "".join(f"-- {name}.md --\nTARGET DECK: {name}\n{CARD}\n" for name in "abc")
    assert findings("deck-line", f"{named}-- d.md --\n{CARD}", files) == []


def test_where_folders_choose_decks_the_settings_are_named(graph):
    data = b'{"settings": {"FOLDER_DECKS": {"a": "A"}}}'
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": data}
    card = "START\nBasic\nWhat is heat?\nBack: Energy on its way.\nEND\n"
    notes = "".join(f"-- {name}.md --\n{card}" for name in ("a/Heat", "a/Work", "Law"))
    (found,) = lint(graph(notes, files), choose_rules(["deck-line"]))
    assert found.hint == (
        "name one with TARGET DECK:, or choose one for the folder of the note in the settings"
    )
