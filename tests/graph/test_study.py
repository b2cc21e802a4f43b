"""In which order to study."""

import pytest

from vaultgraph.graph.study import study_order


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
])  # fmt: skip
def test_order(graph, text, order):
    study = study_order(graph(text))
    assert [path.removesuffix(".md") for path in study.order] == order.split()
    assert study.left_out == ()


def test_a_circle_is_cut_and_said(graph):
    study = study_order(graph("""
        -- A.md --
        Relações: [[B]]
        -- B.md --
        Relações: [[C]]
        -- C.md --
        Relações: [[A]]
    """))  # fmt: skip
    assert study.order == ("A.md", "B.md", "C.md")
    assert study.left_out == (("C.md", "A.md"),)
