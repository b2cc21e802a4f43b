import json
from hashlib import md5

import pytest

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
NOTE = "START\nBasic\nWhat is heat?\nBack: Energy.\n{id}END\n"
KNOWN = NOTE.format(id="<!--ID: 1700000000001-->\n")


@pytest.fixture
def told(graph):
    def tell(text, last_synced):
        from vaultgraph import choose_rules, lint

        hashes = {"Heat.md": md5(last_synced.encode()).hexdigest()}
        data = {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": hashes}
        asked = graph("-- x.md --", {"Heat.md": text.encode(), PLUGIN: json.dumps(data).encode()})
        return [str(found.location) for found in lint(asked, choose_rules(["unsynced-edit"]))]

    return tell


def test_a_note_that_changed(told):
    assert told(KNOWN, KNOWN + "More.") == ["Heat.md:1:1"]


def test_a_note_that_did_not(told):
    assert told(KNOWN, KNOWN) == []


def test_git_may_change_the_line_endings(told):
    assert told(KNOWN, KNOWN.replace("\n", "\r\n")) == []


def test_the_plugin_deletes_an_empty_line_above_an_id_before_it_hashes(told):
    assert told(KNOWN, KNOWN.replace("\n", "\r\n").replace("\r\n<", "\n<")) == []


def test_new_cards_are_reported_by_another_rule(told):
    assert told(NOTE.format(id=""), "Nothing yet.") == []
