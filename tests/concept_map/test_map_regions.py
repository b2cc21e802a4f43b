import random

import pytest

pytestmark = pytest.mark.slow

np = pytest.importorskip("numpy")

from vaultgraph.concept_map.circles import enclosing_circle, pack_circles  # noqa: E402
from vaultgraph.concept_map.clusters import layout_clusters, radius  # noqa: E402
from vaultgraph.concept_map.regions import place_regions  # noqa: E402
from vaultgraph.concept_map.scene import MapLink  # noqa: E402
from vaultgraph.concept_map.topics import NO_TOPIC, Topics  # noqa: E402


def random_radii(seed, count=30):
    return np.array([random.Random(seed + n).uniform(5, 60) for n in range(count)])


def distances(centres):
    return np.linalg.norm(centres[:, None] - centres, axis=2)


@pytest.mark.parametrize("seed", range(5))
def test_circles_keep_their_gap(seed):
    radii = random_radii(seed)
    gaps = distances(pack_circles(radii, {}, 8.0)) - radii[:, None] - radii
    assert (gaps + np.eye(30) * 999).min() > 8.0 - 1e-3


def test_circles_fill_most_of_their_room():
    radii = np.full(60, 10.0)
    _, outline = enclosing_circle(pack_circles(radii, {}, 0.0), radii)
    assert (radii**2).sum() / outline**2 > 0.7


def test_circles_that_pull_each_other_are_adjacent():
    radii = np.full(20, 10.0)
    pulled, free = (distances(pack_circles(radii, pulls, 1.0)) for pulls in ({(8, 19): 5}, {}))
    assert pulled[8, 19] < free[8, 19]


def test_a_circle_encloses_all():
    radii = random_radii(3)
    centres = pack_circles(radii, {}, 8.0)
    middle, outline = enclosing_circle(centres, radii)
    assert (np.linalg.norm(centres - middle, axis=1) + radii).max() <= outline + 1e-6


def an_island(count=120):
    chance = random.Random(5)
    ends = np.array([(note, chance.randrange(note)) for note in range(1, count)])
    return np.zeros(count, dtype=np.int64), ends, np.full(count, 10.0)


def test_the_notes_of_a_cluster_fill_its_disc():
    island, ends, sizes = an_island()
    places = layout_clusters(island, ends, sizes)
    assert np.linalg.norm(places, axis=1).max() < radius(sizes)
    assert (distances(places) + np.eye(120) * 99).min() > 14


def test_linked_notes_of_a_cluster_are_closer_than_others():
    island, ends, sizes = an_island()
    between = distances(layout_clusters(island, ends, sizes))
    assert between[tuple(ends.T)].mean() < 0.8 * between.mean()


def test_clusters_do_not_affect_each_other():
    island, ends, sizes = an_island()
    alone = layout_clusters(island, ends, sizes)
    both = layout_clusters(
        np.repeat([0, 1], 120), np.concatenate([ends, ends + 120]), np.concatenate([sizes, sizes])
    )
    assert np.allclose(both[120:], alone)


def two_lands():
    """Two topics of 40 notes each, joined once, and a pair of notes apart."""
    chance = random.Random(2)
    links = [
        MapLink(land + note, land + chance.randrange(40))
        for land in (0, 40)
        for note in range(40)
        for _ in range(3)
    ]
    return [*links, MapLink(0, 40), MapLink(80, 81)]


TWO_LANDS = Topics([0] * 40 + [1] * 40 + [2, 2, NO_TOPIC], [0] * 40 + [1] * 40 + [2, 2, NO_TOPIC])


def test_each_large_topic_is_a_circle_that_holds_its_notes():
    placed = place_regions(two_lands(), TWO_LANDS, [4.0] * 83)
    assert len(placed.topics) == 2
    assert placed.centres.keys() == set(range(82))
    for number, region in enumerate(placed.topics):
        own = [placed.centres[note] for note in range(82) if TWO_LANDS.of[note] == number]
        assert all(np.hypot(x - region.x, y - region.y) < region.radius for x, y in own)
    assert placed.topic_links == [(0, 1, 1)]


def test_circles_of_topics_do_not_overlap():
    a, b = place_regions(two_lands(), TWO_LANDS, [4.0] * 83).topics
    assert np.hypot(a.x - b.x, a.y - b.y) > a.radius + b.radius


def test_subtopics_are_inside_the_circle_of_their_topic():
    found = Topics([0] * 80, [0] * 40 + [1] * 40)
    links = [link for link in two_lands() if max(link[:2]) < 80]
    placed = place_regions(links, found, [4.0] * 80)
    (topic,) = placed.topics
    assert len(placed.subtopics) == 2
    for subtopic in placed.subtopics:
        distance = np.hypot(subtopic.x - topic.x, subtopic.y - topic.y)
        assert distance + subtopic.radius <= topic.radius


def test_the_same_links_give_the_same_regions():
    first, second = (place_regions(two_lands(), TWO_LANDS, [4.0] * 83) for _ in range(2))
    assert first == second


def test_without_links_there_are_no_regions():
    assert place_regions([], Topics([NO_TOPIC] * 5, [NO_TOPIC] * 5), [4.0] * 5).centres == {}


def test_small_topics_alone_are_not_regions():
    pairs = [MapLink(2 * pair, 2 * pair + 1) for pair in range(30)]
    of = [note // 2 for note in range(60)]
    placed = place_regions(pairs, Topics(of, of), [4.0] * 60)
    assert placed.topics == []
    assert len(set(placed.centres.values())) == 60
