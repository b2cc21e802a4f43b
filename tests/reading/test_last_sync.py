"""What the plugin's sum of a note says about its last sync."""

import json
from hashlib import md5

import pytest

from vaultgraph.reading import LastSync
from vaultgraph.reading.cards.obsidian_to_anki.last_sync import compare

NOTE = "Q #flashcard\nA\n<!--ID: 1-->\n\nR #flashcard\nB\nID: 2\n"
WINDOWS = NOTE.replace("\n", "\r\n")


@pytest.mark.parametrize(("summed", "text", "expected"), [
    pytest.param(NOTE, NOTE, LastSync.SAME, id="as it is"),
    pytest.param(NOTE, WINDOWS, LastSync.SAME, id="git made Windows line ends of others"),
    pytest.param(WINDOWS, WINDOWS, LastSync.SAME, id="with Windows line ends, then and now"),
    pytest.param(WINDOWS, NOTE, LastSync.WINDOWS, id="with Windows line ends then"),
    pytest.param(WINDOWS.replace("A\r\n<", "A\n<").replace("B\r\nI", "B\nI"), NOTE, LastSync.WINDOWS,
                 id="with Windows line ends, but those that the plugin deletes above an ID"),
    pytest.param(NOTE + "More.", NOTE, LastSync.OTHER, id="changed"),
])  # fmt: skip
def test_the_checksum_shows_how_the_note_has_changed(summed, text, expected):
    assert compare(md5(summed.encode()).hexdigest(), text) is expected


def test_line_ends_that_hid_no_card_make_no_difference(graph):
    plugin = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
    text = "STARTI [Basic] What is heat? Back: Energy. ENDI\n"
    hashes = {"Heat.md": md5(text.replace("\n", "\r\n").encode()).hexdigest()}
    data = {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": hashes}
    asked = graph("-- x.md --", {"Heat.md": text.encode(), plugin: json.dumps(data).encode()})
    assert asked.vault.last_sync("Heat.md") is LastSync.SAME
    assert asked.vault.last_sync("x.md") is LastSync.UNKNOWN
