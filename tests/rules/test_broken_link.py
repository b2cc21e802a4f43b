import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity


def test_names_the_missing_note_and_its_place(findings):
    assert findings("broken-link", """
        -- Heat.md --
        First line.
        See [[Physics/Entropie]].
        -- Entropy.md --
    """) == ["Heat.md:2:5: nothing in the vault is called Physics/Entropie"]  # fmt: skip


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


def test_a_missing_image_is_reported_by_another_rule(findings):
    assert findings("broken-link", """
        -- Heat.md --
        ![[engine.png]]
    """) == []  # fmt: skip


def test_an_alias_is_reported_by_another_rule(findings):
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
        up: "[[Old/Physics]]"
        ---
    """) == ["Heat.md:2:6: nothing in the vault is called Old/Physics"]  # fmt: skip


def test_a_canvas_card_can_lead_nowhere(findings):
    assert findings("broken-link", """
        -- Board.canvas --
        {"nodes": [{"id": "1", "type": "file", "file": "Gone.md"}]}
        -- Heat.md --
    """) == ["Board.canvas:1:49: nothing in the vault is called Gone.md"]  # fmt: skip


@pytest.fixture
def hints(graph):
    """The hints that the rule gives."""
    return lambda text: [
        found.hint for found in lint(graph(text), choose_rules(["broken-link", "unwritten-note"]))
    ]


@pytest.mark.parametrize(("link", "hint"), [
    pytest.param("[[3]](https://example.org)", r"write [\[3\]](address): double brackets are for notes", id="a note number"),
    pytest.param("[[a page](https://example.org)]]", "write single brackets, [text](address): double ones are for notes", id="twice"),
    pytest.param("[[Force]](or so)", "", id="words after a link"),
    pytest.param("[[C#]]", "rename C#: in a link, # begins a heading", id="a name with a mark"),
    pytest.param("[[Thermodinamics]]", "did you mean [[Thermodynamics]]?", id="a typo"),
    pytest.param("[[Old/Heat]]", "", id="the note itself"),
    pytest.param("[[Hest]]", "", id="a short name"),
])  # fmt: skip
def test_says_what_was_meant(hints, link, hint):
    assert hints(f"-- Heat.md --\n{link}\n-- C#.md --\n-- Thermodynamics.md --\n") == [hint]


def test_a_folder_is_not_a_file(findings, graph):
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
    found = lint(graph(vault), choose_rules(["broken-link"]))
    # On GitHub a Markdown link to a folder works.
    assert [each.severity for each in found] == [Severity.INFO, Severity.INFO, Severity.WARNING]
    assert {each.hint for each in found} == {"link to a note in it"}


@pytest.mark.parametrize("name", ["README", "index", "Laws"])
def test_the_note_of_a_folder_is_what_to_link(hints, name):
    assert hints(f"-- Heat.md --\n[[Laws/]]\n-- Laws/{name}.md --\n") == [f"link to Laws/{name}.md"]


@pytest.mark.parametrize("link", [
    "[[Physics/Entropy]]", "[laws](Laws.md)", "[laws](Laws)", "[[table.pdf]]", "![[Summary]]", "[[Thermodynamics#Second law]]",
    "[[Thermodynamics#^law]]", "[[Thermodinamika]]", "[[shelf]]", "[[TD]]", "[[Deleted plan]]",
])  # fmt: skip
def test_evidence_of_a_file_makes_a_missing_note_an_error(findings, link):
    vault = f"""
-- Heat.md --
{link}
-- Thermodinamica.md --
-- Thermal Death (TD).md --
-- Shelf.base --
-- .trash/Deleted plan.md --
"""
    assert len(findings("broken-link", vault)) == 1
    assert findings("unwritten-note", vault) == []


@pytest.mark.parametrize(("link", "hint"), [
    pytest.param("![[Figure 1]]", "did you mean ![[Figure 1.png]]?", id="an extension left out"),
    pytest.param("[[Old/Heat engines]]", "did you mean [[a/Heat engines]] or [[b/Heat engines]]?", id="two files of that name"),
    pytest.param("[[Old/index]]", "", id="a name that any folder has"),
    pytest.param("[[a/old/index]]", "did you mean [[a/index]]?", id="such a name, and a folder that agrees"),
    pytest.param("[[a/b/c/index]]", "did you mean [[a/index]] or [[b/index]]?", id="two folders that agree"),
    pytest.param("[[a/old/README]]", "", id="such a name, far below a folder that agrees"),
    pytest.param("[[a/old/_README]]", "", id="nearly such a name"),
    pytest.param("[[My%20note]]", "did you mean [[My note]]?", id="percent-encoding in a wikilink"),
    pytest.param(r"[[a\My note]]", "", id="a path of Windows that leads nowhere"),
    pytest.param(r"[[b\index]]", "did you mean [[b/index]]?", id="a path of Windows"),
    pytest.param("[it](example.org/index)", "write https://example.org/index if it is a web address", id="a host"),
    pytest.param("[it](../index.md)", "", id="out of the vault"),
    pytest.param("[[sketch-of_an engine]]", "did you mean [[Sketch of an Engine]]?", id="other punctuation"),
    pytest.param("[[example.org/My note]]", "write https://example.org/My note if it is a web address", id="a host in a wikilink"),
    pytest.param("[[TestNG]]", "", id="an acronym is no typo"),
    pytest.param("[[above/b/Heat engines]]", "did you mean [[b/Heat engines]]?", id="the path from a folder above the vault"),
    pytest.param("[[PC]]", "did you mean [[Program Counter (PC)]]?", id="an acronym"),
    pytest.param("[[Thrown away]]", "it was deleted: .trash/Thrown away.md is in the vault's trash", id="in the trash"),
    pytest.param("[[Sketch]]", "did you mean [[Sketch.png]]?", id="a picture of that name"),
])  # fmt: skip
def test_a_hint_names_what_there_is_evidence_for(hints, link, hint):
    files = [
        "Figure 1.png",
        "a/Heat engines.md",
        "b/Heat engines.md",
        "a/index.md",
        "x/a/code/README.md",
        "b/index.md",
        "Sketch.png",
        "Sketch of an Engine.md",
        "Testing.md",
    ]
    files += ["My note.md", "Program Counter (PC).md", ".trash/Thrown away.md"]
    if "My note" in link:
        files.remove("My note.md")
    assert hints(f"-- Heat.md --\n{link}\n" + "".join(f"-- {file} --\n" for file in files)) == [
        hint
    ]


@pytest.mark.parametrize("code", ["[[0,1],[1,0]]", "[[1, 2, 3]]", "[[ -f x ]]", "[[x, y], [z, w]]", "[[:alpha:]]", "[[ $a == b ]]"])  # fmt: skip
def test_code_between_double_brackets_is_not_an_error(graph, code):
    [found] = lint(graph(f"-- Heat.md --\nIt is {code}.\n"), choose_rules(["broken-link"]))
    assert found.severity is Severity.WARNING
    assert found.hint == "put it between backticks: `code`"


def test_a_folder_note_is_not_that_of_another_folder_of_the_name(graph):
    vault = graph("-- b/Note.md --\n[[S/]]\n-- b/S/README.md --\n-- a/S/README.md --\n")
    (found,) = lint(vault, choose_rules(["broken-link"]))
    assert found.hint == "link to b/S/README.md"


def test_a_folder_without_notes_has_none_to_link(graph):
    vault = graph("-- Heat.md --\n[code](./src/)\n-- src/a.ps1 --\n")
    (found,) = lint(vault, choose_rules(["broken-link"]))
    assert found.hint == ""


def test_references_before_an_address_are_not_code(graph):
    vault = graph("-- Heat.md --\n[[CrossRef] [PubMed]](https://example.org/1)\n")
    (found,) = lint(vault, choose_rules(["broken-link"]))
    assert "backticks" not in found.hint
    assert "address" in found.hint


def test_a_link_without_a_text_is_only_information(graph):
    (found,) = lint(graph("-- Heat.md --\n[](gone.md)\n"), choose_rules(["broken-link"]))
    assert str(found.severity) == "info"


def test_the_page_that_a_program_makes_of_a_note_is_not_an_error(graph):
    links = "[it](work.html) [gone](gone.html) ![[gone.html]]"
    text = f"-- a/Heat.md --\n{links}\n-- a/work.md --\nText.\n"
    for page, severity in (("page.txt", Severity.INFO), ("page.html", Severity.ERROR)):
        found = lint(graph(f"{text}-- {page} --\n"), choose_rules(["broken-link"]))
        assert [(each.severity, each.hint) for each in found] == [
            (Severity.INFO, "link to a/work.md"),
            (severity, ""),
            (Severity.ERROR, ""),
        ]


def test_code_of_another_project_is_not_an_error(graph):
    links = "[page](../src/app/page.tsx) [run](tools/run.py) [main](main.py)"
    vault = graph(f"-- Heat.md --\n{links}", {"tools/go.py": b"go()"})
    found = lint(vault, choose_rules(["broken-link"]))
    assert [each.severity for each in found] == [Severity.INFO, Severity.ERROR, Severity.ERROR]


def test_who_links_both_of_two_words_that_are_alike_means_both(findings):
    fluids = "-- Heat.md --\n[[Viscoelastic fluids]]{}\n-- Viscoplastic fluids.md --\n"
    assert len(findings("broken-link", fluids.format(""))) == 1
    both = fluids.format(" and [[Viscoplastic fluids]]")
    assert findings("broken-link", both) == []
    assert len(findings("unwritten-note", both)) == 1


def severities(graph, vault, *rules):
    return [str(found.severity) for found in lint(graph(vault), choose_rules(rules))]


def test_a_folder_that_begins_with_a_dot_may_hold_anything(graph):
    vault = "-- a/Heat.md --\n[it](../.gitbook/it.md) ![](../.gitbook/x.png) [[.obsidian/x.css]]\n"
    assert severities(graph, vault, "broken-link", "broken-image") == ["info"] * 3


@pytest.mark.parametrize(("link", "severity"), [
    ("[it](/site/lesson-1)", "info"), ("[it](/site/lesson-1.md)", "error"), ("[it](/a/lesson-1)", "error"),
    ("[[/site/lesson-1]]", "error"),
])  # fmt: skip
def test_a_path_from_the_top_of_a_web_site_is_not_an_error(graph, link, severity):
    assert severities(graph, f"-- a/Heat.md --\n{link}\n", "broken-link") == [severity]


def test_the_page_of_a_post_has_no_day(graph):
    vault = graph(
        "-- _posts/2026-01-01-Heat.md --\n[it](../Work-1)\n-- _posts/2026-01-02-Work-1.md --\n"
    )
    (found,) = lint(vault, choose_rules(["broken-link"]))
    assert str(found.severity) == "info"
    assert found.hint == "link to _posts/2026-01-02-Work-1.md"


@pytest.mark.parametrize(("link", "severity"), [
    ("[[x.pdf#page=3]]", "info"), ("[it](../papers/y.docx)", "info"), ("[[kept.pdf]]", "error"), ("[it](gone.md)", "error"),
    ("[[z.docx]]", "error"),
])  # fmt: skip
def test_what_git_leaves_out_is_not_an_error(graph, link, severity):
    ignored = "# papers\n*.pdf\n!kept.pdf\n/papers/\ngone.md\n[z].docx\n"
    vault = f"-- notes/Heat.md --\n{link}\n-- .gitignore --\n{ignored}"
    assert severities(graph, vault, "broken-link") == [severity]


def test_an_import_brings_links_to_what_was_not_imported(graph):
    vault = "-- Heat.md --\n[x](Heat/Verb/x.md)\n-- Page.md --\n[s](/staff/one) [lab](a4#keys)\n"
    plain = "-- Plain.md --\n[lab](a4)\n"
    assert severities(graph, vault + plain, "broken-link") == ["info"] * 3 + ["error"]


def test_a_question_mark_begins_no_part_of_a_name(hints):
    assert hints(
        "-- Heat.md --\n[p](2022-10-24-00-00-10.png?raw=true)\n-- a/2022-10-24-00-00-10.png --\n"
    ) == ["did you mean a/2022-10-24-00-00-10.png?"]


@pytest.mark.parametrize(
    "link", ["Termodynamics.md", "Termodynamics", "thermo-dynamics.md", "KT.md"]
)
def test_an_extension_hides_no_typo(hints, link):
    [hint] = hints(
        f"-- Heat.md --\n[a]({link})\n-- Thermodynamics.md --\n-- Kinetic theory (KT).md --\n"
    )
    assert hint in {"did you mean Thermodynamics.md?", "did you mean Kinetic theory (KT).md?"}


def test_files_of_the_plugin_copilot_are_information(graph):
    vault = "-- copilot/memory/Heat.md --\n[[custom/X]]\n-- Copilot-Indexed-Files-1.md --\n[[a/gone.md]]\n"
    assert severities(graph, vault, "broken-link") == ["info", "info"]


def test_a_mere_question_names_no_note(graph):
    [found] = lint(graph("-- Heat.md --\n[p](?tab=t.1)\n"), choose_rules(["broken-link"]))
    assert (found.hint, found.fix) == ("", None)
