def test_without_settings_nothing_is_missing(findings):
    assert findings("missing-property", "-- Heat.md --\nEnergy on its way.") == []


def test_files_can_be_left_out(findings):
    vault = """
        -- .vaultgraph.toml --
        [rules.missing-property]
        properties = ["date", "source"]
        exclude = ["Templates/**"]
        -- Templates/Card.md --
        -- Heat.md --
        ---
        source: book
        ---
    """
    assert findings("missing-property", vault) == ["Heat.md:1:1: the property date is missing"]
