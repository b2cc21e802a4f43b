"""The local graph: the concept map around a note, in a map of any size."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import labels, overlapping, select, texts

pytestmark = pytest.mark.browser

CITIES = " ".join(f"[[Cidade {n}]]" for n in range(90))
STATIONS = "\n".join(
    f"-- Estação {n}.md --\nLeva a: [[Estação {n + 1}]]\n[[Índice]]" for n in range(20)
)
END = """
-- Estação 20.md --
Fonte: [[Mapa]]

Onde termina? #flashcard
Aqui
-- Mapa.md --
-- Sozinha.md --
"""
VAULT = f"-- Índice.md --\n{CITIES}\n{STATIONS}{END}"
FIND = "label => VG.notes.findIndex(note => note.label === label)"


@pytest.fixture
def stations(show, graph):
    return show(draw(graph(VAULT), mode="atlas"))


def choose(page, label):
    """Choose a note as a click does, and wait until the map has come to rest."""
    page.evaluate(f"label => VG.choose(({FIND})(label))", label)
    rest(page)


def rest(page):
    page.wait_for_timeout(500)


def shown(page):
    return set(labels(page, "VG.shown.notes"))


def rectangles(page):
    found = page.evaluate("VG.rectangles()")
    names = labels(page, "VG.rectangles().map(({ note }) => note)")
    return dict(zip(names, found, strict=True))


def drawn(page):
    """The texts of the picture."""
    return page.evaluate(
        "[...new DOMParser().parseFromString(VG.svgText(), 'image/svg+xml').querySelectorAll('text')].map(text => text.textContent)"
    )


def test_a_note_of_the_atlas_is_chosen_and_its_concept_map_appears(stations):
    choose(stations, "Estação 20")
    boxes = rectangles(stations)
    assert {"Estação 20", "Estação 19", "Mapa", "Estação 0"} <= boxes.keys()
    assert boxes["Estação 19"]["bottom"] < boxes["Estação 20"]["top"]
    assert boxes["Mapa"]["left"] > boxes["Estação 20"]["right"]
    assert overlapping(stations.evaluate("VG.rectangles()")) == []
    assert {"Leva a", "Fonte", "1 cartão"} <= set(drawn(stations))


def test_boxes_of_what_to_learn_first_are_numbered_as_in_the_panel(stations):
    choose(stations, "Estação 3")
    assert texts(stations, ".prerequisites button") == ["Estação 0", "Estação 1", "Estação 2"]
    numbers = [text for text in drawn(stations) if text.isdigit()]
    assert sorted(numbers) == ["1", "2", "3", "4"]


def test_a_title_can_be_read_even_where_not_all_fits(stations):
    choose(stations, "Estação 20")
    assert stations.evaluate("VG.stage.getScale()") * 14 >= 11
    box, area = rectangles(stations)["Estação 20"], stations.evaluate("VG.freeArea()")
    assert area["left"] <= box["left"]
    assert box["right"] <= area["right"]


def test_back_leads_to_the_whole_map_as_it_was_left(stations):
    stations.mouse.move(700, 450)
    stations.mouse.wheel(0, -300)
    stations.wait_for_timeout(600)
    before = stations.evaluate("[VG.stage.getScale(), VG.shown.notes.length]")
    choose(stations, "Mapa")
    assert len(shown(stations)) == 2
    stations.go_back()
    rest(stations)
    assert stations.evaluate("[VG.stage.getScale(), VG.shown.notes.length]") == pytest.approx(
        before, rel=0.01
    )
    stations.go_forward()
    assert len(shown(stations)) == 2


def test_escape_leads_back_too(stations):
    choose(stations, "Mapa")
    stations.keyboard.press("Escape")
    stations.keyboard.press("Escape")
    assert stations.evaluate("VG.shown.notes.length === VG.notes.length")


def test_a_reload_and_a_link_show_the_same(stations):
    choose(stations, "Mapa")
    stations.keyboard.press("e")
    before = shown(stations)
    stations.reload()
    rest(stations)
    assert shown(stations) == before
    assert stations.locator("#panel h1").inner_text() == "Mapa"


def test_of_many_neighbours_some_are_shown_and_it_says_so(stations):
    choose(stations, "Índice")
    assert len(shown(stations)) == 60
    assert "59 de 110 vizinhas" in stations.locator("#depth").inner_text()
    stations.locator("#panel button", has_text="mais 51").click()
    assert len(shown(stations)) == 90


def test_a_click_on_the_number_at_a_box_shows_more_of_its_neighbours(stations):
    choose(stations, "Mapa")
    box = rectangles(stations)["Estação 20"]
    stations.mouse.click(box["right"] + 5, box["bottom"] - 5)
    rest(stations)
    assert shown(stations) == {"Mapa", "Estação 20", "Estação 19"}
    stations.evaluate(f"VG.select(({FIND})('Estação 20'))")
    stations.keyboard.press("e")
    assert shown(stations) == {"Mapa", "Estação 20"}


def test_a_note_at_hand_is_selected_and_one_elsewhere_is_the_new_centre(stations):
    choose(stations, "Mapa")
    choose(stations, "Estação 20")
    assert labels(stations, "VG.state.local.centres") == ["Mapa"]
    choose(stations, "Sozinha")
    assert labels(stations, "VG.state.local.centres") == ["Sozinha"]
    assert shown(stations) == {"Sozinha"}


def test_a_click_with_shift_adds_a_centre(stations):
    choose(stations, "Mapa")
    box = rectangles(stations)["Estação 20"]
    stations.keyboard.down("Shift")
    stations.mouse.click(box["x"], box["y"])
    stations.keyboard.up("Shift")
    assert labels(stations, "VG.state.local.centres") == ["Mapa", "Estação 20"]
    assert "Estação 19" in shown(stations)


def test_a_path_is_drawn_as_a_concept_map(stations):
    select(stations, "Estação 17")
    stations.keyboard.press("p")
    choose(stations, "Mapa")
    assert shown(stations) == {"Estação 17", "Estação 18", "Estação 19", "Estação 20", "Mapa"}
    assert "4 passos" in stations.locator("#path").inner_text()
    stations.reload()
    rest(stations)
    assert "4 passos" in stations.locator("#path").inner_text()
    assert len(shown(stations)) == 5


def test_what_filters_hide_is_not_in_it(stations):
    stations.locator("#legend .row", has_text="Leva a").locator("input").uncheck()
    choose(stations, "Estação 20")
    assert "Mapa" in shown(stations)
    assert stations.evaluate("VG.shown.links.every(link => VG.links[link].kind !== 'Leva a')")


def test_it_can_be_printed_and_saved(stations):
    choose(stations, "Estação 3")
    with stations.expect_download() as picture:
        stations.click("#png")
    assert picture.value.path().stat().st_size > 5000
    stations.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "Estação 3" in stations.locator("#paper svg").text_content()


def test_names_from_the_vault_are_only_text_in_it(show, graph):
    name = "<img src=x onerror=PWNED=1>".replace("/", "")
    vault = graph(
        f"-- A.md --\n[[{name}]]\n" + "".join(f"-- B{n}.md --\n[[A]]\n" for n in range(9))
    )
    page = show(draw(vault, mode="atlas"))
    choose(page, "A")
    assert page.evaluate("window.PWNED") is None


def place(page, label):
    return page.evaluate(
        f"label => VG.rectangles().find(({{ note }}) => note === ({FIND})(label))", label
    )


def test_a_dragged_note_stays_where_it_was_put(show, physics):
    page = show(draw(physics))
    before = place(page, "Motor")
    page.mouse.move(before["x"], before["y"])
    page.mouse.down()
    page.mouse.move(before["x"] + 80, before["y"] + 50, steps=4)
    page.mouse.up()
    page.reload()
    after = page.evaluate(f"VG.state.dragged.get(({FIND})('Motor'))")
    scale = page.evaluate("VG.stage.getScale()")
    was = page.evaluate(f"VG.notes[({FIND})('Motor')]")
    assert after["x"] - was["x"] == pytest.approx(80 / scale, rel=0.2)
    assert page.evaluate("VG.state.dragged.size") == 1
    assert page.evaluate("VG.state.selected") == -1


def test_a_path_of_plain_links_is_joined_in_its_order(show, graph):
    page = show(
        draw(
            graph("-- W.md --\n-- N.md --\n[[W]] [[G]]\n-- G.md --\n-- S.md --\n[[G]]\n"),
            mode="atlas",
        )
    )
    select(page, "W")
    page.keyboard.press("p")
    choose(page, "S")
    assert labels(page, "VG.shown.notes.toSorted()") == ["G", "N", "S", "W"]
    assert page.evaluate("VG.routes().length") == 3


def test_the_legend_says_what_the_sides_mean_where_there_are_some(show, graph):
    page = show(draw(graph(VAULT), mode="atlas"))
    assert page.locator("#directions").is_hidden()
    choose(page, "Mapa")
    assert page.locator("#directions").is_visible()
    plain = show(draw(graph("-- A.md --\n[[B]]\n-- B.md --\n"), mode="atlas"))
    choose(plain, "A")
    assert plain.inner_text("#directions").startswith("À esquerda: ")


def test_notes_that_link_to_each_other_are_marked(show, graph):
    many = "".join(f"-- N{n}.md --\n{'[[Centre]]' if n < 2 else ''}\n" for n in range(6))
    links = " ".join(f"[[N{n}]]" for n in range(6))
    page = show(draw(graph(f"{many}-- Centre.md --\n{links}\n"), mode="atlas"))
    choose(page, "Centre")
    assert "Links para · 6 · ⇄ 2" in page.evaluate("VG.svgText()")
    page = show(
        draw(graph("-- A.md --\n[[B]] [[C]]\n-- B.md --\n[[A]]\n-- C.md --\n"), mode="atlas")
    )
    choose(page, "A")
    heads = "(VG.svgText().match(/Z/gi) ?? []).length"
    both = page.evaluate(heads)
    page = show(draw(graph("-- A.md --\n[[B]] [[C]]\n-- B.md --\n-- C.md --\n"), mode="atlas"))
    choose(page, "A")
    assert page.evaluate(heads) == both - 1


def test_on_a_phone_another_note_can_be_searched_for_from_a_local_graph(show, graph):
    page = show(draw(graph(VAULT), mode="atlas"), viewport={"width": 390, "height": 844})
    choose(page, "Mapa")
    assert page.locator("#query").is_visible()
    page.click("#index-button")
    assert page.locator("#list button").first.is_visible()


def test_a_picture_of_a_selected_note_is_not_pale(show, physics):
    page = show(draw(physics))
    select(page, "Motor")
    assert "opacity" not in page.evaluate("VG.svgText()").split("</clipPath>")[0]
    assert page.evaluate("VG.shown.notes.some(note => VG.opacityOf(note) < 1)")
