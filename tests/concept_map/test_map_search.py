"""The search of the map, and Obsidian's own groups of colour, which are searches."""

import json

import pytest

from map_steps import draw_in_portuguese as draw
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault
from vaults import write_vault

pytestmark = pytest.mark.browser

VAULT = """
    -- física/Calor e luz.md --
    ---
    aliases: [Heat]
    ---
    #exatas/física

    O que é entropia? #flashcard
    Desordem
    -- física/Luz.md --
    #exatas
    -- letras/Luz e sombra.md --
    #arte
    -- OR.md --
"""


@pytest.fixture(scope="module")
def searched(browser, tmp_path_factory):
    """One page for all searches: a search leaves nothing behind."""
    folder = tmp_path_factory.mktemp("search")
    file = folder / "map.html"
    vault = read_vault(str(write_vault(folder / "vault", VAULT)))
    file.write_text(draw(VaultGraph(vault)), encoding="utf-8")
    complaints = []
    yield browser.open(file, complaints)
    assert complaints == []


@pytest.fixture
def find(searched):
    """The labels of the notes that a query finds, best first."""
    page = searched

    def search(query):
        page.fill("#query", query)
        return [
            text.partition("\n")[0]
            for text in page.locator("#hits li[role=option]").all_inner_texts()
        ]

    return search


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("luz", ["Luz", "Luz e sombra", "Calor e luz"]),
        ("LUZ calor", ["Calor e luz"]),
        ("luz -sombra", ["Luz", "Calor e luz"]),
        ("luz -sombra -calor", ["Luz"]),
        ("sombra OR calor", ["Calor e luz", "Luz e sombra"]),
        ('"luz e"', ["Luz e sombra"]),
        ("path:letras", ["Luz e sombra"]),
        ("luz -path:letras", ["Luz", "Calor e luz"]),
        ('path:"física/Calor e"', ["Calor e luz"]),
        ("file:luz.md", ["Calor e luz", "Luz"]),
        ("file:fisica", []),
        ("tag:#exatas", ["Calor e luz", "Luz"]),
        ("tag:exatas/fisica", ["Calor e luz"]),
        ("tag:EXATAS", ["Calor e luz", "Luz"]),
        ("tag:exata", []),
        ("tag:#flashcard", ["Calor e luz"]),
        ("tag:FlashCard", ["Calor e luz"]),
        ("-tag:exatas luz", ["Luz e sombra"]),
        ("path:(letras OR calor)", ["Calor e luz", "Luz e sombra"]),
        ("luz -(sombra OR calor)", ["Luz"]),
        ("heat", ["Calor e luz"]),
        ("entropia que", ["Calor e luz"]),
        ("entropia luz", []),
        ("desordem", ["Calor e luz"]),
        ('"OR"', ["OR", "Calor e luz"]),
        ("luz OR", ["Luz", "Luz e sombra", "Calor e luz"]),
        ("((luz", ["Luz", "Luz e sombra", "Calor e luz"]),
        ("luz)", ["Luz", "Luz e sombra", "Calor e luz"]),
        ('"luz', ["Luz", "Luz e sombra", "Calor e luz"]),
        ("()", []),
        ("foo:bar", []),
    ],
)
def test_it_knows_the_operators_of_obsidian(find, query, found):
    assert sorted(find(query)) == sorted(found)


def test_colours_know_no_capitals_of_tags_and_no_tags_that_mark_cards(show, graph):
    page = show(draw(graph("""
        -- A.md --
        O que é? #flashcard
        Isso

        #Rascunho
        -- B.md --
        #rascunho
        -- C.md --
        #rascunho
    """)))  # fmt: skip
    page.select_option("#colour", "tag")
    assert page.locator("#legend .row").first.inner_text().split() == ["#rascunho", "3"]


FOREIGN = [
    ("line:(calor luz)", "line:"), ("luz -section:calor", "section:"), ("(luz OR content:x)", "content:"),
    ("block:luz", "block:"), ("TASK-todo:luz", "TASK-todo:"), ("match-case:Luz", "match-case:"),
    ("/lu[xz]/", "/lu[xz]/"), ("[autor:/An?a/]", "/An?a/"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "answer", "known"),
    [
        ("pt", "{} não funciona aqui", "path:, file:, tag:, deck:, [propriedade:valor]"),
        ("en", "{} is not supported here", "path:, file:, tag:, deck:, [property:value]"),
    ],
)
def test_an_unsupported_operator_is_reported_with_those_supported(show, graph, lang, answer, known):
    page = show(draw(graph(VAULT), lang=lang))
    for query, operator in FOREIGN:
        page.fill("#query", query)
        said, hint = page.locator("#hits li").inner_text().split("\n")
        assert said == page.locator("#status").inner_text() == answer.format(operator)
        assert hint.endswith(known)


@pytest.mark.parametrize(
    "query", ['"line:calor"', "online:x", "[[Luz]]", "km/h e m/s", "a / b / c"]
)
def test_words_that_only_look_like_an_operator_are_searched_for(searched, query):
    searched.fill("#query", query)
    assert searched.locator("#hits li").inner_text() == "Nada encontrado"


def test_names_that_begin_with_the_words_come_first(find):
    assert find("luz") == ["Luz", "Luz e sombra", "Calor e luz"]


def test_a_query_without_end_does_not_hang_the_page(find):
    assert find("(" * 5000) == []
    assert len(find("-" * 5000)) == 4


def test_the_number_of_hits_is_announced(searched):
    searched.fill("#query", "luz")
    assert searched.locator("#status").inner_text() == "3 resultados"


def groups(*pairs):
    settings = {"colorGroups": [{"query": q, "color": {"a": 1, "rgb": rgb}} for q, rgb in pairs]}
    return {".obsidian/graph.json": json.dumps(settings).encode()}


def test_the_groups_of_obsidians_graph_colour_the_map(show, graph):
    files = groups(("path:letras", 0xFF0000), ("tag:#exatas -calor", 0x00FF80))
    page = show(draw(graph(VAULT, files)))
    colours = dict(page.evaluate("VG.notes.map((note, at) => [note.label, VG.colourOf(at)])"))
    assert (colours["Luz e sombra"], colours["Luz"]) == ("#ff0000", "#00ff80")
    assert colours["Calor e luz"] == colours["OR"] == page.evaluate("VG.colour.soft")
    assert page.locator("#colour").input_value() == "obsidian"
    rows = page.locator("#legend .row .name").all_inner_texts()
    assert {"path:letras", "tag:#exatas -calor", "sem grupo"} <= set(rows)


def test_the_words_of_a_group_are_searched_for_in_whole_notes(show, graph):
    files = groups(('"luz branca" -som', 0xFF0000), ("SOM calor", 0x00FF00))
    notes = """
    -- A.md --
    A [[luz]] branca não é luz branca de vela.
    -- B.md --
    Luz branca, e som.
    -- Calor.md --
    Nenhum som.
    """
    page = show(draw(graph(notes, files)))
    colours = dict(page.evaluate("VG.notes.map((note, at) => [note.label, VG.colourOf(at)])"))
    assert (colours["A"], colours["Calor"]) == ("#ff0000", "#00ff00")
    assert colours["B"] == page.evaluate("VG.colour.soft")


@pytest.mark.parametrize(
    "settings",
    [b"", b"[]", b"{", b'{"colorGroups": {}}', b'{"colorGroups": [1, {"query": 2}, {"query": "a"}]}',
     b'{"colorGroups": [{"query": "a", "color": {"rgb": "</script>"}}]}', b"[" * 100_000],
)  # fmt: skip
def test_broken_settings_of_the_graph_colour_nothing(show, graph, settings):
    page = show(draw(graph(VAULT, {".obsidian/graph.json": settings})))
    assert page.evaluate("VG.page.color_groups") == []


def test_of_very_many_words_of_groups_the_first_are_looked_for(graph):
    files = groups((" ".join(f"w{number}" for number in range(20_000)), 1))
    found = graph("-- Heat.md --\nw7 w19999\n-- Work.md --\n[[Heat]]\n", files)
    assert '"matched_words":["w1","w7","w19","w199"]' in draw(found)


def test_a_hostile_group_is_only_a_query(show, graph):
    files = groups(("</script><script>PWNED=1</script>", 1), ("(" * 9999, 2), ("__proto__", -1))
    page = show(draw(graph(VAULT, files)))
    assert page.evaluate("typeof PWNED") == "undefined"
    assert page.evaluate("VG.page.color_groups[2]") == ["__proto__", "#ffffff"]
