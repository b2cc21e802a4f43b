"""Notes coloured by how well they are remembered in Anki."""

from datetime import date, timedelta

import pytest

from map_steps import select
from vaultgraph import AnkiCard, AnkiNote, Collection, Memory, UsageError, VaultGraph, draw

DAY = 86_400
NOW = 20_000.0 * DAY
VAULT = (
    "".join(
        f"-- {name}.md --\nWhat is {name}? #flashcard\nThis\n<!--ID: {number}-->\n"
        for number, name in enumerate(("Known", "Shaky", "Lost", "New"), 1)
    )
    + "-- Bare.md --\n[[Known]]\n"
)
STABILITIES = {1: 900.0, 2: 10.0, 3: 0.01}


def in_days(days):
    return (date.today() + timedelta(days=days)).isoformat()


@pytest.fixture
def remembered(vault):
    """A vault whose notes are remembered well, less, hardly, and not learned yet."""
    notes = {}
    for number in range(1, 5):
        stability = STABILITIES.get(number)
        memory = Memory(stability, 0.1542, NOW - 30 * DAY) if stability else None
        due = None if memory is None else number - 2
        stage = "young" if memory else "new"
        card = AnkiCard("D", 0, stage, is_suspended=False, is_due=False, memory=memory, due_in=due)
        notes[number] = AnkiNote(number, ("Q", "A"), (), (card,))
    return VaultGraph(vault(VAULT), anki=Collection("x.colpkg", notes, frozenset({"D"}), NOW))


def fields(show, html):
    page = show(html)
    read = (
        "VG.notes.map(n => [n.label, n.memory ?? 0, n.memory_exam ?? 0, n.due ?? [], n.new ?? 0])"
    )
    return {label: rest for label, *rest in page.evaluate(read)}


@pytest.mark.browser
def test_notes_say_how_well_they_are_known(show, remembered):
    found = fields(show, draw(remembered, exam=in_days(400)))
    assert {name: memory for name, (memory, *_) in found.items()} == {
        "Known": 5, "Shaky": 4, "Lost": 2, "New": 1, "Bare": 0,
    }  # fmt: skip
    assert found["Shaky"][1] < found["Shaky"][0]
    assert [len(due) for _, _, due, _ in found.values()].count(1) == 3
    assert found["New"][3] == 1


@pytest.mark.browser
def test_the_map_opens_coloured_by_memory_and_says_the_colours(show, remembered):
    page = show(draw(remembered, exam=in_days(40)))
    assert page.input_value("#colour") == "memory"
    rows = page.locator("#legend .row .name").all_inner_texts()
    assert rows[:2] == ["over 90% remembered", "80% to 90% remembered"]
    assert "no cards in Anki" in rows
    page.select_option("#colour", "memory_exam")
    assert "colour=memory_exam" in page.evaluate("location.hash")


@pytest.mark.browser
def test_without_a_collection_there_is_no_such_colour(show, graph):
    page = show(draw(graph(VAULT)))
    assert not page.evaluate("VG.notes.some(note => note.memory)")
    assert page.locator("#colour option[value=memory]").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize(("hour", "due"), [("03:59", 2), ("04:01", 3)])
def test_days_begin_as_in_anki(show, remembered, hour, due):
    page = show(draw(remembered))
    page.clock.set_fixed_time(f"{remembered.anki.day + timedelta(days=1)}T{hour}:00")
    page.reload()
    waiting = []
    for name in ("Known", "Shaky", "Lost"):
        select(page, name)
        waiting.append(page.locator(".waiting").is_visible())
    assert sum(waiting) == due


@pytest.mark.browser
def test_the_legend_names_both_colours_of_the_rings(show, remembered):
    page = show(draw(remembered))
    assert page.locator("#legend .ring.due + .name").inner_text() == "cards due"
    assert page.locator("#legend .ring.new + .name").inner_text() == "only new cards"


def test_the_map_of_a_collection_has_the_same_bytes_each_time(remembered):
    assert draw(remembered, exam=in_days(9)) == draw(remembered, exam=in_days(9))


def test_a_day_in_the_past_is_an_error(remembered):
    with pytest.raises(UsageError, match="in the past"):
        draw(remembered, exam="2020-01-01")


def test_a_day_needs_a_collection(run, vault):
    said = run("map", vault(VAULT).root, "--exam", in_days(3), "--lang", "en", "-o", "-")
    assert said.returncode == 2
    assert said.stderr.splitlines()[0] == "error: only Anki knows what is remembered on a day"
