"""The view is in the address: Back, Forward, reload, and a link to a view."""

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import labels, select

pytestmark = pytest.mark.browser

SETTLED = 600
"""Milliseconds after which a filter or the camera is in the address."""


def selected(page):
    return page.evaluate("VG.notes[VG.state.selected]?.label ?? ''")


def hidden(page):
    return page.evaluate("VG.notes.length - VG.shown.notes.length")


def test_back_and_forward_lead_through_the_chosen_notes(show, physics):
    page = show(draw(physics))
    for name in ("Calor", "Motor", "Vapor"):
        select(page, name)
    page.go_back()
    assert selected(page) == "Motor"
    page.go_back()
    page.go_back()
    assert (selected(page), page.locator("#panel").is_hidden()) == ("", True)
    page.go_forward()
    assert selected(page) == "Calor"


def test_back_leads_out_of_a_neighbourhood(show, physics):
    page = show(draw(physics))
    select(page, "Motor")
    page.evaluate("VG.showLocal([VG.state.selected])")
    assert hidden(page) > 0
    page.go_back()
    assert (hidden(page), selected(page)) == (0, "Motor")
    page.go_forward()
    assert hidden(page) > 0


def test_a_reload_restores_filters_colours_and_camera(show, physics):
    page = show(draw(physics))
    page.select_option("#colour", "deck")
    page.locator("#legend .row", has_text="sem links").locator("input").uncheck()
    page.locator("#legend .row", has_text="link simples").locator("input").uncheck()
    select(page, "Motor")
    page.mouse.move(700, 500)
    page.mouse.wheel(0, -240)
    page.wait_for_timeout(SETTLED)
    before = page.evaluate("[VG.stage.getScale(), VG.shown.notes, VG.shown.links]")
    page.reload()
    page.wait_for_timeout(SETTLED)
    after = page.evaluate("[VG.stage.getScale(), VG.shown.notes, VG.shown.links]")
    assert after[0] == pytest.approx(before[0], rel=0.001)
    assert after[1:] == before[1:]
    assert (selected(page), page.input_value("#colour")) == ("Motor", "deck")
    assert not page.locator("#legend .row", has_text="sem links").locator("input").is_checked()


def test_a_link_to_a_view_shows_it(show, physics):
    page = show(draw(physics), "#note=Motor.md&local=Calor.md&depth=2&kinds=Rela%C3%A7%C3%B5es")
    assert selected(page) == "Motor"
    assert labels(page, "VG.state.local.centres") == ["Calor"]
    assert page.evaluate("VG.state.local.depth") == 2
    assert page.evaluate("VG.shown.links.every(link => VG.links[link].kind !== 'Relações')")


def test_back_undoes_a_filter_where_the_camera_stands(show, physics):
    page = show(draw(physics))
    page.mouse.move(700, 500)
    page.mouse.wheel(0, -240)
    page.wait_for_timeout(SETTLED)
    scale = page.evaluate("VG.stage.getScale()")
    page.locator("#legend .row", has_text="sem links").locator("input").click()
    assert hidden(page) > 0
    page.go_back()
    assert hidden(page) == 0
    assert page.evaluate("VG.stage.getScale()") == pytest.approx(scale, rel=0.001)
    assert page.locator("#legend .row", has_text="sem links").locator("input").is_checked()
    page.go_forward()
    assert hidden(page) > 0


def test_the_camera_adds_no_steps(show, physics):
    page = show(draw(physics))
    before = page.evaluate("history.length")
    page.mouse.move(700, 500)
    for _ in range(3):
        page.mouse.wheel(0, -60)
        page.wait_for_timeout(SETTLED)
    assert page.evaluate("history.length") == before
    assert page.evaluate("location.hash").startswith("#at=")


@pytest.mark.parametrize("address", [
    "#no-folder=nowhere&kinds=x&hide=y&colour=z&at=1e999,0,1", "#local=nowhere&depth=99", "#%%%", "#note=<img src=x onerror=PWNED=1>",
])  # fmt: skip
def test_an_address_that_makes_no_sense_shows_the_whole_map(show, physics, address):
    page = show(draw(physics), address)
    assert (selected(page), hidden(page), page.evaluate("window.PWNED")) == ("", 0, None)
