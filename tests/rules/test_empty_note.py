import pytest


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntags: [a]\n---\n", "  \n"])
def test_no_text(findings, text):
    assert findings("empty-note", f"-- Heat.md --\n{text}") == [
        "Heat.md:1:1: this note has no text"
    ]


@pytest.mark.parametrize(
    "text", ["a", "---\ntags: [a]\n---\na", "![[engine.svg]]", "# ", "%% todo %%", "---"]
)
def test_some_text(findings, text):
    assert findings("empty-note", f"-- Heat.md --\n{text}\n-- engine.svg --") == []
