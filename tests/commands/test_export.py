"""The command `export` as a user meets it."""

import json

import pytest

from vaultgraph.export import load_exporters
from vaults import write_vault


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "heat", "-- Heat.md --\n[[Energy]]\n-- Energy.md --\n")


@pytest.mark.parametrize("name", load_exporters())
def test_a_format_is_the_same_in_a_file_or_needs_one(run, heat, tmp_path, name):
    result = run("export", heat, "--format", name)
    if "need" in result.stderr:
        assert (result.stdout, result.returncode) == ("", 2)
        assert "hint: -o " in result.stderr
        return
    assert (result.stderr, result.returncode) == ("", 0)
    run("export", heat, "--format", name, "-o", tmp_path / "file")
    assert (tmp_path / "file").read_text("utf-8") == result.stdout


@pytest.mark.parametrize(("name", "start"), [
    ("json", '{"schema": "vaultgraph-index/1"'), ("graphml", "<?xml version='1.0' encoding='utf-8'?>\n<graphml"),
    ("gexf", "<?xml version='1.0' encoding='utf-8'?>\n<gexf"), ("dot", 'digraph "heat" {'), ("mermaid", "flowchart LR\n"),
])  # fmt: skip
def test_programs_recognize_a_format_by_its_start(run, heat, name, start):
    assert run("export", heat, "--format", name).stdout.startswith(start)


def test_the_file_that_was_written_is_named(run, heat, tmp_path):
    result = run("export", heat, "-o", "heat.json", cwd=tmp_path)
    assert (result.stdout, result.stderr) == ("", "heat.json\n")


def test_the_name_of_the_file_chooses_the_format(run, heat, tmp_path):
    run("export", heat, "-o", "heat.canvas", cwd=tmp_path)
    assert "nodes" in json.loads((tmp_path / "heat.canvas").read_text("utf-8"))
    result = run("export", heat, "-o", "heat.xyz", cwd=tmp_path)
    assert result.stderr.splitlines()[0] == "error: no format ends in .xyz"
    assert run("export", heat, "-o", "heat.xyz", "--format", "dot", cwd=tmp_path).returncode == 0


def test_csv_is_two_files(run, heat, tmp_path):
    result = run("export", heat, "--format", "csv", "-o", "heat.csv", cwd=tmp_path)
    assert (result.stdout, result.stderr) == ("", "heat-nodes.csv\nheat-edges.csv\n")
    assert (tmp_path / "heat-nodes.csv").read_text().startswith("id,label,kind,")
    assert (tmp_path / "heat-edges.csv").read_text() == (
        "source,target,kind,label\nHeat.md,Energy.md,link,\n"
    )


def test_cards_are_counted_as_they_are_packed(run, heat, tmp_path):
    (heat / "Heat.md").write_text("Q? #flashcard\nA\n\n ![](x) #flashcard\nB")
    result = run("export", heat, "--format", "apkg", "-o", "heat.apkg", cwd=tmp_path)
    assert result.stderr == (
        "heat.apkg\n2 cards, 2 of them with a new ID, in 1 deck with 0 files; open it in Anki\n"
    )
    assert (tmp_path / "heat.apkg").read_bytes().startswith(b"PK")


def test_a_package_of_cards_with_ids_warns_of_duplicates(run, heat, tmp_path):
    (heat / "Heat.md").write_text("Q? #flashcard\nA\n<!--ID: 1700000000001-->")
    result = run("export", heat, "--format", "apkg", "-o", "heat.apkg", cwd=tmp_path)
    assert result.stderr.splitlines()[2] == (
        "note: 1 card has an ID: importing into the Anki that gave it adds a second copy, "
        "so use another profile"
    )


@pytest.mark.parametrize(("words", "error"), [
    (("csv",), "csv takes two files, so they need a name\nhint: -o vault.csv writes vault-nodes.csv and vault-edges.csv"),
    (("apkg",), "a package of flashcards needs a name\nhint: -o cards.apkg writes a file that Anki opens"),
    (("apkg", "-o", "x.apkg"), "there are no flashcards in this vault\nhint: vaultgraph stats shows which card styles are searched"),
    (("dot", "--lang", "en"), "--lang only applies to --format canvas\nhint: leave out --lang en, or write --format canvas"),
    (("csv", "-o", "no/x.csv"), "cannot write no/x-nodes.csv: there is no folder no\nhint: create it first, or choose another file with -o"),
])  # fmt: skip
def test_what_cannot_be_written_is_an_error_of_two_lines(run, heat, tmp_path, words, error):
    result = run("export", heat, "--format", *words, cwd=tmp_path)
    assert (result.stdout, result.stderr, result.returncode) == ("", f"error: {error}\n", 2)


@pytest.mark.parametrize(("lang", "label"), [("pt", "Sem links"), ("en", "Without links")])
def test_a_canvas_is_in_the_language_of_the_option(run, heat, lang, label):
    (heat / "Alone.md").write_text("")
    result = run("export", heat, "--format", "canvas", "--lang", lang)
    group, *_ = json.loads(result.stdout)["nodes"]
    assert group["label"] == label


def test_no_table_of_the_vault_is_overwritten(run, heat):
    (heat / "x-nodes.csv").write_text("mine")
    result = run("export", "--format", "csv", "-o", "x.csv", cwd=heat)
    assert "error: x-nodes.csv is part of your vault\n" in result.stderr
    assert (heat / "x-nodes.csv").read_text() == "mine"


def test_of_two_tables_none_is_written_if_one_cannot_be(run, heat):
    (heat / "x-edges.csv").write_text("mine")
    run("export", "--format", "csv", "-o", "x.csv", cwd=heat)
    assert not (heat / "x-nodes.csv").exists()


def test_a_part_is_exported_as_the_map_draws_it(run, heat):
    assert '"Energy"' in run("export", heat, "--format", "dot", "--focus", "Heat").stdout
    assert (
        '"Energy"'
        not in run(
            "export",
            heat,
            "--format",
            "mermaid",
            "--focus",
            "Heat",
            "--show",
            "none",
            "--folder",
            "x",
        ).stdout
    )


def test_a_format_of_the_whole_vault_has_no_parts(run, heat):
    answer = run("export", heat, "--format", "json", "--focus", "Heat")
    assert (answer.returncode, answer.stderr.splitlines()[0]) == (
        2,
        "error: --format json writes the whole vault",
    )


def test_many_links_are_a_remark_for_dot(run, tmp_path):
    (tmp_path / "A.md").write_text("".join(f"[[B {n}]]" for n in range(1001)))
    answer = run("export", tmp_path, "--format", "dot")
    assert answer.stdout.count(" -> ") == 1001
    assert "note: 1,002 notes with 1,001 links: sfdp draws so many faster" in answer.stderr
