import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity


@pytest.fixture
def severity(graph):
    """The severity of `Heat.md` having a text; None if it is fine."""

    def ask(text, name="Heat.md"):
        found = lint(graph(f"-- {name} --\n{text}"), choose_rules(["empty-note"]))
        return next((each.severity for each in found), None)

    return ask


@pytest.mark.parametrize("text", ["", "\n\n", "  \n\t\n"])
def test_nothing_but_whitespace(severity, text):
    assert severity(text) is Severity.WARNING


@pytest.mark.parametrize("text", [
    "---\ntags: [a]\n---\n", "---\ntitle: Warmth\ncreated: 2026-11-24T10:00\n---\n", "# Heat", "# ",
    "# Heat\n2026-11-24\n", "---\nx: Heat\ny:\n---\n# Heat\n\n#physics #work\n\nDate: [[24.11.2026]]\n",
])  # fmt: skip
def test_a_title_a_date_or_tags_alone(severity, text):
    assert severity(text) is Severity.INFO


def test_a_day_without_text(severity):
    assert severity("", "2026-11-24.md") is Severity.INFO


@pytest.mark.parametrize("text", [
    "a", "---\ntags: [a]\n---\na", "![[engine.svg]]", "%% todo %%", "---", "# Heat\n\n## Laws", "Date: soon",
    "---\nyear: 1712\n---\n", "---\ntype: engine\n---\n# Heat", "---\nread: false\n---\n",
])  # fmt: skip
def test_some_text_or_a_record_of_properties(severity, text):
    assert severity(f"{text}\n-- engine.svg --") is None


@pytest.mark.parametrize("name", ["Physics/Physics.md", "Physics.md", "Physics/index.md"])
def test_the_note_of_a_folder_may_be_empty(severity, name):
    assert severity("\n-- Physics/Work.md --\nText.", name) is None


def test_invalid_properties_are_reported_by_another_rule(severity):
    assert severity("---\na: b: c\n---\n") is None


@pytest.mark.parametrize("name", [
    "applications/README.md", "Heat/Heat - MOC.md", "Heat/MOC Heat.md", "_navbar.md",
    "docs/_sidebar.md",
])  # fmt: skip
def test_an_overview_of_a_folder_may_be_empty(severity, name):
    assert severity("", name) is None


def test_a_daily_note_was_not_created_by_mistake(graph):
    (found,) = lint(graph("-- Day Planner-20230606.md --\n"), choose_rules(["empty-note"]))
    assert (found.hint, found.severity) == ("write it", Severity.INFO)


def test_a_readme_may_have_no_more_than_its_title(severity):
    assert severity("# My notes", "README.md") is None
    assert severity("", "README.md") is Severity.WARNING


def test_an_empty_note_may_have_been_created_by_a_click(graph):
    (found,) = lint(graph("-- Heat.md --\n"), choose_rules(["empty-note"]))
    assert found.hint == "write it, or delete it if a click on a link created it by mistake"


def test_an_excluded_note_may_be_empty(findings):
    assert findings("empty-note", """
        -- Drafts/Heat.md --
        -- .obsidian/app.json --
        {"userIgnoreFilters": ["Drafts/"]}
    """) == []  # fmt: skip
