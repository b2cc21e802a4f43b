"""The page of the quiz in a real browser."""

import json

import pytest

from pages import CONTRASTS, HOSTILE, PNG, found_by_axe
from vaultgraph import VaultGraph, audit, read_vault
from vaultgraph.reports import quiz_page
from vaults import SAMPLE_VAULT

pytestmark = pytest.mark.browser

VAULT = """
    -- B.md --
    Leva a: [[A]]

    What is b? #flashcard
    This

    What is c? #flashcard
    That
    -- A.md --
    What is a? #flashcard
    ![[x.png]]
"""


@pytest.fixture
def shown(chromium, tmp_path):
    """Show the quiz of a graph, and return its page."""
    contexts = []

    def show(graph, **options):
        file = tmp_path / "quiz.html"
        found = audit(graph)
        text = quiz_page.render(found, lang="en", output_folder=str(tmp_path), known_images={})
        file.write_text(text, "utf-8")
        context = chromium.new_context(offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()


@pytest.fixture
def page(shown, graph):
    return shown(graph(VAULT, {"x.png": PNG}))


def question(page):
    return page.inner_text("#question")


def test_cards_are_asked_with_keys(page):
    page.click("#ordered")
    assert question(page) == "What is b?"
    assert page.locator("#answer").is_hidden()
    page.keyboard.press(" ")
    assert page.inner_text("#answer") == "This"
    page.keyboard.press("2")
    assert question(page) == "What is c?"
    assert page.complaints == []


def test_what_was_wrong_comes_back_and_is_summed_up(page):
    page.click("#ordered")
    for key in " 1 2 2":
        page.keyboard.press(key)
    assert question(page) == "What is b?"
    for key in " 2":
        page.keyboard.press(key)
    rows = page.locator("#summary tbody tr")
    assert [row.split("\t") for row in rows.all_inner_texts()] == [["B", "1", "1"], ["A", "1", "0"]]
    page.click("#again")
    assert question(page) == "What is b?"
    assert page.inner_text("#place") == "1 / 1"


def test_marks_stay_and_can_be_cleared(page):
    page.click("#ordered")
    for key in " 1":
        page.keyboard.press(key)
    page.reload()
    assert page.evaluate("Object.values(localStorage).map(JSON.parse)")[0] != {}
    page.click("#ordered")
    assert page.inner_text("#place") == "1 / 4"
    page.keyboard.press("Escape")
    page.click("#restart")
    page.click("#clear")
    page.click("#ordered")
    assert page.inner_text("#place") == "1 / 3"


@pytest.mark.parametrize("stored", ["", "7", "[1]", '{"__proto__": [1, 1]}', '{"x": "y"}'])
def test_damaged_marks_do_no_harm(page, stored):
    page.evaluate("text => localStorage.setItem(document.body.dataset.key, text)", stored)
    page.reload()
    page.click("#shuffled")
    assert question(page)
    assert page.complaints == []


def test_images_are_shown(page):
    page.click("#ordered")
    for key in " 2 2 ":
        page.keyboard.press(key)
    page.wait_for_function("document.querySelector('#answer img').naturalWidth > 0")


def test_it_prints_two_sided(page):
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = page.locator("#paper .sheet").all()
    cells = [[cell.text_content() for cell in sheet.locator("> div").all()] for sheet in sheets]
    assert cells == [["What is b?", "What is c?", "What is a?", ""], ["That", "This", "", ""]]


def test_it_asks_for_nothing_and_runs_no_text_of_the_vault(shown, graph):
    text = "".join(f"{text} #flashcard\nAnswer {text}\n\n" for text in HOSTILE)
    page = shown(graph(f"-- A.md --\n{text}"))
    page.click("#ordered")
    for _ in HOSTILE:
        page.keyboard.press(" ")
        page.keyboard.press("2")
    assert page.evaluate("typeof PWNED") == "undefined"
    assert json.dumps(page.complaints) == "[]"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits_and_can_be_read(shown, scheme, width):
    graph = VaultGraph(read_vault(str(SAMPLE_VAULT)))
    page = shown(graph, color_scheme=scheme, viewport={"width": width, "height": 800})
    for step in ("#ordered", "#show", "#end"):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert min(page.evaluate(CONTRASTS)) >= 4.5
        assert found_by_axe(page) == []
        page.click(step)
    assert found_by_axe(page) == []


def test_it_begins_with_a_key(page):
    page.keyboard.press("Enter")
    assert question(page) == "What is b?"


def test_every_button_has_words(page):
    page.click("#ordered")
    for key in " 1":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    page.click("#restart")
    words = page.locator("button").all_text_contents()
    assert "Clear all marks" in words
    assert not [word for word in words if not word.strip() or "<" in word]
