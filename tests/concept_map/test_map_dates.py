"""When notes were written, and the slider that shows how a vault grew."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import labels
from vaultgraph.concept_map.dates import find_dates


def dates(graph, text):
    vault = graph(text)
    return {
        path.removesuffix(".md"): day
        for path, day in find_dates(vault.notes, vault.vault.text, dict).items()
    }


def properties(name, value):
    return f"---\n{name}: {value}\n---\ntext\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (properties("created", "2024-03-09"), "2024-03-09"),
        (properties("Date", "2024-03-09T10:00"), "2024-03-09"),
        (properties("criado", '"[[2024-03-09]]"'), "2024-03-09"),
        (properties("created", "soon"), None),
        ("2024-03-09\n", "2024-03-09"),
        ("Date: 2024-03-09 10:30\n", "2024-03-09"),
        ("Data: [[2024-03-09]]\n", "2024-03-09"),
        ("TARGET DECK: D\n25/03/2024 - 10:57\n", "2024-03-25"),
        ("25.03.2024\n", "2024-03-25"),
        ("---\nother: 1\n---\n2024-03-09\n", "2024-03-09"),
        ("---\n" + "other: 1\n" * 3000 + "---\n" + " " * 300_000 + "2024-03-09\n", None),
        ("---\n" + "other: 1\n" * 3000 + "---\n2024-03-09" + " " * 300_000, "2024-03-09"),
        ("2024-13-40\n", None),
        ("9999-01-01\n", None),
        ("On 2024-03-09 it rained.\n", None),
        ("word\n" * 300 + "2024-03-09\n", None),
        ("", None),
    ],
)
def test_the_date_of_a_note(graph, text, day):
    assert dates(graph, f"-- A.md --\n{text}").get("A") == day


@pytest.mark.parametrize("name", ["2024-03-09", "Diary 20240309", "2024-03-09 Monday"])
def test_a_date_in_the_name_of_a_daily_note(graph, name):
    assert dates(graph, f"-- {name}.md --\n") == {name: "2024-03-09"}


@pytest.mark.parametrize(
    ("other", "day"),
    [("25/12/2023", "2024-04-03"), ("12/25/2023", "2024-03-04"), ("05/06/2023", None)],
)
def test_all_notes_together_decide_whether_days_come_first(graph, other, day):
    found = dates(graph, f"-- A.md --\n03/04/2024\n-- B.md --\n{other}\n")
    assert found.get("A") == day


def test_where_both_are_used_dates_are_left_out(graph):
    assert dates(graph, "-- A.md --\n25/12/2023\n-- B.md --\n12/25/2023\n") == {}


def test_where_a_note_does_not_say_it_the_day_it_was_added_counts(graph):
    vault = graph("-- A.md --\n2024-03-09\n-- B.md --\n-- C.md --\n-- D.md --\n")
    added = {"A.md": "2020-01-01", "B.md": "2021-01-01", "C.md": "0000-00-00"}
    found = find_dates(vault.notes, vault.vault.text, lambda: added)
    assert found == {"A.md": "2024-03-09", "B.md": "2021-01-01"}


def test_where_all_notes_say_it_git_is_not_asked(graph):
    vault = graph("-- A.md --\n2024-03-09\n")
    assert find_dates(vault.notes, vault.vault.text, lambda: 1 / 0) == {"A.md": "2024-03-09"}


GROWING = """
-- A.md --
2024-01-01
[[B]]
-- B.md --
2024-02-01
[[C]] [[Later]]
-- C.md --
2024-03-01
-- Timeless.md --
"""


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_a_slider_shows_how_the_vault_grew(show, graph, mode):
    page = show(draw(graph(GROWING), mode=mode))
    places = "VG.notes.map(({ x, y }) => [x, y])"
    before = page.evaluate(places)
    for place, expected in [("0", {"A", "Timeless"}), ("1", {"A", "B", "Later", "Timeless"})]:
        page.evaluate(
            "place => { const slider = document.querySelector('.time input'); slider.value = place; slider.dispatchEvent(new Event('input')); }",
            place,
        )
        assert set(labels(page, "VG.shown.notes")) == expected
    assert page.evaluate(places) == before
    page.wait_for_timeout(600)
    page.reload()
    assert set(labels(page, "VG.shown.notes")) == {"A", "B", "Later", "Timeless"}
    assert page.locator(".time output").inner_text() == "01/02/2024"
    page.locator(".time button").click()
    page.wait_for_timeout(900)
    assert len(labels(page, "VG.shown.notes")) == 5


@pytest.mark.browser
def test_without_dates_there_is_no_slider(show, physics):
    assert show(draw(physics)).locator(".time").count() == 0
