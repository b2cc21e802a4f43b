import json

import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.reading.cards.obsidian_to_anki.styles import neuracache

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
SETTINGS = {
    "settings": {"CUSTOM_REGEXPS": {"Basic": neuracache.EXPRESSION}},
    "fields_dict": {"Basic": ["Front", "Back"]},
}
ID = "<!--ID: 1700000000001-->"


@pytest.fixture
def told(graph):
    def find(text, *rules):
        files = {PLUGIN: json.dumps(SETTINGS).encode(), "Heat.md": text.encode()}
        found = lint(graph("-- Other.md --", files), choose_rules(rules or ["unread-card-id"]))
        return [(f.location.line, f.hint) for f in found]

    return find


WRITE = f"write {ID}"


@pytest.mark.parametrize(("text", "expected"), [
    (f"START\nBasic\nQ\nBack: A\n{ID}\n<!--ID: 1700000000002-->\nEND",
     (5, "keep only the ID under which Anki has this card")),
    (f"START\nBasic\nQ\nBack: A\n{ID}\nTags: x\nEND", (5, "move the tags above the ID")),
    (f"START\nBasic\nQ\n{ID}\nBack: A\nEND", (4, "move the ID to the line above END")),
    (f"START\nBasic\nQ\nBack: A\nEND\n{ID}", (6, "move the ID to the line above END")),
    ("START\nBasic\nQ\nBack: A\n<!--ID:1700000000001-->\nEND", (5, WRITE)),
    ("STARTI [Basic] Q Back: A <!--ID:1700000000001--> ENDI", (1, WRITE)),
    ("Q? #flashcard\nA\n<!--ID:1700000000001-->", (3, WRITE)),
    ("Q? #flashcard\nA\n<!-- ID: 1700000000001 -->", (3, WRITE)),
    ("Q? #flashcard\nA\n<!--id: 1700000000001-->", (3, WRITE)),
    ("Q? #flashcard\nA\n<!—ID: 1700000000001-->", (3, WRITE)),
    ("Q? #flashcard\nA\nID:1700000000001", (3, WRITE)),
    ("Q? #flashcard\nA <!--ID:1700000000001-->", (2, WRITE)),
])  # fmt: skip
def test_says_how_the_plugin_would_see_it(told, text, expected):
    assert told(text) == [expected]
    assert told(text, "card-without-id", "orphan-card-id", "merged-cards") == []


@pytest.mark.parametrize("text", [
    f"Q? #flashcard\nA\n{ID}",
    f"Q? #flashcard\nA\n\n{ID}",
    "Q? #flashcard\nHis ID 42, or the number 1700000000001.",
    "START\nBasic\nQ\nBack: A\n<!-- ID: 1700000000001 -->\nEND",
    f"START\nBasic\nQ\nBack: A\nTags: x\n{ID}\nEND",
    f"START\nBasic\nQ\nBack:\n```\n<!--ID: 1700000000002-->\n```\n{ID}\nEND",
    f"STARTI [Basic] Q Back: A {ID} ENDI",
])  # fmt: skip
def test_an_id_that_the_plugin_reads_is_fine(told, text):
    assert told(text) == []
