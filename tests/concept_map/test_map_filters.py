"""Filters: a search that stays, single notes, all and none."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import labels, select

pytestmark = pytest.mark.browser

VAULT = """
    -- a/Calor.md --
    #termo
    TARGET DECK: Estudo
    [[Entropia]]

    O que é? #flashcard
    Energia
    -- a/Entropia.md --
    ---
    Situação: rascunho
    nota: 9
    autores: [Ana "A" Lima, Rui]
    ---
    Relações: [[Motor]]
    -- b/Motor.md --
    Leva a: [[Vapor]]
    #termo
    -- c/Vapor.md --
    -- c/Solta.md --
"""


@pytest.fixture(params=["layered", "atlas"])
def heat(show, graph, request):
    return show(draw(graph(VAULT), mode=request.param))


def shown(page):
    return set(labels(page, "VG.shown.notes"))


def keep(page, query):
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.keyboard.press("Shift+Enter")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tag:#termo", {"Calor", "Motor"}),
        ("path:c/ -solta", {"Vapor"}),
        ("deck:estudo", {"Calor"}),
        ("[situacao:rascunho OR pronta]", {"Entropia"}),
        ("-[autores:rui] path:a/", {"Calor"}),
        ("calor OR vapor", {"Calor", "Vapor"}),
    ],
)
def test_a_search_can_stay_as_a_filter(heat, query, expected):
    keep(heat, query)
    assert shown(heat) == expected
    assert heat.locator("#legend .kept .name").inner_text() == query
    assert heat.input_value("#query") == ""
    heat.wait_for_timeout(600)
    heat.reload()
    assert shown(heat) == expected
    heat.locator("#legend .kept button").click()
    assert len(shown(heat)) == 5


def test_a_button_keeps_it_too_and_escape_ends_it(heat):
    heat.keyboard.press("/")
    heat.keyboard.type("motor")
    heat.click("#keep")
    assert shown(heat) == {"Motor"}
    heat.keyboard.press("Escape")
    assert len(shown(heat)) == 5


def test_a_note_that_a_filter_hides_is_found_and_shown(heat):
    keep(heat, "tag:#termo")
    heat.keyboard.press("/")
    heat.keyboard.type("vapor")
    heat.keyboard.press("Enter")
    assert "Vapor" in shown(heat)
    assert heat.locator("#panel h1").inner_text() == "Vapor"


def test_folders_are_rolled_up_to_any_level(show, graph):
    vault = graph("-- a/x/1.md --\n[[2]]\n-- a/x/2.md --\n-- a/y/3.md --\n-- b/4.md --\n[[3]]\n")
    page = show(draw(vault))
    names = "[...document.querySelectorAll('#legend .row .name')].map(name => name.textContent)"
    page.select_option("#colour", "folder")
    assert set(page.evaluate(names)) >= {"x", "y", "b"}
    page.locator("#legend .row", has_text="x").first.locator("input").uncheck()
    page.get_by_role("button", name="Menos níveis de pastas").click()
    assert set(page.evaluate(names)) >= {"a", "b", "Pasta: a/x"}
    assert shown(page) == {"3", "4"}
    page.locator("#legend .row", has_text="a").first.locator("input").uncheck()
    assert shown(page) == {"4"}
    page.wait_for_timeout(600)
    page.reload()
    assert shown(page) == {"4"}
    assert page.locator(".levels").inner_text().startswith("1 nível de pastas")
    page.get_by_role("button", name="Mais níveis de pastas").click()
    assert shown(page) == {"4"}
    page.locator("#legend .row", has_text="Pasta: a").locator("input").check()
    assert shown(page) == {"3", "4"}


def test_a_single_note_can_be_hidden_and_brought_back(heat):
    select(heat, "Motor")
    heat.keyboard.press("x")
    assert shown(heat) == {"Calor", "Entropia", "Vapor", "Solta"}
    assert heat.locator("#panel").is_hidden()
    heat.wait_for_timeout(600)
    heat.reload()
    assert "Motor" not in shown(heat)
    heat.locator("#legend .row", has_text="Motor").locator("input").check()
    assert "Motor" in shown(heat)


def test_the_links_of_a_note_can_be_hidden_and_shown_again(heat):
    links = "VG.shown.links.map(link => VG.notes[VG.links[link].from].label).sort()"
    select(heat, "Entropia")
    heat.evaluate("VG.closeLocal()")
    heat.get_by_role("button", name="Ocultar seus links").click()
    assert heat.evaluate(links) == ["Motor"]
    assert len(shown(heat)) == 5
    assert heat.evaluate("VG.shortestPath(0, 2)") is None
    heat.wait_for_timeout(600)
    heat.reload()
    assert heat.evaluate(links) == ["Motor"]
    heat.locator("#legend .row", has_text="links de Entropia").locator("input").check()
    assert heat.evaluate(links) == ["Calor", "Entropia", "Motor"]


def test_a_path_and_a_local_graph_do_not_lead_over_a_note_whose_links_are_hidden(heat):
    heat.evaluate("VG.state.unlinked.add(VG.notes.findIndex(note => note.label === 'Motor'))")
    heat.evaluate("VG.showLocal([VG.notes.findIndex(note => note.label === 'Entropia')])")
    heat.click("#more-depth")
    assert shown(heat) == {"Calor", "Entropia"}


def test_all_groups_or_none_are_shown(heat):
    heat.select_option("#colour", "folder")
    heat.locator("#legend .all button").nth(1).click()
    assert shown(heat) == set()
    heat.locator("#legend .row", has_text="c").first.locator("input").check()
    assert {"Vapor", "Solta"} <= shown(heat)
    heat.locator("#legend .all button").first.click()
    assert len(shown(heat)) == 5


def test_tags_and_properties_of_a_note_lead_to_all_that_have_them(heat):
    select(heat, "Calor")
    heat.locator("#panel .chip", has_text="#termo").click()
    assert shown(heat) == {"Calor", "Motor"}
    heat.go_back()
    assert len(shown(heat)) == 5
    select(heat, "Entropia")
    chips = heat.locator("#panel .chip", has_text=": ")
    assert chips.all_inner_texts() == [
        "Situação: rascunho",
        "nota: 9",
        'autores: Ana "A" Lima',
        "autores: Rui",
    ]
    assert chips.evaluate_all("chips => chips.map(chip => chip.tagName)") == [
        "BUTTON",
        "BUTTON",
        "SPAN",
        "BUTTON",
    ]
    chips.first.click()
    assert shown(heat) == {"Entropia"}


@pytest.mark.parametrize("query", ["<img src=x onerror=PWNED=1>", "(((", "'", "%"])
def test_a_filter_from_an_address_is_only_words(show, graph, query):
    page = show(draw(graph(VAULT)), "#filter=" + query)
    assert page.evaluate("window.PWNED") is None
    assert page.locator("#legend img").count() == 0


def test_what_only_hidden_notes_name_is_hidden_with_them(show, graph):
    page = show(
        draw(
            graph("-- a/A.md --\n[[Lost]]\n-- b/B.md --\n[[Both]]\n-- c/C.md --\n[[Both]]\n"),
            mode="atlas",
        )
    )
    page.select_option("#colour", "folder")
    for folder in "ab":
        page.get_by_role("checkbox", name=folder, exact=False).first.uncheck()
    assert shown(page) == {"C", "Both"}


def test_only_notes_without_links_can_be_shown(heat):
    line = heat.locator("#legend .line", has_text="notas sem links")
    line.hover()
    line.locator(".only").click()
    assert shown(heat) == {"Solta"}
    heat.wait_for_timeout(600)
    heat.reload()
    assert shown(heat) == {"Solta"}
    select(heat, "Solta")
    assert "Nenhuma nota tem link para esta" in heat.locator("#panel").inner_text()


def test_notes_that_nobody_links_to_can_be_shown_alone(show, graph):
    vault = graph(
        "-- A.md --\n[[B]] [[C]]\n-- B.md --\nPré-requisito: [[C]]\n-- C.md --\n-- D.md --\n"
    )
    page = show(draw(vault))
    only = page.locator("#legend .line", has_text="notas que só têm links para outras")
    assert only.locator(".number").inner_text() == "1"
    only.locator(".only").click()
    assert shown(page) == {"A"}
    page.locator("#legend .row", has_text="notas sem links").locator("input").check()
    assert shown(page) == {"A", "D"}
    page.go_back()
    page.go_back()
    assert len(shown(page)) == 4


def test_one_kind_alone_is_in_view_and_stays_so(heat):
    heat.mouse.move(700, 500)
    for _ in range(6):
        heat.mouse.wheel(0, -240)
    heat.locator("#legend .line", has_text="notas sem links").locator(".only").click()
    heat.wait_for_timeout(600)
    for _ in range(2):
        (box,) = heat.evaluate("VG.rectangles()")
        area = heat.evaluate("VG.freeArea()")
        assert area["left"] <= box["left"]
        assert box["right"] <= area["right"]
        assert area["top"] <= box["top"]
        assert box["bottom"] <= area["bottom"]
        heat.reload()


def test_the_list_has_all_that_the_filters_leave_during_a_local_graph(heat):
    heat.evaluate("VG.showLocal([VG.notes.findIndex(note => note.label === 'Motor')])")
    assert "Solta" not in shown(heat)
    heat.keyboard.press("n")
    heat.locator("#list button", has_text="Solta").click()
    assert heat.locator("#panel h1").inner_text() == "Solta"


def test_a_property_shows_all_that_have_it_not_only_those_of_a_local_graph(heat):
    keep(heat, "[nota]")
    heat.locator("#legend .kept button").click()
    heat.evaluate("VG.showLocal([VG.notes.findIndex(note => note.label === 'Calor')])")
    heat.locator("#panel .chip", has_text="#termo").click()
    assert shown(heat) == {"Calor", "Motor"}


def test_the_legend_comes_back_when_the_list_is_closed(heat):
    heat.keyboard.press("n")
    assert heat.locator("#legend").is_hidden()
    heat.keyboard.press("n")
    assert heat.locator("#legend").is_visible()


def test_one_folder_alone_keeps_its_name_and_fills_the_window(show, graph):
    page = show(draw(graph(VAULT), mode="atlas"))
    page.select_option("#colour", "folder")
    line = page.locator("#legend .line", has_text="a2").first
    line.hover()
    line.locator(".only").click()
    assert page.evaluate("VG.areas().map(({ name }) => name)") == ["a"]
    scale = page.evaluate("VG.stage.getScale()")
    page.keyboard.press("f")
    page.wait_for_timeout(500)
    assert page.evaluate("VG.stage.getScale()") == pytest.approx(scale)
