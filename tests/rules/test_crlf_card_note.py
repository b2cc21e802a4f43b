import json
from hashlib import md5

from vaultgraph import choose_rules, lint
from vaultgraph.linting import fixing

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


def test_reports_the_note_once(findings):
    text = "-- Heat.md --\nWhat? #flashcard\r\nThis.\r\n\r\nWhy? #flashcard\r\nSo.\r\n"
    assert findings("crlf-card-note", text) == [
        "Heat.md:1:1: Windows line endings hide 2 cards of this note from the plugin"
    ]


def test_windows_line_endings_alone_are_not_a_fault(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nText.\r\n") == []


def test_counts_what_is_hidden_in_every_style(findings):
    cards = "START\r\nBasic\r\nQ\r\nBack: A\r\nEND\r\n\r\nR #flashcard\r\nB\r\n"
    assert findings("crlf-card-note", f"-- Heat.md --\n{cards}") == [
        "Heat.md:1:1: Windows line endings hide 2 cards of this note from the plugin"
    ]


def test_an_inline_card_is_not_hidden(findings):
    assert findings("crlf-card-note", "-- Heat.md --\nSTARTI [Basic] Q Back: A ENDI\r\n") == []


def test_line_endings_of_the_last_sync_count_too(graph):
    text = "START\nBasic\nWhat is heat?\nBack: Energy.\n<!--ID: 1700000000001-->\nEND\n"
    hashed = text.replace("\n", "\r\n").replace("\r\n<", "\n<")
    data = {
        "settings": {"Defaults": {"Deck": "D"}},
        "File Hashes": {"Heat.md": md5(hashed.encode()).hexdigest()},
    }
    files = {"Heat.md": text.encode(), PLUGIN: json.dumps(data).encode()}
    (found,) = lint(graph("-- x.md --", files), choose_rules(["crlf-card-note"]))
    assert (str(found.severity), found.message) == (
        "warning", "Windows line endings hid a card of this note from the plugin at the last sync",
    )  # fmt: skip
    assert found.group_message
    # `* text` would convert images too, and so break them.
    assert "`*.md text eol=lf`" in found.hint


def test_many_such_notes_are_one_group(graph):
    text = "".join(f"-- {name}.md --\n{name}? #flashcard\r\nThis.\r\n" for name in "abcd")
    found = lint(graph(text), choose_rules(["crlf-card-note"]))
    assert {each.group_message for each in found} == {
        "Windows line endings hide the cards of {count:,} notes from the plugin"
    }
    hint = "save it with Unix line endings (LF), as --fix --unsafe does"
    assert {each.hint for each in found} == {hint}


def test_the_fix_changes_line_endings_alone(graph):
    text = "\ufeff# Heat\r\n\r\nQ #flashcard\r\nA  \r\n[[Old/Work]]\rlone\nEnd"
    notes = graph("-- New/Work.md --\nText.", {"Heat.md": text.encode()})
    found = lint(notes, choose_rules(["crlf-card-note", "broken-link"]))
    assert fixing.plan_fixes(notes, [each for each in found if each.rule == "crlf-card-note"]) == []
    (repair,) = fixing.plan_fixes(notes, found, unsafe=True)
    assert repair.after == "# Heat\n\nQ #flashcard\nA  \n[[Work]]\rlone\nEnd"
    assert repair.number == 2


def test_what_a_fix_would_leave_broken_has_none(graph):
    text = "-- Heat.md --\nQ #flashcard\r\nA\r\r\nB\r\n"
    (found,) = lint(graph(text), choose_rules(["crlf-card-note"]))
    assert (found.fix, found.hint) == (None, "save it with Unix line endings (LF)")
