def test_the_property_can_have_another_name(findings):
    vault = """
        -- .vaultgraph.toml --
        [rules.missing-note-id]
        key = "uid"
        -- Heat.md --
        ---
        id: 7
        ---
        Energy on its way.
        -- Empty.md --
    """
    assert findings("missing-note-id", vault) == ["Heat.md:1:1: the property uid is missing"]
