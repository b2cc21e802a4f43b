"""Cards on the map: what formats their text, and formulas."""

import json
import random

import pytest

from map_steps import draw_in_portuguese as draw
from map_steps import select
from vaultgraph.card_text import pieces
from vaultgraph.card_text.formulas import formula


def shown(text):
    """The pieces of *text* where only the image a.png and b c.png exist."""
    return pieces(text, {"a.png": 0, "b c.png": 1}.get)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, 2 < 3 & 4", ["plain words, 2 < 3 & 4"]),
        ("before ![[a.png|300]] ![alt](b%20c.png) after", ["before ", 0, " ", 1, " after"]),
        ("![[deep/gone.png]]", ["[gone.png]"]),
        ("see [[A|this]] and **[[B]]**", ["see this and ", ["strong", "B"]]),
        ("see [that](C.md) and [[A#B]]", ["see that and A > B"]),
        ("[[snake_case_name]]", ["snake_case_name"]),
        ("a `**c** [[d]]` `f", ["a ", ["code", "**c** [[d]]"], " `f"]),
        ("==**a** `b`== e == f", [["mark", ["strong", "a"], " ", ["code", "b"]], " e == f"]),
        ("~~old~~ *new*", [["s", "old"], " ", ["em", "new"]]),
        ("one\ntwo<br>three", ["one\ntwo\nthree"]),
        ("first\n\nsecond", [["p", "first"], ["p", "second"]]),
        ("- a\n- b\n  - c", [["ul", ["li", "a"], ["li", "b", ["ul", ["li", "c"]]]]]),
        ("3. a\n4. b", [["ol", {"start": "3"}, ["li", "a"], ["li", "b"]]]),
        ("# Title\nand more", [["h3", "Title"], ["p", "and more"]]),
        ("> said\n> he", [["blockquote", ["p", "said\nhe"]]]),
        ("```py\nx = 1\n```", [["pre", "x = 1"]]),
        (
            "| a | b |\n|---|---|\n| 1 | [[C\\|c]] |",
            [["table", ["tr", ["th", "a"], ["th", "b"]], ["tr", ["td", "1"], ["td", "c"]]]],
        ),
        ("H<sub>2</sub>O", ["H", ["sub", "2"], "O"]),
        ("*a <b>b* c</b>", [["em", "a <b>b"], " c</b>"]),
        ("<img src=x onerror=y>", ["<img src=x onerror=y>"]),
        ("<script>a</script>", ["<script>a</script>"]),
        ("", []),
    ],
)
def test_a_side_of_a_card(text, expected):
    assert shown(text) == expected


def test_math_is_mathml():
    assert shown("so $x^2$") == ["so ", ["math", ["msup", ["mi", "x"], ["mn", "2"]]]]
    before, block, after = shown("so\n$$\n\\frac{a}{b}\n$$\nand")
    assert (before, after) == ("so", "and")
    assert block == ["math", {"display": "block"}, ["mfrac", ["mi", "a"], ["mi", "b"]]]


def test_math_between_marks_is_not_formatted():
    assert shown("$**e**$")[0][0] == "math"


def test_math_that_cannot_be_converted_is_shown_as_it_is_written():
    assert shown(r"$\frac{$ of") == [["code", r"$\frac{$"], " of"]
    assert formula(r"\def\a{\a\a}\a") is None
    assert formula("x" * 5000) is None


def parts(tree):
    yield tree
    for part in tree if isinstance(tree, list) else ():
        yield from parts(part)


@pytest.mark.parametrize(
    "tex", [r"\href{javascript:alert(1)}{x}", r"\style{position:fixed}{x}", r"\class{a}{x}", r"\hspace{99999em}x"]
)  # fmt: skip
def test_math_is_only_shown(tex):
    attributes = [part for part in parts(formula(tex)) if isinstance(part, dict)]
    assert all(len(value) < 10 for each in attributes for value in each.values())
    assert not {"href", "style", "class"} & {name for each in attributes for name in each}


@pytest.mark.parametrize(
    "text",
    ["<b>" * 6000 + "x" + "</b>" * 6000, "$" + "x^{" * 650 + "}" * 650 + "$", ">" * 6000 + "x"],
)
def test_what_is_nested_deeply_can_be_written(text):
    json.dumps(shown(text))


def test_whatever_is_written_there_is_something_to_show():
    random.seed(7)
    written = [*"$*_~=`<>[]|#-+.1\n \\{}^&", "$$", "![[a.png]]", "[[b]]", "<b>", "</b>", r"\frac"]
    for _ in range(600):
        text = "".join(random.choices(written, k=random.randint(1, 40)))
        json.dumps(shown(text))


MARKED_UP = r"""
-- A.md --
TARGET DECK: D

What is $\frac{a}{b}$? #flashcard
- a **quotient**
- of $a$ and $b$

| x | y |
|---|---|
| 1 | 2 |

Broken <img src=x onerror=PWNED=1> $\frac{$? #flashcard
It stays `text`
"""


@pytest.mark.browser
@pytest.mark.parametrize("is_packed", [False, True])
def test_the_panel_shows_formulas_lists_and_tables(show, graph, request, is_packed):
    if is_packed:
        request.getfixturevalue("packed")
    page = show(draw(graph(MARKED_UP)))
    page.wait_for_timeout(300)
    select(page, "A")
    first, second = page.locator(".card").all()
    assert first.locator("summary math mfrac mi").all_text_contents() == ["a", "b"]
    assert first.locator(".answer li strong").text_content() == "quotient"
    above, below = (first.locator("summary mi").nth(n).bounding_box() for n in (0, 1))
    assert above["y"] + above["height"] <= below["y"] + 1
    assert second.locator("summary code").text_content() == r"$\frac{$"
    assert second.locator("img").count() == 0
    assert page.evaluate("window.PWNED") is None


@pytest.mark.browser
def test_formatted_words_of_cards_are_found(show, graph):
    page = show(draw(graph(MARKED_UP)))
    page.keyboard.press("/")
    page.keyboard.type("quotient")
    assert page.locator("#hits li").count() == 1
