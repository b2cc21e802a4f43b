import pytest


@pytest.mark.parametrize(("text", "told"), [
    ("[[Work]]", []), ("![[Work]]", []), ("up:: [[Work]]", []),
    ("[[engine.svg]]", ["Heat.md:1:1: no link leads on from here"]),
    ("[[Nowhere]]", ["Heat.md:1:1: no link leads on from here"]),
    ("[[Heat]]", ["Heat.md:1:1: no link leads on from here"]),
])  # fmt: skip
def test_only_links_to_other_notes_lead_on(findings, text, told):
    assert (
        findings("dead-end", f"-- Heat.md --\n{text}\n-- Work.md --\n[[Heat]]\n-- engine.svg --")
        == told
    )
