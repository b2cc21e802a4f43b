"""Headings, block ids and tags."""

import pytest


@pytest.mark.parametrize(("text", "headings"), [
    pytest.param("# A\n### B ##\n", [(1, "A"), (3, "B")], id="marks"),
    pytest.param("#tag\n####### seven\n", [], id="no headings"),
    pytest.param("#\n", [(1, "")], id="empty"),
    pytest.param("A\n===\nB\n---\n", [(1, "A"), (2, "B")], id="underlined"),
    pytest.param("\n---\n- item\n---\n| a |\n---\n", [], id="rules, not underlines"),
    pytest.param("> # quoted\n- # item\n", [], id="in quote and list"),
    pytest.param("```\n# code\n```\n# A", [(1, "A")], id="code"),
    pytest.param("%%\n# hidden\n%%\n# A", [(1, "A")], id="comment"),
    pytest.param("# *A* [[b]] ^id", [(1, "*A* [[b]] ^id")], id="markup stays"),
    pytest.param("---\na: b\n---\n# A", [(1, "A")], id="after the frontmatter"),
    pytest.param("# A\r\n## B\r\n", [(1, "A"), (2, "B")], id="Windows lines"),
    pytest.param("Thus: $$\nx\n$$\n\n# A\n\n$$\ny\n$$\n# B", [(1, "A"), (1, "B")], id="below a formula"),
    pytest.param("Thus: $$\r\nx\r\n$$\r\n\r\n# A\r\n", [(1, "A")], id="below one of Windows"),
    pytest.param("Thus: $$\nx\n\ny\n$$\n\n# A", [(1, "A")], id="below one with an empty line"),
    pytest.param("a $$ b\nc $$ d\n\n# A", [(1, "A")], id="below one that begins and ends in text"),
    pytest.param("> Thus: $$\n> x\n> $$\n\n# A\n$$\ny\n$$", [(1, "A")], id="below one in a quote"),
    pytest.param("$$\n# x\n$$\n\n# A", [(1, "x"), (1, "A")], id="no formula holds a heading"),
    pytest.param("He paid $$\n\n# A\n\n$$\n\n# B", [(1, "A"), (1, "B")], id="no formula at all"),
    pytest.param("`$$` opens: $$\nx\n$$\n\n# A", [(1, "A")], id="a mark in code"),
    pytest.param("``a `$$` b`` and \\$$\n\n# A\n\n$$\nx\n$$", [(1, "A")], id="marks in code and escaped"),
    pytest.param("- a\n  ```\n  # x\n\n# A", [(1, "A")], id="a fence ends with its item"),
    pytest.param("```\n> ```\n# x\n```\n# A", [(1, "A")], id="a quoted fence closes no other"),
    pytest.param("```\n    ```\n# x\n```\n# A", [(1, "A")], id="an indented fence closes none"),
    pytest.param("> ```\n> > ```\n> x\n> ```\n# A", [(1, "A")], id="a deeper fence closes none"),
    pytest.param("text\n    ```\n\n# A", [(1, "A")], id="an indented fence opens none"),
])  # fmt: skip
def test_headings(note, text, headings):
    assert [(heading.level, heading.text) for heading in note(text).headings] == headings


@pytest.mark.parametrize(("text", "blocks"), [
    pytest.param("text ^one\n", ["one"], id="at the end of a line"),
    pytest.param("text\n\n^two-2\n", ["two-2"], id="alone"),
    pytest.param("a^b c ^d e\n", [], id="in the middle"),
    pytest.param("$$x$$^f1\n", ["f1"], id="right behind a formula"),
    pytest.param("- item ^i\r\n", ["i"], id="Windows line"),
    pytest.param("`x ^code`\n", [], id="code"),
])  # fmt: skip
def test_block_ids(note, text, blocks):
    assert [block.id for block in note(text).blocks] == blocks


@pytest.mark.parametrize(("text", "tags"), [
    pytest.param("#a b #c/d", ["#a", "#c/d"], id="nested"),
    pytest.param("#ação #日本 #🚀", ["#ação", "#日本", "#🚀"], id="Unicode"),
    pytest.param("#1984 #y1984 #1a", ["#y1984", "#1a"], id="not only digits"),
    pytest.param("a#b (#c) http://x/#d", [], id="inside words"),
    pytest.param("#a, #b. #c! #d—e", ["#a", "#b", "#c", "#d"], id="punctuation ends it"),
    pytest.param("[[x#y]] `#z` <!-- #w -->", [], id="in links and code"),
    pytest.param("%% #a %% > #b", ["#a", "#b"], id="in comments"),
])  # fmt: skip
def test_tags(note, text, tags):
    assert [tag.name for tag in note(text).tags] == tags


@pytest.mark.parametrize(
    ("yaml", "tags"),
    [
        ("tags: [a, '#b']", ("#a", "#b")),
        ("tags: a", ("#a",)),
        ("tags: a, b", ()),
        ("TAGS:\n  - a/b\n  -", ("#a/b",)),
        ("tag: a", ()),
        ("tags:", ()),
    ],
)
def test_property_tags(note, yaml, tags):
    assert note(f"---\n{yaml}\n---").frontmatter_tags == tags


def test_yaml_is_read_as_obsidian_reads_it(note):
    text = "---\nat: 10:57\non: yes\nday: 2025-02-30\nn: 12\naliases: [Calor, Wärme]\n---"
    assert dict(note(text).properties) == {
        "at": "10:57", "on": "yes", "day": "2025-02-30", "n": 12, "aliases": ["Calor", "Wärme"]
    }  # fmt: skip
    assert note(text).aliases == ("Calor", "Wärme")
