import pytest

pytestmark = pytest.mark.slow

np = pytest.importorskip("numpy")

from vaultgraph.concept_map.force import layout_force, separate  # noqa: E402

TWO_GROUPS = [(a, b) for start in (0, 8) for a in range(start, start + 8) for b in range(start, a)]


def ring(count):
    return [(note, (note + 1) % count) for note in range(count)]


def test_linked_notes_gather():
    places = layout_force(16, [*TWO_GROUPS, (0, 8)], [1.0] * (len(TWO_GROUPS) + 1))
    own, other = places[:8].mean(axis=0), places[8:].mean(axis=0)
    widest = np.linalg.norm(places[:8] - own, axis=1).max()
    assert np.linalg.norm(own - other) > widest


@pytest.mark.parametrize("count", [40, 1200])
def test_the_same_links_give_the_same_places(count):
    first, second = (layout_force(count, ring(count), [1.0] * count) for _ in range(2))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("count", [2, 3, 40, 1200])
def test_all_places_are_numbers(count):
    assert np.isfinite(layout_force(count, ring(count), [1.0] * count)).all()


def test_dots_are_pushed_apart():
    places = separate(np.zeros((12, 2)) + np.arange(12)[:, None] * 0.1, np.full(12, 5.0), 4.0)
    gap = np.linalg.norm(places[:, None] - places[None], axis=2) + np.eye(12) * 99
    assert gap.min() > 10
