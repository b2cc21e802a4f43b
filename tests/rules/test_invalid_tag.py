import pytest

from vaultgraph import choose_rules, lint


def found_in(graph, yaml, others=""):
    return lint(graph(f"-- Heat.md --\n---\n{yaml}\n---\n{others}"), choose_rules(["invalid-tag"]))


def test_points_at_each_entry(findings):
    assert findings("invalid-tag", """
        -- Heat.md --
        ---
        title: what?
        Tags:
          - has space
          - "#ok"
          - what?
          - 2024
          - has space
        ---
    """) == [
        "Heat.md:4:5: a tag cannot contain a space",
        "Heat.md:6:5: a tag cannot contain ?",
        "Heat.md:7:5: a tag cannot be a number",
        "Heat.md:8:5: a tag cannot contain a space",
    ]  # fmt: skip


@pytest.mark.parametrize(("yaml", "place", "hint"), [
    ("tags: [heat engine, a]", "2:8", "make each tag an entry of its own, or write heat-engine"),
    ("tags: heat engine", "2:7", "write tags: [heat, engine], or heat-engine if it is one tag"),
    ("Tags: 'heat; #work'", "2:8", "write Tags: [heat, work], or heat-work if it is one tag"),
    ("tags: ['heat, work']", "2:9", "make each tag an entry of its own, or write heat-work"),
    ("tags: [what is it?]", "2:8", "use letters, digits, _, - and / only"),
    ("tags: [foo.bar, foo.ba]", "2:8", "use letters, digits, _, - and / only"),
    ("tags: 1824", "2:7", "add a letter, as in y1824"),
    ("tags: ['1824', 18240]", "2:9", "add a letter, as in y1824"),
    ("tags: ['#']\ntitle: a b\nTAGS: [a—b]", "4:8", "use letters, digits, _, - and / only"),
    ('tags: ["a\\tb"]', "2:1", "make each tag an entry of its own, or write a-b"),
])  # fmt: skip
def test_says_what_to_write(graph, yaml, place, hint):
    found = found_in(graph, yaml)[0]
    assert (f"{found.location.line}:{found.location.column}", found.hint) == (place, hint)


@pytest.mark.parametrize("yaml", [
    "tags: [física/térmica, a_b-c, 2024/05, 1a, 🔥, ★→, 物理]", "tags: '#heat'", "tags:", "tags: []", "tags: [true, null, [a b], {a b: c}]",
    "tags: a, b c", "tags: [<% tp.file.title %>, '{{a b}}']", "other: [a b]", "tags: [👩\u200d💻]",
])  # fmt: skip
def test_what_obsidian_takes_for_a_tag_is_fine(graph, yaml):
    assert found_in(graph, yaml) == []


def test_a_web_site_may_have_other_tags(graph):
    (found,) = found_in(graph, "tags: [heat engine]", "-- hugo.toml --\n")
    assert str(found.severity) == "info"


def test_templates_are_filled_in_later(graph):
    assert found_in(graph, "tags: [heat engine]", "{{title}}\n") == []
