from vaultgraph import VaultGraph, choose_rules, lint


def test_a_file_of_more_than_ten_megabytes(vault):
    read = vault("-- Heat.md --", {"film.mp4": b"x" * 10_500_000, "small.mp4": b"x"})
    found = lint(VaultGraph(read), choose_rules(["oversized-attachment"]))
    assert [(d.location.path, d.message) for d in found] == [("film.mp4", "this file is 10.5 MB")]
