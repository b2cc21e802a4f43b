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
    """) == ["Heat.md:3:8: this value contains a colon followed by a space"]  # fmt: skip


def test_a_repeated_property_is_invalid(findings):
    assert findings("invalid-frontmatter", """
        -- Heat.md --
        ---
        up: a
        up: b
        ---
    """) == ["Heat.md:3:1: the property up appears twice"]  # fmt: skip


def test_a_problem_keeps_the_template_of_its_message(note):
    (problem,) = note("---\nup: a\nup: b\n---").problems
    assert problem.kind == "repeated property"
    assert problem.message.template == "the property {name} appears twice"


@pytest.mark.parametrize(
    "text", ["---\n---", "---\n\n---", "---\n# comment\n---", '---\n{"a": 1}\n---']
)
def test_empty_commented_and_json_frontmatter_is_valid(note, text):
    assert note(text).problems == ()


def test_dashes_below_the_first_line_are_not_frontmatter(note):
    assert note("\n---\na: b: c\n---").problems == ()


def test_the_body_is_read_although_the_frontmatter_is_broken(note):
    assert [link.target for link in note("---\na: [\n---\n[[Heat]]").links] == ["Heat"]


@pytest.mark.parametrize(("yaml", "place", "message"), [
    pytest.param("12th July\nweather: city: 36", "2:1", "this line has no `name: `", id="the line above is the first mistake"),
    pytest.param("some words\nweather: sunny", "2:1", "this line has no `name: `", id="a line without a name"),
    pytest.param("key:value\nb: c", "2:1", "this line has no `name: `", id="no space after the colon"),
    pytest.param("a: [b\nc: d", "2:4", "this [ is never closed", id="a list that is open"),
    pytest.param("a: [b,\n  c]\nd: e: f", "4:4", "this value contains a colon followed by a space", id="a list over two lines is fine"),
    pytest.param("a: {b\nc: d", "2:4", "this { is never closed", id="a map that is open"),
    pytest.param("a: [[b]], [[c]]", "2:4", "the value continues after its closing bracket", id="two links"),
    pytest.param('a: "b\nc: d', "2:4", "this quote is never closed", id="a quote that is open"),
    pytest.param("a: 'it's'", "2:4", "the value continues after its closing quote", id="a quote in quotes"),
    pytest.param("a: @b", "2:4", "a value cannot begin like this", id="a mark at the start"),
    pytest.param("a: *b*", "2:4", "a value cannot begin like this", id="a star at the start"),
    pytest.param('a: "[[b\\|c]]"', "2:4", "a backslash in double quotes starts an escape", id="a bar as in a table"),
    pytest.param('a: "C:\\Notes\\d"', "2:4", "a backslash in double quotes starts an escape", id="a path of Windows"),
    pytest.param("a: ![[b.png]]", "2:4", "! starts the name of a type", id="an embed without quotes"),
    pytest.param("a: - b", "2:4", "a list cannot begin on the line of its name", id="a list on the line of its name"),
    pytest.param("a: {{1}} b", "2:4", "{ opens a map of properties", id="two braces"),
    pytest.param("a: |\n  b: c: d\ne: f: g", "4:4", "this value contains a colon followed by a space", id="text below | is not checked"),
    pytest.param("{a: 1}\ntags: x", "3:1", "this is not valid YAML: while parsing a flow sequence, expected ',' or ']'", id="after a closed map"),
    pytest.param("{{1}}\n{{2}}", "2:1", "{ opens a map of properties", id="after two closed maps"),
])  # fmt: skip
def test_names_common_mistakes(findings, yaml, place, message):
    text = f"-- Heat.md --\n---\n{yaml}\n---\nText."
    assert findings("invalid-frontmatter", text) == [f"Heat.md:{place}: {message}"]


@pytest.mark.parametrize("yaml", [
    'a: "b: c"', "a: [b, {c: d}]", "a: [b,\n  c]", "a: b:c # d: e", "a: http://b.c", "a: |\n  b: c", "a b: c",
    "- a\n- b: c", "a: 'it''s'", "? a\n: b", '"a: b": c', "{a: [1]} # b", "a:\n  b\n  c",
])  # fmt: skip
def test_valid_yaml_is_not_a_mistake(note, yaml):
    text = f"---\n{yaml}\n---\n"
    assert [
        p
        for p in note(text).problems
        if p.message != "there is no `property: value` in the frontmatter"
    ] == []
    assert find_mistake(text, len(text) - 6) is None or "?" in yaml


def test_a_tab_cannot_indent():
    mistake = find_mistake("---\na:\n\tb: c\n---", 8)
    assert (mistake.message, mistake.start) == ("this line is indented with a tab", 7)


def test_placeholders_of_a_template_are_not_reported(findings):
    assert findings("invalid-frontmatter", "-- Heat.md --\n---\ntitle: {{title}}: b\n---\n") == []


def test_in_a_template_a_mistake_is_only_information(graph):
    text = "-- Templates/Heat.md --\n---\ntags: [physics\n---\n"
    [found] = lint(graph(text), choose_rules(["invalid-frontmatter"]))
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(("text", "hint"), [
    ("tags: [heat],", "remove the comma"),
    ("aliases: , Warmth", "remove the comma"),
    ("tags: [\n - #heat\n - #work]", "remove the brackets, and put what begins with # in quotes"),
    ("tags: [\n\n- heat\n- work: a: b\n]", "remove the brackets"),
    ("\n## Laws\n\nNothing is lost.\n", "if the first --- is meant as a horizontal line, delete it or put an empty line above"),
    ("\nNothing is lost.\n", "if the first --- is meant as a horizontal line, delete it or put an empty line above"),
    ("alias: [*]", "put it in quotes: '*'"),
    ("meaning: 'to hinder\nadj. hindered'\ntype: word", "indent the line below, or write the value on one line"),
    ("meaning: 'to hinder\ntype: word", "close it"),
    ("alias: [a, *, b]", "put it in quotes: '*'"),
    ('title: \\a: "b"', "put the whole value in single quotes"),
    ('alias: [\\a] "b"', "if it is a list, remove what follows the ]; if it is text, put the whole value in single quotes"),
    ("alias: [\\{\\}, x]", "close what is open above, and put text with : # * [ ] { } in single quotes"),
    ("\ntitle: a: b", "put the whole value in quotes"),
    ("\n# mine\ntitle: a: b", "put the whole value in quotes"),
])  # fmt: skip
def test_the_hint_preserves_the_text(graph, text, hint):
    vault = graph("", {"Heat.md": f"---\n{text}\n---\nText.\n".encode()})
    (found,) = lint(vault, choose_rules(["invalid-frontmatter"]))
    assert found.hint == hint


LIST_OR_TEXT = (
    "if it is a list, remove what follows the ]; if it is text, put the whole value in quotes"
)
NO_NAME = (
    "indent it if it continues the line above; otherwise give it a name, or move it below the ---"
)


@pytest.mark.parametrize(("line", "hint"), [
    ("tags: [physics] []()", LIST_OR_TEXT),
    ("aliases: [\"a \"b\" c\"]", "use single quotes for the outer ones: 'a \"b\" c'"),
    ("summary: Heat is\nenergy on its way", NO_NAME),
])  # fmt: skip
def test_the_hint_preserves_the_meaning(graph, line, hint):
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
