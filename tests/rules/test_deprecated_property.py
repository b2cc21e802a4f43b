import pytest


@pytest.mark.parametrize(
    ("old", "new"), [("tag", "tags"), ("alias", "aliases"), ("cssclass", "cssclasses")]
)
def test_names_the_new_one(graph, old, new):
    from vaultgraph import choose_rules, lint

    (found,) = lint(
        graph(f"-- Heat.md --\n---\n{old}: a\n---\n"), choose_rules(["deprecated-property"])
    )
    assert found.hint == f"rename it to {new}"


def test_the_new_names_are_fine(findings):
    text = "-- Heat.md --\n---\ntags: [a]\naliases: [b]\ncssclasses: [c]\n---\n"
    assert findings("deprecated-property", text) == []


def test_points_at_the_property(findings):
    text = "-- Heat.md --\n---\nup: Physics\nAlias: Warmth\n---\n"
    assert findings("deprecated-property", text) == [
        "Heat.md:3:1: Obsidian no longer reads the property Alias"
    ]


def test_a_comma_separated_text_is_not_a_list(findings):
    text = "-- Heat.md --\n---\ntags: a, b\naliases: [a, b]\ncssclasses: a\n---\n"
    assert findings("deprecated-property", text) == [
        "Heat.md:2:1: Obsidian ignores these tags: a comma-separated text is not a list"
    ]


@pytest.mark.parametrize(("text", "hint"), [
    ("alias: a, b", "rename it to aliases, and make it a list: aliases: [a, b]"),
    ("tag: a, b,", "rename it to tags, and make it a list: tags: [a, b]"),
    ('tags: "#a, #b"', "write tags: [a, b]"),
    ("cssclass: 'a: b, c'", 'rename it to cssclasses, and make it a list: cssclasses: ["a: b", c]'),
    ("alias: a\naliases: [b]", "move its values to aliases"),
])  # fmt: skip
def test_the_hint_leads_to_no_other_finding(graph, text, hint):
    from vaultgraph import choose_rules, lint

    vault = graph(f"-- Heat.md --\n---\n{text}\n---\n")
    (found,) = lint(vault, choose_rules(["deprecated-property"]))
    assert found.hint.removesuffix(', or aliases: ["a, b"] if that is one alias') == hint


@pytest.mark.parametrize("text", ["alias:", "tag: []", 'cssclass: ""'])
def test_a_property_without_a_value_loses_nothing(findings, text):
    assert findings("deprecated-property", f"-- Heat.md --\n---\n{text}\n---\n") == []


def test_an_alias_that_is_the_name_needs_no_replacement(findings):
    text = "-- Heat.md --\n---\nalias: {}\n---\n"
    assert findings("deprecated-property", text.format("[Heat]")) == []
    assert findings("deprecated-property", text.format("Warmth")) != []
