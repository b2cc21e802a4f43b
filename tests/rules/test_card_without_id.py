import json
from hashlib import md5

import pytest

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
CARD = "START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n"


def test_points_at_the_question(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        # Cards

        What is heat? #flashcard
        Energy on its way.
    """) == ["Heat.md:3:1: this card has no ID: it is not in Anki"]  # fmt: skip


def test_an_id_below_an_empty_line_is_told_by_another_rule(findings):
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


def test_a_note_is_told_once_if_nothing_is_known_of_its_sync(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is work? #flashcard
        Force times distance.
    """) == [
        "Heat.md:1:1: this card and 1 more of this note have no ID: they are not in Anki"
    ]  # fmt: skip


@pytest.fixture
def told(graph):
    """What the rule says of a note that was like *last_synced* at its last sync; None for never."""

    def tell(text, last_synced, other="-- x.md --"):
        sums = {"Other.md": "0"}
        if last_synced is not None:
            sums["Heat.md"] = md5(last_synced.encode()).hexdigest()
        data = {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": sums}
        files = {"Heat.md": text.encode(), PLUGIN: json.dumps(data).encode()}
        found = lint(graph(other, files), choose_rules(["card-without-id"]))
        return [f"{each.location.line} {each.severity}: {each.message}" for each in found]

    return tell


KNOWN = "START\nBasic\nWhat is work?\nBack: Force.\n<!--ID: 1700000000001-->\nEND\n"


def test_a_card_beside_known_ones_was_probably_refused(told):
    assert told(KNOWN + CARD, KNOWN + CARD) == [
        "9 warning: Anki probably refused this card at the last sync"
    ]


def test_a_note_without_any_id_was_passed_over(told):
    text = CARD + CARD.replace("heat", "light")
    assert told(text, text) == [
        "3 warning: the plugin passed over the 2 cards of this note, and looks again only when the note changes"
    ]


def test_a_note_that_changed_is_not_synced_yet(told):
    assert told(CARD, "") == [
        "3 info: this card is not in Anki yet: its note changed since the last sync"
    ]


def test_a_note_that_the_plugin_never_met(told):
    assert told(CARD, None) == ["3 warning: this card has no ID: the note was never synced"]


def test_a_note_with_known_cards_that_the_plugin_never_met_has_moved(told):
    assert told(KNOWN + CARD, None) == [
        "9 warning: this card has no ID: the note was not synced since it lies here"
    ]


def test_an_empty_question_is_why(told):
    text = KNOWN + CARD.replace("What is heat?\n", "")
    assert told(text, text) == ["7 warning: Anki refuses this card: its question is empty"]


def test_without_question_and_answer_it_is_told_by_another_rule(told):
    text = "START\nBasic\nBack:\nEND\n"
    assert told(text, text) == []


def test_a_card_that_anki_refuses_for_its_twin_is_told_by_another_rule(told):
    twin = "-- Twin.md --\n" + CARD.replace("END", "<!--ID: 1700000000002-->\nEND")
    assert told(CARD, CARD, twin) == []


def test_cards_that_windows_line_ends_hid_are_told_by_another_rule(told):
    assert told(CARD, CARD.replace("\n", "\r\n")) == []


def test_cards_that_run_into_one_are_reported_by_another_rule(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        What is work? #flashcard
        Force times distance.
    """) == []  # fmt: skip


def test_a_card_that_is_cut_off_from_its_id_is_told_by_another_rule(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        From warm to cold.
        <!--ID: 1700000000001-->
    """) == []  # fmt: skip
