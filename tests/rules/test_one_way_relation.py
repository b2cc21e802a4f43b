def test_any_link_back_is_a_counterpart(findings):
    assert findings("one-way-relation", """
        -- Heat.md --
        Related: [[Work]], [[Energy]]
        -- Work.md --
        As in [[Heat]].
        -- Energy.md --
    """) == ["Heat.md:1:20: Energy.md does not link back"]  # fmt: skip


def test_a_relation_with_a_direction_needs_no_counterpart(findings):
    assert (
        findings("one-way-relation", "-- a.md --\nNext: [[b]]\nSource: [[b]]\n-- b.md --\n") == []
    )
