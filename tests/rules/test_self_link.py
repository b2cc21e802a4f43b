import pytest


@pytest.mark.parametrize("link", ["[[#Laws]]", "[[Heat#Laws]]", "[[Heat#^a]]", "[[Work]]"])
def test_links_that_lead_somewhere(findings, link):
    assert findings("self-link", f"-- Heat.md --\n{link}\n-- Work.md --") == []


def test_points_at_the_link(findings):
    assert findings("self-link", "-- Heat.md --\nSee [[Heat]].") == [
        "Heat.md:1:5: this link leads to its own note"
    ]
