"""In which order to study."""

import pytest

from vaultgraph.graph.study_order import study_order


@pytest.mark.parametrize(("text", "order"), [
    pytest.param("""
        -- C.md --
        -- A.md --
        Relações: [[B]]
        -- B.md --
        Relações: [[C]]
    """, "A B C", id="relations lead forward"),
    pytest.param("""
        -- A.md --
        Pré-requisito: [[B]]
        -- B.md --
    """, "B A", id="prerequisites come first"),
    pytest.param("""
        -- A.md --
        Fonte: [[B]]
        -- B.md --
    """, "", id="a source is no step"),
    pytest.param("""
        -- MOC.md --
        10/01/2025
        [[B]]
        [[A]]
        -- A.md --
        -- B.md --
        Relações: [[C]]
        -- C.md --
    """, "MOC B A C", id="a map of content leads to its notes"),
    pytest.param("""
        -- Essay.md --
        This long text is about [[A]] and a little about [[B]], but mostly not.
        -- A.md --
        Relações: [[B]]
        -- B.md --
    """, "A B", id="an essay with links is no map of content"),
    pytest.param("""
        -- A.md --
        02/02/2025 - 10:00
        Q? #flashcard
        A
        -- B.md --
        01/03/2024 - 09:00
        Q? #flashcard
        A
        -- C.md --
        2024-02-01
        Q? #flashcard
        A
    """, "C B A", id="without relations the older comes first"),
    pytest.param("".join(
        f"-- {name}.md --\nQ {name}? #flashcard\nA\n"
        for name in ("10 End", "9 Late", "Aula 10", "Aula 9", "Aula 9.5", "GPT 4", "Atlas")
    ), "9 Late 10 End Aula 9 Aula 9.5 Aula 10 Atlas GPT 4", id="numbers count by their value"),
    pytest.param("""
        -- 1.md --
        Q? #flashcard
        A
        -- 2.md --
        Q? #flashcard
        A
        -- 3.md --
        Relações: [[10]]
        -- 10.md --
        Relações: [[Work]]
        -- Work.md --
    """, "1 2 3 10 Work", id="numbers come before the number of relations"),
    pytest.param("""
        -- 2 Work/1.md --
        Q? #flashcard
        A
        -- 10 Heat/1.md --
        Q? #flashcard
        A
    """, "2 Work/1 10 Heat/1", id="folders are numbered too"),
])  # fmt: skip
def test_order(graph, text, order):
    study = study_order(graph(text))
    assert " ".join(path.removesuffix(".md") for path in study.order) == order
    assert study.ignored_edges == ()


def test_a_cycle_is_broken_and_reported(graph):
    study = study_order(graph("""
        -- A.md --
        Relações: [[B]]
        -- B.md --
        Relações: [[C]]
        -- C.md --
        Relações: [[A]]
    """))  # fmt: skip
    assert study.order == ("A.md", "B.md", "C.md")
    assert study.ignored_edges == (("C.md", "A.md"),)


def test_a_cycle_is_broken_where_it_costs_least(graph):
    study = study_order(graph("""
        -- A.md --
        01/01/2020
        Relações: [[B]]
        -- B.md --
        Relações: [[C]]
        Pré-requisito: [[A]]
        -- C.md --
        01/01/2019
        Relações: [[A]]
        Pré-requisito: [[B]]
    """))  # fmt: skip
    assert study.ignored_edges == (("C.md", "A.md"),)


def test_a_relation_overrides_a_map_of_content(graph):
    study = study_order(graph("""
        -- MOC.md --
        [[A]]
        [[B]]
        -- A.md --
        Relações: [[MOC]]
        -- B.md --
    """))  # fmt: skip
    assert study.ignored_edges == (("MOC.md", "A.md"),)
    assert study.order == ("A.md", "MOC.md", "B.md")
    assert study.maps == {"MOC.md"}


def test_no_pair_is_left_out_for_nothing(graph):
    """Whatever the circles, each pair that is left out closes one with those that are kept."""
    notes = 12
    links = [(a, (a * k + k) % notes) for a in range(notes) for k in (1, 3, 5)]
    text = "".join(
        f"-- N{a}.md --\nRelações: " + ", ".join(f"[[N{b}]]" for x, b in links if x == a) + "\n"
        for a in range(notes)
    )
    study = study_order(graph(text))
    place = {path: number for number, path in enumerate(study.order)}
    assert study.ignored_edges
    for before, after in study.ignored_edges:
        assert place[before] > place[after]
        assert after in study.prerequisites(before)


def test_what_must_be_known_before_a_note(graph):
    study = study_order(graph("""
        -- A.md --
        Relações: [[B]]
        -- B.md --
        Relações: [[C]], [[D]]
        -- C.md --
        -- D.md --
        -- Other.md --
        Relações: [[D]]
    """))  # fmt: skip
    assert study.prerequisites("C.md") == ("A.md", "B.md")
    assert study.prerequisites("D.md") == ("A.md", "B.md", "Other.md")
    assert study.before["D.md"] == ("B.md", "Other.md")
    assert study.prerequisites("Nowhere.md") == ()


def test_a_relation_may_contradict_the_dates_of_its_notes(graph):
    study = study_order(graph("""
        -- A.md --
        02/02/2025 - 10:00
        Relações: [[B]], [[C]], [[D]], [[E]]
        -- B.md --
        01/02/2025
        -- C.md --
        03/02/2025
        -- D.md --
        02/02/2025 - 09:00
        -- E.md --
        No day.
    """))  # fmt: skip
    assert study.against_dates == (("A.md", "B.md"),)


def test_notes_whose_cards_are_hidden_keep_their_place(graph):
    text = "".join(f"-- {n}.md --\nQ {n}? #flashcard\nA\n" for n in (1, 3))
    found = graph(text + "-- 2.md --\nQ?#flashcard\nA\n")
    assert study_order(found, ["2.md"]).order == ("1.md", "2.md", "3.md")
    assert study_order(found).order == ("1.md", "3.md")
