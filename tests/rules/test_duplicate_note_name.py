from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity

NAMESAKES = "-- Energy.md --\n-- Society/energy.md --\n"


def test_a_name_is_told_once_with_its_folders(findings):
    folders = "".join(f"-- {folder}/README.md --\n" for folder in "abcde")
    assert findings("duplicate-note-name", folders) == [
        "a/README.md:1:1: 5 notes are called README: in a, b, c and 2 more"
    ]
    assert findings("duplicate-note-name", NAMESAKES)[0].endswith(
        "2 notes are called Energy: in the top of the vault and Society"
    )


def test_it_does_harm_where_a_link_has_the_name_alone(graph):
    def severity(link):
        vault = graph(f"{NAMESAKES}-- Heat.md --\n{link}")
        return [found.severity for found in lint(vault, choose_rules(["duplicate-note-name"]))]

    assert severity("[[energy]]") == severity("[[Energy|it]]") == [Severity.WARNING]
    assert severity("[[Society/energy]]") == severity("") == [Severity.INFO]
    assert severity("[it](Energy.md)") == [Severity.INFO]


def test_a_markdown_link_does_harm_if_only_the_length_decides(graph):
    vault = graph("-- a/Energy.md --\n-- bb/Energy.md --\n-- Heat.md --\n[it](Energy.md)")
    (found,) = lint(vault, choose_rules(["duplicate-note-name"]))
    assert found.severity == Severity.WARNING


def test_a_note_and_an_image_may_share_a_name(findings):
    assert findings("duplicate-note-name", """
        -- Energy.md --
        -- Images/Energy.png --
    """) == []  # fmt: skip


def test_names_that_collide_are_told_by_another_rule(findings):
    assert findings("duplicate-note-name", "-- Energy.md --\n-- energy.md --\n") == []


def test_excluded_notes_do_not_count(findings):
    excluded = '-- .obsidian/app.json --\n{"userIgnoreFilters": ["Society/"]}\n'
    assert findings("duplicate-note-name", NAMESAKES + excluded) == []
