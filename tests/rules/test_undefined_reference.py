import pytest

from vaultgraph import choose_rules, lint


def missing(graph, text):
    """What the rule finds in *text*: the line, the column, and the severity with the label."""
    found = lint(graph(f"-- Heat.md --\n{text}\n"), choose_rules(["undefined-reference"]))
    return [
        (each.location.line, each.location.column, f"{each.severity} {each.message.split('[')[1]}")
        for each in found
    ]


def test_a_footnote_needs_a_text(findings):
    vault = "-- Heat.md --\nSo.[^1] And.[^src]\n\n[^1]: it is\n[^lost]: here\n"
    assert findings("undefined-reference", vault) == [
        "Heat.md:1:13: the footnote [^src] has no text",
        "Heat.md:4:1: nothing refers to the footnote [^lost]",
    ]


@pytest.mark.parametrize(("text", "found"), [
    ("A claim[^src].", [(1, 8, "warning ^src] has no text")]),
    ("A claim.[^1][^2]", [(1, 9, "warning ^1] has no text"), (1, 13, "warning ^2] has no text")]),
    ("A claim [^1], and", [(1, 9, "warning ^1] has no text")]),
    ("(see above)[^1]", [(1, 12, "warning ^1] has no text")]),
    ("**A claim**[^1]", [(1, 12, "warning ^1] has no text")]),
    ("*A claim[^1]*", [(1, 9, "warning ^1] has no text")]),
    ("主张[^1]。[^2]", [(1, 3, "warning ^1] has no text"), (1, 8, "warning ^2] has no text")]),
    ("# Heat[^1]", [(1, 7, "warning ^1] has no text")]),
    ("| a[^1] | heat[^2] |\n|---|---|", [(1, 15, "warning ^2] has no text")]),
    ("> A claim.[^1]\n\n```\n[^1]: text\n```", [(1, 11, "warning ^1] has no text")]),
    ("A claim.[^1]\n\n<!-- [^1]: text -->", [(1, 9, "warning ^1] has no text")]),
    ("A claim.[^1]\n\nsee [^1]: text", [(1, 9, "warning ^1] has no text"), (3, 5, "warning ^1] has no text")]),
    ("One[^1] [^src-1]\n\n[^1]: x", [(1, 9, "warning ^src-1] has no text")]),
    ("So[^2]\n\n[so]: Work.md", [(1, 3, "warning ^2] has no text")]),
    ("One[^1] [^a-note]\n\n[^1]: x", [(1, 9, "warning ^a-note] has no text")]),
    ("One[^1]\n\n[^1]: x\n\n[^2]:\n    y", [(5, 1, "info ^2]")]),
    ("One[^1]\n\n[^1]: x\n[^2]: see `[^2]`\n\n```\n[^2]\n```", [(4, 1, "info ^2]")]),
    ("[so][a] [it][b]\n\n[a]: Work.md", [(1, 9, "warning b] has no address, so this is not a link")]),
    ("[so][1] [it][2]\n\n[1]: https://example.com", [(1, 9, "warning 2] has no address, so this is not a link")]),
])  # fmt: skip
def test_what_is_missing_is_found(graph, text, found):
    assert missing(graph, text) == found


@pytest.mark.parametrize("text", [
    "One[^a] and ^[inline] and `[^b]` and \\[^c].\n\n[^a]: text", "One[^A]\n\n[^a]: text", "One[^1]\n\n> [^1]: text", "One[^1]\n\n- [^1]: text",
    "One[^1]\n\nmore\n[^1]: text", "One[^1]\n\n    [^1]: text", "One[^a b]", "$x[^1]$ $$\n[^1]\n$$", "<div>\n[^1]\n</div>", "[^1]:", "One[^1]\n\n[^1]:",
    "[^1]: Work\n\n<div>\n[^1]\n</div>", "[^1]: Work\n\n[[#[^1]]]", "[^1]: Work\n\n[^1](Work.md)", "> [^1]: Work",
    # sets of characters
    "- [^abc] matches any other", "r'[^aeiouAEIOU]'", "q[^u] and colo[^abc]r", "([^\\/]+)$ [^\"]* [^\\s(),#\"]+", "x [^a-z0-9] [^0-9] [^_]", "word[^abc]+ word[^ab]*",
    "[^0]+ one [^1]{2}", "^[^1]", "([^1])", "One[^1] [^abc]+ [^a-z]\n\n[^1]: x", "10[^2] m[^2]", "**[^1] :** text", "<b>[^1][^2]</b>", "word[^abc]|x",
    # brackets
    "a[i][j] [a][b] [see][there]", "a[i][b] [so][a]\n\n[a]: x.md", "[so][a] [1][c] [it][2] [it][d e]\n\n[a]: x.md", "[so][A]\n\n[a]: x.md",
    "[it][b]\n\n[a]: x.md", "`[so][a]` [it][b]\n\n[a]: x.md",
    "---\nexcalidraw-plugin: parsed\n---\nA claim.[^1]", "A claim.[^1] {{title}}",
])  # fmt: skip
def test_these_are_fine(graph, text):
    assert missing(graph, text) == []


def test_the_text_of_a_footnote_must_be_in_the_same_note(findings):
    vault = "-- Heat.md --\nSo.[^1] ![[Work]]\n-- Work.md --\nSo.[^1]\n\n[^1]: x\n"
    assert findings("undefined-reference", vault) == ["Heat.md:1:4: the footnote [^1] has no text"]


@pytest.mark.parametrize(
    "text", ["[^1](Work.md)", "[^1][w]\n\n[w]: Work.md", "[![^1](engine.png)](Work.md)"]
)
def test_what_looks_like_a_footnote_may_be_the_text_of_a_link(graph, text):
    links = graph(f"-- Heat.md --\n{text}\n").vault.notes["Heat.md"].links
    assert "Work.md" in [link.target for link in links]
