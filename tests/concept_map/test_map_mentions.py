"""Notes that name each other without a link, as dotted lines and in the panel."""

import pytest

from map_steps import select, texts
from vaultgraph import VaultGraph, draw
from vaultgraph.concept_map import Selection
from vaultgraph.concept_map.composing import compose
from vaultgraph.concept_map.missing import find_missing_links
from vaultgraph.concept_map.page import _PACKED_NOTES

VAULT = """
-- Carnot cycle.md --
No engine does better.
-- Steam engine.md --
It is worse than the Carnot cycle, and the Carnot cycle is worse than none
Relates to: [[Boiler plate]]
-- Boiler plate.md --
The steam engine has one.
-- Turbine blade.md --
5 < 6 & a Carnot cycle </q><script>alert(1)</script>
"""


def found_in(graph, selection=Selection()):  # noqa: B008
    scene = compose(graph, selection)
    names = [note.label for note in scene.notes]
    return [
        (names[found["from"]], names[found["to"]], found["places"], found["quote"][1])
        for found in find_missing_links(graph, scene)
    ]


def test_mentions_between_notes_that_are_not_joined_are_found(graph):
    assert found_in(graph(VAULT)) == [
        ("Steam engine", "Carnot cycle", 2, "Carnot cycle"),
        ("Turbine blade", "Carnot cycle", 1, "Carnot cycle"),
    ]


def test_only_notes_of_the_map_are_named(graph):
    assert found_in(graph(VAULT), Selection(focus="Boiler plate.md", depth=1)) == []


def test_a_very_large_vault_has_none(graph, monkeypatch):
    monkeypatch.setattr("vaultgraph.concept_map.missing._MAX_NOTES", 3)
    assert found_in(graph(VAULT)) == []


@pytest.mark.browser
@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_they_are_dotted_lines_once_they_are_asked_for(show, graph, mode):
    page = show(draw(graph(VAULT), mode=mode, lang="en"))
    row = page.locator("#legend .row", has_text="named without a link")
    before = page.evaluate("VG.svgText()")
    assert row.locator("input").is_checked() is False
    row.locator("input").check()
    assert page.evaluate("location.hash") == "#mentions=1"
    after = page.evaluate("VG.svgText()")
    assert after.count("stroke-dasharray") == before.count("stroke-dasharray") + 1
    page.reload()
    assert row.locator("input").is_checked()


@pytest.mark.browser
def test_the_panel_quotes_the_sentence_on_both_sides(show, graph):
    page = show(draw(graph(VAULT), lang="en"))
    select(page, "Steam engine")
    assert "NAMES WITHOUT A LINK · 1" in [each.upper() for each in texts(page, "#panel h2")]
    quote = "It is worse than the Carnot cycle, and the Carnot cycle is…"
    assert texts(page, "#panel .mention q") == [quote]
    assert texts(page, "#panel .mention mark") == ["Carnot cycle"]
    page.locator("#panel .mention button").click()
    assert page.locator("#panel h1").inner_text() == "Carnot cycle"
    quotes = [quote, "5 < 6 & a Carnot cycle </q><script>alert(1)</script>"]
    assert texts(page, "#panel .mention q") == quotes


@pytest.mark.browser
def test_a_large_map_has_them_too(show, vault):
    many = "".join(f"-- n{number}.md --\nNothing.\n" for number in range(_PACKED_NOTES))
    page = show(draw(VaultGraph(vault(VAULT + many)), lang="en"))
    select(page, "Steam engine")
    assert texts(page, "#panel .mention mark") == ["Carnot cycle"]


@pytest.mark.browser
def test_a_map_without_mentions_offers_none(show, graph):
    page = show(draw(graph("-- A.md --\n[[B]]\n-- B.md --\n"), lang="en"))
    assert page.locator("#legend", has_text="named without a link").count() == 0
