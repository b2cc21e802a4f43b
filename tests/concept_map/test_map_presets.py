"""Views that the reader names."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import select, texts

pytestmark = pytest.mark.browser


@pytest.fixture
def page(show, physics):
    return show(draw(physics, mode="atlas"))


def name_view(page, name):
    page.fill("#legend form input", name)
    page.press("#legend form input", "Enter")


def test_a_view_can_be_named_and_shown_again(page):
    page.evaluate("VG.showLocal([VG.notes.findIndex(note => note.label === 'Calor')])")
    name_view(page, "O calor")
    page.click("#all")
    page.reload()
    assert page.evaluate("VG.state.local.centres.length") == 0
    page.locator("#legend .preset", has_text="O calor").click()
    assert page.locator("#panel h1").inner_text() == "Calor"
    assert page.evaluate("VG.state.local.centres.length") == 1
    page.go_back()
    assert page.evaluate("VG.state.local.centres.length") == 0


def test_the_same_name_replaces_a_view_and_it_can_be_removed(page):
    name_view(page, "A")
    select(page, "Motor")
    name_view(page, "A")
    assert texts(page, "#legend .preset") == ["A"]
    page.locator("#legend .preset").click()
    assert page.locator("#panel h1").inner_text() == "Motor"
    page.get_by_role("button", name="Remover a vista A").click()
    assert page.locator("#legend .preset").count() == 0


def test_keys_typed_into_the_name_do_nothing_else(page):
    select(page, "Motor")
    page.locator("#legend form input").press_sequentially("lxnf?")
    assert page.input_value("#legend form input") == "lxnf?"
    assert page.evaluate("VG.shown.notes.length === VG.notes.length")
    assert page.locator("#help").is_hidden()


def test_what_the_browser_keeps_may_be_anything(show, physics):
    page = show(draw(physics))
    for odd in (
        "{",
        "7",
        '[["<img src=x onerror=PWNED=1>", "#note=<b>"], [1, 2], null]',
        '{"a": 1}',
    ):
        page.evaluate(
            "odd => [`views`, `places`].forEach(what => localStorage.setItem(`vaultgraph ${what} ${VG.page.title} ${VG.page.part}`, odd))",
            odd,
        )
        page.reload()
        page.wait_for_timeout(100)
        assert page.evaluate("VG.ready")
        assert page.locator("#legend img").count() == 0
    assert page.evaluate("window.PWNED") is None
