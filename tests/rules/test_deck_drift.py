import json

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
CARDS = "What is {0}? #flashcard\nEnergy.\n<!--ID: 170000000000{1}-->\n\n"


def test_says_how_many_cards_are_elsewhere(findings):
    cards = CARDS.format("heat", 1) + CARDS.format("work", 2) + CARDS.format("power", 3)
    assert findings("deck-drift", f"""-- Heat.md --
TARGET DECK: Physics

{cards}-- Anki --
1700000000001 in Exam: What is heat? | Energy.
1700000000002 in Exam: What is work? | Energy.
1700000000003 in Physics: What is power? | Energy.
""") == ["Heat.md:3:1: 2 cards of this note are in the deck Exam in Anki, not in Physics"]  # fmt: skip


def test_the_default_deck_counts_too(findings):
    assert findings("deck-drift", f"""-- Heat.md --
{CARDS.format("heat", 1)}-- Anki --
1700000000001 in Exam: What is heat? | Energy.
""") == ["Heat.md:1:1: this card is in the deck Exam in Anki, not in Default"]  # fmt: skip


def test_a_note_that_waits_for_its_sync_is_expected_to_differ(findings):
    data = {
        "settings": {"CUSTOM_REGEXPS": {}, "Defaults": {"Deck": "Physics"}},
        "File Hashes": {"Heat.md": "d41d8cd98f00b204e9800998ecf8427e"},
    }
    text = "START\nBasic\nQ\nBack: A\n<!--ID: 1700000000001-->\nEND\n"
    assert findings("deck-drift", f"""-- Heat.md --
{text}-- {PLUGIN} --
{json.dumps(data)}
-- Anki --
1700000000001 in Exam: Q | A
""") == []  # fmt: skip
