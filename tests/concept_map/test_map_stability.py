"""What stays what and where it was when a map is drawn again over an earlier one."""

import json
import random
import re
import subprocess
import sys
import tracemalloc
from itertools import permutations

import pytest

from vaultgraph.concept_map import draw
from vaultgraph.concept_map.columns import deflate, inflate
from vaultgraph.concept_map.compact import expand_notes
from vaultgraph.concept_map.previous_map import read_previous_map
from vaults import write_vault

pytestmark = pytest.mark.slow

STUDY = """
    -- Heat.md --
    Related: [[Entropy]], [[Pressure]]
    -- Entropy.md --
    Related: [[Engine]]
    -- Pressure.md --
    Related: [[Engine]]
    -- Engine.md --
    -- Alone.md --
"""


def lands(count, extra="", group=40):
    """A vault of groups of so many notes, each linked within its group."""
    notes = []
    for number in range(count):
        start, place = number // group * group, number % group
        ends = (start + (place + 1) % group, start + (7 * place + 3) % group)
        notes.append(f"-- N{number}.md --\n" + " ".join(f"[[N{end}]]" for end in ends) + "\n")
    return "".join(notes) + extra


def places(html):
    """Where each note stands, by its label."""
    table = json.loads(re.search(r'id="vg-notes">(.*?)</script>', html)[1])
    return {note["label"]: (note["x"], note["y"]) for note in expand_notes(table)}


def ring(count, extra=""):
    """A vault in which nothing says where one topic ends and the next begins."""
    notes = "".join(f"-- N{n}.md --\n[[N{(n + 1) % count}]]\n" for n in range(count))
    return notes + extra


def stars(*sizes):
    """A vault of stars with so many rays, each called after its place in the row."""
    return "".join(
        f"-- Star {star}.md --\n" + " ".join(f"[[Ray {star}.{ray}]]" for ray in range(size)) + "\n"
        for star, size in enumerate(sizes)
    )


def topics(html):
    table = json.loads(re.search(r'id="vg-notes">(.*?)</script>', html)[1])
    return {note["label"]: note["topic"] for note in expand_notes(table)}


def names(html):
    return json.loads(re.search(r'id="vg-page">(.*?)</script>', html)[1])["topics"]


MODES = pytest.mark.parametrize("mode", ["layered", "atlas"])

# A layered layout of one group of forty takes four seconds, of twenty-four half a second.
GROUPS = pytest.mark.parametrize(("mode", "size"), [("layered", 24), ("atlas", 40)])


@GROUPS
def test_an_unchanged_vault_gives_the_same_bytes_again(graph, mode, size):
    found = graph(lands(size, group=size))
    first = draw(found, mode=mode)
    second = draw(found, mode=mode, previous_map=first)
    assert second == first
    assert draw(found, mode=mode, previous_map=second) == first


@GROUPS
def test_a_changed_vault_gives_the_same_bytes_from_then_on(graph, mode, size):
    first = draw(graph(lands(size, group=size)), mode=mode)
    more = graph(lands(size, "-- New.md --\n[[N3]] [[N4]]\n", group=size))
    second = draw(more, mode=mode, previous_map=first)
    assert draw(more, mode=mode, previous_map=second) == second


@MODES
def test_where_topics_are_a_toss_up_one_more_note_changes_none(graph, mode):
    first = draw(graph(ring(20)), mode=mode)
    more = graph(ring(20, "-- New.md --\n[[N7]]\n"))
    second = draw(more, mode=mode, previous_map=first)
    assert topics(second) == {**topics(first), "New": topics(first)["N7"]}
    assert names(second) == names(first)
    assert topics(draw(more, mode=mode)) != topics(second)


@MODES
def test_a_topic_is_still_called_as_it_was_when_another_note_has_more_links(graph, mode):
    hub = "-- A.md --\n[[B]] [[C]] [[D]]\n-- D.md --\n"
    first = draw(graph(hub + stars(7)), mode=mode)
    more = graph(hub + "Related: [[B]], [[C]]\n-- C.md --\nRelated: [[B]]\n" + stars(7))
    second = draw(more, mode=mode, previous_map=first)
    assert names(second) == names(first) == ["Star 0", "A"]
    assert names(draw(more, mode=mode)) == ["Star 0", "C"]


@MODES
@pytest.mark.parametrize("was", ["layered", "atlas"])
def test_recomputed_topics_get_the_numbers_of_those_they_share_most_notes_with(graph, was, mode):
    first = draw(graph(stars(3, 5)), mode=was)
    second = draw(graph(stars(9, 5, 4)), mode=mode, previous_map=first)
    found = topics(second)
    assert [topics(first)[f"Star {star}"] for star in range(2)] == [1, 0]
    assert [found[f"Star {star}"] for star in range(3)] == [1, 0, 2]
    assert names(second) == ["Star 1", "Star 0", "Star 2"]


def test_boxes_keep_their_order(graph):
    turned = STUDY.replace("[[Entropy]], [[Pressure]]", "[[Pressure]], [[Entropy]]")
    new = "-- New.md --\nRelated: [[Entropy]]\n"
    first = draw(graph(turned))
    before, after = places(first), places(draw(graph(STUDY + new), previous_map=first))
    axis = 0 if before["Heat"][1] != before["Engine"][1] else 1
    sign = before["Entropy"][axis] - before["Pressure"][axis]
    assert sign * (after["Entropy"][axis] - after["Pressure"][axis]) > 0


def test_a_box_that_grew_has_room(graph):
    first = draw(graph(STUDY))
    grown = STUDY.replace(
        "Related: [[Engine]]", "Related: [[Engine]]\n\n    Why? #flashcard\n    So", 1
    )
    assert places(draw(graph(grown), previous_map=first)) != places(first)


def test_another_mode_starts_from_scratch(graph):
    found = graph(lands(12))
    pages = {mode: draw(found, mode=mode) for mode in ("layered", "atlas")}
    for mode, other in permutations(pages, 2):
        assert draw(found, mode=mode, previous_map=pages[other]) == pages[mode]


@pytest.mark.parametrize(
    "change",
    [
        ("</html>", "</body>"),
        ('"x":', '"x":1e999,"z":'),
        ('"topic":', '"topic":"x","y":'),
        ('id="vg-links">[', 'id="vg-links">{'),
        ('id="vg-notes">[', 'id="vg-notes">[null,'),
        ('"from":', '"from":99'),
        ('id="vg-page">{', 'id="vg-page">[{'),
    ],
)
def test_a_broken_map_is_ignored(graph, change):
    found = graph(STUDY)
    html = draw(found)
    assert draw(found, previous_map=html.replace(*change)) == html


@pytest.mark.parametrize(
    "text",
    ["", "<html>", "\0", '<script type="application/json" id="vg-page">', '<script type="application/json" id="vg-a">' * 200_000,
     f'<script type="application/json" id="vg-page">{"[" * 100_000}</script>'],
)  # fmt: skip
def test_another_file_is_not_read_as_a_map(text):
    assert read_previous_map(text) is None


@pytest.mark.parametrize(
    "bundle",
    [{"counts": [2], "steps": [0]}, {"counts": [10**30], "steps": [0]}, {"counts": [1]}, [], 7],
)
def test_broken_links_of_a_huge_map_are_ignored(graph, bundle, packed):
    found = graph(STUDY)
    html = draw(found, mode="atlas")
    links = re.search(r'id="vg-links">"(.*?)"</script>', html)[1]
    assert draw(found, mode="atlas", previous_map=html.replace(links, deflate([bundle]))) == html


@pytest.mark.parametrize("table", [
    {"topic": [0] * 9000, "x": [0] * 9000, "y": [0] * 9000, "+label": ["a" * 3000] * 9000},
    [[]] * 12_000_000,
])  # fmt: skip
def test_notes_that_would_fill_the_memory_are_not_unpacked(table):
    page = '{"mode":"atlas","flow":"","placed":0,"topics":[]}'
    blocks = {"page": page, "notes": json.dumps(deflate(table)), "links": "[]"}
    html = "".join(
        f'<script type="application/json" id="vg-{k}">{v}</script>' for k, v in blocks.items()
    )
    tracemalloc.start()
    assert read_previous_map(html) is None
    assert tracemalloc.get_traced_memory()[1] < 1 << 30
    tracemalloc.stop()


def test_a_map_of_another_version_of_the_format_is_not_read(graph):
    html = draw(graph(STUDY))
    assert html.count('"version":3,') == 1
    assert read_previous_map(html.replace('"version":3,', '"version":4,')) is None


@pytest.mark.parametrize("version", ['"version":1,', '"version":2,', ""], ids=["1", "2", "none"])
def test_a_layered_map_of_an_earlier_version_is_read(graph, version):
    html = draw(graph(lands(24, "-- Alone.md --\n", group=24)), mode="layered")
    old = html.replace('"version":3,', version)
    if "2" not in version:
        old = old.replace('"unlinked_area":', '"tray":')
    assert read_previous_map(html)
    assert read_previous_map(old) == read_previous_map(html)


@pytest.mark.parametrize("mode", ["dots", "big"])
def test_the_topics_of_an_earlier_version_keep_their_numbers(graph, mode):
    first = draw(graph(stars(3, 5)), mode="atlas")
    old = first.replace('"version":3,', '"version":2,').replace('"atlas"', f'"{mode}"')
    found = topics(draw(graph(stars(9, 5, 4)), mode="atlas", previous_map=old))
    assert [found[f"Star {star}"] for star in range(3)] == [1, 0, 2]


def test_the_command_keeps_the_topics_of_the_file_it_replaces(tmp_path):
    vault, file = tmp_path / "vault", tmp_path / "map.html"
    write_vault(vault, stars(3, 5) + lands(80))
    command = [sys.executable, "-m", "vaultgraph", "map", str(vault), "-o", str(file)]
    subprocess.run(command, check=True)
    before = topics(file.read_text("utf-8"))
    (vault / "New.md").write_text("[[N3]]")
    subprocess.run(command, check=True)
    after = topics(file.read_text("utf-8"))
    assert after.pop("New") == before["N3"]
    assert after == before


BLOCK = re.compile(r'(<script type="application/json" id="vg-\w+">)(.*?)(</script>)', re.DOTALL)
ODD = [None, True, -1, 0, 7, 1e9, -5.5, 1e999, "", "x", "LR", "atlas", [], [1], [1, 2], [[1, 2, 3, 4]], {}, {"a": 1}]  # fmt: skip


def spoiled(value, chance):
    """The JSON *value* with something else in one place of it."""
    if chance.random() < 0.25 or not isinstance(value, dict | list) or not value:
        return chance.choice(ODD)
    place = chance.choice([*value] if isinstance(value, dict) else range(len(value)))
    if chance.random() < 0.1:
        del value[place]
    else:
        value[place] = spoiled(value[place], chance)
    return value


def spoil(html, chance):
    """The page *html* with something else in one of its blocks."""
    blocks = [*BLOCK.finditer(html)]
    block = chance.choice(blocks)
    value = json.loads(block[2])
    if isinstance(value, str) and chance.random() < 0.9:
        value = deflate(spoiled(inflate(value), chance))
    else:
        value = spoiled(value, chance)
    text = json.dumps(value).replace("<", "\\u003c")
    return html[: block.start(2)] + text + html[block.end(2) :]


@MODES
def test_a_map_that_was_spoiled_is_drawn_over(graph, mode):
    vault = graph(STUDY)
    html = draw(vault, mode=mode)
    chance = random.Random(mode)
    spoiled = [spoil(html, chance) for _ in range(100)]
    legible = [page for page in spoiled if read_previous_map(page) is not None]
    assert len(legible) > 10
    for page in legible:  # over the others a map is drawn as if they were not there
        assert "</html>" in draw(vault, mode=mode, previous_map=page)
