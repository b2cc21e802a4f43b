import random
import sys

import pytest

from vaultgraph.concept_map.scene import MapLink
from vaultgraph.concept_map.topics import NO_TOPIC, find_most_connected, find_topics, renumbered


def clusters(count, size, seed=1):
    """Links within groups of *size* notes, so many that each group hangs together."""
    chance = random.Random(seed)
    return [
        MapLink(group * size + a, group * size + chance.randrange(size))
        for group in range(count)
        for a in range(size)
        for _ in range(3)
    ]


def groups(of):
    return {
        frozenset(note for note, topic in enumerate(of) if topic == wanted)
        for wanted in set(of) - {NO_TOPIC}
    }


def expected(count, size):
    return {frozenset(range(n * size, (n + 1) * size)) for n in range(count)}


def test_what_is_linked_among_itself_is_a_topic():
    assert groups(find_topics(80, clusters(4, 20))) == expected(4, 20)


def test_an_index_note_swallows_no_topic():
    index = [MapLink(80, note) for note in range(80)]
    found = groups(find_topics(81, [*clusters(4, 20), *index]))
    assert {group - {80} for group in found} == expected(4, 20)


def test_a_topic_is_named_after_its_centre_and_not_after_the_index():
    star = [MapLink(0, note) for note in range(1, 10)] + [MapLink(3, 4), MapLink(5, 6)]
    index = [MapLink(10, note) for note in range(200)]
    assert find_most_connected([0] * 11 + [1] * 189, [*star, *index])[0] == 0


def test_a_note_without_links_has_no_topic():
    assert find_topics(3, [MapLink(0, 1)]) == [0, 0, NO_TOPIC]
    assert find_topics(2, []) == [NO_TOPIC, NO_TOPIC]


def test_the_largest_topic_comes_first():
    links = [MapLink(0, 1), *(MapLink(2, note) for note in range(3, 8))]
    assert find_topics(8, links) == [1, 1, 0, 0, 0, 0, 0, 0]


def test_a_topic_is_known_by_the_number_that_most_of_its_notes_had():
    was = {0: 1, 1: 1, 2: 0, 3: 0, 4: 0}
    assert renumbered([0, 0, 1, 1, 1, 1, NO_TOPIC], was) == [1, 1, 0, 0, 0, 0, NO_TOPIC]
    assert renumbered([0, 0, 0, 1, 1, 2], was) == [1, 1, 1, 0, 0, 2]


def test_a_removed_topic_leaves_no_gap_in_the_numbers():
    assert renumbered([0, 0, 1, 1], {0: 0, 1: 0, 2: 2, 3: 2}) == [0, 0, 1, 1]
    assert renumbered([0, NO_TOPIC], {0: NO_TOPIC, 1: 0}) == [0, NO_TOPIC]


def test_without_the_library_networkx_finds_the_same(monkeypatch):
    monkeypatch.setitem(sys.modules, "graspologic_native", None)
    assert groups(find_topics(80, clusters(4, 20))) == expected(4, 20)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_links_give_the_same_topics(seed):
    links = clusters(6, 30, seed) + clusters(1, 180, seed)
    assert find_topics(180, links) == find_topics(180, links)
