from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity


def test_the_file_in_use_is_the_one_to_keep(findings):
    assert findings("duplicate-attachment", """
        -- Heat.md --
        ![[b.svg]]
        -- a.svg --
        <svg/>
        -- b.svg --
        <svg/>
    """) == ["a.svg:1:1: the same file as b.svg"]  # fmt: skip


def test_equal_size_is_not_equality(findings):
    assert findings("duplicate-attachment", """
        -- Heat.md --
        -- a.svg --
        <svg a/>
        -- b.svg --
        <svg b/>
    """) == []  # fmt: skip


def test_large_files_are_compared_to_the_end(findings, tmp_path):
    from vaultgraph import VaultGraph, choose_rules, lint, read_vault

    (tmp_path / "Heat.md").write_text("Energy.")
    for name, last in (("a.pdf", b"1"), ("b.pdf", b"1"), ("c.pdf", b"2")):
        (tmp_path / name).write_bytes(bytes(200_000) + last)
    found = lint(VaultGraph(read_vault(str(tmp_path))), choose_rules(["duplicate-attachment"]))
    assert [(d.location.path, d.message) for d in found] == [("b.pdf", "the same file as a.pdf")]


def test_empty_files_are_not_copies_of_each_other(findings):
    assert findings("duplicate-attachment", """
        -- Heat.md --
        -- a.pdf --
        -- b.pdf --
    """) == []  # fmt: skip


def test_a_program_needs_its_own_copies(findings):
    assert findings("duplicate-attachment", """
        -- Heat.md --
        -- a/main.js --
        load('x.svg')
        -- a/x.svg --
        <svg/>
        -- b/main.js --
        load('x.svg')
        -- b/x.svg --
        <svg/>
    """) == []  # fmt: skip


def test_no_hint_asks_to_delete_a_file(graph):
    from vaultgraph import choose_rules, lint

    files = "-- a.svg --\n<svg/>\n-- b.svg --\n<svg/>\n-- c.svg --\n<svg/>\n"
    found = lint(
        graph(f"-- Heat.md --\n![[b.svg]] ![[c.svg]]\n{files}"),
        choose_rules(["duplicate-attachment"]),
    )
    assert [(each.location.path, each.hint) for each in found] == [
        ("a.svg", "one of the two is enough: nothing in the vault names this one"),
        ("c.svg", "if both are meant to be the same, use one of them everywhere"),
    ]


def test_an_unused_copy_is_reported_once(findings):
    files = {"a.png": b"x", "b.png": b"x"}
    assert len(findings("duplicate-attachment", "-- Heat.md --\n![[a.png]]", files)) == 1
    assert findings("unused-attachment", "-- Heat.md --\n![[a.png]]", files, "again") == []


def test_excluded_files_are_not_compared(findings):
    files = {"a.png": b"x", "old/a.png": b"x"}
    vault = '-- Heat.md --\n![[a.png]]\n-- .obsidian/app.json --\n{"userIgnoreFilters": ["old/"]}\n'
    assert findings("duplicate-attachment", vault, files) == []


def test_copies_that_were_pasted_apart_are_information(graph):
    files = {"a.png": b"x", "b.png": b"x"}
    apart = "-- Heat.md --\n![[a.png]]\n-- Work.md --\n![[b.png]]\n"
    (found,) = lint(graph(apart, files), choose_rules(["duplicate-attachment"]))
    assert found.severity is Severity.INFO


def test_copies_in_one_note_are_more(graph):
    files = {"a.png": b"x", "b.png": b"x"}
    (found,) = lint(
        graph("-- Heat.md --\n![[a.png]] ![[b.png]]\n", files),
        choose_rules(["duplicate-attachment"]),
    )
    assert found.severity is Severity.WARNING
