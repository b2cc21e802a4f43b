"""What axe-core finds wrong with the map for those who see, hear or move otherwise: nothing."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import select
from vaultgraph.concept_map import Selection

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def at_rest(page):
    pass


def with_a_note_and_its_cards(page):
    select(page, "Calor")
    page.locator(".card summary").first.click()


def with_a_way(page):
    select(page, "Calor")
    page.locator(".actions button", has_text="Caminho até").click()
    page.evaluate("VG.choose(VG.notes.findIndex(note => note.label === 'Vapor'))")


def searching(page):
    page.fill("#query", "entr")


def with_the_list(page):
    page.keyboard.press("n")


def with_the_keys(page):
    page.keyboard.press("?")


def near_a_note(page):
    select(page, "Calor")
    page.keyboard.press("l")


def with_an_image(page):
    select(page, "Calor")
    page.locator(".pictures .picture").click()


@pytest.fixture
def violations():
    """What axe-core complains about in a page, as lines to read."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def run(page):
        page.wait_for_timeout(100)
        found = axe.run(page, options=STANDARDS).response["violations"]
        return [
            f"{v['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
            for v in found
            for node in v["nodes"]
        ]

    return run


STATES = [
    at_rest, with_a_note_and_its_cards, with_a_way, searching, with_the_list, with_the_keys, near_a_note, with_an_image,
]  # fmt: skip


@pytest.mark.parametrize(("screen", "state"), [
    *(({}, state) for state in STATES),
    *(({"color_scheme": "dark"}, state) for state in STATES[:5]),
    *((PHONE, state) for state in STATES[1:5]),
])  # fmt: skip
def test_axe_finds_nothing(show, physics, violations, state, screen):
    page = show(draw(physics), **screen)
    state(page)
    assert violations(page) == []


@pytest.mark.parametrize("mode", ["atlas"])
def test_axe_finds_nothing_in_the_other_modes(show, physics, violations, mode):
    whole = Selection(show=["unresolved", "attachments", "tags", "cards"])
    page = show(draw(physics, whole, mode=mode, lang="en"))
    page.wait_for_timeout(100)
    select(page, "Calor")
    assert violations(page) == []


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_axe_cannot_see_on_the_canvas_has_contrast_too(show, physics, theme):
    page = show(draw(physics, theme=theme))
    colour, groups = page.evaluate("[VG.colour, [...Array(11).keys()].map(VG.colourOfGroup)]")
    for text in ("ink", "soft", "accent"):
        assert contrast(colour[text], colour["paper"]) >= 4.5, text
        assert contrast(colour[text], colour["card"]) >= 4.5, text
    relations = page.evaluate("VG.relationColours()")
    assert [name for name in relations if contrast(name, colour["paper"]) < 4.5] == []  # as text
    shapes = [
        *groups,
        *(colour[name] for name in ("relation", "attachment", "tag", "card-mark", "due", "new")),
    ]
    assert [c for c in shapes if contrast(c, colour["paper"]) < 3] == []
