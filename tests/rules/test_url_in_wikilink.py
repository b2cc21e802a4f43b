def test_tells_addresses_in_double_brackets(findings):
    assert findings("url-in-wikilink", """
        -- Heat.md --
        [[https://example.com/a]] [[www.example.com]] [[Note: a title]]
    """) == [
        "Heat.md:1:1: a web address in double brackets is no web link",
        "Heat.md:1:27: a web address in double brackets is no web link",
    ]  # fmt: skip


def test_each_broken_link_is_told_by_one_rule(graph):
    from vaultgraph import choose_rules, lint

    found = lint(graph("""
        -- Heat.md --
        [[https://example.com]] [[|x]] [[Disorder]] ![[x.png]] [[Gone]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
        Disorder, counted.
    """), choose_rules(ignore=["orphan-note"]))  # fmt: skip
    assert [diagnostic.rule for diagnostic in found] == [
        "url-in-wikilink", "empty-link", "alias-as-target", "broken-image", "broken-link"
    ]  # fmt: skip
