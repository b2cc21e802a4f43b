import pytest


@pytest.mark.parametrize(("text", "expected"), [
    ("[[Work]]", []), ("![[Work]]", []), ("up:: [[Work]]", []),
    ("[[engine.svg]]", ["Heat.md:1:1: this note links to no other note"]),
    ("[[Nowhere]]", ["Heat.md:1:1: this note links to no other note"]),
    ("[[Heat]]", ["Heat.md:1:1: this note links to no other note"]),
])  # fmt: skip
def test_only_links_to_other_notes_count(findings, text, expected):
    assert (
        findings("dead-end", f"-- Heat.md --\n{text}\n-- Work.md --\n[[Heat]]\n-- engine.svg --")
        == expected
    )
