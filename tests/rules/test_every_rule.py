"""What holds for every rule."""

import re
from pathlib import Path

import pytest

from vaultgraph.model import Severity
from vaultgraph.rules import load_rules, rule
from vaults import examples

RULES = load_rules()
COUNTED = ("{count:,} lost card", "{count:,} lost cards")


# What rules mark in their bad example; one that is not here marks a file, or says so in its own test.
MARKED = {
    "absolute-path": ["![](C:\\Users\\me\\Notes\\engine.png)"],
    "alias-as-target": ["[[Disorder]]"],
    "ambiguous-link": ["[[Energy]]"],
    "ambiguous-subpath": ["![[Energy#^law]]"],
    "blank-line-in-card": [" "],
    "broken-block": ["[[Energy#^first-law]]"],
    "broken-edge": ['"toNode"'],
    "broken-heading": ["[[Energy#Law]]"],
    "broken-image": ["![[engine.png]]"],
    "broken-link": ["[[Thermodinamics]]", "[[Physics/Laws]]"],
    "broken-view": ["![[Engines.base#Oldest]]"],
    "card-without-id": ["What is heat?"],
    "case-mismatch": ["[[entropy]]"],
    "conflict-copy": ["Energy on its way from a warm body to a cold one."],
    "cut-answer": ["How is heat computed?"],
    "cut-deletion": [r"$\frac{1}{\sqrt{x}}$"],
    "dead-card-marker": ["#flashcard"],
    "deck-drift": ["What is heat?"],
    "deck-line": ["TARGET DECK:Physics"],
    "deprecated-property": ["tag"],
    "duplicate-alias": ["Warmth"],
    "duplicate-answer": ["What is work?"],
    "duplicate-card-id": ["1700000000001", "1700000000001"],
    "duplicate-note-id": ["id"],
    "duplicate-question": ["What is heat?"],
    "duplicate-relation": ["[[Work]]"],
    "empty-answer": ["What is heat?"],
    "empty-link": ["[[|the laws]]", "[the laws]()"],
    "garbled-code": ["`$`"],
    "ignored-properties": ["#physics #work"],
    "image-only-answer": ["What does an engine look like?"],
    "image-reused": ["![[engine.svg]]"],
    "implausible-card-id": ["1234"],
    "invalid-frontmatter": ["[physics"],
    "invalid-tag": ["heat engines", "1824"],
    "media-name-collision": ["![[planes/engine.svg]]"],
    "merge-conflict": ["<<<<<<<"],
    "merged-cards": ["What is heat? #flashcard"],
    "near-answer": ["How is an engine built?"],
    "one-way-relation": ["[[Work]]"],
    "orphan-card-id": ["1700000000001"],
    "property-type": ["next Tuesday"],
    "relation-cycle": ["[[Work]]"],
    "self-link": ["[[Heat]]"],
    "swallowed-card": ["What is heat? #flashcard"],
    "tag-variants": ["#Physics"],
    "text-drift": ["What is heat?"],
    "unencoded-markdown-link": ["[the laws](My laws.md)"],
    "unknown-note-type": ["STARTI What is heat? Back: Energy on its way. ENDI"],
    "unknown-to-anki": ["1700000000001"],
    "unquoted-link": ["[[Physics]]"],
    "unread-card": ["START"],
    "unread-card-id": ["<!--ID: 1700000000001-->"],
    "unshowable-embed": ["![[engine.heic]]"],
    "unsupported-embed": ["![[engine.mp4]]"],
    "unwritten-note": ["[[Lagrange multipliers]]"],
    "url-in-wikilink": ["[[https://example.com|a page]]"],
    "wrong-card-end": ["START"],
}  # fmt: skip
"""The text that a rule marks in its bad example."""


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
class TestEveryRule:
    def test_finds_its_bad_example(self, rule, findings):
        [bad] = examples(rule.page, "Bad")
        assert findings(rule.name, bad)

    def test_marks_what_is_at_fault(self, rule, marked):
        [bad] = examples(rule.page, "Bad")
        found = [text for text in marked(rule.name, bad) if text]
        assert found == MARKED.get(rule.name, found)

    def test_accepts_its_good_example(self, rule, findings):
        [good] = examples(rule.page, "Good")
        assert findings(rule.name, good) == []

    def test_accepts_its_known_false_alarms(self, rule, findings):
        assert "When it is wrong to worry: " in " ".join(rule.page.split())
        for number, fine in enumerate(examples(rule.page, "Fine")):
            assert findings(rule.name, fine, folder=f"vault {number}") == []

    def test_says_its_fault_in_one_sentence(self, rule):
        assert re.fullmatch(r"[A-Z][^.]*\.", rule.summary)

    def test_has_a_test_of_its_own(self, rule):
        file = Path(__file__).with_name(f"test_{rule.check.__name__}.py")
        has_test = file.exists() and re.search("^def test_", file.read_text("utf-8"), re.MULTILINE)
        assert has_test, f"add tests/rules/{file.name}, with a test of {rule.name}"

    def test_documents_its_options(self, rule):
        documented = re.findall(
            r"^    ([\w-]+): ", rule.page.partition("Options:\n")[2], re.MULTILINE
        )
        assert documented == [option.replace("_", "-") for option in rule.options]

    def test_says_why_between_the_fault_and_the_examples(self, rule):
        assert len(rule.page.split("\n\n")[1]) > 40


@pytest.mark.parametrize(
    ("on", "of", "said"),
    [
        (
            "cart",
            "",
            "the rule lost-card is on 'cart': known are vault, note, note or canvas, broken link",
        ),
        (
            "note",
            "card_fault",
            "the rule lost-card is on note of card_fault: known are links, headings",
        ),
        ("card", "id", "the rule lost-card is on card of id: it has no kinds"),
        (
            "card fault",
            "",
            "the rule lost-card takes (graph, note), but one on card fault is given (graph, note, fault)",
        ),
    ],
)
def test_a_rule_that_cannot_be_called_as_it_says_is_refused(on, of, said):
    def lost_card(graph, note):
        """Never called."""

    with pytest.raises(ValueError, match=re.escape(said)):
        rule(Severity.ERROR, COUNTED, on=on, of=of)(lost_card)


def test_a_rule_whose_findings_cannot_be_counted_is_refused():
    def lost_card(graph, note, card):
        """Never called."""

    with pytest.raises(ValueError, match="the rule lost-card counts findings as"):
        rule(Severity.ERROR, ("lost card", "lost cards"), on="card")(lost_card)
