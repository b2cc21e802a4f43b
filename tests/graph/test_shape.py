"""How notes hang together."""

import pytest

from vaultgraph.graph.structure import (
    find_components,
    find_cut_notes,
    find_most_connected,
    find_neighbourhood,
)

CHAIN = """
    -- A.md --
    [[B]] [[C]]
    -- B.md --
    [[C]]
    -- C.md --
    [[D]]
    -- D.md --
    [[E]] [[F]]
    -- E.md --
    [[F]]
    -- F.md --
    -- Alone.md --
    [[Alone]] [[Nowhere]]
"""


@pytest.fixture
def joined(graph):
    def find(text):
        read = graph(text)
        return find_neighbourhood(read.vault.notes, read.linked_notes)

    return find


def test_components_include_single_notes(joined):
    assert find_components(joined(CHAIN)) == (6, 1)


def test_most_connected_notes_have_three_neighbours_in_any_direction(joined):
    assert find_most_connected(joined(CHAIN)) == (("C.md", 3), ("D.md", 3))


def test_a_cut_note_connects_others_to_the_rest(joined):
    assert find_cut_notes(joined(CHAIN)) == (("C.md", 2), ("D.md", 2))


def test_a_note_that_connects_a_single_one_is_not_a_cut_note(joined):
    assert find_cut_notes(joined("-- A.md --\n[[B]]\n-- B.md --\n[[C]]\n-- C.md --")) == ()


def test_a_note_with_a_path_around_it_is_not_a_cut_note(joined):
    assert find_cut_notes(joined(CHAIN.replace("[[Alone]]", "[[A]] [[F]]"))) == ()


@pytest.mark.parametrize("size", [5, 40])
def test_the_largest_component_around_a_cut_note_is_the_rest(joined, size):
    spokes = "".join(f"-- S{n}.md --\n[[Hub]]\n" for n in range(size))
    assert find_cut_notes(joined(f"-- Hub.md --\n{spokes}")) == (("Hub.md", size - 1),)
