def test_a_plain_link_is_not_a_relation(findings):
    assert findings("missing-relation", """
        -- Energy.md --
        See [[Heat]].
        -- Heat.md --
        Related: [[Work]]
        -- Work.md --
    """) == ["Energy.md:1:1: this note has no relations"]  # fmt: skip
