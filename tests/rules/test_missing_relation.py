def test_a_plain_link_is_no_relation(findings):
    assert findings("missing-relation", """
        -- Energy.md --
        See [[Heat]].
        -- Heat.md --
        Related: [[Work]]
        -- Work.md --
    """) == ["Energy.md:1:1: no relation leads here, and none away"]  # fmt: skip
