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


@pytest.mark.parametrize(("last_synced", "severity", "message"), [
    (CARD, "warning", "Anki refused this card at the last sync"),
    ("", "info", "this card is not in Anki yet: its note changed since the last sync"),
])  # fmt: skip
def test_the_last_sync_tells_why(graph, last_synced, severity, message):
    hashes = {"Heat.md": md5(last_synced.encode()).hexdigest()}
    data = {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": hashes}
    files = {"Heat.md": CARD.encode(), PLUGIN: json.dumps(data).encode()}
    (found,) = lint(graph("-- x.md --", files), choose_rules(["card-without-id"]))
    assert (str(found.severity), found.message) == (severity, message)


def test_a_note_that_the_plugin_never_met(graph):
    data = {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": {"Other.md": "0"}}
    files = {"Heat.md": CARD.encode(), PLUGIN: json.dumps(data).encode()}
    (found,) = lint(graph("-- x.md --", files), choose_rules(["card-without-id"]))
    assert found.message == "this card has no ID: the note was never synced"
