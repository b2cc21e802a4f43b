import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity
from vaultgraph.reading.yaml_mistakes import find_mistake


def test_points_at_the_place(findings):
    assert findings("invalid-frontmatter", """
        -- Heat.md --
        ---
        date: 2025-01-01
        title: Heat: a history
        ---
    """) == ["Heat.md:3:8: this value holds a colon and a blank"]  # fmt: skip


def test_a_property_twice_is_invalid(findings):
    assert findings("invalid-frontmatter", """
        -- Heat.md --
        ---
        up: a
        up: b
        ---
    """) == ["Heat.md:3:1: the property up is there twice"]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["---\n---", "---\n\n---", "---\n# comment\n---", '---\n{"a": 1}\n---']
)
def test_empty_commented_and_json_frontmatter_is_valid(note, text):
    assert note(text).problems == ()


def test_a_rule_below_the_first_line_is_no_frontmatter(note):
    assert note("\n---\na: b: c\n---").problems == ()


def test_the_body_is_read_although_the_frontmatter_is_broken(note):
    assert [link.target for link in note("---\na: [\n---\n[[Heat]]").links] == ["Heat"]


@pytest.mark.parametrize(("yaml", "place", "message"), [
    pytest.param("12th July\nweather: city: 36", "2:1", "this line has no `name: `", id="the line above is the first fault"),
    pytest.param("some words\nweather: sunny", "2:1", "this line has no `name: `", id="a line without a name"),
    pytest.param("key:value\nb: c", "2:1", "this line has no `name: `", id="no blank behind the colon"),
    pytest.param("a: [b\nc: d", "2:4", "this [ is never closed", id="a list that is open"),
    pytest.param("a: [b,\n  c]\nd: e: f", "4:4", "this value holds a colon and a blank", id="a list over two lines is no fault"),
    pytest.param("a: {b\nc: d", "2:4", "this { is never closed", id="a map that is open"),
    pytest.param("a: [[b]], [[c]]", "2:4", "the value goes on behind its brackets", id="two links"),
    pytest.param('a: "b\nc: d', "2:4", "this quote is never closed", id="a quote that is open"),
    pytest.param("a: 'it's'", "2:4", "the value goes on behind its quotes", id="a quote in quotes"),
    pytest.param("a: @b", "2:4", "a value cannot begin like this", id="a mark at the start"),
    pytest.param("a: *b*", "2:4", "a value cannot begin like this", id="a star at the start"),
    pytest.param('a: "[[b\\|c]]"', "2:4", "a backslash between double quotes begins an escape", id="a bar as in a table"),
    pytest.param('a: "C:\\Notes\\d"', "2:4", "a backslash between double quotes begins an escape", id="a path of Windows"),
    pytest.param("a: ![[b.png]]", "2:4", "! begins the name of a type", id="an embed without quotes"),
    pytest.param("a: - b", "2:4", "a list does not begin behind its name", id="a list behind its name"),
    pytest.param("a: {{1}} b", "2:4", "{ opens a map of properties", id="two braces"),
    pytest.param("a: |\n  b: c: d\ne: f: g", "4:4", "this value holds a colon and a blank", id="text below | is free"),
    pytest.param("{a: 1}\ntags: x", "3:1", "while parsing a flow sequence, expected ',' or ']'", id="behind a closed map"),
    pytest.param("{{1}}\n{{2}}", "2:1", "{ opens a map of properties", id="behind two closed maps"),
])  # fmt: skip
def test_says_what_is_wrong_in_words_of_its_own(findings, yaml, place, message):
    text = f"-- Heat.md --\n---\n{yaml}\n---\nText."
    assert findings("invalid-frontmatter", text) == [f"Heat.md:{place}: {message}"]


@pytest.mark.parametrize("yaml", [
    'a: "b: c"', "a: [b, {c: d}]", "a: [b,\n  c]", "a: b:c # d: e", "a: http://b.c", "a: |\n  b: c", "a b: c",
    "- a\n- b: c", "a: 'it''s'", "? a\n: b", '"a: b": c', "{a: [1]} # b", "a:\n  b\n  c",
])  # fmt: skip
def test_what_is_valid_is_no_mistake(note, yaml):
    text = f"---\n{yaml}\n---\n"
    assert [p for p in note(text).problems if "there is no" not in p.message] == []
    assert find_mistake(text, len(text) - 6) is None or "?" in yaml


def test_a_tab_cannot_indent():
    mistake = find_mistake("---\na:\n\tb: c\n---", 8)
    assert (mistake.message, mistake.start) == ("a tab indents this line", 7)


def test_what_a_template_is_filled_in_with_may_be_valid(findings):
    assert findings("invalid-frontmatter", "-- Heat.md --\n---\ntitle: {{title}}: b\n---\n") == []


def test_in_a_template_a_mistake_is_only_information(graph):
    text = "-- Templates/Heat.md --\n---\ntags: [physics\n---\n"
    [found] = lint(graph(text), choose_rules(["invalid-frontmatter"]))
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(("text", "hint"), [
    ("tags: [heat],", "remove the comma"),
    ("aliases: , Warmth", "remove the comma"),
    ("tags: [\n - #heat\n - #work]", "leave out the brackets, and put what begins with # between quotes"),
    ("tags: [\n\n- heat\n- work: a: b\n]", "leave out the brackets"),
    ("\n## Laws\n\nNothing is lost.\n", "if the first --- is meant as a line: delete it, or put an empty line before it"),
    ("\nNothing is lost.\n", "if the first --- is meant as a line: delete it, or put an empty line before it"),
    ("alias: [*]", "put it between quotes: '*'"),
    ("meaning: 'to hinder\nadj. hindered'\ntype: word", "indent the line below, or write the value on one line"),
    ("meaning: 'to hinder\ntype: word", "close it"),
    ("alias: [a, *, b]", "put it between quotes: '*'"),
    ('title: \\a: "b"', "put the whole value between single quotes"),
    ('alias: [\\a] "b"', "if it is a list, remove what follows the ]; if it is a text, put the whole value between single quotes"),
    ("alias: [\\{\\}, x]", "close what is open above, and put text with : # * [ ] { } in it between single quotes"),
    ("\ntitle: a: b", "put the whole value between quotes"),
    ("\n# mine\ntitle: a: b", "put the whole value between quotes"),
])  # fmt: skip
def test_the_hint_keeps_what_was_meant(graph, text, hint):
    vault = graph("", {"Heat.md": f"---\n{text}\n---\nText.\n".encode()})
    (found,) = lint(vault, choose_rules(["invalid-frontmatter"]))
    assert found.hint == hint


LIST_OR_TEXT = "if it is a list, remove what follows the ]; if it is a text, put the whole value between quotes"
NO_NAME = (
    "indent it if it goes on from the line above; else give it a name, or move it below the ---"
)


@pytest.mark.parametrize(("line", "hint"), [
    ("tags: [physics] []()", LIST_OR_TEXT),
    ("aliases: [\"a \"b\" c\"]", "put the outer ones as single quotes: 'a \"b\" c'"),
    ("summary: Heat is\nenergy on its way", NO_NAME),
])  # fmt: skip
def test_the_hint_keeps_what_is_meant(graph, line, hint):
    vault = graph(f"-- Heat.md --\n---\n{line}\n---\n")
    (found,) = lint(vault, choose_rules(["invalid-frontmatter"]))
    assert found.hint == hint


def test_a_bracket_may_be_closed_at_the_beginning_of_a_line(graph, findings):
    text = '-- Heat.md --\n---\ntags: [\n  "a",\n  "b"\n]\nx: {\n  y: "[[Work]]"\n}\n---\n-- Work.md --\n'
    assert findings("invalid-frontmatter", text) == []
    note = graph(text).vault.notes["Heat.md"]
    assert note.parsed.frontmatter_tags == ("#a", "#b")
    assert [link.target for link in note.links] == ["Work"]


def test_a_comma_may_be_missing_in_a_list(findings):
    text = '-- Heat.md --\n---\naliases: ["a". "b"]\n---\n'
    assert findings("invalid-frontmatter", text) == [
        "Heat.md:2:10: a comma is missing between two values"
    ]
