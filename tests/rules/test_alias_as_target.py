import pytest

from vaultgraph import choose_rules, lint


def test_says_how_to_write_it(graph):
    (found,) = lint(graph("""
        -- Heat.md --
        [[disorder#Laws|x]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert found.message == "disorder is an alias of Entropy, not a name"
    assert found.hint == "write [[Entropy#Laws|x]]"


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


def test_the_shortest_path_that_leads_to_the_note_is_suggested(graph):
    (found,) = lint(graph("""
        -- README.md --
        -- python/README.md --
        ---
        aliases: [python]
        ---
        -- A.md --
        [[python]]
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert found.message == "python is an alias of python/README, not a name"
    assert found.hint == "write [[python/README|python]]"


def test_of_several_owners_none_is_chosen(graph):
    (found,) = lint(graph("""
        -- A.md --
        [[Warmth]]
        -- Fire.md --
        ---
        aliases: Warmth
        ---
        -- Heat.md --
        ---
        aliases: Warmth
        ---
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert found.message == "Warmth is an alias of Fire and Heat, not a name"
    assert found.hint == "write [[Fire|Warmth]] or [[Heat|Warmth]]"
    assert found.fix is None


def test_of_many_owners_three_are_named(graph):
    owners = "".join(f"-- {name}.md --\n---\naliases: Warmth\n---\n" for name in "BCDE")
    (found,) = lint(graph(f"-- A.md --\n[[Warmth]]\n{owners}"), choose_rules(["alias-as-target"]))
    assert found.message == "Warmth is an alias of B, C and D and others, not a name"
    assert found.hint == "write [[B|Warmth]] or [[C|Warmth]] or [[D|Warmth]]"


@pytest.mark.parametrize(
    ("link", "owner"), [("[x][w]\n\n[w]: Warmth", "Fire"), ("[[Warmth]]", "C#")]
)
def test_a_link_that_cannot_be_rewritten_is_not_fixed(graph, link, owner):
    text = f"-- A.md --\n{link}\n-- {owner}.md --\n---\naliases: Warmth\n---\n"
    (found,) = lint(graph(text), choose_rules(["alias-as-target"]))
    assert (found.hint, found.fix) == (f"link to {owner}.md instead", None)


def test_a_link_in_a_property_is_not_fixed(graph):
    (found,) = lint(graph("""
        -- A.md --
        ---
        up: "[[Warmth]]"
        ---
        -- Fire.md --
        ---
        aliases: Warmth
        ---
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert (found.hint, found.fix) == ("write [[Fire]]", None)


def test_a_markdown_link_may_hold_the_alias_as_a_file(graph):
    (found,) = lint(graph("""
        -- A.md --
        [it](Warmth.md)
        -- Heat.md --
        ---
        aliases: Warmth
        ---
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert found.hint == "write [it](Heat.md)"


def test_an_alias_that_is_a_tag_too_may_mean_another_note(graph):
    [found] = lint(graph("""
        -- Heat.md --
        [[physics]]
        -- Energy.md --
        ---
        aliases: physics
        tags: [Physics]
        ---
    """), choose_rules(["alias-as-target"]))  # fmt: skip
    assert found.hint == "if this note is meant, write [[Energy|physics]]"
    assert found.fix is None


def test_an_alias_of_the_note_itself_is_not_meant(findings):
    vault = (
        "-- Entropy.md --\n---\naliases: [Dis order]\n---\n[[Dis order]]\n-- dis-order.md --\nText."
    )
    assert findings("alias-as-target", vault) == []
    assert len(findings("broken-link", vault, folder="another")) == 1
