"""An answer is given again as long as nothing that it rests on has changed, and not a moment longer."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time

import pytest

from sampling import times
from vaultgraph import VaultGraph, __main__, read_vault
from vaultgraph.cache import output
from vaultgraph.cache.note_contents import NoteContents, join_contents
from vaultgraph.cache.snapshot import Snapshot
from vaultgraph.commands.lint import lint
from vaultgraph.messages import Message
from vaultgraph.reading import is_config_file, serialize
from vaultgraph.reading.note import parse_notes
from vaultgraph.rules import load_rules
from vaultgraph.settings import Settings
from vaultgraph.storage import stats
from vaults import ROOT, SAMPLE_VAULT, SHARED, write_vault
from work import SETTLED, wait_for_tick

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
HEAT = "-- Heat.md --\nSee [[Work]] and [[Old/Entropie]].\n-- Work.md --\nForce times distance.\n"


@pytest.fixture
def asked(monkeypatch, capsys, tmp_path):
    """Ask a command line as a user would: what was printed, said beside it, and the exit code.

    The disk is taken to tell two writes apart however close they are.
    """
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(stats, "_GRAIN", 0)

    def ask(*words):
        wait_for_tick(tmp_path)
        code = __main__.answer(list(words))
        printed = capsys.readouterr()
        return printed.out, printed.err, code

    return ask


@pytest.fixture
def recalled(asked, monkeypatch):
    """Ask as above, where only the cache may answer; None if it does not."""

    def ask(*words):
        with monkeypatch.context() as patch:
            patch.setattr(__main__, "_FAST_COMMANDS", ())
            patch.setattr("vaultgraph.cli.run", lambda words: 99)
            answer = asked(*words)
        return None if answer[2] == 99 else answer

    return ask


@pytest.fixture
def root(tmp_path):
    settings = '{"settings": {"Defaults": {"Scan Directory": "Cards"}}}'
    (tmp_path / "Out.md").write_text("Nobody's business.")
    root = write_vault(tmp_path / "vault", f"{HEAT}-- {PLUGIN} --\n{settings}\n")
    (root / ".trash").mkdir()
    (root / ".obsidian/snippets").mkdir()
    return root


def test_output_is_replayed(asked, recalled, root):
    first = asked("lint", str(root))
    assert "nothing in the vault is called Old/Entropie" in first[0]
    assert first[2] == 1
    assert recalled("lint", str(root)) == first


@pytest.mark.parametrize(
    "words", [(), ("--help",), ("lint", "--help"), ("map", "-h")], ids=" ".join
)
def test_the_same_help_is_given_again(words, asked, recalled):
    first = asked(*words)
    assert "vaultgraph" in first[0]
    assert recalled(*words) == first


def test_help_for_an_unknown_command_is_an_error(asked):
    out, err, code = asked("nothing", "--help")
    assert (out, code) == ("", 2)
    assert "no such command" in err


def test_another_command_line_has_another_key(asked, recalled, root):
    asked("lint", str(root))
    assert recalled("lint", str(root), "--format", "json") is None


def test_another_language_in_the_settings_of_the_system_is_another_question(
    asked, recalled, root, monkeypatch
):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("vaultgraph.languages._language_of_macos", lambda: "en_GB")
    asked("stats", str(root))
    assert recalled("stats", str(root)) is not None
    monkeypatch.setattr("vaultgraph.languages._language_of_macos", lambda: "pt_BR")
    assert recalled("stats", str(root)) is None


CHANGES = {
    "a note is written": lambda root: (root / "Heat.md").write_text("[[Work]]"),
    "a note of the same size is written": lambda root: (root / "Heat.md").write_text(
        (root / "Heat.md").read_text().replace("Entropie", "Entropia")
    ),
    "a note is touched back to its old time": lambda root: rewrite_in_the_past(root / "Work.md"),
    "a note is added": lambda root: (root / "Entropie.md").write_text("Disorder."),
    "a note is deleted": lambda root: (root / "Work.md").unlink(),
    "a note is renamed": lambda root: (root / "Work.md").rename(root / "Labour.md"),
    "an image is added": lambda root: (root / "engine.png").write_bytes(b"1"),
    "settings are added": lambda root: (root / ".vaultgraph.toml").write_text("fail-on = 'never'"),
    "settings above it are added": lambda root: (root.parent / "pyproject.toml").write_text(""),
    "a plugin is set otherwise": lambda root: write(root / ".obsidian/plugins/quickadd/data.json"),
    "Obsidian excludes files": lambda root: write(root / ".obsidian/app.json"),
    "a file is put into the trash": lambda root: write(root / ".trash/Entropie.md"),
    "a file is put deep into the trash": lambda root: write(root / ".trash/Old/Entropie.md"),
    "a style sheet is added": lambda root: write(root / ".obsidian/snippets/a.css"),
    "the folder to scan is made": lambda root: (root / "Cards").mkdir(),
    "a link out of it is added": lambda root: (root / "Out.md").symlink_to(root.parent / "Out.md"),
    "a plugin is there whose cards are not read": lambda root: (
        root / ".obsidian/plugins/yanki"
    ).mkdir(parents=True),
    "it is part of another vault": lambda root: (root.parent / ".obsidian").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_output_is_replayed_when(change, asked, recalled, root):
    asked("lint", str(root))
    change(root)
    assert recalled("lint", str(root)) is None


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_stale_output_is_printed_when(change, asked, root):
    """Asked in other words, so that no answer but what is known of the vault may be old."""
    asked("lint", str(root), "--select", "*")
    change(root)
    later = asked("lint", str(root), "--select", "*", "--color", "never")
    assert later == asked("lint", str(root), "--select", "*", "--color", "never", "--no-cache")


def rewrite_in_the_past(file):
    before = file.stat()
    file.write_text(file.read_text().replace("Force", "Farce"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def write(file, text="{}"):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_output_is_not_stored_if_a_file_changed_too_recently(asked, recalled, root, monkeypatch):
    monkeypatch.setattr(stats, "_GRAIN", 2_000_000_000)
    asked("lint", str(root))
    assert recalled("lint", str(root)) is None


def test_another_day_is_another_question(asked, recalled, root, monkeypatch):
    asked("lint", str(root))
    tomorrow = time.time() + 86_400
    monkeypatch.setattr(time, "time", lambda: tomorrow)
    assert recalled("lint", str(root)) is None


def test_changed_code_invalidates_the_output(asked, recalled, root, monkeypatch):
    asked("lint", str(root))
    monkeypatch.setattr(output, "stat_code", lambda: {"vaultgraph/rules/new.py": (1, 1, 1)})
    assert recalled("lint", str(root)) is None


@pytest.mark.parametrize("option", ["--no-cache", "--deep", "--fix", "-o=-"])
def test_some_outputs_are_never_stored(option, asked, recalled, root, tmp_path):
    words = (
        "lint",
        str(root),
        option.replace("=-", ""),
        *([str(tmp_path / "x.txt")] * ("=" in option)),
    )
    asked(*words)
    assert recalled(*words) is None


def test_a_baseline_that_was_deleted_is_missed(asked, root, tmp_path):
    baseline = tmp_path / "known.json"
    asked("lint", str(root), "--write-baseline", str(baseline))
    assert "known" in asked("lint", str(root), "--baseline", str(baseline))[1]
    baseline.unlink()
    assert "no baseline file at" in asked("lint", str(root), "--baseline", str(baseline))[1]


def test_nothing_is_stored_in_the_vault(asked, root):
    before = sorted(root.rglob("*"))
    asked("lint", str(root))
    assert sorted(root.rglob("*")) == before


ROUNDS = times(60, "VAULTGRAPH_EDITS")
"""How often a vault is edited; if it is set, every given vault of fewer than 500 notes is."""

GIVEN = [
    path
    for path in sorted([*SHARED.glob("vaults/*"), *SHARED.glob("truth/*/vault")])
    if "VAULTGRAPH_EDITS" in os.environ and 1 <= sum(1 for _ in path.rglob("*.md")) < 500
]


@pytest.mark.slow
@pytest.mark.parametrize("source", [SAMPLE_VAULT, *GIVEN], ids=lambda path: path.parent.name)
def test_output_is_right_after_any_change(source, asked, tmp_path, monkeypatch):
    """The cached and the uncached answer are equal after random edits, with every rule on."""
    root = shutil.copytree(source, tmp_path / "vault", symlinks=True)
    off = [rule.name for rule in load_rules().values() if not rule.is_on]
    every = "".join(f"[rules.{name}]\nseverity = 'info'\n" for name in off)
    (root / ".vaultgraph.toml").write_text(every)
    chance = random.Random(7)
    others = (("export", "--format", "json"), ("stats",), ("audit",))
    for number in range(ROUNDS):
        for _ in range(chance.choice([0, 1, 1, 1, 3])):
            edit(root, chance, every)
        assert asked("lint", str(root)) == asked("lint", str(root), "--no-cache")
        if source is SAMPLE_VAULT:
            words = others[number % len(others)]
            kept = asked(words[0], str(root), *words[1:])
            with monkeypatch.context() as patch:
                patch.setenv("XDG_CACHE_HOME", "")
                patch.setenv("HOME", "")
                assert asked(words[0], str(root), *words[1:]) == kept


PIECES = [
    "[[LSTM]]", "[[Nowhere]]", "![[nothing.png]]", "#nlp", "#NLP", "Next: [[Transformer]]", "^block",
    "What is new? #flashcard\nThis\n<!--ID: 1700000000001-->", "What is new? #flashcard\nThat",
    "What is old? #flashcard\nThis\n<!--ID: 1700000000002-->", "<!--ID: 1700000000003-->", "#flashcard",
    "%% vaultgraph: ignore broken-link %%", "# A heading", "## Another", "[[Transformer#A heading]]",
    "[[#Another]]", "[[LSTM#^block]]", "[x](a b.md)", "Related: [[LSTM]]", "up:: [[Nowhere]]", "[x]()",
    "TARGET DECK: New", "START\nBasic\nq\nBack: a\nEND", "START\nBasic\nq", "{{title}}", "a price of $5",
]  # fmt: skip
OTHERS = {
    "Board.canvas": '{"nodes": [{"id": "1", "type": "file", "file": "LSTM.md"}, {"id": "2", "type": "text", "text": "[[Nowhere]]"}]}',
    "View.base": "views:\n  - type: table\n    name: 'engine.png'\n",
    "nothing.png": "x",
    "engine.png": "GIF89a",
    ".trash/Nowhere.md": "x",
    ".obsidian/snippets/a.css": "a { background: url(nothing.png) }",
    ".obsidian/app.json": '{"userIgnoreFilters": ["9"]}',
    ".obsidian/templates.json": '{"folder": "Aulas"}',
    ".gitignore": "nothing.png",
}


def edit(root, chance, settings):
    """Write, rename, delete or add a file of the vault at *root*, or set it otherwise."""
    files = sorted(path for path in root.rglob("*.*") if path.is_file() and not path.is_symlink())
    notes = [path for path in files if path.suffix == ".md"]
    file, new = chance.choice(files), root / f"{chance.randrange(99)}.md"
    match chance.randrange(16):
        case 0 if not new.exists():
            file.rename(new.with_suffix(file.suffix))
        case 1 if len(notes) > 5:
            file.unlink()
        case 2:
            new.write_bytes(file.read_bytes())
        case 3:
            texts = ("fail-on = 'never'\n", "", "exclude = ['*']\n")
            write(root / ".vaultgraph.toml", chance.choice(texts) + settings)
        case 4:
            write(new, f"---\naliases: [Nowhere, {new.stem}]\ntags: [nlp]\n---\n")
        case 5:
            write(root / (path := chance.choice([*OTHERS])), OTHERS[path])
        case 6:
            (root / "Out.md").unlink(missing_ok=True)
            (root / "Out.md").symlink_to(chance.choice([root.parent / "elsewhere.md", notes[0]]))
        case _:
            edit_note(chance.choice(notes), chance)


def edit_note(note, chance):
    """Add a line to the *note*, or take one away."""
    lines = note.read_bytes().split(b"\n")
    place = chance.randrange(len(lines))
    if chance.random() < 0.4:
        del lines[place]
    else:
        lines.insert(place, chance.choice(PIECES).encode())
    note.write_bytes(b"\n".join(lines))


def test_every_setting_that_is_read_is_known(asked, tmp_path):
    """Whatever is opened in hidden folders of a vault is among what an answer rests on."""
    root = shutil.copytree(SAMPLE_VAULT, tmp_path / "vault")
    opened = set()

    def watch(event, arguments):
        if event == "open" and str(arguments[0]).startswith(f"{root}/."):
            opened.add(os.path.relpath(arguments[0], root))

    WATCHERS.append(watch)
    try:
        for command in ("lint", "stats", "audit"):
            asked(command, str(root))
            (root / "New.md").write_text(command)
    finally:
        WATCHERS.remove(watch)
    assert opened
    assert all(path == ".vaultgraph.toml" or is_config_file(path) for path in opened)


WATCHERS = []
sys.addaudithook(lambda event, arguments: [watch(event, arguments) for watch in WATCHERS])


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"vaultgraph cache 0\n"], ids=["empty", "short", "old"]
)
def test_a_damaged_file_is_as_good_as_none(damage, asked, recalled, root, tmp_path):
    first = asked("lint", str(root))
    for file in sorted((tmp_path / "cache/vaultgraph").iterdir()):
        whole = file.read_bytes()
        file.write_bytes(damage)
        assert asked("lint", str(root)) == first
        for at in range(0, len(whole), len(whole) // 20):
            file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            assert asked("lint", str(root)) == first


@pytest.mark.slow
def test_a_damaged_snapshot_changes_no_output(asked, root, tmp_path):
    first = asked("lint", str(root))
    folder = tmp_path / "cache/vaultgraph"
    [file] = folder.glob("*.vault")
    whole = file.read_bytes()
    for at in range(0, len(whole), len(whole) // 67):
        for damaged in (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[:at]):
            for answer in folder.glob("*.answer"):
                answer.unlink()
            file.write_bytes(damaged)
            assert asked("lint", str(root)) == first, at


def test_contents_of_notes_are_only_read_when_needed(asked, root, monkeypatch):
    asked("lint", str(root))
    read = []
    of_note = NoteContents.read
    monkeypatch.setattr("vaultgraph.cache.snapshot._MAX_STALE", 1)  # saving it would read all
    monkeypatch.setattr(
        NoteContents,
        "read",
        lambda contents, handle: read.append(contents._paths[handle]) or of_note(contents, handle),
    )
    (root / "Work.md").write_text("Force times distance, along the path.")
    asked("lint", str(root))
    assert "Heat.md" not in read


def test_a_note_whose_content_is_damaged_is_parsed_again(note):
    columns, blob = join_contents([serialize(note("[[Work]]"))])
    contents = NoteContents(
        memoryview(b"x" + blob[1:]), columns, ["Note.md"], lambda path: note("[[Heat]]")
    )
    assert contents.read(0) == serialize(note("[[Heat]]"))


def test_only_what_changed_is_read_again(asked, root, monkeypatch):
    asked("lint", str(root))
    read = []
    monkeypatch.setattr(
        "vaultgraph.reading.opening.parse_notes",
        lambda texts, cards: read.extend(text.path for text in texts) or parse_notes(texts, cards),
    )
    (root / "Heat.md").write_text("[[Work]] [[Old/Entropia]]")
    assert "nothing in the vault is called Old/Entropia" in asked("lint", str(root))[0]
    assert read == ["Heat.md"]


def test_output_is_stored_under_its_command_line(asked, root, tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    (tmp_path / "other/A.md").write_text("[[Old/Only here]]")
    monkeypatch.setattr(sys, "argv", ["program", "lint", str(root)])
    assert "Only here" in asked("lint", str(tmp_path / "other"))[0]
    assert "Only here" not in asked("lint", str(root))[0]


def test_output_of_a_command_called_as_a_function_is_not_stored(asked, root, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["program", "lint", str(root)])
    lint([str(tmp_path / "vault")])
    assert not [*(tmp_path / "cache/vaultgraph").glob("*.answer")]


def test_only_the_newest_outputs_are_kept(asked, root, tmp_path, monkeypatch):
    monkeypatch.setattr(output, "_MAX_FILES", 2)
    for form in ("text", "json", "github"):
        asked("lint", str(root), "--format", form)
    assert len(list((tmp_path / "cache/vaultgraph").glob("*.answer"))) == 2


def test_a_cache_that_cannot_be_written_is_ignored(asked, root, tmp_path):
    (tmp_path / "cache").write_text("a file, where a folder should be")
    assert asked("lint", str(root))[2] == 1


def test_the_cache_can_be_shown_and_cleared(asked, recalled, root, tmp_path):
    asked("lint", str(root))
    folder = tmp_path / "cache/vaultgraph"
    assert re.match(rf"{re.escape(str(folder))}: 2 files, \d\.\d MB", asked("cache")[0])
    assert asked("cache", "clear")[0].endswith("deleted\n")
    assert not list(folder.iterdir())
    assert recalled("lint", str(root)) is None


def test_what_cannot_be_cleared_is_reported(asked, root, monkeypatch):
    def refuse(path):
        raise PermissionError(1, "Operation not permitted", path)

    asked("lint", str(root))
    monkeypatch.setattr(os, "unlink", refuse)
    _, said, code = asked("cache", "clear")
    assert code == 2
    assert "Operation not permitted" in said


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_output_is_replayed_byte_for_byte(encoding, root, tmp_path):
    (root / "Ação.md").write_text("[[Coração ☕]]", encoding="utf-8")
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONIOENCODING": encoding}
    program = f"{SETTLED}from vaultgraph.__main__ import main; main()"
    command = [sys.executable, "-c", program, "lint", str(root)]

    def answers():
        return subprocess.run(command, env=env, capture_output=True, check=False).stdout

    first = answers()
    assert "Coração" in first.decode(encoding)
    assert answers() == answers() == first


def test_the_reason_why_a_note_cannot_be_read_can_be_translated_in_the_next_run(root, monkeypatch):
    monkeypatch.setattr(stats, "_GRAIN", 0)
    (root / "Heat.md").write_bytes(b"\0\xff")
    wait_for_tick(root.parent)
    snapshot = Snapshot(str(root), ())
    snapshot.save(VaultGraph(read_vault(str(root))), ())
    restored = Snapshot(str(root), ()).load(Settings())
    fault = restored.graph.vault.unreadable["Heat.md"]
    assert (fault, type(fault)) == ("it contains binary data, not text", Message)


@pytest.mark.slow
def test_a_result_cut_off_by_a_limit_is_not_stored(asked, recalled, tmp_path):
    settings = {"settings": {"CUSTOM_REGEXPS": {"Basic": r"(a+)+\1y"}}}
    text = f"-- Heat.md --\n{'a' * 5000}\n-- {PLUGIN} --\n{json.dumps(settings)}"
    root = str(write_vault(tmp_path / "slow", text))
    out, _, code = asked("lint", root)
    assert "takes too long: not all cards are found" in out
    assert recalled("lint", root) is None
    assert asked("lint", root)[::2] == (out, code)
    assert [file.suffix for file in (tmp_path / "cache" / "vaultgraph").glob("*.vault")] == []


def test_verify_cache_compares_both_outputs(asked, root):
    asked("lint", str(root))
    (root / "Work.md").write_text("[[Old/Heat]]")
    out, err, code = asked("lint", str(root), "--verify-cache")
    assert "nothing in the vault is called Old/Heat" in out
    assert err.endswith(
        "with and without what is known from earlier runs, the answer is the same\n"
    )
    assert code == 1
    assert asked("lint", str(root), "--no-cache")[0] == out


def test_verify_cache_reports_a_wrong_cache(asked, root, monkeypatch):
    asked("lint", str(root))
    monkeypatch.setattr("vaultgraph.linting.changes.Changes.touched", lambda *_: [])
    (root / "Work.md").write_text("[[Old/Heat]]")
    out, err, code = asked("lint", str(root), "--verify-cache")
    assert (out, code) == ("", 2)
    assert err.startswith("error: what is known from earlier runs gives another answer from line ")


@pytest.mark.parametrize("words", [("stats", "ROOT"), ("audit", "ROOT"), ("links", "Heat", "--vault", "ROOT"), ("path", "Heat", "Work", "--vault", "ROOT"), ("rules",), ("rules", "broken-*")], ids=" ".join)  # fmt: skip
def test_the_output_of_other_commands_is_cached(words, asked, recalled, root):
    words = [str(root) if word == "ROOT" else word for word in words]
    first = asked(*words)
    assert first[0]
    assert recalled(*words) == first
    (root / "Work.md").write_text("[[Heat]]")
    assert (recalled(*words) is None) == (words[0] != "rules")


@pytest.mark.parametrize("option", ["--no-cache", "--deep", "--fix", "--diff", "--watch"])
def test_verify_cache_needs_something_to_compare(option, asked, root):
    assert asked("lint", str(root), "--verify-cache", option)[2] == 2


def test_every_module_of_ours_counts_as_the_program():
    ours = {
        str(path) for path in (ROOT / "vaultgraph").rglob("*.*") if path.suffix in {".py", ".mo"}
    }
    assert ours <= stats.stat_code().keys()


@pytest.mark.parametrize("words", [("links", "FILE"), ("path", "FILE", "Heat")], ids=" ".join)
def test_a_nearer_vault_of_a_file_is_noticed(words, asked, recalled, root):
    write(root / "Sub/Note.md", "[[Heat]]")
    words = [str(root / "Sub/Note.md") if word == "FILE" else word for word in words]
    assert asked(*words)[2] == 0
    assert recalled(*words)
    (root / "Sub/.obsidian").mkdir()
    assert recalled(*words) is None


def test_verify_cache_compares_in_any_encoding(tmp_path):
    (tmp_path / "É.md").write_text("[[Old/x]]", encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "XDG_CACHE_HOME": str(tmp_path / ".cache")}
    command = [sys.executable, "-m", "vaultgraph", "lint", str(tmp_path), "--verify-cache"]
    told = subprocess.run(command, env=env, capture_output=True, check=False).stdout
    assert "É.md:1:1: error".encode("latin-1") in told


def test_a_terminal_without_a_size_is_not_taken_for_a_pipe(monkeypatch):
    from vaultgraph.cache.output import _columns

    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    piped = [*_columns()]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert [*_columns()] != piped
