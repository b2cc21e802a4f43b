import pytest

ENERGY = """
    -- Energy.md --
    # Top
    ## TCP/IP & *friends* (part 2)
    ### Deep `code` ^id
    Setext
    ---
    > ## Quoted
    ## Top
    ### Below
    -- Heat.md --
    [[Energy#{}]]
"""


@pytest.mark.parametrize("heading", [
    "Top", "top", "TOP ", "TCP IP friends part 2", "tcp-ip friends part 2", "Top#TCP/IP & friends (part 2)",
    "Top#Deep code", "Deep code", "Setext", "Top#Below", "",
])  # fmt: skip
def test_headings_compare_as_obsidian_compares_them(findings, heading):
    assert findings("broken-heading", ENERGY.format(heading)) == []


@pytest.mark.parametrize(
    "heading", ["Tops", "Quoted", "Setext#Deep code", "Below#Top", "Top#Nowhere"]
)
def test_a_heading_that_is_not_there(findings, heading):
    assert findings("broken-heading", ENERGY.format(heading)) == [
        f"Heat.md:1:1: Energy.md has no heading {heading}"
    ]


def test_says_what_was_meant(graph):
    from vaultgraph import choose_rules, lint

    (found,) = lint(
        graph(ENERGY.format("TCP/IP & *friend* (part 2)")), choose_rules(["broken-heading"])
    )
    assert found.hint == "did you mean #TCP/IP & *friends* (part 2)?"


@pytest.mark.parametrize(
    "link",
    [
        "[[x.pdf#page=2]]",
        "![[i.png#outline]]",
        "[[Gone#x]]",
        "[[#^b]]",
        "[[#[^1]]]",
        "![c](#f0f0f0)",
    ],
)
def test_only_headings_of_notes_are_looked_up(findings, link):
    assert findings("broken-heading", f"""
        -- Heat.md --
        {link}
        -- x.pdf --
        -- i.png --
    """) == []  # fmt: skip


def test_a_drawing_has_no_headings_worth_checking(findings):
    assert findings("broken-heading", """
        -- Heat.md --
        [[Sketch.excalidraw#area=x]] [[Plan#any]]
        -- Sketch.excalidraw.md --
        -- Plan.md --
        ---
        excalidraw-plugin: parsed
        ---
    """) == []  # fmt: skip


def test_an_anchor_of_html_is_no_heading(graph):
    from vaultgraph import choose_rules, lint

    text = '[[#laws]]\n<a name="laws"></a>\n## 1. The laws\n## 2. Others'
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["broken-heading"]))
    assert found.hint == "Obsidian knows no HTML anchors; write #1. The laws"


def test_a_link_without_a_text_is_seen_by_nobody(findings):
    assert findings("broken-heading", "-- Heat.md --\n### [](#laws)The first law") == []


def test_an_anchor_in_prose_stands_above_no_heading(graph):
    from vaultgraph import choose_rules, lint

    text = '[[#laws]]\n<a name="laws">The laws</a> are two.\n## Others'
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["broken-heading"]))
    assert found.hint.endswith("link a heading, or a block by its ^id")
