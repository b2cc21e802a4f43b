import pytest


@pytest.mark.parametrize(("embed", "reason"), [
    ("![[engine.mp4]]", "the plugin does not transfer .mp4"),
    ("![[engine.PNG]]", "the plugin does not transfer .PNG"),
    ("![[engine.svg#invert]]", "#invert hides the extension from the plugin"),
    ("![[Work]]", "it is a note"),
    ("![a film](engine.mp4)", "the plugin does not transfer .mp4"),
])  # fmt: skip
def test_says_why_anki_shows_only_brackets(findings, embed, reason):
    files = "-- Work.md --\n-- engine.mp4 --\n-- engine.PNG --\n-- engine.svg --\n"
    (found,) = findings("unsupported-embed", f"-- Heat.md --\nWhat? #flashcard\n{embed}\n{files}")
    assert found == f"Heat.md:2:1: Anki will not show this: {reason}"


@pytest.mark.parametrize("line", [
    "![[engine.svg|300]]", "![[engine.svg]] and [[Work]]", "![](https://example.org/x.webp)",
    "![[missing.webp]]", "`![[engine.mp4]]`", "Text.\n\n![[engine.mp4]]",
])  # fmt: skip
def test_what_anki_shows_or_another_rule_reports_is_fine(findings, line):
    files = "-- Work.md --\n-- engine.mp4 --\n-- engine.svg --\n"
    assert findings("unsupported-embed", f"-- Heat.md --\nWhat? #flashcard\n{line}\n{files}") == []
