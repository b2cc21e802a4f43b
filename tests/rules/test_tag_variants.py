import json

import pytest

from vaultgraph import choose_rules, lint


def test_the_rarer_form_is_reported(findings):
    assert findings("tag-variants", """
        -- Heat.md --
        #NLP and #nlp
        -- Work.md --
        #nlp
    """) == ["Heat.md:1:1: elsewhere this tag is written #nlp"]  # fmt: skip


@pytest.mark.parametrize(
    "tag", ["flashcard", "flashcard/physics", "flashcards", "card", "anki-own"]
)
def test_a_tag_that_marks_cards_is_written_as_its_plugin_expects(findings, tag):
    data = {"settings": {"CUSTOM_REGEXPS": {"Basic": r"^(.*) #anki\-own\n(.*)"}}}
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": json.dumps(data).encode()}
    if "own" not in tag:
        files = {}
    text = f"-- Heat.md --\n#{tag} here\n-- Work.md --\n#{tag.title()} #{tag.title()} here"
    assert findings("tag-variants", text, files) == []


def test_other_tags_are_other_tags(findings):
    assert findings("tag-variants", "-- Heat.md --\n#nlp #nlp/a #nl-p") == []


def test_tags_of_the_properties_count(findings):
    assert findings("tag-variants", """
        -- Heat.md --
        ---
        title: NLP
        tags: [heat, NLP]
        ---
        -- Work.md --
        #nlp #nlp
        -- Force.md --
        ---
        Tags:
          - "#Nlp"
        ---
    """) == [
        "Force.md:3:7: elsewhere this tag is written #nlp",
        "Heat.md:3:14: elsewhere this tag is written #nlp",
    ]  # fmt: skip


def test_each_level_of_a_tag_counts(findings):
    assert findings(
        "tag-variants", "-- Heat.md --\n#nlp #NLP/Parsing #nlp/parsing #nlp/parsing"
    ) == ["Heat.md:1:6: elsewhere this tag is written #nlp/parsing"]
    assert findings("tag-variants", "-- Heat.md --\n#nlp #nlp #NLP/x") == [
        "Heat.md:1:11: elsewhere this tag is written #nlp/x"
    ]


@pytest.mark.parametrize(("tags", "hint"), [
    ("[CS]", "write cs"), ("[CS, cs]", "the list has both: one is enough"),
])  # fmt: skip
def test_in_the_properties_a_tag_is_written_without_hash(graph, tags, hint):
    text = f"-- Heat.md --\n#cs #cs\n-- Work.md --\n---\ntags: {tags}\n---\n#cs #cs"
    (found,) = lint(graph(text), choose_rules(["tag-variants"]))
    assert found.hint == hint
