"""Communities: one answer for the statistics, the map and notebooks."""

import pytest

from vaultgraph.concept_map import draw
from vaultgraph.concept_map.composing import compose
from vaultgraph.concept_map.topics import NO_TOPIC, find_topics, vault_communities
from vaultgraph.counting import statistics
from vaultgraph.graph.communities import group_notes

CHAIN = """
-- A.md --
[[B]] [[C]]
-- B.md --
[[C]] [[D]]
-- C.md --
-- D.md --
[[E]] [[F]]
-- E.md --
[[F]]
-- F.md --
-- Alone.md --
"""


def works(count):
    """An index of works, each by a person of its own."""
    index = "-- Index.md --\n" + " ".join(f"[[Work {n}]]" for n in range(count))
    return "\n".join(
        [
            index,
            *(f"-- Work {n}.md --\nBy: [[Person {n}]]\n-- Person {n}.md --" for n in range(count)),
        ]
    )


def sizes(groups):
    return sorted(map(len, groups), reverse=True)


def test_a_community_is_linked_more_to_itself_than_to_the_rest(graph):
    assert graph(CHAIN).communities == (("A.md", "B.md", "C.md"), ("D.md", "E.md", "F.md"))


@pytest.mark.parametrize("library", [True, False], ids=["Leiden", "Louvain"])
def test_a_pair_belongs_to_what_it_is_linked_to(library, monkeypatch):
    if not library:
        monkeypatch.setitem(__import__("sys").modules, "graspologic_native", None)
    edges = [(0, n, 1.0) for n in range(1, 801)] + [(n, n + 800, 2.0) for n in range(1, 801)]
    assert sizes(group_notes(1601, edges)) == [1601]


def test_small_groups_that_nothing_else_is_linked_to_stay():
    pairs = [(2 * n, 2 * n + 1, 1.0) for n in range(400)]
    assert sizes(group_notes(800, pairs)) == [2] * 400


def test_a_small_vault_has_small_communities():
    triangles = [(3 * n + a, 3 * n + b, 1.0) for n in range(6) for a, b in ((0, 1), (1, 2), (0, 2))]
    chain = [(3 * n, 3 * n + 3, 0.5) for n in range(5)]
    assert sizes(group_notes(18, [*triangles, *chain])) == [3] * 6


def test_the_map_has_the_communities_of_the_statistics(graph):
    vault = graph(works(300))
    scene = compose(vault)
    topics = find_topics(len(scene.notes), scene.links, vault_communities(vault, scene))
    by_topic = {}
    for note, topic in zip(scene.notes, topics, strict=True):
        by_topic.setdefault(topic, []).append(note.path)
    assert sorted(map(sorted, by_topic.values())) == sorted(
        map(list, statistics(vault).communities)
    )


def test_a_note_that_is_not_written_joins_what_names_it(graph):
    vault = graph(
        CHAIN + "\n-- G.md --\n[[Missing]] [[Also missing]]\n-- H.md --\n[[Lost]] [[A]]\n"
    )
    scene = compose(vault)
    topics = find_topics(len(scene.notes), scene.links, vault_communities(vault, scene))
    of = {note.label: topic for note, topic in zip(scene.notes, topics, strict=True)}
    assert of["Lost"] == of["A"] == of["H"]
    assert of["Missing"] == of["Also missing"] == of["G"] not in {of["A"], of["D"]}
    assert of["Alone"] == NO_TOPIC


@pytest.mark.slow
def test_maps_of_many_small_groups_are_drawn(graph):
    assert "vg-notes" in draw(graph(works(800)))
