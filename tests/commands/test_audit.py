"""The command `audit` as a user meets it."""

import json
import os
import shutil

import pytest

from anki_collections import anki_connect, made
from vaults import REAL_VAULT, SAMPLE_VAULT, needs_real_vault, write_vault

__all__ = ["anki_connect", "made"]


COURSE = """
    -- Calor.md --
    TARGET DECK: Física::Calor
    Relações: [[Trabalho]]
    #prova

    O que é calor? #flashcard
    Energia que passa
    <!--ID: 1700000000001-->
    -- Trabalho.md --
    TARGET DECK: Física

    O que é trabalho? #flashcard
    ![[some.png]]
    <!--ID: 1700000000002-->
"""


@pytest.fixture
def course(tmp_path):
    return write_vault(tmp_path / "course", COURSE)


@pytest.mark.parametrize(("words", "answer", "code"), [
    ((), "Not ready to study yet: 1 problem in 2 cards (2 notes).", 1),
    (("--deck", "Física::Calor"), "Ready to study Física::Calor: 1 card with 1 ID in 1 note", 0),
    (("--deck", "física"), "Not ready to study física yet: 1 problem in 2 cards (2 notes)", 1),
    (("--tag", "prova"), "Ready to study #prova: 1 card", 0),
    (("--note", "Calor"), "Ready to study Calor: 1 card", 0),
    (("--note", "Calor", "--note", "Trabalho"), "Not ready to study Calor, Trabalho yet: 1 problem in 2 cards", 1),
    (("--deck", "Física::Calor", "--deck", "Física"), "Not ready to study Física::Calor, Física yet: 1 problem in 2", 1),
    (("--tag", "prova", "--tag", "#prova"), "Ready to study #prova, #prova: 1 card", 0),
    (("--note", "Calor", "--note", "Calor"), "Ready to study Calor: 1 card", 0),
    (("--note", "Trabalho"), "Not ready to study Trabalho yet: 1 problem in 2 cards", 1),
])  # fmt: skip
def test_it_answers_for_the_vault_or_a_part_of_it(run, course, words, answer, code):
    result = run("audit", course, "--lang", "en", *words)
    assert result.stdout.startswith(answer)
    assert result.returncode == code


@pytest.mark.parametrize(("words", "error", "hint"), [
    (("--deck", "Fisca"), "no card is in the deck Fisca", "did you mean Física?"),
    (("--note", "Calr"), "nothing in the vault is called Calr", "did you mean Calor?"),
    (("--folder", "Aula"), "no note is in the folder Aula", "this vault has no folders"),
    (("-o", "x.pdf"), "no format ends in .pdf", "end the name in .html, .md, .json, .txt, or name a format with --format"),
    (("--anki", "gone.anki2"), "cannot read gone.anki2: No such file or directory", "name a file of Anki's"),
])  # fmt: skip
def test_an_impossible_request_is_an_error_with_a_hint(run, course, words, error, hint):
    result = run("audit", course, *words)
    assert result.stderr == f"error: {error}\n" + (f"hint: {hint}\n" if hint else "")
    assert result.returncode == 2


@pytest.mark.parametrize(("name", "start"), [
    ("audit.html", "<!DOCTYPE html>"),
    ("audit.md", "---\nvaultgraph-report: 1\n---\n# Ainda não está pronto para estudar"),
    ("audit.json", '{\n  "schema": "vaultgraph-audit/1"'),
    ("audit.txt", "Ainda não está pronto para estudar: 1 problema"),
])  # fmt: skip
def test_the_name_of_the_file_says_what_is_written(run, course, tmp_path, name, start):
    result = run("audit", course, "--lang", "pt", "-o", tmp_path / name)
    assert (result.stdout, result.returncode) == ("", 1)
    assert result.stderr.startswith(f"{tmp_path}/{name}: Ainda não está pronto para estudar: ")
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_a_report_in_the_vault_is_renewed_and_changes_no_answer(run, course):
    before = run("audit", course).stdout
    for _ in range(2):
        assert run("audit", course, "-o", course / "Auditoria.md").returncode == 1
    assert run("audit", course).stdout == before


def test_no_note_is_ever_overwritten(run, course):
    result = run("audit", course, "-o", course / "Calor.md")
    assert "Calor.md is part of your vault" in result.stderr
    assert (course / "Calor.md").read_text("utf-8").startswith("TARGET DECK")


def test_anki_is_asked_for_what_is_due(run, made, anki_connect, tmp_path):
    numbers = made.notes
    text = "".join(
        f"-- {word}.md --\nTARGET DECK: Física::Calor\n{link}\n\n{word} #flashcard\n{word} mais\n"
        f"<!--ID: {numbers[word]}-->\n"
        for word, link in (("leech", "Relações: [[due]]"), ("due", ""), ("new", ""))
    )
    vault = write_vault(tmp_path / "vault", text)
    said = run("audit", vault, "--anki", made.file, "--lang", "en")
    assert said.stdout.splitlines()[:2] == [
        "Ready to study: 3 cards with 3 IDs in 3 notes, no problems; 3 worth a look.",
        "In Anki: 2 cards for today (1 overdue), 1 new, 2 young, 1 leech, 88% remembered, estimated from the intervals.",
    ]
    assert "review leech before due: it has 1 leech" in said.stdout
    port = anki_connect().server_address[1]
    asked = run("audit", vault, "--anki", f"connect:{port}", "--lang", "en").stdout
    assert asked == said.stdout


@needs_real_vault
def test_the_real_vault_is_ready_and_its_relations_say_in_which_order(run):
    result = run("audit", REAL_VAULT, "--lang", "pt")
    assert result.returncode == 0
    assert result.stdout.startswith(
        "Pronto para estudar: 70 cartões com 70 IDs em 16 notas, e nada atrapalha; 1 a conferir."
    )
    way = ["MOC - DL para NLP", "Modelos de linguagem neurais", "LSTM", "Seq2Seq", "Transformer",
           "Large Language Model"]  # fmt: skip
    steps = [line.lstrip(" 0123456789") for line in result.stdout.splitlines()]
    places = [next(n for n, s in enumerate(steps) if s.partition("  ")[0] == name) for name in way]
    assert places == sorted(places)


@needs_real_vault
def test_the_order_up_to_a_note_of_the_real_vault_is_what_it_builds_on(run, tmp_path):
    file = tmp_path / "audit.json"
    run("audit", REAL_VAULT, "--note", "Large Language Model", "-o", file)
    names = [step["name"] for step in json.loads(file.read_text("utf-8"))["order"]]
    assert names[0] == "MOC - DL para NLP"
    assert names[-2:] == ["Transformer", "Large Language Model"]
    assert "word2vec" not in names


@pytest.mark.slow
@needs_real_vault
def test_faults_planted_in_the_real_vault_block_it_each_at_its_place(run, tmp_path):
    copy = tmp_path / "nlp"
    shutil.copytree(REAL_VAULT, copy)
    os.system(f"chmod -R u+w '{copy}'")
    (copy / "Files" / "Pasted image 20231122093213.png").unlink()
    (copy / "Files" / "Pasted image 20231122095051.png").write_bytes(b"")
    transformer = copy / "Transformer.md"
    text = transformer.read_text("utf-8")
    for old, new in (
        ("<!--ID: 1700656126061-->\n", ""),
        ("1700825764697", "1700825510074"),
        ("Oque é self attention? #flashcard", "Oque é self attention?#flashcard"),
    ):
        assert old in text
        text = text.replace(old, new)
    transformer.write_text(text, "utf-8")
    result = run("audit", copy, "--lang", "en")
    assert result.returncode == 1
    assert result.stdout.startswith("Not ready to study yet: ")
    for line in (
        "Transformer.md:6:1  card without ID: not in Anki",
        "Transformer.md:11:1  an image of the card does not exist",
        "Transformer.md:17:23  marked as a card, but the plugin does not see it",
        "Files/Pasted image 20231122095051.png  an image of a card is damaged",
        "Transformer.md:54:9  ID used twice",
        "Transformer.md:58:9  ID used twice",
    ):
        assert line in result.stdout
    assert run("audit", copy, "--note", "LSTM", "--lang", "en").returncode == 0


def test_the_audit_of_the_sample_vault_in_portuguese(run):
    said = run("audit", SAMPLE_VAULT, "--lang", "pt").stdout
    assert said.startswith("Ainda não está pronto para estudar: 18 problemas em 91 cartões")
    assert "Simulados/Simulado 1.md:10:1  imagem do cartão não existe" in said


def test_in_colour_too_the_same_vault_gives_the_same_bytes(run, course):
    (course / "Old.md").write_bytes(b"[[Old/x]] \xff")
    first, again = (run("audit", course, "--color", "always").stdout for _ in range(2))
    assert "\x1b]8;" in first
    assert first == again


@pytest.mark.parametrize(("option", "name"), [
    ("--deck", "Natural Sciences"), ("--deck", "natural sciences::heat"), ("--deck", "Courses::Natural Sciences::Heat"),
    ("--tag", "heat"), ("--tag", "#Physics/Heat"), ("--tag", "physics"),
])  # fmt: skip
def test_a_deck_or_tag_is_named_by_any_of_its_levels(run, tmp_path, option, name):
    vault = write_vault(
        tmp_path / "vault",
        """
        -- Heat.md --
        TARGET DECK: Courses::Natural Sciences::Heat
        #Physics/Heat

        What is heat? #flashcard
        Energy on its way, in disorder.
        <!--ID: 1700000000101-->
        -- Work.md --
        TARGET DECK: Other

        What is work? #flashcard
        Force times distance.
        <!--ID: 1700000000201-->
    """,
    )
    result = run("audit", vault, option, name, "--lang", "en")
    assert "1 card " in result.stdout
