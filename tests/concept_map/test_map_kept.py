"""Places and views that a reader saves next to a map."""

import json

import pytest

from vaultgraph.concept_map.kept import Kept, read_kept, write_kept
from vaults import write_vault

VAULT = "-- Heat.md --\n[[Work]]\n-- Work.md --\n"
SAVED = Kept((("Heat.md", 500.0, -40.5), ("gone.md", 1.0, 2.0)), (("Ação", "#note=Heat.md"),))


@pytest.fixture
def folder(tmp_path):
    write_vault(tmp_path / "vault", VAULT)
    return tmp_path


def draw(run, folder, *words):
    answer = run("map", folder / "vault", "-o", folder / "m.html", *words)
    page = (folder / "m.html").read_text("utf-8") if answer.returncode == 0 else ""
    _, _, rest = page.partition('id="vg-page">')
    return answer, json.loads(rest.partition("</script>")[0] or "{}")


def saved(folder):
    return read_kept((folder / "m.kept.json").read_text("utf-8"))


def test_what_is_written_is_read(folder):
    assert read_kept(write_kept(SAVED)) == SAVED
    assert read_kept(write_kept(Kept())) == Kept()


def test_the_file_next_to_the_map_is_in_the_next_one(run, folder):
    (folder / "m.kept.json").write_text(write_kept(SAVED), "utf-8")
    answer, page = draw(run, folder, "--keep")
    assert answer.stderr.splitlines() == [f"{folder / 'm.html'}: open it in a browser"]
    assert page["kept"] == json.loads(json.dumps(SAVED._asdict()))


def test_without_the_option_the_file_is_not_read(run, folder):
    (folder / "m.kept.json").write_text(write_kept(SAVED), "utf-8")
    assert draw(run, folder)[1]["kept"] == {"places": [], "views": []}


def test_a_map_hands_on_what_the_one_before_it_kept_and_saves_it_again(run, folder):
    (folder / "m.kept.json").write_text(write_kept(SAVED), "utf-8")
    draw(run, folder, "--keep")
    (folder / "m.kept.json").unlink()
    assert draw(run, folder)[1]["kept"]["views"] == [["Ação", "#note=Heat.md"]]
    assert not (folder / "m.kept.json").exists()
    draw(run, folder, "--keep")
    assert saved(folder) == SAVED


def test_with_nothing_kept_a_message_says_so_and_no_file_is_written(run, folder):
    answer, _ = draw(run, folder, "--keep")
    assert answer.stderr.startswith("nothing is kept yet: ")
    assert not (folder / "m.kept.json").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"schema": "other"}',
        '{"schema": "vaultgraph-kept/1"}',
        '{"schema": "vaultgraph-kept/1", "places": [["a", 1]], "views": []}',
        '{"schema": "vaultgraph-kept/1", "places": [["a", 1, "2"]], "views": []}',
        '{"schema": "vaultgraph-kept/1", "places": [["a", 1, 1e999]], "views": []}',
        '{"schema": "vaultgraph-kept/1", "places": [["a", NaN, 0]], "views": []}',
        '{"schema": "vaultgraph-kept/1", "places": [["a", true, 0]], "views": []}',
        '{"schema": "vaultgraph-kept/1", "places": [["a", 1' + "0" * 400 + ', 0]], "views": []}',
        '{"schema": "vaultgraph-kept/1", "places": [], "views": [["a", {}]]}',
    ],
)
def test_another_file_of_that_name_is_an_error_and_stays(run, folder, text):
    (folder / "m.kept.json").write_text(text, "utf-8")
    answer, _ = draw(run, folder, "--keep")
    assert answer.returncode == 2
    assert answer.stderr.splitlines() == [
        f"error: {folder / 'm.kept.json'} is not what a map saved",
        "hint: save it again in the map, under Views, or rename it",
    ]
    assert (folder / "m.kept.json").read_text("utf-8") == text
    assert not (folder / "m.html").exists()


def test_a_folder_of_that_name_is_an_error(run, folder):
    (folder / "m.kept.json").mkdir()
    answer, _ = draw(run, folder, "--keep")
    assert (answer.returncode, len(answer.stderr.splitlines())) == (2, 2)


def test_standard_output_has_no_file_next_to_it(run, folder):
    answer = run("map", folder / "vault", "-o", "-", "--keep")
    assert (answer.returncode, answer.stderr.splitlines()[0]) == (
        2,
        "error: --keep needs a map in a file",
    )


def centre(page, label):
    return page.evaluate(
        "label => { const note = VG.notes.findIndex(each => each.label === label); return VG.state.dragged.get(note) ?? null; }",
        label,
    )


@pytest.mark.browser
def test_places_and_views_are_saved_to_a_file_and_shown_by_the_next_map(run, folder, browser):
    draw(run, folder, "--lang", "en")
    complaints = []
    page = browser.open(folder / "m.html", complaints)
    assert page.get_by_role("button", name="Save to a file").count() == 0
    box = page.evaluate("VG.rectangles()[0]")
    page.mouse.move((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2)
    page.mouse.down()
    page.mouse.move(300, 300, steps=3)
    page.mouse.up()
    page.fill("#legend form input", "Mine")
    page.press("#legend form input", "Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    assert download.value.suggested_filename == "m.kept.json"
    download.value.save_as(folder / "m.kept.json")
    (place,), (view,) = saved(folder)
    label = place[0].removesuffix(".md")
    page.evaluate("localStorage.clear()")
    draw(run, folder, "--lang", "en", "--keep")
    page.reload()
    assert centre(page, label) == {"x": place[1], "y": place[2]}
    assert page.locator("#legend .preset").all_inner_texts() == [view[0]]
    page.get_by_role("button", name="Reset places").click()
    assert page.get_by_role("button", name="Reset places").count() == 0
    page.reload()
    own = page.evaluate("label => VG.notes.find(each => each.label === label)", label)
    assert centre(page, label) == {"x": own["x"], "y": own["y"]}
    assert complaints == []


@pytest.mark.browser
def test_a_file_of_a_stranger_does_no_harm(run, folder, show):
    views = (("<img src=x onerror=PWNED=1>", "#note=<b>"), ("away", "https://example.org/"))
    (folder / "m.kept.json").write_text(write_kept(Kept((("__proto__", 1, 2),), views)), "utf-8")
    draw(run, folder, "--keep")
    page = show((folder / "m.html").read_text("utf-8"))
    assert page.locator("#legend .preset").all_inner_texts() == ["<img src=x onerror=PWNED=1>"]
    page.locator("#legend .preset").click()
    assert page.evaluate("window.PWNED") is None
