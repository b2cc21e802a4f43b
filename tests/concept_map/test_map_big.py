"""The map of a huge vault, in a browser."""

import random

import pytest

from map_steps import draw_in_portuguese as draw
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault
from vaults import write_vault

pytestmark = pytest.mark.browser

COUNT, LANDS = 1600, 8
SIZE = COUNT // LANDS


@pytest.fixture(scope="module")
def page_of_lands(tmp_path_factory):
    """The map of a vault of some lands that hang together, and an index that lists them all."""
    chance = random.Random(4)
    notes = []
    for number in range(COUNT):
        start = number // SIZE * SIZE
        near = " ".join(f"[[N{start + chance.randrange(SIZE)}]]" for _ in range(5))
        notes.append(f"-- land {number // SIZE}/N{number}.md --\n{near}\n")
    notes.append("-- Index.md --\n" + " ".join(f"[[N{number}]]" for number in range(COUNT)) + "\n")
    notes.append("-- land 0/Card.md --\nRelações: [[N0]]\n\nWhat? #flashcard\nThat\n")
    notes.append("-- Alone.md --\n")
    folder = write_vault(tmp_path_factory.mktemp("lands"), "".join(notes))
    return draw(VaultGraph(read_vault(str(folder))))


@pytest.fixture
def lands(show, page_of_lands):
    return show(page_of_lands)


def pixels(page):
    """How many of a row of points of the map are not of the colour of its paper."""
    return page.evaluate("""() => {
      const canvas = document.querySelector('#map canvas');
      const { data } = canvas.getContext('2d').getImageData(0, canvas.height / 2, canvas.width, 1);
      return data.filter((value, at) => at % 4 < 3 && value !== data[at % 4]).length;
    }""")


def point(page, label):
    """Where a note is in the window."""
    return page.evaluate(
        """label => {
          const note = VG.notes.find(note => note.label === label);
          return VG.stage.canvasToDOM({ x: note.x, y: note.y });
        }""",
        label,
    )


def scale(page):
    return page.evaluate("VG.stage.getScale()")


def selected(page):
    return page.evaluate("VG.notes[VG.state.selected]?.label ?? ''")


def test_it_has_all_notes_and_links(lands):
    assert lands.evaluate("[VG.page.mode, VG.notes.length]") == ["atlas", COUNT + 3]
    assert lands.evaluate("VG.notes.filter(note => note.path).length") == COUNT + 3
    assert lands.evaluate("VG.links.filter(link => link.kind === 'Relações').length") == 1


def test_it_draws(lands):
    assert pixels(lands) > 100


def test_each_land_is_an_area(lands):
    names = lands.evaluate("VG.areas().map(({ name }) => name)")
    assert {f"land {land}" for land in range(LANDS)} <= set(names)
    counts = dict(lands.evaluate("VG.areas().map(({ name, count }) => [name, count])"))
    assert counts["land 3"] == SIZE


def test_each_topic_is_an_area_although_an_index_lists_them_all(lands):
    lands.select_option("#areas", "topic")
    counts = lands.evaluate("VG.areas().map(({ count }) => count)")
    assert sorted(counts)[-LANDS:] == pytest.approx([SIZE] * LANDS, abs=3)


def test_nothing_is_outside_the_free_area(lands):
    area = lands.evaluate("VG.freeArea()")
    for label in ("N0", f"N{COUNT - 1}", "Alone"):
        at = point(lands, label)
        assert area["left"] < at["x"] < area["right"]
        assert area["top"] < at["y"] < area["bottom"]


def test_dragging_pans(lands):
    before = point(lands, "N5")
    lands.mouse.move(700, 700)
    lands.mouse.down()
    lands.mouse.move(760, 740, steps=4)
    lands.mouse.up()
    after = point(lands, "N5")
    assert after["x"] - before["x"] == pytest.approx(60, abs=2)
    assert after["y"] - before["y"] == pytest.approx(40, abs=2)


def test_the_wheel_zooms_and_bars_get_sharp(lands):
    before = scale(lands)
    lands.mouse.move(900, 450)
    lands.mouse.wheel(0, -240)
    lands.wait_for_timeout(600)
    assert scale(lands) > 1.2 * before
    assert lands.evaluate("VG.sheets.sharp.scale") == pytest.approx(scale(lands))
    assert pixels(lands) > 100


def test_search_finds_and_shows_a_note(lands):
    lands.keyboard.press("/")
    lands.keyboard.type("n1234")
    lands.keyboard.press("Enter")
    lands.wait_for_timeout(600)
    assert selected(lands) == "N1234"
    at, panel = point(lands, "N1234"), lands.locator("#panel").bounding_box()
    assert 0 < at["x"] < panel["x"]


def test_a_click_selects_the_note_under_it(lands):
    lands.evaluate("VG.stage.moveTo({ scale: 1.5 })")
    at = point(lands, "N77")
    lands.evaluate("at => VG.stage.moveTo({ offset: { x: 700 - at.x, y: 450 - at.y } })", at)
    at = point(lands, "N77")
    lands.mouse.click(at["x"], at["y"])
    lands.wait_for_timeout(400)
    assert selected(lands) == "N77"
    assert lands.locator("#panel h1").inner_text() == "N77"


def test_hovering_shows_the_note_under_the_pointer(lands):
    at = point(lands, "Index")
    lands.mouse.move(at["x"], at["y"])
    lands.wait_for_timeout(300)
    assert lands.locator("#tip").inner_text() == "Index"


def test_cards_are_unpacked(lands):
    lands.wait_for_timeout(300)
    lands.evaluate("VG.select(VG.notes.findIndex(note => note.label === 'Card'))")
    assert lands.locator(".card summary").inner_text() == "What?"


def test_the_surroundings_of_a_note_can_be_shown_alone(lands):
    lands.evaluate("VG.select(VG.notes.findIndex(note => note.label === 'Card'))")
    lands.keyboard.press("l")
    lands.wait_for_timeout(500)
    assert lands.evaluate("VG.shown.notes.length") == 2
    assert lands.evaluate("""() => {
      const canvas = document.querySelector('#map canvas'), context = canvas.getContext('2d');
      const paper = [...context.getImageData(0, canvas.height - 1, 1, 1).data];
      const seen = VG.rectangles().map(({ x, y }) => [...context.getImageData(x, y, 1, 1).data]);
      return seen.every(dot => `${dot}` !== `${paper}`);
    }""")


def test_areas_close_over_what_is_hidden(lands):
    areas = "VG.areas().map(({ name, box }) => [name, box.left, box.top])"
    lands.select_option("#colour", "folder")
    whole = lands.evaluate(areas)
    lands.locator("#legend .row", has_text="land 3").locator("input").uncheck()
    left = lands.evaluate(areas)
    assert "land 3" not in [name for name, *_ in left]
    assert {tuple(place) for _, *place in left} < {tuple(place) for _, *place in whole}
    lands.locator("#legend .row", has_text="land 3").locator("input").check()
    assert lands.evaluate(areas) == whole


def test_a_drawing_of_too_many_pieces_is_not_offered(lands):
    button = lands.locator("#svg")
    assert button.is_disabled()
    assert "10000" in button.get_attribute("title")
    lands.locator("#legend .row", has_text="link simples").locator("input").uncheck()
    assert button.is_enabled()


def test_a_folder_can_be_hidden(lands):
    lands.select_option("#colour", "folder")
    lands.locator("#legend .row", has_text="land 3").locator("input").uncheck()
    assert lands.evaluate("VG.shown.notes.length") == COUNT + 3 - SIZE


def test_a_picture_of_all_can_be_saved(lands):
    with lands.expect_download() as picture:
        lands.click("#png")
    assert picture.value.path().stat().st_size > 50_000


def test_a_link_leads_to_a_note(show, page_of_lands):
    page = show(page_of_lands, "#note=N42")
    assert selected(page) == "N42"


def test_it_fits_on_a_phone(show, page_of_lands):
    page = show(
        page_of_lands, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert pixels(page) > 20


TOLD = """() => [
  VG.notes.map(({ label, path, aliases, images }) => ({ label, path, aliases, images })),
  VG.links.map(({ from, to, kind, direction }) => JSON.stringify([from, to, kind, direction])).sort(),
]"""


def test_the_page_fills_in_what_a_packed_map_leaves_out(graph, png, show, request):
    vault = graph(
        """
        -- a/A.md --
        ---
        aliases: [Alfa]
        ---
        Relações: [[B]]
        ![[img/one.png]]
        -- b/B.md --
        [[A]] e [[C]]
        ![[img/two.png]] ![[img/one.png]]
        -- C.md --
        [[D]]
        """,
        {"img/one.png": png, "img/two.png": png},
    )
    full = show(draw(vault)).evaluate(TOLD)
    request.getfixturevalue("packed")
    assert show(draw(vault)).evaluate(TOLD) == full
