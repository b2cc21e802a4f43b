"""Attacks on a vault's reader that once worked, each in its smallest form."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PLUGINS = ".obsidian/plugins"
OBSIDIAN_TO_ANKI = f"{PLUGINS}/obsidian-to-anki-plugin/data.json"
NINES = "9" * 5_000

ATTACKS = {
    "a separator only in the schedule of a card": "-- Heat.md --\nx <!--SR:::-->\n",
    "a thousand returns before the end of a line": (
        "Heat.md",
        b"q #flashcard\na\n" + b"\r" * 1000 + b"\n",
    ),
    "a tagged value where rules are silenced": "-- Heat.md --\n---\nvaultgraph-ignore: !x\n---\n[[Old/Work]]\n",
    "a tagged value for a deck": f"-- Heat.md --\n---\ncards-deck: !x\n---\nq #card\na\n^1638982929779\n-- {PLUGINS}/flashcards-obsidian/data.json --\n{{}}\n",
    "a list for an ID": "-- Heat.md --\n---\nid: []\n---\n-- Work.md --\n---\nid: {a: [b]}\n---\n",
    "a number for the file of a card": '-- Heat.md --\n-- c.canvas --\n{"nodes": [{"id": "1", "type": "file", "file": 1, "subpath": 1}]}\n',
    "an alias that holds itself": "-- Heat.md --\n---\na: &a [*a]\n---\n",
    "words that are newlines": f'-- Heat.md --\nSTARTI [Basic] a ENDI\n\nb\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"Syntax": {{"Begin Note": "\\n", "End Note": "", "Begin Inline Note": "\\n", "End Inline Note": "\\n"}}}}}}\n',
    "alternatives at the top of an expression": f'-- Heat.md --\na\nTags: x\n\nb <!--ID: 1700000000001-->\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"CUSTOM_REGEXPS": {{"Basic": "(a)|(b)"}}}}}}\n',
    "a field without a name": f'-- Heat.md --\nSTART\nBasic\nx\nEND\n-- {OBSIDIAN_TO_ANKI} --\n{{"fields_dict": {{"Basic": [""], "Cloze": "x", "": null}}}}\n',
    "a name with a newline": ("a\nb.md", b"[[Old/a\nb]] [[gone]]"),
    "keys whose keys are keys": "-- Heat.md --\n---\n" + "? " * 40 + "a\n---\n",
    "numbers without end": (
        "-- Heat.md --\nq #flashcard\na\n"
        f'-- .obsidian/app.json --\n{{"userIgnoreFilters": ["/a{{{NINES},}}/", "/(b)\\\\{NINES}/"]}}\n'
        f'-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"CUSTOM_REGEXPS": {{"Basic": "(a{{{NINES},}})(b)"}}, "IGNORED_FILE_GLOBS": ["{{1..{NINES}}}"]}}}}\n'
    ),
    "a setting without end": f"-- Heat.md --\n-- .vaultgraph.toml --\nfail-on = {NINES}\n",
    "days in a deep folder": f'-- Heat.md --\n[[G1]]\n-- .obsidian/daily-notes.json --\n{{"folder": "{"a/" * 2_000}"}}\n',
    "groups that fit in many ways": (
        f"-- Heat.md --\n-- {'a' * 60}c.md --\n"
        f'-- {PLUGINS}/obsidian-spaced-repetition/data.json --\n{{"settings": {{"flashcardTags": ["#x"], "noteFoldersToIgnore": ["{"@(a|?)" * 40}b"]}}}}\n'
    ),
    "a hexadecimal number without end": f"-- Heat.md --\n-- .vaultgraph.toml --\nfail-on = 0x{'f' * 5_000}\n",
    "lists of lists for an option": "-- Heat.md --\n-- .vaultgraph.toml --\n[rules.missing-property]\nseverity = 'error'\nproperties = [[]]\n",
    "a long way to many texts": "-- Heat.md --\n---\n? "
    + "k" * 50_000
    + "\n: ["
    + "x," * 20_000
    + "]\n---\n",
    "a path of one file as long as a book": f"-- Heat.md --\n[[f/{'a' * 40_000}.png]]\n-- .gitignore --\n**a*b\n",
    "times of times": f'-- Heat.md --\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"CUSTOM_REGEXPS": {{"B": "((a{{1000}}){{1000}})(b)"}}}}}}\n',
    "braces of much text": f'-- Heat.md --\nq #flashcard\na\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"IGNORED_FILE_GLOBS": ["{{1..999}}{"a" * 10_000}"]}}}}\n',
    "a folder to scan that is a file elsewhere": f'-- Heat.md --\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"Defaults": {{"Scan Directory": "/etc/passwd"}}}}}}\n',
    "known findings without number": (
        '-- Heat.md --\n[[Old/x]]\n-- .vaultgraph.toml --\nbaseline = "b.json"\n'
        '-- b.json --\n{"schema": "vaultgraph-baseline/1", "findings": [{"rule": "broken-link", "path": "N.md", "text": "x", "count": 1000000000000}]}\n'
    ),
    "a key of very many parts": f"-- Heat.md --\n-- .vaultgraph.toml --\n{'.'.join('a' * 40_000)} = 1\n",
    "a key of very many parts behind a comment": f'-- Heat.md --\n-- .vaultgraph.toml --\n# "\\\n{".".join("a" * 40_000)} = 1\n',
    "a NUL in the name of a file": '-- Heat.md --\n-- .vaultgraph.toml --\nbaseline = "a\\u0000b"\n',
    "a folder to scan with a NUL": f'-- Heat.md --\n-- {OBSIDIAN_TO_ANKI} --\n{{"settings": {{"Defaults": {{"Scan Directory": "a\\u0000b"}}}}}}\n',
    "a name in no encoding": ("bad\udcff.md", b"[[Old/x]]"),
}
"""A vault as text, or the path and the bytes of its only note."""

COMMANDS = [
    ["lint", "--select", "*"], ["lint", "--format", "sarif"], ["lint", "--fix", "--unsafe"], ["export", "--format", "json"], ["audit"], ["stats"],
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_an_attack_ends_in_an_error_message(attack, words, vault, run):
    text, files = (
        (attack, None) if isinstance(attack, str) else ("-- Heat.md --\nx\n", dict([attack]))
    )
    answer = run(words[0], vault(text, files).root, *words[1:])
    assert answer.returncode in {0, 1, 2}
    assert "Traceback" not in answer.stderr
    if words[-1] in {"sarif", "json"} and answer.returncode < 2:
        json.loads(answer.stdout)


def test_what_is_hidden_in_the_vault_is_not_read_by_another_name(vault, run):
    text = "-- Heat.md --\n---\naliases: [Warmth]\n---\n-- .git/config --\n[[Warmth]] secret\n-- n.md -> .git/config --\n"
    root = Path(vault(text).root)
    for words in (("lint", root), ("lint", root, "--fix"), ("export", root)):
        answer = run(*words)
        assert "secret" not in answer.stdout + answer.stderr
    assert (root / ".git/config").read_text() == "[[Warmth]] secret\n"


def test_a_full_standard_error_changes_no_exit_code(run, tmp_path):
    command = f'"{sys.executable}" -m vaultgraph lint "{tmp_path}/none" 2>/dev/full; echo $?'
    shell = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert shell.stdout == "2\n"


def test_of_very_many_wrong_names_only_the_first_are_guessed_at(vault, run, monkeypatch):
    names = " ".join(f"broken-lin{number}" for number in range(300))
    answer = run("lint", vault(f"-- Heat.md --\n%% vaultgraph: ignore {names} %%\n").root)
    assert answer.stderr.count("nothing is suppressed") == 300
    assert answer.stderr.count("did you mean broken-link?") == 100


def test_numbers_that_json_does_not_know_are_exported_as_json(vault, run):
    root = vault(f"-- Heat.md --\n---\na: .nan\nb: -.inf\nc: 9999e999\nd: {'9' * 5000}\n---\n").root

    def refuse(constant):
        raise AssertionError(constant)

    json.loads(run("export", root, "--format", "json").stdout, parse_constant=refuse)


@pytest.fixture
def outside(tmp_path):
    """A folder outside of the vault, with what is nobody's business."""
    folder = tmp_path / "outside"
    (folder / "snippets").mkdir(parents=True)
    (folder / "Secret plan.md").write_text("x")
    (folder / "snippets/a.css").write_text("url(secret.png)")
    (folder / "pyproject.toml").write_text("[tool.vaultgraph]\nfail-on = 'secret'\n")
    return folder


@pytest.mark.parametrize(("name", "target"), [
    (".trash", ""), (".obsidian", ""), (".obsidian/snippets", "snippets"), ("pyproject.toml", "pyproject.toml"),
])  # fmt: skip
def test_nothing_is_looked_up_where_a_link_leads_out(vault, outside, run, name, target):
    root = Path(
        vault("-- Heat.md --\n[[Secret plan]]\n", {"secret.png": b"\x89PNG\r\n\x1a\nIEND"}).root
    )
    plain = run("lint", root, "--format", "json")
    if name == ".obsidian":
        shutil.rmtree(root / name)
    (root / name).symlink_to(outside / target)
    answer = run("lint", root, "--format", "json", "--ignore", "outside-link")
    assert json.loads(answer.stdout)["diagnostics"] == json.loads(plain.stdout)["diagnostics"]


def test_a_name_does_not_end_the_line_of_an_error(run, vault):
    root = vault("-- Heat.md --\n", {"x\n::error::PWN.md": b""}).root
    answer = run("links", "x", "--vault", root)
    assert "::error::" in answer.stderr
    assert not any(line.startswith("::") for line in answer.stderr.splitlines())


def test_a_name_does_not_end_the_item_of_a_list(run, vault):
    root = vault("-- Heat.md --\n", {"x\n::error::PWN.md": b"[[Old/y\n::z]] [[gone]]"}).root
    answer = run("lint", root, "--format", "markdown", "--select", "*")
    assert "PWN" in answer.stdout
    assert not any(line.startswith("::") for line in answer.stdout.splitlines())
