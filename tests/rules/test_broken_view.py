import pytest

from vaultgraph import choose_rules, lint

BASE = "-- Shelf.base --\nviews:\n  - type: table\n    name: By year\n  - type: cards\n    name: 'To read: now'\n"


@pytest.mark.parametrize(("link", "found"), [
    ("![[Shelf.base#Oldest]]", ["Heat.md:1:3: Shelf.base has no view Oldest"]),
    ("[it](Shelf.base#By%20years)", ["Heat.md:1:3: Shelf.base has no view By years"]),
    ("[[Shelf.base#By|years]]", ["Heat.md:1:3: Shelf.base has no view By"]),
    ("![[Shelf.base#by YEAR|By]] [[Shelf.base#To read now]] [](Shelf.base#To%20read:%20now)", []),
    ("![[Shelf.base]] [[Shelf.base#]] `[[Shelf.base#No]]` [[Shelf#Oldest]] [[Gone.base#No]]", []),
    ("![[Shelf.base#{{title}}]] ![[Shelf.base#<% tp.file.title %>]]", []),
])  # fmt: skip
def test_a_view_that_the_base_lacks_is_found(findings, link, found):
    assert findings("broken-view", f"-- Heat.md --\nA {link}\n{BASE}") == found


@pytest.mark.parametrize("base", [
    "filters: file.hasTag('a')\n", "views: []\n", "views:\n", "views: x\n", "", "- a\n", "views: [\n",
    "views:\n  - type: table\n", "views:\n  - name: A\n  - type: table\n", "views:\n  - name: 1\n",
    "views:\n  - A\n", "<<<<<<< HEAD\nviews: []\n=======\nviews: [{name: A}]\n>>>>>>> main\n",
])  # fmt: skip
def test_unknown_views_are_not_checked(findings, base):
    text = f"-- Heat.md --\n![[Shelf.base#Oldest]]\n-- Shelf.base --\n{base}"
    assert findings("broken-view", text) == []


def test_templates_and_canvases_are_checked(findings):
    board = '{"nodes": [{"type": "file", "file": "Shelf.base", "subpath": "#Oldest"}]}'
    text = f"-- Templates/Book.md --\n![[Shelf.base#Newest]]\n-- Board.canvas --\n{board}\n{BASE}"
    assert findings("broken-view", text) == [
        "Board.canvas:1:38: Shelf.base has no view Oldest",
        "Templates/Book.md:1:1: Shelf.base has no view Newest",
    ]


@pytest.mark.parametrize(("count", "hint"), [
    (1, "it has #View 1"),
    (5, "it has #View 1, #View 2, #View 3, #View 4, #View 5"),
    (6, "it has #View 1, #View 2, #View 3, #View 4, #View 5 and others"),
])  # fmt: skip
def test_the_hint_names_a_few_views(graph, count, hint):
    views = "".join(f"  - name: View {number}\n" for number in range(1, count + 1))
    vault = graph(f"-- Heat.md --\n![[Shelf.base#Oldest]]\n-- Shelf.base --\nviews:\n{views}")
    (found,) = lint(vault, choose_rules(["broken-view"]))
    assert (found.hint, str(found.severity)) == (hint, "warning")
