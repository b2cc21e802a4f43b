"""The page of the audit in a real browser: it fits, it can be read, and it asks for nothing."""

import re

import pytest

from pages import CONTRASTS, found_by_axe
from vaultgraph import AnkiCard, AnkiNote, Collection, Memory, VaultGraph, audit, read_vault
from vaultgraph.reports import audit_page
from vaults import SAMPLE_VAULT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The file of the page of the sample vault."""
    graph = VaultGraph(read_vault(str(SAMPLE_VAULT)))
    file = tmp_path_factory.mktemp("page") / "audit.html"
    file.write_text(audit_page.render(audit(graph), lang="pt"), "utf-8")
    return file


@pytest.fixture(scope="module")
def page_with_anki(tmp_path_factory):
    """The same with a collection in which every card is forgotten again and again, and due."""
    vault = read_vault(str(SAMPLE_VAULT))
    card = AnkiCard("D", 9, "young", is_suspended=False, is_due=True, memory=Memory(3, 0.2, 0))
    numbers = [card.id for _, card in VaultGraph(vault).cards if card.id]
    notes = {n: AnkiNote(n, ("Q", "A"), (), (card, card._replace(stage="new"))) for n in numbers}
    graph = VaultGraph(vault, anki=Collection("x.colpkg", notes, frozenset({"D"}), 86_400.0))
    file = tmp_path_factory.mktemp("page") / "audit.html"
    file.write_text(audit_page.render(audit(graph), lang="pt"), "utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("name", ["page", "page_with_anki"])
def test_it_fits_and_can_be_read(chromium, request, name, scheme, width):
    page = request.getfixturevalue(name)
    complaints, asked = [], []
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, offline=True
    )
    tab = context.new_page()
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert min(tab.evaluate(CONTRASTS)) >= 4.5
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('circle.fault')).fill")
        != "rgb(0, 0, 0)"
    )
    assert complaints == []
    assert asked == [page.as_uri()]
    assert found_by_axe(tab) == []
    context.close()


@pytest.mark.parametrize("name", ["page", "page_with_anki"])
def test_dots_are_next_to_their_steps(chromium, request, name):
    tab = chromium.new_page()
    tab.goto(request.getfixturevalue(name).as_uri())
    dots = [dot.bounding_box() for dot in tab.locator(".path circle").all()]
    steps = [step.bounding_box() for step in tab.locator(".path li").all()]
    assert len(dots) == len(steps) > 10
    for dot, step in zip(dots, steps, strict=True):
        assert abs(dot["y"] + dot["height"] / 2 - step["y"] - step["height"] / 2) < 3
        assert dot["x"] + dot["width"] <= step["x"]
    tab.close()


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("name", ["page", "page_with_anki"])
def test_steps_show_their_names_and_numbers_whole(chromium, request, name, width):
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    tab.goto(request.getfixturevalue(name).as_uri())
    cut = "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"
    assert tab.locator(".path a").evaluate_all(cut) == []
    assert tab.locator(".path .marks").evaluate_all(cut) == []
    marks = tab.locator(".path .marks span")
    assert marks.count() > 10
    assert all(mark.is_visible() for mark in marks.all())
    outside = "all => all.filter(each => each.getBoundingClientRect().right > innerWidth).length"
    assert marks.evaluate_all(outside) == 0
    tab.close()


def test_a_link_leads_into_obsidian(chromium, page):
    tab = chromium.new_page()
    tab.goto(page.as_uri())
    address = tab.locator(".faults a").first.get_attribute("href")
    assert re.fullmatch(r"obsidian://open\?vault=sample_vault&file=.+", address)
    tab.close()
