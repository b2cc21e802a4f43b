"""The audit as text, page, note and JSON: what each says, in both languages."""

import json
import re

import jsonschema
import pytest

from vaultgraph import VaultGraph, audit, read_vault
from vaultgraph.anki import AnkiCard, AnkiNote, Collection
from vaultgraph.languages import load_language
from vaultgraph.reports import audit_json, audit_markdown, audit_page, audit_text
from vaultgraph.reports.audit_sections import load_sections
from vaultgraph.reports.audit_words import verdict
from vaultgraph.reports.fault_phrases import ADVICE, PROBLEMS
from vaultgraph.reports.path_picture import picture
from vaultgraph.rules import load_rules
from vaults import ROOT

VAULT = """
    -- Calor.md --
    TARGET DECK: Física::Calor
    Relações: [[Trabalho]]

    O que é o calor? #flashcard
    Energia que passa, ver [[Entropia]]
    <!--ID: 1700000000001-->

    O que é <b>isto</b>? #flashcard
    ![[some.png]]
    -- Trabalho.md --
    TARGET DECK: Física::Calor
    Relações: [[Calor]]

    O que é trabalho? #flashcard
    Força ao longo de um caminho
    <!--ID: 1700000000002-->
"""


@pytest.fixture
def audited(vault):
    """An audit with faults of every sort, and a collection."""
    card = AnkiCard("Física::Calor", 9, "young", is_suspended=False, is_due=True)
    fields = {1700000000001: "O que é o calor?", 1700000000009: "Apagada?"}
    notes = {
        number: AnkiNote(number, (text, "Energia"), ("Obsidian_to_Anki",), (card,))
        for number, text in fields.items()
    }
    graph = VaultGraph(vault(VAULT), anki=Collection("x", notes, frozenset({"Física::Calor"})))
    return audit(graph)


def test_the_text_gives_the_verdict_first_and_every_fault_with_its_place(audited):
    text = audit_text.render(audited, lang="pt", colour=False, width=10_000)
    assert (
        text
        == """\
Ainda não está pronto para estudar: 3 problemas em 3 cartões de 2 notas.
No Anki: 1 cartão para hoje, 1 jovem, 1 sanguessuga (leech).

O que impede o estudo
  Calor.md:8:1  cartão sem ID: não está no Anki  O que é <b>isto</b>? #flashcard
  Calor.md:9:1  imagem do cartão não existe  ![[some.png]]
  Trabalho.md:6:9  o Anki não conhece este cartão e nunca o mostra  <!--ID: 1700000000002-->

O que aprender agora
  já podem ser aprendidos: Calor

Bases fracas
  reveja Calor antes de Trabalho: tem 1 sanguessuga (leech)

Vale conferir
  vault  ainda está no Anki, mas em nenhuma nota  “Apagada”
  Calor.md:4:1  texto diferente no Anki  “Energia” ≠ “Energia que passa ver Entropia”

Baralhos
  baralho        notas  cartões  sem ID  só imagem  hoje  jovens  sanguessugas
  Física::Calor      2        3       1          1     1       1             1

Cobertura
  citadas, mas ainda não criadas: Entropia (1)

Ordem de estudo, com os cartões de cada nota
    1 Calor  2, 1 hoje, 1 aprendido, 1 sanguessuga (leech)  2 problemas
    2 Trabalho  1  1 problema
  ciclo: Trabalho → Calor foi ignorado na ordem
"""
    )


def many(number):
    """A vault in which that many images of one folder are missing, and one card has no ID."""
    cards = "".join(
        f"Q{n}? #flashcard\n![[Lost/{n}.png]]\n<!--ID: {1_700_000_000_000 + 7 * n}-->\n\n"
        for n in range(number)
    )
    return f"-- Notes/A.md --\n{cards}-- Notes/B.md --\nLast? #flashcard\nYes.\n"


def test_faults_that_are_alike_take_one_line_and_the_rare_come_first(graph):
    found = graph(many(1200))
    result = audit(found)
    text = audit_text.render(result, lang="pt", colour=False, width=200)
    assert text.splitlines()[3:5] == [
        "  Notes/B.md:1:1  cartão sem ID: não está no Anki  Last? #flashcard",
        "  Lost/  imagem do cartão não existe  × 1.200",
    ]
    note = audit_markdown.render(result, lang="en")
    assert "- Lost/: an image of the card does not exist; add the image" in note
    assert "(× 1,200): [[Notes/A]] (1,200)\n" in note
    html = audit_page.render(result, lang="en")
    assert "<summary>Lost/ <b>an image of the card does not exist</b> × 1,200</summary>" in html
    assert html.index("card without ID") < html.index("does not exist")


def test_few_faults_of_a_kind_are_listed_one_by_one(graph):
    found = graph(many(3))
    text = audit_text.render(audit(found), lang="en", colour=False, width=200)
    assert "×" not in text
    assert "Notes/A.md:2:1  an image of the card does not exist  ![[Lost/0.png]]" in text


@pytest.mark.parametrize(("lang", "number"), [("pt", "1.200 cartões"), ("en", "1,200 cards")])
def test_numbers_are_written_as_the_language_writes_them(graph, lang, number):
    cards = "".join(f"Q{n}? #flashcard\nA{n}\n\n" for n in range(1200))
    found = graph(f"-- A.md --\n{cards}")
    result = audit(found)
    wrong = number.replace(".", ",") if lang == "pt" else number.replace(",", ".")
    for form in (
        audit_text.render(result, lang=lang, colour=False, width=80),
        audit_text.render(result, lang=lang, colour=False, width=10_000),
        audit_markdown.render(result, lang=lang),
        audit_page.render(result, lang=lang),
    ):
        assert number in form
        assert wrong.partition(" ")[0] not in form


def test_a_relation_that_contradicts_the_dates_is_reported(graph):
    found = graph(
        "-- A.md --\n02/02/2025\nRelações: [[B]], [[C]]\n-- B.md --\n01/02/2025\n-- C.md --\n2020-01-01"
    )
    result = audit(found)
    assert result.against_dates == (("A.md", "B.md"), ("A.md", "C.md"))
    for form in (
        audit_text.render(result, lang="en", colour=False, width=80),
        audit_markdown.render(result, lang="en"),
        audit_page.render(result, lang="en"),
    ):
        assert "2 relations contradict the dates" in form


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    graph = VaultGraph(read_vault(str(ROOT / "sample_vault")))
    for lang in ("pt", "en"):
        text = audit_text.render(audit(graph), lang=lang, colour=False, width=width)
        assert max(map(len, text.splitlines())) <= width
        assert len(text.splitlines()) < 60


def test_on_a_terminal_places_are_links_and_the_order_is_in_columns(audited):
    text = audit_text.render(audited, lang="en", colour=True, width=100)
    assert "obsidian://open?vault=vault&file=Calor" in text
    assert re.search(r"1 .*Calor.*2 .*Trabalho", text)


def test_a_name_cannot_steer_the_terminal(graph):
    evil = "\x1b]0;owned\x07"
    found = graph(f"-- A.md --\nTARGET DECK: {evil}\nQ{evil} #flashcard\nA")
    text = audit_text.render(audit(found), lang="en", colour=False, width=80)
    assert "\x1b" not in text
    assert "\x07" not in text


def test_the_json_is_what_its_schema_says(audited, graph):
    schema = json.loads(
        (ROOT / "vaultgraph" / "reports" / "schemas" / "audit.schema.json").read_text("utf-8")
    )
    for found in (
        audited,
        audit(graph(VAULT)),
        audit(graph("-- A.md --")),
        audit(graph(VAULT), note="Calor.md"),
    ):
        report = json.loads(audit_json.render(found))
        jsonschema.validate(report, schema)
        assert report["ready"] == found.ready
    assert json.loads(audit_json.render(audited))["weak"] == [
        {"path": "Trabalho.md", "before": "Calor.md", "leeches": 1}
    ]


def test_json_without_anki_has_null_for_recall(graph):
    report = json.loads(audit_json.render(audit(graph(VAULT))))
    assert report["recall"] is None
    assert report["order"][0]["recall"] is None


def test_the_note_links_every_note_and_is_itself_no_source_of_links(audited, vault):
    note = audit_markdown.render(audited, lang="pt")
    assert note.startswith("---\nvaultgraph-report: 1\n---\n# Ainda não está pronto para estudar\n")
    assert "- [[Calor]], linha 8: cartão sem ID: não está no Anki; sincronize" in note
    assert (
        "1. [ ] [[Calor]] – 2 cartões, 1 hoje, 1 aprendido, 1 sanguessuga (leech), 2 problemas\n2. [ ] [[Trabalho]]"
        in note
    )
    with_report = VaultGraph(vault(VAULT, {"Auditoria.md": note.encode()}))
    without = VaultGraph(vault(VAULT))
    assert len(with_report.edges) == len(without.edges)
    assert audit(with_report).order == audit(without).order


@pytest.mark.parametrize("lang", ["pt", "en"])
def test_every_format_is_available_in_both_languages(audited, lang):
    language = load_language(lang)
    sections = {section.name: section for section in load_sections()}
    forms = (
        audit_text.render(audited, lang=lang, colour=False, width=200),
        audit_markdown.render(audited, lang=lang),
        audit_page.render(audited, lang=lang),
    )
    for form in forms:
        assert verdict(audited, language)[0] in form
        for name in ("blockers", "recall", "warnings", "decks", "coverage", "order"):
            assert language.say(sections[name].title) in form


def test_every_rule_of_the_audit_has_a_name_and_advice():
    assert PROBLEMS.keys() == ADVICE.keys() <= {*load_rules()}


def test_the_page_runs_and_loads_nothing(audited):
    html = audit_page.render(audited, lang="pt")
    assert "<script" not in html
    assert "default-src 'none'" in html
    assert not re.search(r"(?:src|href)=\"(?!obsidian:)", html)
    assert "<b>isto</b>" not in html
    assert "&lt;b&gt;isto&lt;/b&gt;" in html


def test_the_page_is_the_same_each_time(audited):
    assert audit_page.render(audited, lang="pt") == audit_page.render(audited, lang="pt")


def test_each_fault_opens_its_note(audited):
    html = audit_page.render(audited, lang="pt")
    for path, line in (("Calor", 8), ("Calor", 9), ("Trabalho", 6)):
        assert (
            f'<a href="obsidian://open?vault=vault&amp;file={path}">{path}, linha {line}</a>'
            in html
        )


def test_an_order_of_thousands_is_cut_with_a_remark(graph):
    text = "".join(f"-- N{n:03}.md --\nQ{n}? #flashcard\nA{n}\n" for n in range(320))
    found = graph(text)
    html = audit_page.render(audit(found), lang="en")
    assert html.count("<circle") == 300
    assert html.count("… and 20 more") == 2


def test_the_picture_has_a_dot_for_each_step_and_a_curve_for_each_relation(audited):
    path = picture(audited.order)
    assert [dot.kind for dot in path.dots] == ["fault", "fault"]
    assert [curve.is_next for curve in path.curves] == [True]
    assert path.height == 2 * path.row


def test_no_curve_leaves_the_picture(graph):
    notes = 40
    text = "".join(
        f"-- N{n:02}.md --\nRelações: [[N{n + 1:02}]], [[N{notes - 1}]]\n" for n in range(notes)
    )
    path = picture(audit(graph(text)).order)
    swings = [float(re.search(r"C([\d.-]+)", curve.path)[1]) for curve in path.curves]
    assert len(swings) > 60
    assert min((path.x + 3 * swing) / 4 for swing in swings) >= 0
