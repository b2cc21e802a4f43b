"""Properties cannot grow without limit, and are plain data."""

import math

import pytest

from vaultgraph.reading import yaml_fallback
from vaultgraph.reading.frontmatter import read_frontmatter
from vaultgraph.reading.yaml_limits import plain_value, refuse_excess


def laughing(levels):
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for this, above in zip("bcdefghijk"[:levels], "abcdefghijk", strict=False):
        lines.append(f"{this}: &{this} [{','.join([f'*{above}'] * 9)}]")
    return "\n".join(lines)


def properties(yaml):
    return read_frontmatter(f"\n---\n{yaml}\n---\nText.")


@pytest.mark.parametrize("levels", [6, 8, 10])
def test_properties_that_grow_by_references_are_refused(levels):
    found = properties(laughing(levels))
    assert found.fault == (
        "references such as *name may make the properties longer than 10,000,000 characters"
    )
    assert found.properties == {}


def test_a_few_references_are_read():
    found = properties('a: &a ["[[Heat]]"]\nb: *a\nc: [*a, *a]')
    assert found.properties == {"a": ["[[Heat]]"], "b": ["[[Heat]]"], "c": [["[[Heat]]"]] * 2}


def test_a_list_of_references_to_one_value_is_read():
    refuse_excess("a: &a Heat\nb:\n" + "- *a\n" * 500)


@pytest.mark.parametrize("yaml", [
    "a:\n  " + "- " * 1200 + "x", "a:\n  " + "- " * 150 + "x", "a:\n  " + "- " * 100_000 + "x",
    "a: " + "[" * 100_000, "a: " + "{a: " * 300, "\n".join(" " * n + "a:" for n in range(2000)),
])  # fmt: skip
def test_properties_that_are_nested_too_deeply_are_refused(yaml):
    found = properties(yaml)
    assert found.fault
    assert found.properties == {}


@pytest.mark.parametrize(("yaml", "value"), [
    ("a: !x Heat", "Heat"), ("a: !x [1, !y b]", [1, "b"]), ("a: !!set {b}", {"b": None}),
    ("a: .nan", ".nan"), ("a: .inf", ".inf"), ("a: -.inf", "-.inf"), ("a: 9999e999", ".inf"),
    ("a: 1.5", 1.5), ("a: 0x1F", 31), ("a: {2: b, true: c}", {"2": "b", "True": "c"}),
])  # fmt: skip
def test_values_are_plain_data(yaml, value):
    assert properties(yaml).properties == {"a": value}


def test_a_number_without_limit_is_text():
    assert plain_value(10**5000) == ".inf"
    assert plain_value(math.nan) == ".nan"


@pytest.mark.parametrize("yaml", ["a: &a [*a]", "a:\n  " + "- " * 5000 + "x", "? [a]\n: b"])
def test_the_fallback_parser_raises_the_same_error(yaml):
    with pytest.raises(ValueError, match=r"(?s).*"):
        plain_value(yaml_fallback.parse(yaml))


@pytest.mark.parametrize("decoy", ['" *{0} "', '" &{0} "', "' *{0} '"])
def test_a_reference_in_quotes_hides_no_growth(decoy):
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for this, above in zip("bcdefghij", "abcdefghi", strict=True):
        uses = ",".join([f"*{above}"] * 9)
        lines.append(
            f"{this}: &{this} [{decoy.format(this)},{uses}]\n{this}0: {decoy.format(this)}"
        )
    assert properties("\n".join(lines)).fault


def test_a_redefined_anchor_hides_no_growth():
    lines = ["a0: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{n}: &a [{','.join(['*a'] * 9)}]" for n in range(1, 10)]
    assert properties("\n".join(lines)).fault


def test_emphasis_and_ampersands_are_not_references():
    refuse_excess("a: Q&A & R&D, *so* and **so** &nbsp; " * 200)
