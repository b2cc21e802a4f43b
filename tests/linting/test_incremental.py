"""A vault is judged again after a change: only what the change touches, with the same result."""

import json
import marshal
import shutil
import tempfile
from hashlib import md5
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sampling import times
from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.linting import Linter
from vaultgraph.linting.changes import changes_between
from vaultgraph.reading import reread_vault
from vaults import write_vault

NAMES = [
    "Heat.md",
    "Work.md",
    "Physics/Heat.md",
    "Physics/Energy.md",
    "Board.canvas",
    "View.base",
    "engine.png",
]
PIECES = [
    "Energy on its way.", "# Laws", "Text ^law", "[[Heat]]", "[[Work#Laws]]", "[[Work#^law]]",
    "[[Energy|it]]", "[[Warmth]]", "[[Old/Energy#Laws]]", "[[Physics/Old/Heat#^law]]", "[[2026-01-01]]", "![[engine.png]]", "![[piston.png]]", "Related: [[Work]]",
    "[[https://example.org]]", "[[ ]]", "[x](a b.md)", "image: engine.png", "#physics", "#Physics",
    "What is heat? #flashcard\nEnergy on its way from one body to another one ![[engine.png]]\n<!--ID: 7-->",
    "What is work? #flashcard\nEnergy on its way from one body to another one", "TARGET DECK: Physics",
    "%% vaultgraph: ignore broken-link %%", "---\naliases: [Warmth]\nid: 3\n---", "---\ntags: [PHYSICS]\nup: [[Heat]]\n---", "---\n# x\ntags: [PHYSICS]\n---", "---\n[\n---", "{{title}}", "foo: [[Work]]", "foo:: [[Work]]", "START\nBasic\nq\nBack: a\nEND", "<!--ID: 1700000000002-->", "START\nBasic\nq <!--ID: 5-->\nBack: a\n<!--ID: 1700000000006-->\nEND",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=5).map("\n\n".join)
CHANGES = st.lists(st.tuples(st.sampled_from(NAMES), st.none() | TEXTS), min_size=1, max_size=4)


@pytest.mark.slow
@given(first=st.dictionaries(st.sampled_from(NAMES), TEXTS), changes=CHANGES)
@settings(max_examples=times(60))
def test_after_any_change_the_result_is_that_of_a_first_run(first, changes):
    folder = Path(tempfile.mkdtemp())
    try:
        root = write_vault(
            folder, "-- Start.md --\n[[Heat]]", {n: t.encode() for n, t in first.items()}
        )
        rules = choose_rules(["*"])
        linter, graph = Linter(rules), VaultGraph(read_vault(str(root)))
        linter.lint(graph)
        for name, text in changes:
            apply(root / name, text)
            linter = resumed(linter, graph)
            graph = graph.updated(reread_vault(graph.vault, {name}))
            assert linter.lint(graph) == lint(VaultGraph(read_vault(str(root))), rules)
    finally:
        shutil.rmtree(folder)


def resumed(linter, graph):
    """Another linter that was told what *linter* knows of *graph*, as the cache keeps it."""
    known = marshal.loads(marshal.dumps(linter.dump_state()))
    later = Linter(linter.rules)
    assert later.restore_state(graph, known)
    return later


def apply(file, text):
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)


def test_only_what_changed_is_read_and_followed_again(graph):
    before = graph("-- Heat.md --\nSee [[Work]].\n-- Work.md --\nText.\n")
    Path(before.vault.root, "Work.md").write_text("Another text.")
    after = before.updated(reread_vault(before.vault, ["Work.md"]))
    assert after.vault.notes["Heat.md"] is before.vault.notes["Heat.md"]
    assert after.outgoing["Heat.md"] is before.outgoing["Heat.md"]
    assert after.vault.notes["Work.md"] is not before.vault.notes["Work.md"]


def test_a_folder_that_moved_is_read_again(graph):
    before = graph("-- Heat.md --\nSee [[Old/Work]].\n-- Old/Work.md --\nText.\n")
    Path(before.vault.root, "Old").rename(Path(before.vault.root, "New"))
    after = before.updated(reread_vault(before.vault, ["Old", "New"]))
    assert list(after.vault.notes) == ["Heat.md", "New/Work.md"]
    assert [edge.target for edge in after.edges] == [None]


def test_the_line_of_a_card_that_another_note_names_is_updated(graph):
    cards = "A line\n\nQ #flashcard\nA\n"
    before = graph(f"-- Heat.md --\n{cards}\n-- Work.md --\nQ #flashcard\nB\n")
    linter = Linter(choose_rules(["duplicate-question"]))
    assert "Heat.md, line 3" in linter.lint(before)[0].message
    Path(before.vault.root, "Heat.md").write_text(cards.replace("A line", "A\nline"))
    after = before.updated(reread_vault(before.vault, ["Heat.md"]))
    assert "Heat.md, line 4" in linter.lint(after)[0].message


CARD = "What is heat? #flashcard\nEnergy on its way.\n"
PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
BLOCK = "START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n"
SUM = md5(BLOCK.replace("\n", "\r\n").encode()).hexdigest()
SYNCED_ON_WINDOWS = json.dumps(
    {"settings": {"Defaults": {"Deck": "D"}}, "File Hashes": {"Work.md": SUM}}
)
ONE_CHANGE = {
    "an alias": ("-- Heat.md --\n[[Warmth]]", "Some text.", "---\naliases: [Warmth]\n---\n"),
    "a heading of the note that a broken link may mean": ("-- Heat.md --\n[[Old/Work#Laws]]", "Some text.", "# Laws"),
    "a relation": ("-- Heat.md --\nNext: [[Work]]", "See [[Heat]].", "Next: [[Heat]]"),
    "a tag": ("-- Heat.md --\n#physics #physics", "Some text.", "Some #Physics."),
    "an ID": (f"-- Heat.md --\n{CARD}<!--ID: 7-->", "Q #flashcard\nA\n<!--ID: 8-->", "Q #flashcard\nA\n<!--ID: 7-->"),
    "a deck": (f"-- Heat.md --\nTARGET DECK: physics\n\n{CARD}", "TARGET DECK: Q\n\nQ #flashcard\nA", "TARGET DECK: Physics\n\nQ #flashcard\nA"),
    "an image on a card": (f"-- Heat.md --\n{CARD}![[a/engine.png]]\n-- a/engine.png --\n1\n-- b/engine.png --\n2", "![[b/engine.png]]", "Q #flashcard\n![[b/engine.png]]"),
    "the title of a card that another note names": (f"-- Heat.md --\n{CARD}<!--ID: 7-->", "Q #flashcard\nA\n<!--ID: 7-->", "R #flashcard\nA\n<!--ID: 7-->"),
    "a card without an ID": (f"-- Heat.md --\n{CARD}", "Some text.", "Q #flashcard\nA"),
    "a property": ("-- Heat.md --\n---\nid: 7\n---", "Some text.", "---\nid: 7\n---"),
    "an encoding": ("-- Heat.md --\nSome text.", "Some text.", b"Some \xff text."),
    "a word of code": ("-- engine.png --\n1", "Some text.", "```\nimage: engine.png\n```"),
    "a drawing": ("-- Heat.md --\n[[Heat]]", "---\nexcalidraw-plugin: parsed\n---\n", "Some text."),
    "a template": ("-- Heat.md --\n[[Gone]]", "[[old/Gone]]", "[[old/Gone]] {{title}}"),
    "an ID in a template": ("-- Heat.md --\n---\nid: 7\n---", "---\nid: 7\n---", "---\nid: 7\n---\n{{title}}"),
    "a text with a card": (f"-- {PLUGIN} --\n{SYNCED_ON_WINDOWS}", BLOCK, f"{BLOCK}\nMore."),
}  # fmt: skip


@pytest.mark.parametrize(("rest", "before", "after"), ONE_CHANGE.values(), ids=ONE_CHANGE)
def test_one_change_is_reported_wherever_it_matters(graph, rest, before, after):
    vault = graph(rest, {"Work.md": before.encode()})
    rules = choose_rules(["*"])
    linter = Linter(rules)
    told = linter.lint(vault)
    after = after if isinstance(after, bytes) else after.encode()
    Path(vault.vault.root, "Work.md").write_bytes(after)
    again = linter.lint(vault.updated(reread_vault(vault.vault, ["Work.md"])))
    assert again != told
    assert again == lint(VaultGraph(read_vault(vault.vault.root)), rules)


@pytest.mark.parametrize(("before", "after"), [
    pytest.param("foo: [[B]]\nfoo: [[B]]\n", "foo:: [[B]]\nfoo:: [[B]]\n", id="a label becomes sure"),
    pytest.param("Related: [[B#x]]\nRelated: [[B#y]]\n", "Related: [[B#x]]\nRelated: [[B#x]]\n", id="a relation names another part"),
    pytest.param("START\nBasic\nq\nBack: a\nEND\n<!--ID: 1700000000002-->\n", "START\nBasic\nq\nBack: a\nEND\n", id="an ID below END goes"),
    pytest.param("Q one #flashcard\nans\n\nSTART\nBasic\nq <!--ID: 1700000000005-->\nBack: a\n<!--ID: 1700000000006-->\nEND\n",
                 "Q one #flashcard\nans\n\n# h\nSTART\nBasic\nq <!--ID: 1700000000005-->\nBack: a\n<!--ID: 1700000000006-->\nEND\n", id="a heading parts a card from an ID"),
])  # fmt: skip
def test_what_decides_of_a_note_is_noticed(before, after, tmp_path):
    root = write_vault(tmp_path, f"-- A.md --\n{before}-- B.md --\nText.\n")
    rules = choose_rules(["*"])
    linter, graph = Linter(rules), VaultGraph(read_vault(str(root)))
    linter.lint(graph)
    (root / "A.md").write_text(after)
    later = linter.lint(graph.updated(reread_vault(graph.vault, {"A.md"})))
    assert later == lint(VaultGraph(read_vault(str(root))), rules)


@pytest.mark.parametrize(("name", "data", "facts"), [
    ("Heat.md", b"Other text.", {"text"}), ("engine.png", b"2", {"attachments"}),
    ("Heat.md", b"\x00\x01\xfe", {"text", "emptiness", "problems"}),
])  # fmt: skip
def test_which_facts_a_change_touches(graph, name, data, facts):
    before = graph("-- Heat.md --\nText.\n-- engine.png --\n1\n")
    Path(before.vault.root, name).write_bytes(data)
    changes = changes_between(before, before.updated(reread_vault(before.vault, {name})))
    assert changes.facts == facts
