"""What to learn before a note: the map's answer is the audit's."""

import pytest

from map_steps import select, texts
from vaultgraph.auditing import audit
from vaultgraph.concept_map import Selection, draw
from vaultgraph.concept_map.composing import compose
from vaultgraph.concept_map.study import find_study

TRAIL = "\n".join(
    [f"-- S{n}.md --\nNext: [[S{n + 1}]]" for n in range(1, 8)]
    + ["-- S8.md --\nNext: [[Goal]]", "-- Goal.md --\n"]
    + ["-- Start.md --\nNext: [[S1]], [[Side]]", "-- Side.md --\nNext: [[Goal]]"]
)
"""A long way to the goal, and a short one."""


def study(graph, selection=None):
    """The names of the notes to learn directly before each note, and the study order."""
    scene = compose(graph, *([selection] if selection else []))
    found = find_study(graph, scene)
    names = [*(note.label for note in scene.notes), *(each["label"] for each in found.outside)]
    fields = found.notes | dict(enumerate(found.outside, len(scene.notes)))
    before = {names[n]: [names[other] for other in each["before"]] for n, each in fields.items()}
    return before, [names[n] for n in sorted(fields, key=lambda n: fields[n]["order"])]


def test_each_note_has_its_prerequisites_in_study_order(graph):
    before, order = study(graph(TRAIL))
    assert before["Goal"] == ["Side", "S8"] or before["Goal"] == ["S8", "Side"]
    assert order.index("Start") < order.index("S1") < order.index("S8") < order.index("Goal")
    assert before["Start"] == []


def test_notes_without_relations_have_no_place(graph):
    assert study(graph("-- A.md --\nText about [[B]], which is long enough to be text.\n-- B.md --\nx\n")) == (
        {}, []
    )  # fmt: skip


PART = """
    -- in/A.md --
    Next: [[B]]
    -- out/B.md --
    Next: [[C]]
    -- in/C.md --
    Text.
"""


def test_a_part_of_the_map_names_what_it_does_not_show(graph):
    before, order = study(graph(PART), Selection(folders=("in",)))
    assert before == {"A": [], "B": ["A"], "C": ["B"]}
    assert order == ["A", "B", "C"]


@pytest.mark.browser
def test_what_is_not_on_the_map_is_listed_and_passed_over(show, graph):
    page = show(draw(graph(PART), Selection(folders=("in",))))
    select(page, "C")
    assert texts(page, ".prerequisites li") == ["A", "B"]
    assert texts(page, ".prerequisites button") == ["A"]
    assert page.evaluate("[...VG.ancestors(VG.state.selected)].length") == 2


@pytest.mark.browser
@pytest.mark.parametrize("name", ["Goal", "S3", "Side"])
def test_the_panel_lists_what_the_audit_lists(show, graph, name):
    vault = graph(TRAIL)
    page = show(draw(vault))
    select(page, name)
    if (more := page.locator("#panel > button.chip")).count():
        more.click()
    steps = audit(vault, note=[f"{name}.md"]).order
    assert texts(page, ".prerequisites button") == [step.name for step in steps[:-1]]
    numbers = page.evaluate(
        "[...document.querySelectorAll('.prerequisites li')].map(item => item.value)"
    )
    assert numbers == [*range(1, len(steps))]


@pytest.mark.browser
def test_the_panel_lists_what_to_learn_next(show, physics):
    page = show(draw(physics, lang="pt"))
    page.evaluate("VG.select(VG.notes.findIndex(note => note.label === 'Calor'))")
    heading = page.locator("#panel h2", has_text="O que aprender depois")
    assert heading.inner_text().lower() == "o que aprender depois · 3"
    assert set(texts(page, ".followers button")) == {"Entropia", "Pressão", "Motor"}
