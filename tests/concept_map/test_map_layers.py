import random
from math import dist

import pytest

from vaultgraph.concept_map.boxes import box
from vaultgraph.concept_map.layered import layout_layers
from vaultgraph.concept_map.ordering import count_crossings, order_layers
from vaultgraph.concept_map.packing import find_components, grid, pack_rectangles
from vaultgraph.concept_map.placement import place_boxes
from vaultgraph.concept_map.scene import MapLink, MapNote, Scene

pytestmark = pytest.mark.slow


def laid_out(count, links, flow="TB"):
    sizes = dict.fromkeys(range(count), (100.0, 40.0))
    return layout_layers(range(count), links, sizes, flow=flow, gaps=(30.0, 50.0))


def random_links(seed, count):
    chance = random.Random(seed)
    return [(chance.randrange(count), chance.randrange(count)) for _ in range(2 * count)]


def overlaps(centres, sizes):
    boxes = list(centres)
    return [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
        if abs(centres[a][0] - centres[b][0]) < (sizes[a][0] + sizes[b][0]) / 2 - 0.2
        and abs(centres[a][1] - centres[b][1]) < (sizes[a][1] + sizes[b][1]) / 2 - 0.2
    ]


@pytest.mark.parametrize("flow", ["TB", "LR"])
def test_prerequisites_are_placed_before_what_builds_on_them(flow):
    centres = laid_out(4, [(0, 1), (1, 2), (0, 2), (2, 3)], flow).centres
    along = [centres[note][1 if flow == "TB" else 0] for note in range(4)]
    assert along == sorted(along)


def test_a_chain_is_straight():
    centres = laid_out(4, [(0, 1), (1, 2), (2, 3)]).centres
    assert len({x for x, _ in centres.values()}) == 1


def test_a_parent_is_placed_above_the_middle_of_its_children():
    centres = laid_out(4, [(0, 1), (0, 2), (0, 3)]).centres
    assert centres[0][0] == pytest.approx(centres[2][0], abs=0.5)


def test_a_long_link_bends_in_each_layer_it_passes():
    assert {
        pair: len(bends) for pair, bends in laid_out(3, [(0, 1), (1, 2), (0, 2)]).bends.items()
    } == {(0, 2): 1}


def test_a_second_root_is_placed_right_above_its_child():
    centres = laid_out(5, [(0, 1), (1, 2), (2, 3), (4, 3)]).centres
    assert centres[4][1] == centres[2][1]


def test_of_contradicting_links_the_first_is_followed():
    centres = laid_out(2, [(1, 0), (0, 1)]).centres
    assert centres[1][1] < centres[0][1]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("flow", ["TB", "LR"])
def test_no_box_overlaps_another_whatever_the_links(seed, flow):
    centres = laid_out(24, random_links(seed, 24), flow).centres
    assert overlaps(centres, dict.fromkeys(centres, (100.0, 40.0))) == []


@pytest.mark.parametrize("seed", range(4))
def test_the_same_links_give_the_same_places(seed):
    assert laid_out(30, random_links(seed, 30)) == laid_out(30, random_links(seed, 30))


def test_a_tree_has_no_crossing():
    rows, joins = (
        [[0], [1, 2, 3], [7, 4, 6, 5]],
        [(0, 1), (0, 2), (0, 3), (3, 4), (1, 5), (2, 6), (2, 7)],
    )
    below = {note: [b for a, b in joins if a == note] for note in range(8)}
    assert count_crossings(rows, below) > 0
    assert count_crossings(order_layers(rows, joins), below) == 0


def test_layers_are_closer_if_there_are_too_many_to_read():
    def first_gap(count):
        scene = Scene(
            "vault",
            tuple(MapNote(str(n), f"{n}.md") for n in range(count)),
            tuple(MapLink(n, n + 1) for n in range(count - 1)),
        )
        boxes = [box(note.label, "", hub=False) for note in scene.notes]
        centres = place_boxes(scene, boxes).centres
        return dist(centres[0], centres[1])

    assert first_gap(40) < first_gap(4)


def test_groups_are_found_largest_first():
    assert find_components(5, [(4, 2), (2, 3)]) == [[2, 3, 4], [0], [1]]


def test_packed_rectangles_do_not_overlap():
    sizes = [(300.0, 80.0), (120.0, 200.0), (90.0, 90.0), (90.0, 40.0)]
    corners = pack_rectangles(sizes, 1.4, 20.0)
    centres = {n: (x + sizes[n][0] / 2, y + sizes[n][1] / 2) for n, (x, y) in enumerate(corners)}
    assert overlaps(centres, dict(enumerate(sizes))) == []


@pytest.mark.parametrize("rows", [True, False])
def test_a_grid_keeps_its_limit(rows):
    centres = grid([(40.0, 20.0)] * 9, 150.0, 10.0, rows=rows)
    assert max(point[0 if rows else 1] for point in centres) < 150
    assert len(set(centres)) == 9


def test_a_title_has_at_most_three_lines():
    assert len(box("many words " * 20, "", hub=False).lines) == 3


def test_a_word_without_spaces_is_cut():
    assert len(box("概念" * 30, "", hub=False).lines) == 3


def test_an_empty_title_still_makes_a_box():
    assert box("", "", hub=True).width > 50
