import json
from hashlib import md5

import pytest

from vaultgraph import choose_rules, lint

HEADINGS = r"^#{4}\s(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"
PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
CARD = "START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n"


def test_points_at_the_question(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        # Cards

        What is heat? #flashcard
        Energy on its way.
    """) == ["Heat.md:3:1: this card has no ID: it is not in Anki"]  # fmt: skip


def test_an_id_below_an_empty_line_is_reported_by_another_rule(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        <!--ID: 1700000000001-->
    """) == []  # fmt: skip


def test_an_id_may_end_the_line_of_the_answer(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.<!--ID: 1700000000001-->
    """) == []  # fmt: skip


def test_a_note_is_reported_once_if_its_sync_is_unknown(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is work? #flashcard
        Force times distance.
    """) == [
        "Heat.md:1:1: this card and 1 more in this note have no ID: they are not in Anki"
    ]  # fmt: skip


@pytest.fixture
def found_in(graph):
    """The findings on a note that was like *last_synced* at its last sync; None for never."""

    def find(text, last_synced, other="-- x.md --"):
        sums = {"Other.md": "0"}
        if last_synced is not None:
            sums["Heat.md"] = md5(last_synced.encode()).hexdigest()
        data = {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": sums}
        files = {"Heat.md": text.encode(), PLUGIN: json.dumps(data).encode()}
        found = lint(graph(other, files), choose_rules(["card-without-id"]))
        return [f"{each.location.line} {each.severity}: {each.message}" for each in found]

    return find


KNOWN = "START\nBasic\nWhat is work?\nBack: Force.\n<!--ID: 1700000000001-->\nEND\n"


def test_a_card_next_to_known_ones_was_probably_refused(found_in):
    assert found_in(KNOWN + CARD, KNOWN + CARD) == [
        "9 warning: Anki probably refused this card at the last sync"
    ]


def test_a_note_without_any_id_was_skipped(found_in):
    text = CARD + CARD.replace("heat", "light")
    assert found_in(text, text) == [
        "3 warning: the plugin skipped the 2 cards of this note, and looks again only when the note changes"
    ]


def test_a_note_that_changed_is_not_synced_yet(found_in):
    assert found_in(CARD, "") == [
        "3 info: this card has no ID, and its note has changed since the last sync"
    ]


def test_a_note_that_the_plugin_has_never_seen(found_in):
    assert found_in(CARD, None) == ["3 warning: this card has no ID: the note was never synced"]


def test_a_note_with_known_cards_that_the_plugin_has_never_seen_was_moved(found_in):
    assert found_in(KNOWN + CARD, None) == [
        "9 warning: this card has no ID: the note has not been synced since it was moved here"
    ]


def test_an_empty_question_is_why(found_in):
    text = KNOWN + CARD.replace("What is heat?\n", "")
    assert found_in(text, text) == ["7 warning: Anki refuses this card: its question is empty"]


def test_without_question_and_answer_it_is_reported_by_another_rule(found_in):
    text = "START\nBasic\nBack:\nEND\n"
    assert found_in(text, text) == []


def test_a_card_that_anki_refuses_as_a_duplicate_is_reported_by_another_rule(found_in):
    duplicate = "-- Twin.md --\n" + CARD.replace("END", "<!--ID: 1700000000002-->\nEND")
    assert found_in(CARD, CARD, duplicate) == []


def test_cards_that_windows_line_endings_hid_are_reported_by_another_rule(found_in):
    assert found_in(CARD, CARD.replace("\n", "\r\n")) == []


def test_cards_that_run_into_one_are_reported_by_another_rule(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        What is work? #flashcard
        Force times distance.
    """) == []  # fmt: skip


def test_a_card_that_is_cut_off_from_its_id_is_reported_by_another_rule(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        From warm to cold.
        <!--ID: 1700000000001-->
    """) == []  # fmt: skip


SUMMARIES = """
    -- Heat.md --
    #### Summary
    ![[heat.png]]

    #### Open questions
    ```python
    heat = 1

    ```
    -- Work.md --
    #### Summary
    Force times distance.
"""
QUALITY = ("cut-answer", "image-only-answer", "duplicate-question", "empty-answer")


@pytest.fixture
def messages(graph):
    """The messages about SUMMARIES, or another vault, in which *expression* finds cards."""

    def find(expression, rules=("card-without-id",), vault=SUMMARIES, hashes=(), **defaults):
        settings = {"CUSTOM_REGEXPS": {"Basic": expression}, "Defaults": defaults}
        hashes = dict.fromkeys(hashes, "0" * 32)
        fields = {"Basic": ["Front", "Back"]}
        data = {"settings": settings, "fields_dict": fields, "File Hashes": hashes}
        tree = graph(vault, {PLUGIN: json.dumps(data).encode()})
        return [found.message for found in lint(tree, choose_rules(rules))]

    return find


def test_headings_of_notes_that_were_never_synced_are_one_info(messages):
    assert messages(HEADINGS) == ["3 headings in 2 notes become cards at the next sync"]


def test_text_that_only_looks_like_a_card_has_no_fault_of_one(messages):
    assert messages(HEADINGS, QUALITY) == []


def test_a_card_of_a_note_that_the_plugin_has_seen_is_checked(messages):
    found = messages(HEADINGS, QUALITY, hashes=["Heat.md", "Work.md"])
    assert [message.partition(" ")[0] for message in found] == ["the", "an", "the"]


def test_a_card_is_meant_if_its_note_has_an_id(messages):
    vault = """
        -- Heat.md --
        #### Engine
        ![[heat.png]]

        #### Heat
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    assert messages(HEADINGS, QUALITY, vault) == ["the answer is only an image"]


@pytest.mark.parametrize("expression", [r"^Q: (.+)\nA: (.+)", r"^(.+) #heat\n(.+)", "(.+)::(.+)"])
def test_an_expression_with_a_mark_finds_what_is_meant(messages, expression):
    vault = """
        -- Heat.md --
        Q: What is heat? #heat
        A: Energy::on its way
    """
    assert not any("become" in message for message in messages(expression, vault=vault))


@pytest.mark.parametrize(
    "expression", [r"^\*\*(.+)\*\*: (.+)", r"^(?!Q:)[^\n]*?([*].+)\n?:([^Q]+)"]
)
def test_an_expression_without_a_mark_finds_one_text(messages, expression):
    vault = """
        -- Heat.md --
        **Heat**: energy on its way
    """
    assert messages(expression, vault=vault) == ["1 text in 1 note becomes a card at the next sync"]


def test_all_cards_of_the_folder_that_is_scanned_are_meant(messages):
    vault = """
        -- Cards/Heat.md --
        #### Engine
        ![[heat.png]]
    """
    found = messages(HEADINGS, QUALITY, vault, **{"Scan Directory": "Cards"})
    assert found == ["the answer is only an image"]


def test_a_card_whose_id_is_in_the_next_one_was_not_refused(findings):
    text = "-- Heat.md --\nA? #flashcard\nx\n\nmore\n<!--ID: 1700000000001-->\nB? #flashcard\ny\n<!--ID: 1700000000002-->\n"
    assert findings("card-without-id", text) == []
    assert len(findings("merged-cards", text)) == 1


def test_what_an_expression_takes_without_a_question_is_not_a_card(findings):
    settings = {
        "settings": {"CUSTOM_REGEXPS": {"Basic": r"^- ((?:.+\n)*?)\n*[\t ]+(.+)"}},
        "File Hashes": {"Heat.md": "x"},
    }
    vault = f"-- Heat.md --\n-   one\n-   two\n-- {PLUGIN} --\n{json.dumps(settings)}"
    assert findings("card-without-id", vault) == []
    settings["File Hashes"] = {}
    assert (
        findings(
            "card-without-id",
            f"-- Heat.md --\n-   one\n-- {PLUGIN} --\n{json.dumps(settings)}",
            folder="b",
        )
        == []
    )


def test_an_expression_of_which_anki_took_no_card_may_find_none(findings):
    text = "- makes actions\n```js\nf() {\n   return 1\n}\n```\n"
    settings = {
        "settings": {"CUSTOM_REGEXPS": {"Basic": "^- (.+\\n```\\w*\\n.+)\\n[ \\t]+(.+)"}},
        "File Hashes": {"Heat.md": md5(text.encode()).hexdigest()},
    }
    vault = f"-- Heat.md --\n{text}-- {PLUGIN} --\n{json.dumps(settings)}"
    assert findings("card-without-id", vault) == []
