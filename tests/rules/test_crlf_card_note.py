import json
from hashlib import md5

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


def test_tells_the_note_once(findings):
    text = "-- Heat.md --\nWhat? #flashcard\r\nThis.\r\n\r\nWhy? #flashcard\r\nSo.\r\n"
    assert findings("crlf-card-note", text) == [
        "Heat.md:1:1: Windows line ends hide 2 of its cards from the plugin"
    ]


def test_windows_line_ends_alone_are_no_fault(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nText.\r\n") == []


def test_counts_what_is_hidden_in_every_style(findings):
    cards = "START\r\nBasic\r\nQ\r\nBack: A\r\nEND\r\n\r\nR #flashcard\r\nB\r\n"
    assert findings("crlf-card-note", f"-- Heat.md --\n{cards}") == [
        "Heat.md:1:1: Windows line ends hide 2 of its cards from the plugin"
    ]


def test_an_inline_card_is_not_hidden(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nSTARTI [Basic] Q Back: A ENDI\r\n") == []


def test_line_ends_of_the_last_sync_count_too(graph):
    text = "START\nBasic\nWhat is heat?\nBack: Energy.\n<!--ID: 1700000000001-->\nEND\n"
    hashed = text.replace("\n", "\r\n").replace("\r\n<", "\n<")
    data = {
        "settings": {"Defaults": {"Deck": "D"}},
        "File Hashes": {"Heat.md": md5(hashed.encode()).hexdigest()},
    }
    files = {"Heat.md": text.encode(), PLUGIN: json.dumps(data).encode()}
    (found,) = lint(graph("-- x.md --", files), choose_rules(["crlf-card-note"]))
    assert (str(found.severity), found.message) == (
        "warning", "Windows line ends hid its card from the plugin at the last sync",
    )  # fmt: skip
    assert found.crowd
