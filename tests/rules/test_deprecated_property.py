import pytest


@pytest.mark.parametrize(
    ("old", "new"), [("tag", "tags"), ("alias", "aliases"), ("cssclass", "cssclasses")]
)
def test_names_the_new_one(graph, old, new):
    from vaultgraph import choose_rules, lint

    (found,) = lint(
        graph(f"-- Heat.md --\n---\n{old}: a\n---\n"), choose_rules(["deprecated-property"])
    )
    assert found.hint == f"call it {new}"


def test_the_new_names_are_fine(findings):
    text = "-- Heat.md --\n---\ntags: [a]\naliases: [b]\ncssclasses: [c]\n---\n"
    assert findings("deprecated-property", text) == []
