"""What a reader does with the map: ways, the list, waiting cards, printing."""

import pytest

from map_steps import FIND, labels, overlapping, select, texts
from map_steps import draw_in_portuguese as draw
from vaultgraph.concept_map import Selection

pytestmark = pytest.mark.browser

DUE = """
    -- A.md --
    #flashcards
    [[B]]

    one::1 <!--SR:!2026-11-20,4,270-->

    two::2 <!--SR:!2026-12-24,4,270-->

    three::3
    -- B.md --
    -- .obsidian/plugins/obsidian-spaced-repetition/data.json --
    {"settings": {}}
"""


def test_the_shortest_path_between_two_notes(show, physics):
    page = show(draw(physics))
    select(page, "Vapor")
    page.locator(".actions button", has_text="Caminho até").click()
    assert (
        page.locator("#path span").inner_text()
        == "De Vapor até… escolha ou busque (/) a outra nota"
    )
    page.fill("#query", "medidas")
    page.keyboard.press("Enter")
    assert page.locator("#path span").inner_text() == "Vapor – Medidas · 4 passos"
    assert texts(page, ".steps .chip") == ["Vapor", "Pressão", "Calor", "Física", "Medidas"]
    assert texts(page, ".steps .where") == [
        "↑ Relações",
        "↑ Relações",
        "↑ link simples",
        "↓ link simples",
    ]
    page.keyboard.press("Escape")
    assert page.locator("#path").is_hidden()
    assert page.evaluate("VG.state.path") is None


def test_a_path_is_found_without_a_mouse(show, physics):
    page = show(draw(physics))
    select(page, "Vapor")
    page.focus("#map")
    page.keyboard.press("p")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    passed = page.evaluate("VG.state.path")
    page.keyboard.press("Enter")
    assert passed is None
    assert texts(page, ".steps .chip")[:2] == ["Vapor", "Pressão"]


def test_the_other_end_of_a_path_can_be_typed_at_once(show, physics):
    page = show(draw(physics))
    select(page, "Vapor")
    page.focus("#map")
    page.keyboard.press("p")
    page.keyboard.type("pressao")
    page.keyboard.press("Enter")
    assert page.locator("#path span").inner_text() == "Vapor – Pressão · 1 passo"


def test_a_path_is_drawn_though_the_pointer_rests_on_its_end(show, physics):
    page = show(draw(physics))
    select(page, "Vapor")
    page.keyboard.press("p")
    box = page.evaluate(f"VG.rectangles().find(({{ note }}) => note === ({FIND})('Pressão'))")
    page.mouse.move(box["left"] + 20, box["top"] + 10)
    page.mouse.click(box["left"] + 20, box["top"] + 10)
    page.wait_for_timeout(450)
    page.evaluate("VG.state.hovered = VG.state.selected")
    outside = page.evaluate(f"VG.opacityOf(({FIND})('Motor'))")
    page.evaluate("VG.state.hovered = -1")
    assert outside == page.evaluate(f"VG.opacityOf(({FIND})('Motor'))") < 1


def test_a_path_is_shown_from_end_to_end(show, graph):
    chain = "".join(f"-- {n:02}.md --\nRelações: [[{n + 1:02}]]\n" for n in range(40))
    page = show(draw(graph(chain), mode="layered"))
    page.evaluate(f"VG.startPath(({FIND})('05')); VG.choose(({FIND})('25'))")
    page.wait_for_timeout(450)
    area = page.evaluate("VG.freeArea()")
    ends = [b for b in page.evaluate("VG.rectangles()") if b["note"] in range(5, 26)]
    assert len(ends) == 21
    assert min(box["top"] for box in ends) >= area["top"] - 0.01
    assert max(box["bottom"] for box in ends) <= area["bottom"] + 0.01


def test_a_closed_path_is_no_longer_highlighted(show, physics):
    page = show(draw(physics), "#note=Medidas.md&from=Calor.md")
    page.focus("#map")
    page.keyboard.press("Escape")
    assert page.locator(".steps").count() == 0
    assert page.evaluate("location.hash") == "#note=Medidas.md"


def test_the_path_button_leads_to_the_search(show, physics):
    page = show(draw(physics))
    select(page, "Vapor")
    page.locator(".actions button", has_text="Caminho até").click()
    page.keyboard.type("medidas")
    page.keyboard.press("Enter")
    assert page.locator("#path span").inner_text() == "Vapor – Medidas · 4 passos"


def test_on_a_phone_nothing_covers_the_hits(show, physics):
    page = show(draw(physics), viewport={"width": 390, "height": 844})
    page.evaluate("VG.startPath(0)")
    page.fill("#query", "medidas")
    page.locator("#hits li").first.click()
    assert page.locator("#path span").inner_text().endswith("– Medidas · 2 passos")


def test_a_path_has_an_address(show, physics):
    page = show(draw(physics), "#note=Medidas.md&from=Calor.md")
    assert texts(page, ".steps .chip") == ["Calor", "Física", "Medidas"]
    assert page.evaluate("location.hash") == "#note=Medidas.md&from=Calor.md"


def test_a_missing_path_is_reported(show, physics):
    page = show(draw(physics), "#note=Solta.md&from=Calor.md")
    assert page.locator("#path span").inner_text() == "Nenhum caminho de Calor até Solta"


def test_a_path_follows_only_what_is_shown(show, physics):
    page = show(draw(physics))
    page.locator("#legend .row", has_text="link simples").locator("input").uncheck()
    ends = "VG.notes.findIndex(note => note.label === 'Calor'), VG.notes.findIndex(note => note.label === 'Medidas')"
    assert page.evaluate(f"VG.shortestPath({ends})") is None


def test_the_list_is_an_outline_of_the_folders(show, graph):
    vault = graph("-- b/B.md --\n[[Later]]\n-- a/x/A2.md --\n-- a/x/A10.md --\n-- R.md --\n[[B]]\n")
    page = show(draw(vault))
    page.keyboard.press("n")
    assert texts(page, "#list li") == [
        "a/x",
        "A2",
        "A10",
        "b",
        "B",
        "raiz do cofre",
        "R",
        "notas não resolvidas",
        "Later\nnota não resolvida",
    ]


def test_the_list_of_notes_opens_with_a_key_and_is_walked_with_arrows(show, physics):
    page = show(draw(physics))
    page.keyboard.press("n")
    names = texts(page, "#list .name")
    assert names == ["Calor", "Entropia", "Física", "Medidas", "Motor", "Pressão", "Solta", "Vapor"]
    assert page.locator("#list button").first.inner_text().split("\n") == ["Calor", "2 cartões"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h1").inner_text() == "Entropia"
    page.keyboard.press("Escape")
    assert page.locator("#index.visually-hidden").count() == 1


def test_the_list_does_not_cover_the_map(show, physics):
    page = show(draw(physics))
    page.keyboard.press("n")
    page.wait_for_timeout(450)
    edge = page.locator("#index").bounding_box()
    assert min(box["left"] for box in page.evaluate("VG.rectangles()")) > edge["x"] + edge["width"]


def test_every_key_is_in_the_help(show, physics):
    page = show(draw(physics))
    page.keyboard.press("?")
    assert page.locator("#help tr").count() == 17
    page.keyboard.press("f")
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_enter_leads_into_the_panel_and_escape_back_to_the_map(show, physics):
    page = show(draw(physics))
    page.keyboard.press("ArrowDown")
    page.focus("#map")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "map"


def test_keys_work_from_the_panel_too(show, physics):
    page = show(draw(physics))
    select(page, "Calor")
    page.locator(".card summary").first.focus()
    page.keyboard.press("l")
    assert labels(page, "VG.state.local.centres") == ["Calor"]
    page.locator(".card summary").first.focus()
    page.keyboard.press("p")
    assert page.evaluate("VG.notes[VG.state.pathStart].label") == "Calor"
    assert page.evaluate("document.activeElement.id") == "query"


def test_keys_work_from_the_legend_and_the_list_too(show, physics):
    page = show(draw(physics))
    page.locator("#legend input").first.focus()
    page.keyboard.press("n")
    opened = page.locator("#index").get_attribute("class")
    page.keyboard.press("n")
    assert opened == ""
    assert page.locator("#index").get_attribute("class") == "visually-hidden"
    assert page.evaluate("document.activeElement.id") == "map"


def test_in_the_surroundings_of_a_note_nothing_is_dimmed(show, physics):
    page = show(draw(physics))
    select(page, "Calor")
    dimmed = "VG.shown.notes.filter(note => VG.opacityOf(note) < 1).length"
    before = page.evaluate(dimmed)
    page.evaluate("VG.showLocal([VG.state.selected])")
    assert before > 0
    assert page.evaluate(dimmed) == 0


def test_a_phone_opens_a_wide_map_where_it_begins_and_can_be_read(show, sample):
    page = show(draw(sample), viewport={"width": 390, "height": 844})
    assert page.evaluate("VG.stage.getScale()") > 0.7
    area = page.evaluate("VG.freeArea()")
    root = next(
        box
        for box in page.evaluate("VG.rectangles()")
        if page.evaluate("note => VG.notes[note].label", box["note"]) == "README"
    )
    assert area["left"] < root["x"] < area["right"]
    assert area["top"] < root["y"] < area["top"] + 200


def test_links_that_relations_imply_can_be_shown(show, graph):
    page = show(
        draw(
            graph("""
        -- A.md --
        Relações: [[B]]
        [[C]]
        -- B.md --
        Relações: [[C]]
        -- C.md --
    """)
        )
    )
    before = page.evaluate("VG.routes().length")
    page.locator("#legend .row", has_text="links implícitos pelas relações").locator(
        "input"
    ).check()
    assert (before, page.evaluate("VG.routes().length")) == (2, 3)


def test_t_turns_the_theme_and_g_the_legend(show, physics):
    page = show(draw(physics))
    page.keyboard.press("t")
    page.keyboard.press("g")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.locator("#legend").is_hidden()


def pixel(page, x, y):
    return page.evaluate(
        """([x, y]) => {
          const canvas = document.querySelector('#map canvas'), ratio = canvas.width / canvas.clientWidth;
          return [...canvas.getContext('2d').getImageData(x * ratio, y * ratio, 1, 1).data].slice(0, 3);
        }""",
        [x, y],
    )


@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_waiting_cards_make_a_ring(show, graph, mode):
    page = show(draw(graph(DUE), mode=mode))
    page.clock.set_fixed_time("2026-11-24T12:00:00")
    page.reload()
    select(page, "A")
    assert page.locator(".waiting").inner_text() == "1 para hoje, 1 novo"
    page.keyboard.press("Escape")
    for _ in range(60):  # until the map has come to rest
        at = page.evaluate("(([x, y]) => VG.stage.canvasToDOM({ x, y }))(VG.ringAt(0))")
        red, green, blue = pixel(page, at["x"], at["y"])
        if red > green + 30:
            break
        page.wait_for_timeout(50)
    assert red > green + 30
    assert green > blue


def test_a_picture_holds_the_number_of_waiting_cards(show, graph):
    page = show(draw(graph(DUE), mode="layered"))
    page.clock.set_fixed_time("2026-11-24T12:00:00")
    page.reload()
    assert ">2</text>" in page.evaluate("VG.svgText()")


def test_cards_without_a_schedule_make_no_ring(show, physics):
    page = show(draw(physics))
    select(page, "Calor")
    assert page.locator(".waiting").is_hidden()
    assert page.evaluate("VG.hasWaitingCards()") is False


def test_a_map_of_a_part_says_so_and_opens_its_note(show, physics):
    page = show(draw(physics, Selection(focus="Calor", depth=1)))
    assert page.locator("#title").inner_text() == "vault · Calor"
    assert page.title() == "vault · Calor"
    assert page.locator("#panel h1").inner_text() == "Calor"


def test_attachments_tags_and_cards_are_notes_on_request(show, physics):
    page = show(draw(physics, Selection(show=["attachments", "tags", "cards"])))
    rows = [row.replace("\n", " ") for row in texts(page, "#legend .row")]
    assert {"anexos 1", "tags 1", "cartões 2"} <= set(rows)
    select(page, "chama.png")
    assert page.locator(".where").first.inner_text() == "anexo · img/chama.png"
    assert page.locator("#panel img").count() == 1
    select(page, "Em que se mede?")
    assert page.locator(".card").count() == 1
    page.locator("#legend .row", has_text="cartões").locator("input").uncheck()
    assert "Em que se mede?" not in labels(page, "VG.shown.notes")
    assert page.locator("#count").inner_text().startswith("7 notas")


def test_the_whole_map_is_printed_in_light_colours(show, physics):
    page = show(draw(physics, theme="dark"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#paper svg").is_visible()
    assert page.locator("#bar").is_hidden()
    assert "Entropia" in page.locator("#paper svg").text_content()
    assert page.locator("#paper svg > rect").first.get_attribute("fill") == "#fff"
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def drawn_texts(page):
    """The texts of the drawing that can be saved, each with its box."""
    return page.evaluate("""() => {
      const holder = document.createElement('div');
      holder.append(new DOMParser().parseFromString(VG.svgText(), 'image/svg+xml').documentElement);
      Object.assign(holder.firstChild.style, { width: '3000px', height: '3000px' });
      document.body.append(holder);
      return [...holder.querySelectorAll('text')].map(text => {
        const { x, y, width, height } = text.getBBox();
        return { text: text.textContent, left: x, top: y, right: x + width, bottom: y + height };
      });
    }""")


@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_a_saved_drawing_shows_what_the_screen_shows(show, physics, mode):
    texts = [each["text"] for each in drawn_texts(show(draw(physics, mode=mode)))]
    assert {"Entropia", "Solta"} <= set(texts)
    assert ("SEM LINKS" in texts) == (mode == "layered")
    assert ("↑ Pré-requisito" in texts) == (mode == "layered")


@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_a_picture_says_what_its_colours_and_lines_mean(show, graph, mode):
    page = show(
        draw(
            graph("-- one/A.md --\nRelações: [[B]]\n-- two/B.md --\n[[C]]\n-- two/C.md --\n"),
            mode=mode,
        )
    )
    texts = [each["text"] for each in drawn_texts(page)]
    assert texts[-2:] == (["Relações", "link simples"] if mode == "layered" else ["two", "one"])
    assert {"one", "two"} <= set(texts)
    page.locator("#legend .row", has_text="two").locator("input").uncheck()
    assert "two" not in [each["text"] for each in drawn_texts(page)]


def test_names_of_relations_do_not_overlap(show, graph):
    drawing = show(
        draw(
            graph("""
        -- A.md --
        Ver também: [[B]]
        Parte de: [[B]]
        Relações: [[C]], [[D]]
        -- B.md --
        Leva a: [[A]]
        -- C.md --
        -- D.md --
    """)
        )
    )
    kinds = [
        each
        for each in drawn_texts(drawing)
        if each["text"].lstrip("↑ ") in {"Ver também", "Leva a"}
    ]
    assert len(kinds) == 4  # on the map, and in its legend
    assert overlapping([{"note": each["text"], **each} for each in kinds]) == []


def test_no_two_names_of_a_drawing_overlap(show, graph):
    star = " ".join(f"[[Uma nota de nome longo {number}]]" for number in range(24))
    texts = drawn_texts(show(draw(graph(f"-- Centro.md --\n{star}"), mode="atlas")))
    assert len(texts) > 12
    assert overlapping([{"note": each["text"], **each} for each in texts]) == []


@pytest.mark.parametrize("size", [(1440, 900), (900, 600), (390, 844)])
@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_the_legend_covers_no_note(show, physics, mode, size):
    page = show(draw(physics, mode=mode), viewport={"width": size[0], "height": size[1]})
    if page.locator("#legend").is_hidden():
        page.click("#legend-button")
        page.wait_for_timeout(450)
    legend = page.locator("#legend").bounding_box()
    covered = [
        box["note"]
        for box in page.evaluate("VG.rectangles()")
        if box["left"] < legend["x"] + legend["width"]
        and box["right"] > legend["x"]
        and box["bottom"] > legend["y"]
    ]
    assert covered == []


def selected_at_rest(page):
    """Where the selected note is drawn once the map moves no more, however busy the machine."""
    before, now = None, {}
    while now != before:
        page.wait_for_timeout(450)
        before = now
        now = page.evaluate("VG.rectangles().find(({ note }) => note === VG.state.selected)")
    return now


@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_on_a_phone_the_selected_note_stays_in_view(show, physics, mode):
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    page = show(draw(physics, mode=mode), **phone)
    for label in ("Motor", "Solta", "Física"):
        select(page, label)
        note = selected_at_rest(page)
        bar, panel = page.locator("#bar").bounding_box(), page.locator("#panel").bounding_box()
        assert bar["y"] + bar["height"] <= note["top"]
        assert note["bottom"] <= panel["y"]
        assert note["left"] >= 0
        assert note["right"] <= 390


def test_topics_keep_their_colours_from_one_map_to_the_next(show, graph):
    text = """
        -- Calor.md --
        [[Gás]] [[Vapor]]
        -- Gás.md --
        [[Vapor]]
        -- Vapor.md --
        -- Luz.md --
        [[Onda]]
        -- Onda.md --
    """
    colours = (
        "Object.fromEntries(VG.notes.map((note, number) => [note.label, VG.colourOf(number)]))"
    )
    first = draw(graph(text))
    before = show(first).evaluate(colours)
    more = """    -- Cor.md --
        [[Luz]] [[Onda]]
        -- Som.md --
        [[Onda]]
    """
    after = show(draw(graph(text + more), previous_map=first)).evaluate(colours)
    assert before["Calor"] != before["Luz"]
    assert after == before | {"Cor": before["Luz"], "Som": before["Luz"]}


def test_a_hint_is_shown_once_and_goes_away(show, physics):
    page = show(draw(physics))
    assert "Clique em uma nota" in page.locator("#first-hint").inner_text()
    page.keyboard.press("f")
    assert page.locator("#first-hint").is_hidden()
    page.reload()
    assert page.locator("#first-hint").is_hidden()


def test_where_not_all_is_seen_a_small_map_shows_the_part(show, sample):
    page = show(draw(sample))
    assert page.evaluate("VG.stage.getScale()") * 14 >= 11
    small = page.locator("#minimap")
    assert small.is_visible()
    before = page.evaluate("VG.stage.getViewPosition()")
    small.click(position={"x": 85, "y": 100})
    after = page.evaluate("VG.stage.getViewPosition()")
    assert after["y"] > before["y"] + 100
    page.keyboard.press("f")
    page.wait_for_timeout(500)
    assert small.is_hidden()


@pytest.mark.parametrize("count", [1, 50])
def test_titles_can_be_read_when_a_map_in_layers_opens(show, graph, count):
    chain = "".join(f"-- Passo {n}.md --\nLeva a: [[Passo {n + 1}]]\n" for n in range(count))
    page = show(draw(graph(chain), mode="layered"))
    assert page.evaluate("VG.stage.getScale()") * 14 >= 11


def test_r_leads_to_any_note(show, physics):
    page = show(draw(physics))
    page.keyboard.press("r")
    assert page.locator("#panel h1").is_visible()


def test_many_folders_are_coloured_by_those_around_them(show, graph):
    vault = "".join(
        f"-- {top}/part {n}/N{top}{n}.md --\n[[Nx0]]\n" for top in "xyz" for n in range(9)
    )
    page = show(draw(graph(vault), mode="atlas"))
    page.select_option("#colour", "folder")
    names = texts(page, "#legend .row .name")
    assert {"x", "y", "z"} <= set(names)
    assert "outras" not in names
