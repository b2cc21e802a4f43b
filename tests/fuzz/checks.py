"""What has to hold for every vault, whatever stands in it."""

import csv
import gc
import io
import json
import marshal
import os
import shutil
import tempfile
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from xml.etree import ElementTree

from vaultgraph import VaultGraph, __main__, choose_rules, read_vault
from vaultgraph.errors import VaultGraphError
from vaultgraph.export import load_exporters
from vaultgraph.linting import Linter, fixing
from vaultgraph.reading import reread_vault
from vaultgraph.settings import load_settings

__all__ = ["check_vault"]

READERS = {
    "json": json.loads,
    "canvas": json.loads,
    "graphml": ElementTree.fromstring,
    "gexf": ElementTree.fromstring,
}
OUTPUTS = [
    (["lint", "--format", "json"], json.loads), (["lint", "--format", "sarif"], json.loads), (["lint", "--format", "gitlab"], json.loads), (["lint", "--format", "html"], str), (["lint", "--format", "github"], str), (["lint"], str),
    (["lint", "--format", "markdown"], str), (["lint", "--diff", "--unsafe"], str), (["lint", "--statistics"], str),
    *((["export", "--format", name], READERS.get(name, str)) for name in load_exporters()),
    (["stats"], str), (["audit", "--format", "json"], json.loads), (["audit"], str),
]  # fmt: skip


def check_vault(files, chance):
    """Write the vault of these *files* and read and judge it; AssertionError says what is wrong.

    *chance* chooses what else is tried: one of a change, all fixes, and an output.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "vault")
        write(root, files)
        settings, rules = settings_and_rules(root)
        graph = VaultGraph(read_vault(str(root)), settings)
        linter = Linter(rules)
        found = linter.lint(graph)
        check_positions(graph, found)
        way = chance.random()
        if way < 0.2:
            check_fixes(root, graph, choose_rules((), (), settings), unsafe=way < 0.1)
        elif way < 0.5:
            later = Linter(rules)
            assert later.restore_state(graph, marshal.loads(marshal.dumps(linter.dump_state())))
            check_change(root, graph, later, settings, chance)
        elif way < 0.6:
            check_output(root, Path(folder, "cache"), *chance.choice(OUTPUTS))
        elif way < 0.7:
            everywhere = [
                rule._replace(of=frozenset()) if "note" in rule.on else rule for rule in rules
            ]
            assert Linter(everywhere).lint(graph) == found, "a rule is on more notes than it says"


def write(root, files):
    """Write the *files* below *root*, as far as the disk takes their names."""
    (root / ".obsidian").mkdir(parents=True)
    (root / "Always.md").write_text("x")
    for path, content in files.items():
        with suppress(OSError, ValueError):
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def settings_and_rules(root):
    """The settings of the vault and all rules; the usual ones if it has none that can be read."""
    try:
        settings = load_settings(str(root))
        return settings, choose_rules(["*"], (), settings)
    except VaultGraphError:
        os.unlink(root / ".vaultgraph.toml")
        settings = load_settings(str(root))
        return settings, choose_rules(["*"], (), settings)


def check_positions(graph, found):
    """Whether what was read stands where it is said to, and what was *found* within its file."""
    for note in graph.vault.sources:
        check_places(note, graph.vault.text(note.path), is_canvas=note.path in graph.vault.canvases)
    for each in found:
        place, location = each.span, each.location
        assert 0 <= place.start <= max(place.end, place.start), each
        assert 1 <= location.line <= location.end_line, each
        assert location.column >= 1 <= location.end_column, each
        if place.end:
            assert place.end <= len(graph.vault.text(place.path)), each


def check_places(note, text, *, is_canvas):
    """Whether what was read of *note* stands in its *text* where it is said to."""
    for link in note.links:
        assert 0 <= link.start <= link.end <= len(text), (note.path, link)
        if not is_canvas and link.syntax in {"wikilink", "markdown"}:
            written = text[link.start : link.end]
            assert written.startswith(("![" if link.embed else "[", "<")), (note.path, link)
    for heading in note.headings:
        assert heading.text in text[heading.start :] or "\r" in text, (note.path, heading)
    for block in note.blocks:
        assert text[block.start :].lower().startswith(f"^{block.id.lower()}"), (note.path, block)
    for tag in note.tags:
        assert text.startswith(tag.name, tag.start), (note.path, tag)
    for number, start in note.parsed.card_ids:
        assert text[start : start + 1].isdigit() or not number, (note.path, number, start)
    for card in note.cards:
        assert 0 <= card.start <= card.question_start <= card.end <= len(text), (note.path, card)


def check_change(root, graph, linter, settings, chance):
    """Whether a vault that changed is judged as one that is read anew."""
    notes = [path for path in graph.vault.notes if (root / path).is_file()]
    path = chance.choice(notes)
    other = (root / chance.choice(notes)).read_bytes()
    if chance.random() < 0.2:
        (root / path).unlink()
    else:
        (root / path).write_bytes(other[: chance.randrange(len(other) + 1)])
    with suppress(VaultGraphError):
        graph = graph.updated(reread_vault(graph.vault, {path}))
        fresh = VaultGraph(read_vault(str(root)), settings)
        assert linter.lint(graph) == Linter(linter.rules).lint(fresh), path


def check_fixes(root, graph, rules, *, unsafe):
    """Whether the fixes of *rules* keep the rest, and leave nothing for a second run."""
    settings = graph.settings
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    repairs = fixing.plan_fixes(graph, Linter(rules).lint(graph), unsafe=unsafe)
    refused = fixing.apply_fixes(graph, repairs)
    touched = {root / repair.path for repair in repairs}
    after = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert before.keys() == after.keys()
    assert all(after[file] == before[file] for file in before.keys() - touched)
    graph = VaultGraph(read_vault(str(root)), settings)
    again = fixing.plan_fixes(graph, Linter(rules).lint(graph), unsafe=unsafe)
    assert {repair.path for repair in again} <= refused.keys(), (repairs, again)


def check_output(root, cache, words, parse):
    """Whether a command ends well, twice alike, and what it prints can be read."""
    os.environ["XDG_CACHE_HOME"] = str(cache)
    first, code = run(words, root)
    again, code_again = run(words, root)
    assert (first, code) == (again, code_again), words
    assert code in {0, 1, 2}, words
    if code != 2:
        parse(first)
    if words[-1] == "csv":
        list(csv.reader(io.StringIO(first)))
    shutil.rmtree(cache, ignore_errors=True)


def run(words, root):
    """What the command line *words* about the vault at *root* prints, and its exit code."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    command = [words[0], str(root), *words[1:]]
    with redirect_stdout(out), redirect_stderr(err):
        code = __main__.answer(command)
    gc.enable()  # a command ends before there is much to collect, this process does not
    out.flush()
    told = err.buffer.getvalue()
    assert b"Traceback" not in told, told
    return out.buffer.getvalue().decode(), code
