"""The atlas: every note at home in an area, named as soon as it can be read."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import labels, overlapping, select

pytestmark = pytest.mark.browser

CITIES = "\n".join(
    f"-- {land}/{region}/Cidade {land}{region}{n}.md --\nRelações: [[Cidade {land}{region}{n + 1}]]"
    for land in "AB"
    for region in ("norte", "sul")
    for n in range(12)
)
VAULT = f"""
{CITIES}
-- Início.md --
[[Cidade Anorte1]] [[Ainda não há]]
#viagem

TARGET DECK: Mundo

O que é isto? #flashcard
Um mapa
-- A/Sozinha.md --
"""


@pytest.fixture
def world(show, graph):
    return show(draw(graph(VAULT), mode="atlas"))


def areas(page):
    return {area["name"]: area for area in page.evaluate("VG.areas()")}


def drawn(page):
    """The texts of the picture, in which every name that the screen shows is."""
    return page.evaluate(
        "[...new DOMParser().parseFromString(VG.svgText(), 'image/svg+xml').querySelectorAll('text')].map(text => text.textContent)"
    )


def test_folders_are_areas_in_one_another(world):
    found = areas(world)
    assert {"A", "B", "norte", "sul", "vault"} <= found.keys()
    assert [found[name]["depth"] for name in ("A", "norte", "vault")] == [1, 2, 1]
    assert found["A"]["count"] == 25


def test_every_note_is_in_its_area_and_covers_no_other(world):
    assert overlapping(world.evaluate("VG.rectangles()")) == []
    outside = world.evaluate("""() => {
      const inside = (note, box) => note.x > box.left && note.x < box.right && note.y > box.top && note.y < box.bottom;
      const boxes = VG.areas().filter(({ name }) => name === 'A').map(({ box }) => box);
      return VG.notes.filter(note => note.folder?.startsWith('A/') && !inside(note, boxes[0])).length;
    }""")
    assert outside == 0


def test_notes_without_links_and_missing_ones_have_a_home_and_a_name(world):
    assert {"Sozinha", "Ainda não há", "Cidade Bsul3"} <= set(drawn(world))
    assert "notas não resolvidas" in areas(world)


def test_areas_can_be_topics_decks_or_tags(world):
    options = world.locator("#areas option").evaluate_all("all => all.map(each => each.value)")
    assert options == ["folder", "topic", "deck", "tag"]
    world.select_option("#areas", "deck")
    assert {"Mundo", "sem baralho"} <= areas(world).keys()
    world.select_option("#areas", "tag")
    assert {"#viagem", "sem tag"} <= areas(world).keys()
    world.wait_for_timeout(600)
    world.reload()
    assert {"#viagem", "sem tag"} <= areas(world).keys()


def test_nearer_notes_are_boxes_and_farther_ones_are_bars(world):
    assert "Sozinha" in drawn(world)
    few = world.evaluate("""() => {
      const written = [], { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (words, ...rest) { written.push(words); return fillText.call(this, words, ...rest); };
      const seen = scale => { written.length = 0; VG.stage.moveTo({ scale, position: { x: 0, y: 0 } }); VG.stage.redraw(); return [...written]; };
      return [seen(0.3), seen(1), seen(2.5)].map(words => words.filter(word => word.startsWith('Cidade')).length);
    }""")
    assert few[0] == 0
    assert few[1] > few[2] > 0


def test_a_note_under_the_pointer_shows_its_links_and_dims_nothing(world):
    at = next(box for box in world.evaluate("VG.rectangles()") if box["note"] == 3)
    world.mouse.move(at["x"], at["y"])
    world.wait_for_timeout(200)
    assert world.evaluate("VG.state.hovered") == 3
    assert world.evaluate("VG.shown.notes.every(note => VG.opacityOf(note) === 1)")


def test_a_selected_note_and_its_neighbours_stand_out(world):
    select(world, "Cidade Anorte5")
    lit = labels(world, "VG.shown.notes.filter(note => VG.opacityOf(note) === 1)")
    assert {"Cidade Anorte4", "Cidade Anorte5", "Cidade Anorte6"} <= set(lit)
    assert "Cidade Bsul3" not in lit


def test_far_away_all_neighbours_of_the_selected_note_are_named(show, graph):
    star = "".join(f"-- {n % 30}/Raio {n}.md --\n[[Centro]]\n" for n in range(60))
    others = "".join(f"-- {n % 30}/Outra nota {n}.md --\n" for n in range(900))
    page = show(draw(graph(f"-- Centro.md --\n{star}{others}")))
    select(page, "Centro")
    page.wait_for_timeout(400)
    copied = page.evaluate("""() => {
      let count = 0;
      const { drawImage } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.drawImage = function (...rest) { count += 1; return drawImage.apply(this, rest); };
      VG.stage.redraw();
      return count;
    }""")
    assert page.evaluate("VG.stage.getScale()") < 0.6
    area = page.evaluate("VG.freeArea()")
    boxes = page.evaluate("VG.rectangles().filter(({ note }) => VG.opacityOf(note) === 1)")
    visible = [box for box in boxes if area["left"] < box["x"] < area["right"] - 20]
    assert 30 < len(visible) <= copied


def test_what_is_hidden_leaves_no_gap(world):
    before = areas(world)
    world.locator("#legend .row", has_text="notas sem links").locator("input").uncheck()
    assert areas(world)["A"]["count"] == before["A"]["count"] - 1
    assert "Sozinha" not in drawn(world)


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080), (390, 844)])
def test_titles_of_areas_can_be_read_when_it_opens(show, graph, size):
    page = show(draw(graph(VAULT), mode="atlas"), viewport={"width": size[0], "height": size[1]})
    scale = page.evaluate("VG.stage.getScale()")
    headers = [area["header"] for area in areas(page).values() if area["depth"] == 1]
    assert min(headers) * scale * 0.6 >= 11


def test_names_of_any_depth_make_areas(show, graph):
    tag, deck = "/".join(["t"] * 9000), "::".join(["d"] * 9000)
    page = show(
        draw(
            graph(
                f"-- A.md --\nTARGET DECK: {deck}\n#{tag}\n\nQ? #flashcard\nA\n-- B.md --\n#other\n"
            ),
            mode="atlas",
        )
    )
    for areas_by in ("deck", "tag"):
        page.select_option("#areas", areas_by)
        assert page.evaluate("VG.areas().length") > 1


@pytest.mark.parametrize("size", [(1440, 900), (390, 844), (844, 390)])
def test_it_has_the_form_of_the_window(show, graph, size):
    page = show(draw(graph(VAULT), mode="atlas"), viewport={"width": size[0], "height": size[1]})
    box = page.evaluate("VG.atlas().box")
    wide = box["right"] / box["bottom"]
    assert (wide > 1) == (size[0] > size[1])


def test_a_legend_of_areas_is_not_needed_for_boxes_in_layers(show, physics):
    page = show(draw(physics))
    assert page.locator("#areas").count() == 0
