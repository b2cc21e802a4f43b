import os

import pytest

from vaultgraph import VaultGraph, read_vault

TEXT = "Energy on its way from a warm body to a cold one."


COPY = ["Copies/Warmth.md:1:1: Heat.md has the same text"]


@pytest.mark.parametrize("copy", ["{}\n{}\n", "{}\r\n{}\r\n", "{}  \n{}\t\n\n\n", "\n{}\n{}"])
def test_line_endings_and_whitespace_at_the_end_make_no_difference(findings, copy):
    files = {"Copies/Warmth.md": copy.format(TEXT, TEXT).encode()}
    assert findings("duplicate-note", f"-- Heat.md --\n{TEXT}\n{TEXT}\n", files) == COPY


def test_whitespace_within_a_line_makes_a_difference(findings):
    other = TEXT.replace("from a", "from  a")
    text = f"-- Copies/Warmth.md --\n{TEXT}\n-- Heat.md --\n{other}\n"
    assert findings("duplicate-note", text) == []


def test_the_one_that_is_linked_counts_as_the_original(findings):
    assert findings("duplicate-note", f"""
        -- a.md --
        {TEXT}
        -- Physics/Heat.md --
        {TEXT}
        -- Work.md --
        [[Heat]]
    """) == ["a.md:1:1: Physics/Heat.md has the same text"]  # fmt: skip


def test_the_older_one_counts_as_the_original(vault):
    read = vault(f"-- a.md --\n{TEXT}\n-- Physics/Heat.md --\n{TEXT}\n")
    os.utime(f"{read.root}/Physics/Heat.md", (10**9, 10**9))
    assert VaultGraph(read_vault(read.root)).copied_notes == {"a.md": "Physics/Heat.md"}


def test_notes_of_a_few_words_may_be_equal(findings):
    assert findings("duplicate-note", "-- a.md --\nTo do.\n-- b.md --\nTo do.\n") == []


def test_empty_notes_are_reported_by_another_rule(findings):
    assert findings("duplicate-note", "-- a.md --\n-- b.md --\n") == []


def test_a_template_that_was_not_filled_in_is_not_compared(findings):
    text = "---\ntags: [week]\n---\n# What I did this week\n\n- [ ]\n- [ ] \n## What I will do next week\n-\n"
    assert findings("duplicate-note", f"-- a.md --\n{text}-- b.md --\n{text}") == []


def test_a_daily_note_is_not_a_copy(findings):
    vault = f"-- 2026-11-24.md --\n{TEXT}\n-- Copies/Warmth.md --\n{TEXT}\n"
    assert findings("duplicate-note", vault) == []


@pytest.mark.parametrize("text", [
    "#seed\nup: [[Physics]], [[Work]]\n\n---\n\n**What I have read about it**:\n\n**Where:**\n\nSources::\n",
    "# Notes of a lecture on physics\n\n```dataview\nTABLE file.name FROM #physics WHERE up = this.file\n```\n",
    "[[Physics]] | [[Work]] | [[The first law of thermodynamics]]\n",
])  # fmt: skip
def test_what_a_template_left_is_not_compared(findings, text):
    assert findings("duplicate-note", f"-- a.md --\n{text}-- b.md --\n{text}") == []


def test_a_note_equal_to_a_template_is_not_a_copy(findings):
    vault = f"-- Templates/A.md --\n{TEXT}\n-- a.md --\n{TEXT}\n-- b.md --\n{TEXT}\n"
    assert findings("duplicate-note", vault) == []


def test_a_program_brings_its_own_copies(findings):
    code = "-- {0}/main.js --\n1\n-- {0}/README.md --\n" + TEXT + "\n"
    assert findings("duplicate-note", code.format("a") + code.format("b")) == []


def test_names_that_collide_are_reported_by_another_rule(findings):
    assert findings("duplicate-note", f"-- heat.md --\n{TEXT}\n-- Heat.md --\n{TEXT}\n") == []


def test_drawings_without_elements_are_not_copies(findings):
    empty = b'---\nexcalidraw-plugin: parsed\n---\n```json\n{"type":"excalidraw","elements":[],"x":"long enough to compare"}\n```\n'
    assert findings("duplicate-note", "", {"a.md": empty, "b.md": empty}) == []
    drawn = empty.replace(b"[]", b'[{"type":"text"}]')
    assert len(findings("duplicate-note", "", {"a.md": drawn, "b.md": drawn}, "drawn")) == 1


def test_notes_with_only_the_text_of_a_template_are_not_copies(findings):
    form = "What can the engine do, and what can it not do?\nSay where you have seen it."
    notes = f"-- Heat.md --\n{form}\n-- Work.md --\n{form}\n"
    assert findings("duplicate-note", notes) != []
    template = f"-- Templates/Engine.md --\n{{{{title}}}}\n{form}\n"
    assert findings("duplicate-note", notes + template, folder="filled") == []


def test_folders_may_have_the_same_readme(findings):
    text = "This folder holds what I have read, sorted by the week in which I read it."
    vault = f"-- a/README.md --\n{text}\n-- b/README.md --\n{text}\n"
    assert findings("duplicate-note", vault) == []


def test_records_of_two_things_may_be_equal(findings):
    text = "user: clausius@example.org, as on all other sites\nplan: the one without a price\n"
    assert findings("duplicate-note", f"-- Heat.md --\n{text}-- Work.md --\n{text}") == []


def test_a_note_in_three_folders_is_part_of_their_structure(findings):
    text = "What I have read for this course, sorted by the week in which I read it, or will.\n"
    vault = "".join(f"-- {folder}/Reading list.md --\n{text}" for folder in "abc")
    assert findings("duplicate-note", vault) == []


def test_notes_from_a_template_are_not_copies_whatever_was_filled_in(findings):
    made = "---\ndate: 2026-01-0{}\n---\n# Information\nWritten on 2026-01-02 10:44.\n- Information on heat, one\n"
    template = "-- Templates/Note.md --\n---\ndate: <% tp.date.now() %>\n---\n# Information\nWritten on {{date}}.\n- Information on heat, one\n"
    notes = "-- a.md --\n" + made.format(1) + "-- b.md --\n" + made.format(1)
    settings = '-- .obsidian/templates.json --\n{"folder": "Templates"}\n'
    assert findings("duplicate-note", notes + template + settings) == []
    assert len(findings("duplicate-note", notes, folder="other")) == 1


def test_two_new_drawings_are_not_copies(findings):
    drawing = (
        "---\nexcalidraw-plugin: parsed\n---\n# Excalidraw Data\n```compressed-json\n{}\n```\n"
    )
    for size, count in ((248, 0), (700, 1)):
        text = drawing.format("N4KAkARALgngDgUwgLgAQQQDwMYEMA2AlgCYBOuA" * (size // 40))
        vault = f"-- a.excalidraw.md --\n{text}-- b.excalidraw.md --\n{text}"
        assert len(findings("duplicate-note", vault, folder=str(size))) == count
