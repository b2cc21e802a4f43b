import subprocess
import sys
import xml.etree.ElementTree as ET
from math import dist

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import overlapping
from vaults import SAMPLE_VAULT

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
FIND = "label => VG.notes.findIndex(note => note.label === label)"


def select(page, label):
    page.evaluate(f"label => VG.select(({FIND})(label))", label)


def place(page, label):
    """Where a note is in the window, after the map has come to rest."""
    page.wait_for_timeout(450)
    note = page.evaluate(FIND, label)
    return next(box for box in page.evaluate("VG.rectangles()") if box["note"] == note)


def until(page, condition):
    """Wait for *condition*; the page's policy forbids the waiting that evaluates a text inside it."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def selected(page):
    return page.evaluate("VG.notes[VG.state.selected]?.label ?? ''")


def texts(page, selector):
    return page.locator(selector).all_inner_texts()


@pytest.mark.parametrize("mode", ["auto", "atlas"])
def test_what_the_command_writes_is_drawn(mode, browser, complaints, tmp_path):
    file = tmp_path / "map.html"
    words = ["map", str(SAMPLE_VAULT), "-o", str(file), "--mode", mode]
    subprocess.run([sys.executable, "-m", "vaultgraph", *words], check=True)
    page = browser.open(file, complaints)
    assert page.evaluate("VG.notes.length") > 5
    page.close()
    assert complaints == []


def test_it_opens_in_standards_mode_with_all_notes_and_links(show, physics):
    page = show(draw(physics))
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert page.evaluate("[VG.notes.length, VG.links.length]") == [8, 7]
    assert page.locator("#count").inner_text() == "7 notas · 7 links"


def test_boxes_do_not_overlap_and_are_in_the_free_area(show, physics):
    page = show(draw(physics))
    boxes, area = page.evaluate("[VG.rectangles(), VG.freeArea()]")
    assert overlapping(boxes) == []
    assert min(box["left"] for box in boxes) >= area["left"] - 1
    assert max(box["right"] for box in boxes) <= area["right"] + 1
    assert min(box["top"] for box in boxes) >= area["top"] - 1
    assert max(box["bottom"] for box in boxes) <= area["bottom"] + 1


def test_a_click_on_a_note_opens_its_panel(show, physics):
    page = show(draw(physics))
    at = place(page, "Calor")
    page.mouse.click(at["x"], at["y"])
    until(page, "VG.state.selected >= 0")
    assert page.locator("#panel h1").inner_text() == "Calor"


def test_the_panel_shows_relations_in_both_directions(show, physics):
    page = show(draw(physics))
    select(page, "Motor")
    assert texts(page, "#panel .chip") == ["←\nEntropia", "←\nCalor"]
    assert "PRÉ-REQUISITO · 1" in texts(page, "#panel h2")


def test_a_card_asks_first_and_answers_on_a_click(show, physics):
    page = show(draw(physics))
    select(page, "Calor")
    answer = page.locator(".card .answer").first
    assert not answer.is_visible()
    page.locator(".card summary").first.click()
    assert answer.is_visible()
    assert "Energia que passa" in answer.inner_text()
    assert answer.locator("img").evaluate("image => image.naturalWidth") > 0


def test_an_image_can_be_enlarged(show, physics):
    page = show(draw(physics))
    select(page, "Calor")
    page.locator(".pictures .picture").click()
    assert page.locator("#picture").is_visible()
    link = page.locator("#picture a").get_attribute("href")
    assert link == "obsidian://open?vault=vault&file=chama.png"
    page.keyboard.press("Escape")
    assert not page.locator("#picture").is_visible()
    assert selected(page) == "Calor"


def test_a_broken_image_is_named(show, graph):
    page = show(draw(graph("-- A.md --\n![[broken.png]]\n", {"broken.png": b"\x89PNG\r\n\x1a\n"})))
    select(page, "A")
    assert "broken.png" in page.locator(".unreadable").inner_text()


def test_linked_images_are_shown_too(show, graph, tmp_path):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    found = graph("-- Calor.md --\n![[chama.svg]]\n", {"chama.svg": drawing})
    page = show(draw(found, output_folder=str(tmp_path)))
    select(page, "Calor")
    until(page, "document.querySelector('.pictures img').naturalWidth > 0")


def test_search_folds_accents_and_opens_with_enter(show, physics):
    page = show(draw(physics))
    page.keyboard.press("/")
    page.keyboard.type("pressao")
    assert texts(page, "#hits li") == ["Pressão\n"] or texts(page, "#hits li") == ["Pressão"]
    page.keyboard.press("Enter")
    assert selected(page) == "Pressão"
    assert page.evaluate("decodeURIComponent(location.hash)") == "#note=Pressão.md"


def test_search_looks_into_questions(show, physics):
    page = show(draw(physics))
    page.fill("#query", "em que se mede")
    assert "Calor" in texts(page, "#hits li")[0]


def test_search_that_finds_nothing_says_so(show, physics):
    page = show(draw(physics))
    page.fill("#query", "xyzzy")
    page.keyboard.press("Enter")
    assert texts(page, "#hits li") == ["Nada encontrado"]


@pytest.mark.parametrize("name", ["Pressão.md", "Press%C3%A3o.md", "pressao"])
def test_an_address_opens_its_note(show, physics, name):
    assert selected(show(draw(physics), f"#note={name}")) == "Pressão"


@pytest.mark.parametrize("name", ["nowhere", "%E0%A4%A", "__proto__", "constructor"])
def test_an_address_of_nothing_opens_nothing(show, physics, name):
    assert selected(show(draw(physics), f"#note={name}")) == ""


def test_focus_highlights_neighbours_and_the_path_from_the_root(show, physics):
    page = show(draw(physics))
    way = page.evaluate(f"[...VG.ancestors(({FIND})('Motor'))].map(note => VG.notes[note].label)")
    assert sorted(way) == ["Calor", "Entropia", "Física", "Motor"]
    select(page, "Motor")
    assert texts(page, ".prerequisites button") == ["Física", "Calor", "Entropia"]


def test_the_legend_filters_relations(show, physics):
    page = show(draw(physics))
    page.locator("#legend .row", has_text="Relações").locator("input").uncheck()
    assert page.evaluate("VG.shown.links.length") == 3


def test_a_long_link_passes_between_the_boxes(show, sample):
    touched = show(draw(sample)).evaluate("""() => {
      const isIn = ({ x, y }, { x: middle, y: centre, w, h }) => Math.abs(x - middle) < w / 2 - 1 && Math.abs(y - centre) < h / 2 - 1;
      return VG.routes().flatMap(({ start, curves }) => {
        const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        path.setAttribute('d', `M${start}${curves.map(curve => `C${curve}`).join('')}`);
        const points = Array.from({ length: 200 }, (_, step) => path.getPointAtLength(path.getTotalLength() * step / 199));
        return VG.notes.filter(note => points.slice(2, -2).some(point => isIn(point, note))).map(note => note.label);
      });
    }""")
    assert touched == []


def test_the_panel_does_not_make_the_map_too_small_to_read(show, sample):
    page = show(draw(sample))
    before = page.evaluate("VG.stage.getScale()")
    select(page, "Redes recorrentes")
    page.wait_for_timeout(500)
    assert page.evaluate("VG.stage.getScale()") == before


def test_the_legend_filters_groups(show, physics):
    page = show(draw(physics))
    page.locator("#legend .row").first.locator("input").uncheck()
    assert page.evaluate("VG.shown.notes.length") < 8


def labels_shown(page):
    return set(page.evaluate("VG.shown.notes.map(note => VG.notes[note].label)"))


FOLDERS = """
    -- a/A.md --
    Leads to: [[B]]
    -- a/B.md --
    See: [[C]]
    -- b/C.md --
    See: [[D]]
    -- b/D.md --
    [[A]]
    -- c/E.md --
    [[A]] [[B]]
"""


def test_what_is_hidden_stays_hidden_when_the_colours_change(show, graph):
    page = show(draw(graph(FOLDERS)))
    page.locator("#legend .row", has_text="b").first.locator("input").uncheck()
    assert labels_shown(page) == {"A", "B", "E"}
    page.select_option("#colour", "topic")
    assert labels_shown(page) == {"A", "B", "E"}
    page.locator("#legend .row", has_text="Pasta: b").locator("input").check()
    assert labels_shown(page) == {"A", "B", "C", "D", "E"}


def test_one_group_is_shown_alone_and_all_again(show, graph):
    page = show(draw(graph(FOLDERS)))
    only = page.get_by_role("button", name="Mostrar só a", exact=True)
    only.click()
    assert labels_shown(page) == {"A", "B"}
    only.click()
    assert labels_shown(page) == {"A", "B", "C", "D", "E"}


def test_one_relation_is_shown_alone(show, graph):
    page = show(draw(graph(FOLDERS)))
    page.get_by_role("button", name="Mostrar só See", exact=True).click()
    assert page.evaluate("VG.shown.links.map(link => VG.links[link].kind)") == ["See", "See"]


@pytest.mark.parametrize(("row", "label"), [("sem links", "Solta"), ("não resolvidas", "Vapor")])
def test_the_legend_hides_orphans_and_missing_notes(show, physics, row, label):
    page = show(draw(physics))
    page.locator("#legend .row", has_text=row).locator("input").uncheck()
    labels = page.evaluate("VG.shown.notes.map(note => VG.notes[note].label)")
    assert len(labels) == 7
    assert label not in labels


def test_search_brings_back_a_hidden_note(show, physics):
    page = show(draw(physics))
    page.locator("#legend .row", has_text="sem links").locator("input").uncheck()
    page.fill("#query", "solta")
    page.keyboard.press("Enter")
    assert selected(page) == "Solta"
    assert page.evaluate("VG.shown.notes.length") == 8


def test_colours_can_follow_another_property(show, physics):
    page = show(draw(physics))
    page.select_option("#colour", "deck")
    assert "Física" in texts(page, "#legend .name")


def test_arrows_walk_to_the_neighbour_in_their_direction(show, graph):
    page = show(draw(graph("-- A.md --\n[[B]]\n-- B.md --\n[[C]]\n-- C.md --\n")))
    flow = page.evaluate("VG.page.flow")
    page.focus("#map")
    for expected in "ABC":
        page.keyboard.press("ArrowDown" if flow == "TB" else "ArrowRight")
        assert selected(page) == expected
    page.keyboard.press("ArrowUp" if flow == "TB" else "ArrowLeft")
    assert selected(page) == "B"


def test_escape_closes_the_panel_and_f_fits(show, physics):
    page = show(draw(physics))
    page.keyboard.press("ArrowDown")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    page.evaluate("VG.stage.moveTo({ scale: 0.05 })")
    page.keyboard.press("f")
    page.wait_for_timeout(500)
    assert page.evaluate("VG.stage.getScale()") > 0.2


def test_the_neighbourhood_grows_with_the_depth(show, physics):
    page = show(draw(physics))
    select(page, "Vapor")
    page.keyboard.press("l")
    assert texts(page, ".actions button")[0] == "Mostrar tudo"
    sizes = [page.evaluate("VG.shown.notes.length")]
    for _ in range(2):
        page.click("#more-depth")
        sizes.append(page.evaluate("VG.shown.notes.length"))
    page.click("#all")
    assert [*sizes, page.evaluate("VG.shown.notes.length")] == [2, 3, 6, 8]


def test_the_keyboard_reaches_every_control_and_shows_where_it_is(show, physics):
    page = show(draw(physics))
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached == [
        "query", "index-button", "legend-button", "fit", "theme", "png", "svg", "help-button", "map",
    ]  # fmt: skip
    assert page.evaluate("getComputedStyle(document.activeElement).boxShadow") != "none"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('aside').id") == "legend"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_readers_of_the_screen_have_a_list(show, physics):
    page = show(draw(physics))
    assert len(texts(page, "#list button")) == 8
    page.evaluate("document.querySelector('#list button').click()")
    assert selected(page)


def test_dark_follows_the_system_and_the_button(show, physics):
    html = draw(physics)
    paper = "getComputedStyle(document.body).backgroundColor"
    light, dark = show(html), show(html, color_scheme="dark")
    assert light.evaluate(paper) != dark.evaluate(paper)
    dark.click("#theme")
    assert light.evaluate(paper) == dark.evaluate(paper)


def test_a_theme_can_be_given(show, physics):
    page = show(draw(physics, theme="dark"))
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_note_opens_in_obsidian(show, graph):
    page = show(draw(graph("-- a&b/C# é.md --\nText\n")))
    select(page, "C# é")
    address = page.locator("#panel a").get_attribute("href")
    assert address == "obsidian://open?vault=vault&file=a%26b%2FC%23%20%C3%A9"


def test_on_a_phone_the_selected_note_stays_above_the_panel(show, physics):
    page = show(draw(physics), **PHONE)
    select(page, "Motor")
    note, panel = place(page, "Motor"), page.locator("#panel").bounding_box()
    bar = page.locator("#bar").bounding_box()
    assert bar["y"] + bar["height"] <= note["top"]
    assert note["bottom"] <= panel["y"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_png_and_an_svg_can_be_saved(show, physics):
    page = show(draw(physics))
    with page.expect_download() as picture:
        page.click("#png")
    assert picture.value.suggested_filename == "vault.png"
    assert picture.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as drawing:
        page.click("#svg")
    words = "".join(ET.parse(drawing.value.path()).getroot().itertext())
    assert "Entropia" in words


def test_the_same_page_gives_the_same_places(show, physics):
    html = draw(physics)
    assert show(html).evaluate("VG.rectangles()") == show(html).evaluate("VG.rectangles()")


def test_an_empty_side_of_a_card_says_so(show, graph):
    card = "#flashcards\n\n::: <!--SR:!2022-04-02,4,270-->\n\n[[B]]"
    page = show(draw(graph(f"-- A.md --\n{card}\n-- B.md --\n")))
    select(page, "A")
    assert texts(page, ".card summary") == ["(vazio)"]


def test_dots_open_and_answer(show, graph):
    notes = "".join(f"-- N{n}.md --\n[[N{n // 3}]] [[N{n // 2}]]\n" for n in range(90))
    page = show(draw(graph(notes + "-- Lone.md --\n")))
    at = place(page, "N0")
    page.mouse.click(at["x"], at["y"])
    until(page, "VG.state.selected >= 0")
    assert selected(page) == "N0"
    page.fill("#query", "lone")
    page.keyboard.press("Enter")
    page.wait_for_timeout(450)
    assert selected(page) == "Lone"


def test_dots_do_not_overlap(show, graph):
    notes = "".join(f"-- N{n}.md --\n[[N{n // 3}]] [[N{n // 2}]]\n" for n in range(90))
    dots = show(draw(graph(notes))).evaluate("VG.notes.map(({ x, y, r }) => [x, y, r])")
    assert not [
        (a, b)
        for number, a in enumerate(dots)
        for b in dots[number + 1 :]
        if dist(a[:2], b[:2]) < a[2] + b[2]
    ]


EVIL = """
    -- <img src=x onerror=PWNED=1>.md --
    #__proto__
    TARGET DECK: <script>PWNED=2</script>
    "><script>PWNED=3</script>: [[__proto__]]
    Relações: [[constructor]], [[\u202eexe.dm]], [[<b>x]]

    </script><script>PWNED=4</script> #flashcard
    <img src=x onerror=PWNED=5> ![](//evil.example/x.png) ![](https://evil.example/y.png)
    ![[../../etc/passwd.png]] <iframe src=https://evil.example>

    {{ 7 * 7 }} {% raw %} javascript:PWNED=6 #flashcard
    ![x](javascript:PWNED=7) ![x](data:text/html,<script>PWNED=8</script>)
    -- __proto__.md --
    [[constructor]] [[toString]]
    -- constructor.md --
    a"b' `c` ${PWNED=9}
    -- \u202eexe.dm.md --
    <!-- <script> -->
"""


def test_hostile_names_and_texts_run_nothing(show, graph):
    page = show(draw(graph(EVIL)))
    assert page.evaluate("VG.notes.length") == 6
    for note in range(6):
        page.evaluate("note => VG.select(note, true)", note)
        for summary in page.locator(".card summary").all():
            summary.click()
    page.fill("#query", "<img src=x")
    page.evaluate("VG.drawWhole()")
    ET.fromstring(page.evaluate("VG.svgText()"))
    page.wait_for_timeout(200)
    assert page.evaluate("typeof PWNED") == "undefined"
    assert page.locator("#panel img[src*=evil], #panel iframe, #panel b img").count() == 0


def test_a_hostile_vault_name_is_only_text(show, physics, monkeypatch):
    monkeypatch.setattr(type(physics.vault), "name", "</title><script>PWNED=1</script>")
    page = show(draw(physics))
    assert page.evaluate("typeof PWNED") == "undefined"
    assert page.locator("#title").inner_text() == "</title><script>PWNED=1</script>"


@pytest.mark.parametrize(
    "smuggled",
    [
        "<script>PWNED=1</script>",
        "<b onclick='PWNED=1' id=trap>x</b><script>trap.click()</script>",
        "<img src='https://evil.example/x.png'>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<iframe src='https://evil.example'></iframe>",
    ],
)
def test_the_policy_stops_whatever_a_text_might_smuggle_in(show, complaints, physics, smuggled):
    page = show(draw(physics).replace("</header>", "</header>" + smuggled))
    assert page.evaluate("typeof PWNED") == "undefined"
    assert all("Content Security Policy" in said or "evil" in said for said in complaints)
    assert complaints
    complaints.clear()


def test_the_vault_it_was_made_for(show, nlp_page):
    page = show(nlp_page)
    kinds = page.evaluate("VG.links.map(link => link.kind ?? '')")
    assert page.evaluate("VG.notes.length") == 18
    assert (kinds.count("Relações"), kinds.count("")) == (14, 2)
    leads = page.evaluate(
        "VG.links.map(link => [VG.notes[link.from].label, VG.notes[link.to].label])"
    )
    assert ["Transformer", "Large Language Model"] in leads
    boxes = page.evaluate("VG.rectangles()")
    assert overlapping(boxes) == []


def test_its_transformer_note(show, nlp_page):
    page = show(nlp_page)
    select(page, "Transformer")
    assert texts(page, "#panel .chips .chip") == ["←\nSeq2Seq", "→\nLarge Language Model"]
    assert texts(page, "#panel .mention .chip") == ["LSTM", "Embeddings"]
    assert page.locator(".card").count() == 15
    assert page.locator(".pictures img").count() == 16
    page.locator(".card summary").nth(1).click()
    assert page.locator(".card").nth(1).locator("img").count() == 2
    assert place(page, "Transformer")["right"] < page.locator("#panel").bounding_box()["x"]


def test_its_search_and_arrows(show, nlp_page):
    page = show(nlp_page)
    page.keyboard.press("/")
    page.keyboard.type("redes rec")
    assert page.locator("#hits li").count() == 1
    page.keyboard.press("Enter")
    assert selected(page) == "Redes recorrentes"
    page.keyboard.press("ArrowDown")
    assert selected(page) == "LSTM"
    page.keyboard.press("l")
    assert page.evaluate("VG.shown.notes.length") == 6


def test_a_key_moves_the_highlight_although_the_mouse_stays(show, physics):
    page = show(draw(physics))
    at = place(page, "Entropia")
    page.mouse.click(at["x"], at["y"])
    until(page, "VG.state.selected >= 0")
    page.keyboard.press("ArrowDown")
    assert selected(page) == "Motor"
    assert page.evaluate("VG.state.hovered") == -1


def test_slash_searches_from_the_panel_too(show, physics):
    page = show(draw(physics))
    select(page, "Calor")
    page.locator(".card summary").first.click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"


def test_search_looks_into_answers(show, physics):
    page = show(draw(physics))
    page.fill("#query", "joules")
    assert "Calor" in texts(page, "#hits li")[0]


def test_notes_with_the_same_name_show_their_folders(show, graph):
    page = show(
        draw(graph("-- a/Energia.md --\n[[b/Energia]]\n-- b/Energia.md --\n[[a/Energia]]\n"))
    )
    assert page.evaluate("VG.notes.map(note => note.label)") == ["Energia (a)", "Energia (b)"]


def test_only_written_notes_are_counted(show, graph):
    page = show(draw(graph("-- A.md --\n[[B]] [[C]]\n-- B.md --\n")))
    assert page.locator("#count").inner_text() == "2 notas · 2 links"


def test_the_path_to_a_note_prefers_relations_to_links(show, graph):
    page = show(
        draw(
            graph("""
            -- Start.md --
            [[A]] [[Essay]]
            -- A.md --
            Relações: [[B]]
            -- B.md --
            -- Essay.md --
            [[B]] is worth reading.
        """)
        )
    )
    select(page, "B")
    assert texts(page, ".prerequisites button") == ["Start", "A"]


def test_relations_have_colours_of_their_own(show, graph):
    kinds = ["Leads to", "See", "Part of"]
    vault = graph("\n".join(f"-- {n}.md --\n{kinds[n % 3]}: [[{n + 1}]]" for n in range(9)))
    page = show(draw(vault, mode="atlas"))
    strokes = page.evaluate(
        "[...document.querySelectorAll('#legend .stroke')].map(mark => getComputedStyle(mark).borderTopColor)"
    )
    assert len(set(strokes)) == len(strokes) == 3
    page.evaluate("VG.choose(4)")
    assert page.evaluate("VG.svgText().includes('>See</text>')")
