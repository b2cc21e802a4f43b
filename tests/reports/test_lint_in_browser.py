"""The page of lint in a real browser: it fits, is filtered, can be read, and asks for nothing."""

import json
import re
from time import perf_counter

import pytest

from pages import CONTRASTS, PNG, found_by_axe, write_hostile_vault
from running import run_here
from vaults import REAL_VAULT, SAMPLE_VAULT, needs_real_vault, write_vault

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
SHOWN = """() => [...document.querySelectorAll('section li')]
    .filter(item => item.checkVisibility()).map(item => item.querySelector('b').textContent)"""
HEAT = """
    -- Heat.md --
    See [[Entorpy]] and [[Old/Work]].
    -- Lectures/First law.md --
    [[Heat]] [[Old/Work]] ação [[|x]]
    -- Lectures/2024/Second law.md --
    [[Heat]] [[Old/Engine]]
    -- Lecturers.md --
    [[Heat]] [[Old/Work]]
    -- Entropy.md --
    See [[Heat]].
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The file of the page of the sample vault."""
    return written(SAMPLE_VAULT, tmp_path_factory.mktemp("page"), "--lang", "pt")


def written(vault, folder, *words):
    run_here("lint", vault, *words, "-o", folder / "lint.html")
    return folder / "lint.html"


@pytest.fixture
def show(chromium):
    """Open the page in a file; it may complain about nothing, and ask only for files."""
    complaints, contexts = [], []

    def complain(message):
        if "ERR_FILE_NOT_FOUND" not in message.text:  # of an image that was deleted
            complaints.append(message.text)

    def open_page(file, **options):
        contexts.append(chromium.new_context(offline=True, **options))
        tab = contexts[-1].new_page()
        tab.on("console", complain)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda asked: complaints.append(asked.url) if is_foreign(asked) else None)
        tab.goto(file.as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def is_foreign(request):
    return not request.url.startswith(("file:", "data:"))


@pytest.fixture
def heat(show, tmp_path):
    return show(written(write_vault(tmp_path / "v", HEAT), tmp_path))


def until(tab, expression, argument=None):
    """Wait until *expression* is true in *tab*; `wait_for_function` would need `eval`."""
    for _ in range(400):
        if tab.evaluate(expression, argument):
            return
        tab.wait_for_timeout(25)
    raise AssertionError(f"{expression} is not true")


def shown(tab):
    """The names of the notes of all findings that are shown."""
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return sorted(tab.evaluate(SHOWN))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_it_fits_and_can_be_read(show, page, scheme, width):
    tab = show(page, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert min(tab.evaluate(CONTRASTS)) >= 4.5


@pytest.mark.parametrize("screen", [{}, {"color_scheme": "dark"}, PHONE])
def test_axe_finds_nothing(show, page, screen):
    tab = show(page, **screen)
    assert found_by_axe(tab) == []
    tab.locator(".picture").first.click()
    assert found_by_axe(tab) == []


def test_findings_are_filtered_by_text_whatever_its_accents(heat):
    assert len(shown(heat)) == 6
    heat.fill("#query", "ACAO work broken")
    assert shown(heat) == ["First law.md"]
    assert heat.inner_text("#count") == "1 of 6"
    heat.fill("#query", "nothing like it")
    assert shown(heat) == []
    assert heat.locator("#none").is_visible()
    heat.click("#reset")
    assert len(shown(heat)) == 6


def test_findings_are_filtered_by_rule_folder_and_severity(heat):
    heat.select_option("#rule", "broken-link")
    assert set(shown(heat)) == {"Heat.md", "First law.md", "Second law.md", "Lecturers.md"}
    heat.select_option("#folder", "Lectures/")
    assert shown(heat) == ["First law.md", "Second law.md"]
    heat.select_option("#rule", "")
    assert len(shown(heat)) == 3
    assert heat.locator("#rules li:visible").count() == 2
    heat.uncheck("#severities .error input")
    assert shown(heat) == ["First law.md"]
    heat.keyboard.press("/")
    heat.keyboard.type("broken")
    assert shown(heat) == []


def test_counts_follow_the_filter(heat):
    heat.select_option("#folder", "Lectures/")
    shown(heat)
    assert heat.inner_text("#broken-link-error h2 small") == "2"
    heat.click("#reset")
    assert heat.inner_text("#broken-link-error h2 small") == "5"


def test_a_rule_is_jumped_to(heat):
    heat.set_viewport_size({"width": 1000, "height": 300})
    heat.click("#rules a[href='#empty-link-warning']")
    top = heat.locator("#empty-link-warning h2").bounding_box()["y"]
    assert 60 < top < 300


def test_without_javascript_the_list_is_complete(show, page):
    tab = show(page, java_script_enabled=False)
    found = json.loads(run_here("lint", SAMPLE_VAULT, "--format", "json").stdout)["diagnostics"]
    assert tab.locator("section li").count() == len(found)
    assert tab.locator("#filters").is_hidden()
    assert tab.locator(".picture").first.is_disabled()


def test_images_are_enlarged_and_looked_through_by_keyboard(show, tmp_path):
    images = {f"img/{number}.png": PNG + bytes([number]) for number in range(5)}
    vault = write_vault(tmp_path / "v", "-- Heat.md --\nText.", images)
    tab = show(written(vault, tmp_path, "--select", "unused-attachment"))
    until(tab, "document.querySelector('.gallery img').naturalWidth > 0")
    tab.locator(".picture").nth(3).focus()
    tab.keyboard.press("Enter")
    assert tab.inner_text("#viewer a") == "img/3.png"
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert tab.inner_text("#viewer a") == "img/4.png"
    until(tab, "document.querySelector('#viewer img').src.endsWith('/v/img/4.png')")
    tab.keyboard.press("ArrowLeft")
    (tmp_path / "v/img/2.png").unlink()
    tab.keyboard.press("ArrowLeft")
    until(tab, "document.querySelector('#viewer img').src.startsWith('data:')")
    tab.keyboard.press("Escape")
    assert tab.locator("#viewer").is_hidden()
    # The browser returns the focus itself, and sends the page its close event in a later task.
    until(tab, "document.activeElement.closest('li')?.textContent.trim() == 'img/2.png'")


def test_nothing_of_a_vault_runs(show, tmp_path):
    tab = show(written(write_hostile_vault(tmp_path), tmp_path, "--select", "*"))
    for text in ("<script>", "PWNED", "&lt;", "{{7"):
        tab.fill("#query", text)
        assert shown(tab), text
    tab.click("#reset")
    tab.locator(".picture").first.click()
    for folder in tab.evaluate(
        "[...document.querySelectorAll('#folder option')].map(o => o.value)"
    ):
        tab.evaluate("f => { const s = document.getElementById('folder'); s.value = f; }", folder)
    protocols = tab.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.protocol)")
    assert {*protocols} == {"obsidian:", "file:"}  # those to rules of the page
    assert tab.evaluate("typeof PWNED") == "undefined"


def test_many_findings_are_shown_and_filtered_without_delay(show, tmp_path):
    links = "".join(f"A line of text, and [[Gone {n % 50}/Note {n}]].\n" for n in range(500))
    notes = "".join(f"-- Area {n}/Note.md --\n{links}" for n in range(20))
    file = written(write_vault(tmp_path / "v", notes), tmp_path, "--select", "broken-link")
    assert file.stat().st_size < 6_000_000
    started = perf_counter()
    tab = show(file)
    assert tab.inner_text("#count") == "10,000 of 10,000"
    for text, number in (("gone 7/note 107]", "20"), ("line", "10,000"), ("x y z", "0")):
        tab.fill("#query", text)
        until(
            tab, "wanted => document.getElementById('count').textContent.startsWith(wanted)", number
        )
    assert perf_counter() - started < 20  # 1 s on a machine that is not busy


@needs_real_vault
def test_thousands_of_unused_images_can_be_looked_through(show, tmp_path):
    file = written(REAL_VAULT, tmp_path)
    assert file.stat().st_size < 12_000_000
    tab = show(file)
    assert tab.locator(".gallery .picture").count() == 2344
    last = tab.locator(".gallery img").last
    last.scroll_into_view_if_needed()
    until(tab, "[...document.querySelectorAll('.gallery img')].at(-1).naturalWidth > 0")
    assert re.fullmatch(r"\./.*/Files/.*\.(png|jpg)", last.get_attribute("src"))
