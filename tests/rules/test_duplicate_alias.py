def test_an_alias_that_is_the_name_of_another_note(findings):
    assert findings("duplicate-alias", """
        -- Heat.md --
        -- Work.md --
        ---
        aliases: [heat]
        ---
    """) == ["Work.md:2:11: Heat.md is called heat too"]  # fmt: skip


def test_a_note_may_have_its_own_name_for_an_alias_and_say_one_twice(findings):
    assert findings("duplicate-alias", """
        -- Heat.md --
        ---
        aliases: [Heat, Warmth, Warmth]
        ---
    """) == []  # fmt: skip


def test_two_notes_with_each_others_name_are_told_once(findings):
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
