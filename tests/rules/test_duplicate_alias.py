import pytest

from vaultgraph import choose_rules, lint


def test_an_alias_that_is_the_name_of_another_note(findings):
    assert findings("duplicate-alias", """
        -- Heat.md --
        -- Work.md --
        ---
        aliases: [heat]
        ---
    """) == ["Work.md:2:11: Heat.md is called heat too"]  # fmt: skip


def test_a_note_may_repeat_an_alias_or_its_own_name(findings):
    assert findings("duplicate-alias", """
        -- Heat.md --
        ---
        aliases: [Heat, Warmth, Warmth]
        ---
    """) == []  # fmt: skip


def test_two_notes_with_each_others_name_are_reported_once(findings):
    assert findings("duplicate-alias", """
        -- Heat.md --
        ---
        aliases: [Warmth]
        ---
        -- Warmth.md --
        ---
        aliases:
          - Fire
          - Heat
        ---
    """) == ["Heat.md:2:11: Warmth.md is called Warmth too"]  # fmt: skip


@pytest.mark.parametrize("alias", ["[]", "-", "…", "??", "{}"])
def test_an_alias_without_a_letter_or_a_digit_is_not_a_name(findings, alias):
    note = f'---\naliases: "{alias}"\n---\n'
    assert findings("duplicate-alias", f"-- a.md --\n{note}-- b.md --\n{note}b") == []


@pytest.mark.parametrize("alias", ["7", "热", "ß"])
def test_an_alias_may_be_short(findings, alias):
    note = f'---\naliases: "{alias}"\n---\n'
    assert len(findings("duplicate-alias", f"-- a.md --\n{note}-- b.md --\n{note}b")) == 1


def test_a_template_has_no_aliases_yet(findings):
    note = "---\naliases: [Warmth]\n---\n"
    assert findings("duplicate-alias", f"-- Templates/a.md --\n{note}-- b.md --\n{note}b") == []


COPY = "---\naliases: [Warmth]\nid: 7\n---\nEnergy on its way from a warm body to a cold one."


@pytest.mark.parametrize("rule", ["duplicate-alias", "duplicate-note-id"])
def test_a_copy_is_reported_by_another_rule(findings, rule):
    assert findings(rule, f"-- a.md --\n{COPY}\n-- b.md --\n{COPY}\n") == []
    assert len(findings(rule, f"-- a.md --\n{COPY}\n-- b.md --\n{COPY}.\n", folder="b")) == 1


def test_where_the_other_has_the_name_the_alias_is_to_change(graph):
    from vaultgraph import choose_rules, lint

    vault = graph("-- Heat.md --\n---\naliases: [Warmth]\n---\n-- Warmth.md --\nText.\n")
    (found,) = lint(vault, choose_rules(["duplicate-alias"]))
    assert found.hint == (
        "if both are about the same thing, merge them; if not, give this one another alias"
    )


def test_an_alias_that_two_notes_share_is_an_info(graph):
    from vaultgraph import choose_rules, lint

    note = "---\naliases: [Warmth]\n---\n"
    (found,) = lint(
        graph(f"-- Heat.md --\n{note}-- Fire.md --\n{note}"), choose_rules(["duplicate-alias"])
    )
    assert str(found.severity) == "info"


def test_the_note_that_a_copy_repeats_is_not_reported_either(findings):
    text = "What flows from a warm body to a cold one, by itself, and never back again.\n"
    note = f"---\naliases: [Heat]\n---\n{text}"
    files = {"Heat.md": note.encode(), "Warmth.md": note.encode()}
    assert findings("duplicate-alias", "", files) == []


def test_the_order_of_aliases_makes_no_difference(findings):
    one, two = (f"---\nurl: http://x.org\naliases: [{names}]\n---\n" for names in ("a, b", "b, a"))
    files = {"One.md": f"{one}One.".encode(), "Two.md": f"{two}Two.".encode()}
    assert findings("duplicate-alias", "", files) == []


def test_what_a_program_made_twice_is_not_reported(findings):
    note = "---\ntitle: Heat\naliases: [Warmth]\n---\n"
    files = {"a.md": f"{note}One.".encode(), "b.md": f"{note}Two.".encode()}
    assert findings("duplicate-alias", "", files) == []


def test_the_own_name_of_a_note_is_not_an_alias(findings):
    vault = "-- a/Heat.md --\n---\naliases: [Heat]\n---\n-- b/Heat.md --\nText.\n"
    assert findings("duplicate-alias", vault) == []


def test_an_excluded_note_is_not_offered(findings):
    vault = "-- a/Heat.md --\n---\naliases: [Work]\n---\n-- b/Work.md --\nText.\n"
    excluded = '-- .obsidian/app.json --\n{"userIgnoreFilters": ["b/"]}\n'
    assert len(findings("duplicate-alias", vault)) == 1
    assert findings("duplicate-alias", vault + excluded, folder="excluded") == []


def test_a_word_that_many_notes_have_for_an_alias_is_an_info(graph):
    vault = "".join(f"-- {name}.md --\n---\naliases: [{name}s, moc]\n---\n" for name in "abc")
    found = lint(graph(vault + "-- MOC.md --\n"), choose_rules(["duplicate-alias"]))
    assert [str(each.severity) for each in found] == ["info"] * 3
    assert {each.hint for each in found} == {"if links to them get mixed up, change one alias"}
