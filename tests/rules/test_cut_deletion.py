import pytest


def card(text):
    return f"-- Roots.md --\nSTART\nCloze\n{text}\nEND\n"


@pytest.mark.parametrize(("text", "column"), [
    (r"The root {{c1::$\frac{1}{\sqrt{x}}$}} is small.", 16), (r"{{c1::$$\sqrt{\sqrt{x}}$$}}", 7),
    ("The code {{c1::`{{a}}`}} is.", 16), (r"{{c1::a {{c2::$x_{y_{z}}$}} b}}", 15),
])  # fmt: skip
def test_two_braces_in_a_deletion_end_it(findings, text, column):
    assert findings("cut-deletion", card(text)) == [
        f"Roots.md:3:{column}: Anki ends the cloze deletion at the first two closing braces of this"
    ]


@pytest.mark.parametrize("text", [
    r"{{c1::$\sqrt{x} $}}", r"$\sqrt{x_{1}}$ is {{c1::small}}", "{{c1::a {{c2::b}}}}", r"{{c1::$x_{1}$}} and $y_{z_{1}}$",
    "{{c1::set {a}}}",
])  # fmt: skip
def test_a_deletion_that_ends_where_it_should(findings, text):
    assert findings("cut-deletion", card(text)) == []


def test_single_braces_are_deletions_if_the_settings_say_so(findings):
    settings = {
        ".obsidian/plugins/obsidian-to-anki-plugin/data.json": b'{"settings": {"Defaults": {"CurlyCloze": true}}}'
    }
    vault = card(r"The root {$\frac{1}{\sqrt{x}}$} is small.")
    assert findings("cut-deletion", vault, settings)[0].startswith("Roots.md:3:11: ")
