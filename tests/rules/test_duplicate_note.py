TEXT = "Energy on its way from a warm body to a cold one."


def test_blanks_at_the_ends_make_no_difference(findings):
    assert (
        findings("duplicate-note", f"-- Copies/Warmth.md --\n{TEXT}\n\n-- Heat.md --\n{TEXT}\n")
        == []
    )
    assert findings(
        "duplicate-note", f"-- Copies/Warmth.md --\n{TEXT}\n-- Heat.md --\n{TEXT}\n"
    ) == ["Copies/Warmth.md:1:1: Heat.md has the same text"]


def test_notes_of_a_few_words_may_be_equal(findings):
    assert findings("duplicate-note", "-- a.md --\nTo do.\n-- b.md --\nTo do.\n") == []


def test_empty_notes_are_told_by_another_rule(findings):
    assert findings("duplicate-note", "-- a.md --\n-- b.md --\n") == []


def test_a_template_that_nobody_filled_in_says_nothing(findings):
    text = "---\ntags: [week]\n---\n# What I did this week\n\n- [ ]\n- [ ] \n## What I will do next week\n-\n"
    assert findings("duplicate-note", f"-- a.md --\n{text}-- b.md --\n{text}") == []


def test_the_note_of_a_day_is_not_the_one_to_keep(findings):
    assert findings(
        "duplicate-note", f"-- 2026-11-24.md --\n{TEXT}\n-- Copies/Warmth.md --\n{TEXT}\n"
    ) == ["2026-11-24.md:1:1: Copies/Warmth.md has the same text"]


def test_names_that_collide_are_told_by_another_rule(findings):
    assert findings("duplicate-note", f"-- heat.md --\n{TEXT}\n-- Heat.md --\n{TEXT}\n") == []
