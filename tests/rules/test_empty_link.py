def test_tells_links_without_a_target(findings):
    assert findings("empty-link", """
        -- Heat.md --
        [[|x]] [x]() ![]( ) [[#]] [x](#) [home](/) [here](.) - [ ] task
    """) == [
        "Heat.md:1:1: this link leads nowhere",
        "Heat.md:1:8: this link leads nowhere",
        "Heat.md:1:15: this link leads nowhere",
    ]  # fmt: skip


def test_empty_brackets_are_no_link_at_all(findings):
    assert findings("empty-link", """
        -- Heat.md --
        [[]] [] f() `[x]()` handlers[0]() f(x)[1]()
    """) == []  # fmt: skip
