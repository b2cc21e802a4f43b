"""Wheel, trackpad, pinch and taps, with real events."""

import pytest

from map_steps import labels
from vaultgraph.concept_map import draw

pytestmark = pytest.mark.browser

LINKS = "\n".join(f"-- Step {n}.md --\n[[Step {n + 1}]] [[Step {n // 2}]]" for n in range(80))


@pytest.fixture
def steps(show, graph):
    """An atlas of 80 notes, with the pointer in its middle."""
    page = show(draw(graph(LINKS), mode="atlas"))
    page.mouse.move(900, 450)
    return page


def scale(page):
    return page.evaluate("VG.stage.getScale()")


def under(page, x=900, y=450):
    """The point of the map at this place of the window."""
    return page.evaluate(f"VG.stage.DOMtoCanvas({{ x: {x}, y: {y} }})")


def turn(page, **wheel):
    """Dispatch a `wheel` event at the pointer; how much the scale changed."""
    before = scale(page)
    page.evaluate(
        """wheel => document.elementFromPoint(900, 450).dispatchEvent(new WheelEvent('wheel', {
          clientX: 900, clientY: 450, bubbles: true, cancelable: true, ...wheel,
        }))""",
        wheel,
    )
    return scale(page) / before


def test_the_wheel_zooms_in_proportion_to_its_movement(steps):
    notch, half = turn(steps, deltaY=-120), turn(steps, deltaY=-60)
    assert notch == pytest.approx(half**2)
    assert turn(steps, deltaY=180) == pytest.approx(1 / notch / half)


def test_what_is_under_the_pointer_stays_there(steps):
    before = under(steps)
    turn(steps, deltaY=-300)
    assert under(steps) == {key: pytest.approx(value, abs=0.01) for key, value in before.items()}


def test_two_fingers_on_a_trackpad_pan(steps):
    before, size = under(steps), scale(steps)
    for _ in range(10):
        assert turn(steps, deltaX=6, deltaY=3) == 1
    after = under(steps)
    assert after["x"] - before["x"] == pytest.approx(60 / size)
    assert after["y"] - before["y"] == pytest.approx(30 / size)


def test_a_pinch_on_a_trackpad_zooms(steps):
    assert turn(steps, deltaY=-5, ctrlKey=True) > 1.02


def test_the_map_never_gets_lost(steps):
    fitted = scale(steps)
    for _ in range(40):
        turn(steps, deltaY=500)
    assert scale(steps) >= 0.4 * fitted
    for _ in range(80):
        turn(steps, deltaY=-500)
    assert scale(steps) == pytest.approx(6)


def test_the_keys_stop_there_too(steps):
    steps.locator("#map").focus()
    for _ in range(60):
        steps.keyboard.press("-")
    assert scale(steps) > 0.01


def test_a_double_tap_shows_the_neighbourhood_of_the_note(show, graph):
    page = show(
        draw(graph(LINKS), mode="atlas"), viewport={"width": 390, "height": 844}, has_touch=True
    )
    place = page.evaluate("VG.stage.canvasToDOM(VG.notes.find(note => note.label === 'Step 40'))")
    for _ in range(2):
        page.touchscreen.tap(place["x"], place["y"])
        page.wait_for_timeout(20)
    page.wait_for_timeout(400)
    assert labels(page, "VG.state.local.centres") == ["Step 40"]
    assert labels(page, "[VG.state.selected]") == ["Step 40"]
