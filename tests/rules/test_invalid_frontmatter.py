import pytest


def test_points_at_the_place(findings):
    assert findings("invalid-frontmatter", """
        -- Heat.md --
        ---
        date: 2025-01-01
        title: Heat: a history
        ---
    """) == ["Heat.md:3:12: mapping values are not allowed in this context"]  # fmt: skip


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
