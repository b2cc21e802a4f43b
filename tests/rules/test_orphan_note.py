import pytest

LINKED = "-- Heat.md --\n[[Energy]]\n-- Energy.md --\n"


def test_names_the_note_without_links(findings):
    assert findings("orphan-note", """
        -- Heat.md --
        [[Energy]]
        -- Energy.md --
        -- Alone.md --
        ![[picture.png]]
        -- picture.png --
    """) == ["Alone.md:1:1: no note links here, and this note links to no existing note"]  # fmt: skip


def test_a_link_to_itself_does_not_count(findings):
    assert findings("orphan-note", f"{LINKED}-- Alone.md --\n# Top\n[[#Top]] [[Alone]]") == [
        "Alone.md:1:1: no note links here, and this note links to no existing note"
    ]


def test_a_drawing_needs_no_links(findings):
    assert findings("orphan-note", f"{LINKED}\n-- Plan.excalidraw.md --\nText.") == []


@pytest.mark.parametrize("note", [
    "README.md", "2026-11-24.md", "Journal/2026-11-24.md", "Templates/Person.md", "app/guide.md", "Welcome.md",
])  # fmt: skip
def test_some_notes_are_found_without_links(findings, note):
    code = "-- app/package.json --\n{}\n"
    assert findings("orphan-note", f"{LINKED}\n{code}-- {note} --\nText.\n") == []


def test_a_day_may_have_a_format_of_its_own(findings):
    settings = '-- .obsidian/daily-notes.json --\n{"format": "D MMMM YYYY"}\n'
    assert findings("orphan-note", f"{settings}{LINKED}\n-- 24 novembro 2026.md --\nText.\n") == []


def test_an_empty_note_is_reported_by_another_rule(findings):
    assert findings("orphan-note", f"{LINKED}\n-- Alone.md --\n\n") == []


@pytest.mark.parametrize(("alone", "number"), [(7, 7), (8, 0)])
def test_a_vault_without_links_has_no_orphans(findings, alone, number):
    notes = "".join(f"-- {number}.md --\nText.\n" for number in range(alone))
    assert len(findings("orphan-note", f"{LINKED}\n{notes}")) == number


@pytest.mark.parametrize(("name", "text"), [
    ("2026-04-05 1855 message", "Rain."), ("202301180835", "Rain."), ("20260405 18:55 thought".replace(":", "."), "Rain."),
    ("Board", "---\nkanban-plugin: basic\n---\n## To do\n- [ ] Rain"),
])  # fmt: skip
def test_a_timestamped_note_or_a_board_needs_no_links(findings, name, text):
    assert findings("orphan-note", f"{LINKED}-- {name}.md --\n{text}") == []
