"""What Obsidian itself recorded of real vaults, and cases of its grammar, hold here too.

The records lie beside the project; where they are missing, these tests are skipped, and
`test_given_vaults.py` holds the main promises.
"""

import json
import re
import subprocess
import sys
from collections import Counter

import pytest

from vaultgraph import VaultGraph, read_vault
from vaultgraph.reading import display
from vaults import SHARED, SHARED_IS_MISSING, needs_shared

CASES = SHARED / "spec" / "link_cases.jsonl"

# The records of the app say otherwise: a property tag with blanks in it is several tags.
CONTRADICTED = {"tag-197"}


def cases():
    if not CASES.exists():
        return [pytest.param(None, marks=needs_shared)]
    lines = map(json.loads, CASES.read_text("utf-8").splitlines())
    return [pytest.param(case, id=case["id"]) for case in lines if case["id"] not in CONTRADICTED]


@pytest.mark.parametrize("case", cases())
def test_a_case_of_the_grammar(case, tmp_path):
    for path, body in case["files"].items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body if isinstance(body, str) else json.dumps(body), "utf-8", newline="")
    graph = VaultGraph(read_vault(str(tmp_path)))
    source, expected = case["source"], case["expect"]
    edges = graph.outgoing[source].edges
    if "resolved" in expected:
        assert Counter(edge.target for edge in edges if edge.target) == expected["resolved"]
    if "unresolved" in expected:
        missing = Counter(edge.link.path for edge in edges if not edge.target)
        assert missing == expected["unresolved"]
    note = graph.vault.notes.get(source)
    if note and "tags" in expected:
        tags = [*note.frontmatter_tags, *(tag.name for tag in note.tags)]
        assert sorted(tags) == sorted(expected["tags"])
    text = graph.vault.text(source)
    links = [
        (
            edge.link.path,
            edge.link.subpath,
            display(text[edge.link.start : edge.link.end], edge.link.syntax),
        )
        for edge in edges
    ]
    for link in expected.get("links", ()) if note else ():
        assert (link["linkpath"], link["subpath"], link["display"]) in links


@pytest.mark.slow
@needs_shared
def test_real_vaults_are_read_as_the_app_read_them():
    scorer = [sys.executable, SHARED / "truth" / "score.py", "--min", "0.999"]
    result = subprocess.run([*scorer, "-v"], capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.slow
@needs_shared
@pytest.mark.parametrize("vault", [
    # Of two other vaults some notes with cards are not at hand; what is there agrees as well.
    "nlp", "SEM3", "deutsch-matura", "Anki_ob", "Flashcards-uni", "Economics",
])  # fmt: skip
def test_cards_are_those_that_the_plugin_finds(vault):
    scorer = [sys.executable, SHARED / "cards" / "score.py", "--min", "1", "-v", vault]
    result = subprocess.run(scorer, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout


@pytest.fixture(scope="module")
def torture(tmp_path_factory):
    """What lint says of a vault of nasty notes."""
    maker = SHARED / "bench" / "make_torture.py"
    if not maker.exists():
        pytest.skip(SHARED_IS_MISSING)
    folder = tmp_path_factory.mktemp("torture") / "vault"
    subprocess.run([sys.executable, "-B", maker, folder], check=True)
    command = [sys.executable, "-m", "vaultgraph", "lint", folder, "--format", "json"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    written = {word for path in folder.rglob("*") if path.is_file() for word in _words(path)}
    return json.loads(result.stdout)["diagnostics"], written


def _words(path):
    return re.findall(r"MISS\w+", path.read_bytes().decode("utf-8", "replace"))


def test_every_nasty_fault_is_found(torture):
    diagnostics, written = torture
    said = " ".join(f"{d['message']} {d['hint']}" for d in diagnostics)
    lines = {(d["path"], d["line"]) for d in diagnostics}
    missed = {word for word in written if word not in said} - {"MISSID", "MISS17", "MISS05"}
    assert missed == set()
    assert {("case21.md", 1), ("case05.md", 6), ("case10.md", 6)} <= lines


def test_no_trap_raises_a_false_alarm(torture):
    diagnostics, _ = torture
    alarms = [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic["rule"].startswith(("broken-", "empty-", "url-", "unencoded-", "corrupt-"))
        if re.search(
            r"(?:GHOST|OK)\d",
            diagnostic["message"].partition(" has no ")[2] or diagnostic["message"],
        )
    ]
    assert [a["message"] for a in alarms] == ["nothing in the vault is called c/OK05dup"]
