"""What many notes have in common takes work in proportion to their number: calls are counted."""

import json

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaults import write_vault
from work import calls

pytestmark = pytest.mark.slow

SHAPES = {
    "headings": lambda n: {"A": "\n".join(f"# H{i}" for i in range(n)), "B": "\n".join(f"[[A#H{i}]]" for i in range(n))},
    "broken headings": lambda n: {"A": "\n".join(f"# Law {i}" for i in range(n)), "B": "\n".join(f"[[A#Heat q{i}]]" for i in range(n))},
    "blocks": lambda n: {"A": "\n\n".join(f"x ^b{i}" for i in range(n)), "B": "\n".join(f"[[A#^b{i}]]" for i in range(n))},
    "broken blocks": lambda n: {"A": "\n\n".join(f"x ^b{i}" for i in range(n)), "B": "\n".join(f"[[A#^b{i}x7]]" for i in range(n))},
    "equal blocks": lambda n: {"A": "\n\n".join("x ^b" for i in range(n)), "B": "\n".join("[[A#^b]]" for i in range(n))},
    "equal headings": lambda n: {"A": "## H\n" * n + "# H\n", "B": "\n".join("[[A#H]]" for i in range(n))},
    "headings that repeat": lambda n: {"A": "\n".join(f"## H{i}\n# H{i}" for i in range(n)), "B": "\n".join(f"[[A#H{i}]]" for i in range(n))},
    "dead markers": lambda n: {"A": "\n\n".join(f"q{i}#flashcard\na\n<!--ID: {1700000000000 + i}-->" for i in range(n))},
    "pages of a site": lambda n: {"A": "[x](/site/x) " + "\n".join(f"[x](page{i})" for i in range(n))},
    "other letters": lambda n: {"A": "\n".join(f"[[Thermodinamics {i}]]" for i in range(n))} | {f"Thermodynamics {i}": "x" for i in range(n)},
    "links left out": lambda n: {"A": "\n".join(f"[x](a/b/c{i}/d.pdf)" for i in range(n))},
    "namesakes": lambda n: {f"d{i}/index": f"[[d{(i + 1) % n}/index]] [[index]] [[e/index]] [x](../d{i}/index.md)" for i in range(n)},
    "an alias of many": lambda n: {f"N{i}": "---\naliases: [Same]\n---\n[[Same]]" for i in range(n)},
    "aliases of one": lambda n: {"A": f"---\naliases: [{','.join(f'a{i}' for i in range(n))}]\n---", "B": "\n".join(f"[[a{i}]]" for i in range(n))},
    "tags in properties": lambda n: {"A": f"---\ntags: [{', '.join(f'Tag{i}' for i in range(n))}]\n---", "B": " ".join(f"#tag{i} #tag{i}" for i in range(n))},
    "properties": lambda n: {"A": "---\n" + "".join(f"p{i}: [[x]]\n" for i in range(n)) + "---\n"},
    "names in other letters": lambda n: {"A": "[[Same Name]] " * n} | {f"d{i}/Same-Name": "x" for i in range(n)},
    "acronyms": lambda n: {"A": "[[PC]] " * n} | {f"d{i}/Program Counter (PC)": "x" for i in range(n)},
    "cards": lambda n: {"A": "\n\n".join(f"q {i % 3} #flashcard\na" for i in range(n))},
    "lost cards": lambda n: {"A": "".join(f"START\nBasic \nq {i}\nBack: {i}\n<!--ID: {1700000000000 + i}-->\nEND\n\n" for i in range(n))},
    "relations": lambda n: {f"N{i}": f"Up: [[N{i * 7 % n}]], [[N{i * 13 % n}]]" for i in range(n)},
}  # fmt: skip


def measure(folder, notes, canvas=""):
    """How many calls it takes to lint the vault of these *notes*."""
    vault = "".join(f"-- {name}.md --\n{text}\n" for name, text in notes.items())
    root = write_vault(folder, vault, {"c.canvas": canvas.encode()} if canvas else None)
    rules = choose_rules()
    return calls(lambda: lint(VaultGraph(read_vault(str(root))), rules))


SIZES = (120, 480)
MORE = {"broken headings": (250, 1000)}  # so many that no names near them are looked for


def assert_linear(tmp_path, measured, sizes=SIZES):
    measured(tmp_path / "first", 2)  # what is made once for all
    small, large = (measured(tmp_path / str(size), size) for size in sizes)
    assert large < 4.5 * small, (small, large)


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_notes_take_about_four_times_the_work(tmp_path, shape):
    notes = SHAPES[shape]
    assert_linear(tmp_path, lambda folder, n: measure(folder, notes(n)), MORE.get(shape, SIZES))


def test_work_grows_linearly_with_the_nodes_of_a_canvas(tmp_path):
    def measured(folder, n):
        nodes = [{"id": str(i), "type": "text", "text": f"[[A]] {i % 7}"} for i in range(n)]
        return measure(folder, {"A": "x"}, json.dumps({"nodes": nodes}))

    assert_linear(tmp_path, measured)
