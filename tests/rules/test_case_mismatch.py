import pytest


@pytest.mark.parametrize(
    "link",
    ["[[ENTROPY]]", "[[physics/Entropy]]", "[[Physics/entropy.md]]", "[a](physics/entropy.md)"],
)
def test_capitals_of_the_name_or_the_folder(findings, link):
    assert len(findings("case-mismatch", f"-- Heat.md --\n{link}\n-- Physics/Entropy.md --")) == 1


@pytest.mark.parametrize("link", [
    "[[Entropy]]", "[[Physics/Entropy]]", "[[Physics/Entropy.md]]", "[[Entropy#laws]]", "[[Entropy|ENTROPY]]", "[[#Laws]]", "[[Entropia]]",
])  # fmt: skip
def test_what_is_written_as_it_is_called(findings, link):
    assert findings("case-mismatch", f"-- Heat.md --\n{link}\n-- Physics/Entropy.md --") == []
