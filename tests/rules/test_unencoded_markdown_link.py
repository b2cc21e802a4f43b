def test_points_at_what_was_meant_as_a_link(findings):
    assert findings("unencoded-markdown-link", """
        -- Heat.md --
        See [a](My laws.md#First law) and ![b](Files/my pic.png).
        -- My laws.md --
        -- Files/my pic.png --
    """) == [
        "Heat.md:1:5: a blank ends the link here",
        "Heat.md:1:36: a blank ends the link here",
    ]  # fmt: skip


def test_text_in_parentheses_is_just_text(findings):
    assert findings("unencoded-markdown-link", """
        -- Heat.md --
        A list [1](see the laws below), a task [ ] (not now).
        -- My laws.md --
    """) == []  # fmt: skip
