import pytest


@pytest.mark.parametrize("text", [
    "Related: [[Work]]\nRelated: [[Energy]]", "Related: [[Work]]\nSource: [[Work]]",
    "Related: [[Work]]\n\nSee [[Work]] too.", "Related: [[Nowhere]], [[Nowhere]]",
    "# One\nRelated: [[Work]]\n# Two\nRelated: [[Work]]",
    "Related: [[Work#Force]], [[Work#Way]]",
])  # fmt: skip
def test_relations_that_are_stated_once(findings, text):
    assert (
        findings("duplicate-relation", f"-- Heat.md --\n{text}\n-- Work.md --\n-- Energy.md --")
        == []
    )


def test_points_at_the_second_link(findings):
    assert findings("duplicate-relation", """
        -- Heat.md --
        Relações: [[Work]]
        relacoes: [[Work|it]]
        -- Work.md --
    """) == ["Heat.md:2:11: relacoes already links to Work.md"]  # fmt: skip
