"""What many notes have in common takes time in proportion to their number."""

import gc
import json
from time import process_time

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaults import write_vault

SHAPES = {
    "headings": lambda n: {"A": "\n".join(f"# H{i}" for i in range(n)), "B": "\n".join(f"[[A#H{i}]]" for i in range(n))},
    "broken headings": lambda n: {"A": "\n".join(f"# Law {i}" for i in range(n)), "B": "\n".join(f"[[A#Heat q{i}]]" for i in range(n))},
    "blocks": lambda n: {"A": "\n\n".join(f"x ^b{i}" for i in range(n)), "B": "\n".join(f"[[A#^b{i}]]" for i in range(n))},
    "namesakes": lambda n: {f"d{i}/index": f"[[d{(i + 1) % n}/index]] [[index]] [[e/index]] [x](../d{i}/index.md)" for i in range(n)},
    "an alias of many": lambda n: {f"N{i}": "---\naliases: [Same]\n---\n[[Same]]" for i in range(n)},
    "aliases of one": lambda n: {"A": f"---\naliases: [{','.join(f'a{i}' for i in range(n))}]\n---", "B": "\n".join(f"[[a{i}]]" for i in range(n))},
    "tags in properties": lambda n: {"A": f"---\ntags: [{', '.join(f'Tag{i}' for i in range(n))}]\n---", "B": " ".join(f"#tag{i} #tag{i}" for i in range(n))},
    "properties": lambda n: {"A": "---\n" + "".join(f"p{i}: [[x]]\n" for i in range(n)) + "---\n"},
    "names in other letters": lambda n: {"A": "[[Same Name]] " * n} | {f"d{i}/Same-Name": "x" for i in range(n)},
    "acronyms": lambda n: {"A": "[[PC]] " * n} | {f"d{i}/Program Counter (PC)": "x" for i in range(n)},
    "cards": lambda n: {"A": "\n\n".join(f"q {i % 3} #flashcard\na" for i in range(n))},
    "relations": lambda n: {f"N{i}": f"Up: [[N{i * 7 % n}]], [[N{i * 13 % n}]]" for i in range(n)},
}  # fmt: skip


def seconds(folder, notes, canvas=""):
    vault = "".join(f"-- {name}.md --\n{text}\n" for name, text in notes.items())
    root = write_vault(folder, vault, {"c.canvas": canvas.encode()} if canvas else None)
    gc.disable()  # the collector would look through all that other tests have left
    try:
        start = process_time()
        lint(VaultGraph(read_vault(str(root))), choose_rules())
        return process_time() - start
    finally:
        gc.enable()


def assert_linear(tmp_path, measured):
    # A busy machine may disturb one measurement, but not all of them.
    for turn in range(4):
        small, large = measured(tmp_path / f"s{turn}", 250), measured(tmp_path / f"l{turn}", 1000)
        if large < 8 * small + 0.2:
            return
    pytest.fail(f"{small:.3f} s, then {large:.3f} s")


@pytest.mark.parametrize("notes", SHAPES.values(), ids=SHAPES)
def test_four_times_the_notes_take_about_four_times_as_long(tmp_path, notes):
    assert_linear(tmp_path, lambda folder, n: seconds(folder, notes(n)))


def test_so_do_nodes_of_a_canvas(tmp_path):
    def measured(folder, n):
        nodes = [{"id": str(i), "type": "text", "text": f"[[A]] {i % 7}"} for i in range(n)]
        return seconds(folder, {"A": "x"}, json.dumps({"nodes": nodes}))

    assert_linear(tmp_path, measured)
