def test_says_how_to_write_it(graph):
    from vaultgraph import choose_rules, lint

    (found,) = lint(graph("""
        -- Heat.md --
        [[disorder#Laws|x]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert found.message == "disorder is an alias of Entropy, not its name"
    assert found.hint == "write [[Entropy#Laws|disorder]]"


def test_a_note_that_is_really_called_so_wins(findings):
    assert findings("alias-as-target", """
        -- Heat.md --
        [[Disorder]]
        -- Disorder.md --
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """) == []  # fmt: skip
