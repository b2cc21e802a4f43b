import json

import pytest

from vaultgraph import choose_rules, lint

TYPES = ".obsidian/types.json"


def found_in(graph, value, expected, name="due"):
    types = {TYPES: json.dumps({"types": {name: expected}}).encode()}
    vault = graph(f"-- Heat.md --\n---\ndue: {value}\n---\n", types)
    return [found.message for found in lint(vault, choose_rules(["property-type"]))]


def test_points_at_the_value(findings):
    assert findings("property-type", """
        -- .obsidian/types.json --
        {"types": {"due": "date", "parts": "multitext"}}
        -- Heat.md --
        ---
        due: next tuesday
        Parts:
          first: a
        ---
        -- Work.md --
        ---
        due: 2026-02-28
        ---
    """) == [
        "Heat.md:2:6: the property due should be a date such as 2026-11-24",
        "Heat.md:3:1: the property Parts should be a list",
    ]  # fmt: skip


@pytest.mark.parametrize(("expected", "values"), [
    ("date", ["tuesday", "24/11/2026", "2026-13-01", "[2026-11-24]", "true", "'[[2026-11-24]]'"]),
    ("datetime", ["noon", "10:30", "24.11.2026 10:30"]),
    ("number", ["three", "3 kg", "1,5", "[1, 2]", "true"]),
    ("checkbox", ["done", "1", "[true]", "x"]),
    ("text", ["[a, b]", "{a: b}"]),
    ("multitext", ["{a: b}"]),
])  # fmt: skip
def test_a_value_of_another_type_is_found(graph, expected, values):
    assert all(len(found_in(graph, value, expected)) == 1 for value in values)


@pytest.mark.parametrize(("expected", "values"), [
    ("date", ["2026-11-24", "2026-1-5", "2026-11-24T10:30", "'2026-11-24'", "2026-11", "2026", "20261124", "2026-W05"]),
    ("datetime", ["2026-11-24T10:30", "2026-11-24 10:30:00", "2026-11-24T10:30:00.000Z", "2026-11-24", "2026-11-24T10:30+01:00"]),
    ("number", ["3", "-1.5", "'3'", "1e3", ".5"]),
    ("checkbox", ["true", "false", "'true'"]),
    ("text", ["a", "3", "true", "[[Work]]", "2026-11-24"]),
    ("multitext", ["[a, 1]", "a", "3"]),
    ("tags", ["one", "[one]"]),
    ("aliases", ["one", "[one]"]),
    ("rating", ["many", "[a]"]),
    ("constructor", ["a"]),
])  # fmt: skip
def test_a_value_of_its_type_is_fine(graph, expected, values):
    for value in [*values, "", "''", "[]", "null"]:
        assert found_in(graph, value, expected) == []


def test_names_are_compared_in_lower_case(graph):
    assert found_in(graph, "soon", "date", "Due") != []


@pytest.mark.parametrize("types", [
    "", "[", "[]", '{"types": []}', '{"types": {"due": ["date"]}}', '{"types": {"due": null}}'
])  # fmt: skip
def test_broken_settings_give_no_types(graph, types):
    vault = graph("-- Heat.md --\n---\ndue: soon\n---\n", {TYPES: types.encode()})
    assert lint(vault, choose_rules(["property-type"])) == []


def test_templates_are_filled_in_later(graph):
    vault = graph(
        "-- Heat.md --\n---\ndue: '{{date}}'\n---\n", {TYPES: b'{"types": {"due": "date"}}'}
    )
    assert lint(vault, choose_rules(["property-type"])) == []
