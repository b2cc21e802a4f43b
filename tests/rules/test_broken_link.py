import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity


def test_names_the_missing_note_and_its_place(findings):
    assert findings("broken-link", """
        -- Heat.md --
        First line.
        See [[Entropie]].
        -- Entropy.md --
    """) == ["Heat.md:2:5: nothing in the vault is called Entropie"]  # fmt: skip


def test_a_link_inside_code_is_not_a_link(findings):
    assert findings("broken-link", """
        -- Heat.md --
        `[[nowhere]]`
    """) == []  # fmt: skip


def test_a_heading_of_the_same_note_always_has_its_file(findings):
    assert findings("broken-link", """
        -- Heat.md --
        [[#Sources]]
    """) == []  # fmt: skip


def test_a_missing_image_is_another_rules_affair(findings):
    assert findings("broken-link", """
        -- Heat.md --
        ![[engine.png]]
    """) == []  # fmt: skip


def test_an_alias_is_another_rules_affair(findings):
    assert findings("broken-link", """
        -- Heat.md --
        [[Disorder]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """) == []  # fmt: skip


def test_a_property_link_can_be_broken(findings):
    assert findings("broken-link", """
        -- Heat.md --
        ---
        up: "[[Physics]]"
        ---
    """) == ["Heat.md:2:6: nothing in the vault is called Physics"]  # fmt: skip


def test_a_canvas_card_can_lead_nowhere(findings):
    assert findings("broken-link", """
        -- Board.canvas --
        {"nodes": [{"id": "1", "type": "file", "file": "Gone.md"}]}
        -- Heat.md --
    """) == ["Board.canvas:1:49: nothing in the vault is called Gone.md"]  # fmt: skip


@pytest.fixture
def hints(graph):
    """The hints that the rule gives."""
    return lambda text: [found.hint for found in lint(graph(text), choose_rules(["broken-link"]))]


@pytest.mark.parametrize(("link", "hint"), [
    pytest.param("[[3]](https://example.org)", r"write [\[3\]](address): double brackets are for notes", id="a note number"),
    pytest.param("[[a page](https://example.org)]]", "write single brackets, [text](address): double ones are for notes", id="twice"),
    pytest.param("[[Force]](or so)", "", id="words behind a link"),
    pytest.param("[[C#]]", "rename C#: in a link, # begins a heading", id="a name with a mark"),
    pytest.param("[[Thermodinamics]]", "did you mean [[Thermodynamics]]?", id="a slip"),
    pytest.param("[[Old/Heat]]", "", id="the note itself"),
    pytest.param("[[Hest]]", "", id="a short name"),
])  # fmt: skip
def test_says_what_was_meant(hints, link, hint):
    assert hints(f"-- Heat.md --\n{link}\n-- C#.md --\n-- Thermodynamics.md --\n") == [hint]


def test_a_folder_is_no_file(findings, graph):
    vault = """
        -- Heat.md --
        [Laws](Laws) [them](./Laws/) [home](/) [here](.) [[Laws/]]
        -- Laws/First.md --
    """
    assert findings("broken-link", vault) == [
        "Heat.md:1:1: Laws is a folder, and Obsidian opens only files",
        "Heat.md:1:14: ./Laws/ is a folder, and Obsidian opens only files",
        "Heat.md:1:50: Laws/ is a folder, and Obsidian opens only files",
    ]
    told = lint(graph(vault), choose_rules(["broken-link"]))
    assert {found.severity for found in told} == {Severity.WARNING}


def test_a_note_with_the_name_of_a_folder_is_missing_all_the_same(findings):
    assert findings("broken-link", "-- Heat.md --\n[[Laws]]\n-- Laws/First.md --\n") == [
        "Heat.md:1:1: nothing in the vault is called Laws"
    ]


def test_many_links_to_one_missing_note_are_one_crowd(graph):
    found = lint(graph("-- Heat.md --\n[[FIT]] [[FIT]] [[fort]]"), choose_rules(["broken-link"]))
    assert [each.crowd for each in found] == [
        "{count} links lead to FIT, which does not exist",
        "{count} links lead to FIT, which does not exist",
        "{count} links lead to fort, which does not exist",
    ]
