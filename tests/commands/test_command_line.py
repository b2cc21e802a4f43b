"""The commands as a user meets them."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from vaults import REAL_VAULT, ROOT, needs_real_vault, write_vault

HEAT = """
    -- Heat.md --
    First line.
    See [[Entorpy]] and ![[engine.png]].
    -- Entropy.md --
    Back to [[Heat]].
"""

HEAT_LINTED = """\
Heat.md:2:21: error: no image is called engine.png [broken-image]
    2 | See [[Entorpy]] and ![[engine.png]].
      |                     ^^^^^^^^^^^^^^^

Heat.md:2:5: error: nothing in the vault is called Entorpy [broken-link]
    2 | See [[Entorpy]] and ![[engine.png]].
      |     ^^^^^^^^^^^
      = did you mean [[Entropy]]?

2 notes, 0 attachments
2 errors, 0 warnings, 0 info
1 guess for --fix --unsafe · 1 missing image · 1 broken link
--diff --unsafe shows the guesses
explain a rule: vaultgraph rules broken-link
"""


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "heat", HEAT)


def test_lint_says_where_what_and_how(run, heat):
    result = run("lint", ".", cwd=heat)
    assert (result.stdout, result.stderr, result.returncode) == (HEAT_LINTED, "", 1)


def test_lint_of_a_sound_vault_says_so(run, tmp_path):
    write_vault(tmp_path, "-- A.md --\n[[B]]\n-- B.md --\nText.")
    result = run("lint", tmp_path)
    assert result.stdout == "2 notes, 0 attachments\n0 errors, 0 warnings, 0 info\n"
    assert result.returncode == 0


def test_lint_as_json(run, heat):
    result = run("lint", heat, "--format", "json")
    report = json.loads(result.stdout)
    assert report["summary"] == {"error": 2, "warning": 0, "info": 0}
    assert report["diagnostics"][0] == {
        "path": "Heat.md", "line": 2, "column": 5, "end_line": 2, "end_column": 16,
        "rule": "broken-link", "severity": "error",
        "message": "nothing in the vault is called Entorpy", "hint": "did you mean [[Entropy]]?",
        "fix": {"text": "[[Entropy]]", "safe": False},
    }  # fmt: skip
    assert result.returncode == 1


@pytest.mark.parametrize(("words", "code"), [
    ((), 1),
    (("--ignore", "broken-*"), 0),
    (("--select", "broken-image"), 1),
    (("--select", "orphan-note", "--select", "card-*"), 0),
    (("--fail-on", "never"), 0),
    (("--fail-on=info",), 1),
])  # fmt: skip
def test_exit_codes_of_lint(run, heat, words, code):
    assert run("lint", heat, *words).returncode == code


def test_lint_writes_to_a_file(run, heat, tmp_path):
    result = run("lint", "-o", tmp_path / "report.txt", cwd=heat)
    assert (result.stdout, result.returncode) == ("", 1)
    assert result.stderr == f"vault: {heat}\n{tmp_path}/report.txt: 2 errors, 0 warnings, 0 info\n"
    assert (tmp_path / "report.txt").read_text("utf-8") == HEAT_LINTED


@pytest.mark.parametrize(("words", "error"), [
    (("lint", "nowhere"), "error: no vault at nowhere\nhint: pass the folder that holds your notes\n"),
    (("lint", "empty"), "error: no notes in empty\nhint: a vault is a folder with .md files in it\n"),
    (("stats", "a.md"), "error: a.md is a file, not a vault\nhint: pass the folder that holds your notes\n"),
    (("audit", "nowhere"), "error: no vault at nowhere\nhint: pass the folder that holds your notes\n"),
    (("map", "nowhere"), "error: no vault at nowhere\nhint: pass the folder that holds your notes\n"),
    (("lint", ".", "--select", "brken-link"), "error: no rule is called brken-link\nhint: did you mean broken-link?\n"),
    (("lint", ".", "--select", "a,b"), "error: no rule is called a,b\nhint: name one rule at a time, and repeat the option\n"),
    (("lint", ".", "--select", "orphan-note", "--ignore", "o*"), "error: no rule left to run\nhint: select more, or ignore less\n"),
    (("rules", "orphan"), "error: no rule is called orphan\nhint: did you mean orphan-card-id or orphan-note?\n"),
    (("lint", ".", "-o", "no/such/file"), "error: cannot write no/such/file: there is no folder no/such\nhint: create it first, or choose another file with -o\n"),
])  # fmt: skip
def test_a_call_that_cannot_run_is_an_error_of_two_lines(run, tmp_path, words, error):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.md").write_text("x")
    result = run(*words, cwd=tmp_path)
    assert (result.stdout, result.stderr, result.returncode) == ("", error, 2)


@pytest.mark.parametrize(("words", "error", "hint"), [
    (("lint", "--format", "jsn"), "invalid value 'jsn' for --format; did you mean json?", "vaultgraph lint --help"),
    (("map", "--depth", "few"), "invalid value 'few' for --depth: it must be a whole number", "vaultgraph map --help"),
    (("map", "--theme", "xyz"), "invalid value 'xyz' for --theme (choose from light, dark)", "vaultgraph map --help"),
    (("lint", "--slect", "x"), "no such option: --slect", "vaultgraph lint --help"),
    (("lint", "-o"), "option '-o' requires an argument", "vaultgraph lint --help"),
    (("lnt",), "no such command 'lnt'", "vaultgraph --help"),
])  # fmt: skip
def test_a_usage_error_has_two_lines(run, words, error, hint):
    result = run(*words)
    assert (result.returncode, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first.startswith("error: ")
    assert error in first
    assert second == f"hint: see: {hint}"


def test_without_arguments_it_shows_the_commands(run):
    result = run()
    assert (result.returncode, result.stderr) == (0, "")
    assert "Usage: vaultgraph [OPTIONS] COMMAND" in result.stdout


def test_without_a_vault_it_takes_the_one_around_and_says_which(run, heat):
    (heat / "sub").mkdir()
    result = run("lint", cwd=heat / "sub")
    assert result.stdout == HEAT_LINTED.replace("Heat.md", "../Heat.md")
    assert result.stderr == f"vault: {heat}\n"


def test_a_closed_pipe_is_not_an_error(heat):
    command = f"{sys.executable} -m vaultgraph export {heat} | head -c 1"
    assert os.popen(f"({command}) 2>&1").read() == "{"


@pytest.mark.slow
def test_a_lint_that_is_cut_off_does_not_claim_that_all_is_well(tmp_path):
    (tmp_path / "Heat.md").write_text("[[Work]]\n" * 10_000)
    command = [sys.executable, "-m", "vaultgraph", "lint", str(tmp_path), "--format", "json"]
    buffered = {**os.environ, "PYTHONUNBUFFERED": ""}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=buffered) as lint:
        lint.stdout.read(1)
        lint.stdout.close()
        assert (lint.stderr.read(), lint.wait()) == (b"", 141)


def test_an_empty_name_is_an_error(run, heat):
    result = run("lint", heat, "--only", "")
    assert result.returncode == 2
    assert "an empty name is neither a note nor a folder" in result.stderr


def test_names_that_steer_a_terminal_are_shown_as_what_they_are(run, tmp_path):
    (tmp_path / "a\x1b[31m.md").write_text("[[\x1b[2Jx\u202e]]")
    result = run("lint", tmp_path)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_a_terminal_without_unicode_gets_escapes(run, tmp_path):
    (tmp_path / "Ação.md").write_text("[[Corpo/Coração]]")
    result = run("lint", tmp_path, PYTHONIOENCODING="ascii")
    assert r"nothing in the vault is called Corpo/Cora\xe7\xe3o" in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_not_unicode_stops_nothing(run, tmp_path):
    (tmp_path / "a.md").write_text("x")
    with open(os.fsencode(tmp_path) + b"/caf\xe9.md", "w") as file:
        file.write("x")
    for command in ("lint", "export", "audit", "map"):
        result = run(
            command, tmp_path, *(["-o", tmp_path / "map.html"] if command == "map" else [])
        )
        assert "Traceback" not in result.stderr, command


def test_a_group_takes_one_line_unless_its_rule_is_selected(run, tmp_path):
    write_vault(
        tmp_path, "-- A.md --\n[[B]]\n-- B.md --\n" + "".join(f"-- {n}.png --\n" for n in range(9))
    )
    shown = run("lint", tmp_path, "--ignore", "corrupt-image").stdout
    assert (
        "info: 9 of 9 images are unused: nothing in the vault refers to them [unused-attachment]\n"
        in shown
    )
    assert "3.png" not in shown
    assert (
        "3.png: info: nothing in the vault refers to this file"
        in run("lint", tmp_path, "--select", "unused-attachment").stdout
    )


def test_rules_lists_and_explains(run):
    assert "broken-link error A link points to a note" in " ".join(run("rules").stdout.split())
    page = run("rules", "broken-link").stdout
    assert page.startswith(
        "broken-link (error)\n\nA link points to a note or file that is missing, though it existed or was meant.\n"
    )
    assert "Good:\n" in page


def test_version_and_help(run):
    assert run("--version").stdout.startswith("vaultgraph 0.")
    assert "Check the vault against all rules" in run("--help").stdout
    for command in ("lint", "map", "audit", "export", "rules"):
        assert run(command, "--help").returncode == 0


def test_audit_in_portuguese_and_english(run, tmp_path):
    write_vault(tmp_path, "-- A.md --\nQ? #flashcard\nA\n<!--ID: 1-->")
    assert (
        "Pronto para estudar: 1 cart"
        in run("audit", tmp_path, LANG="pt_BR.UTF-8", LC_ALL="").stdout
    )
    result = run("audit", tmp_path, "--lang", "en")
    assert "Ready to study" in result.stdout
    assert result.returncode == 0


def test_audit_fails_when_the_vault_is_not_ready(run, tmp_path):
    write_vault(tmp_path, "-- A.md --\nQ? #flashcard\nA")
    result = run("audit", tmp_path, "--lang", "en")
    assert "Not ready to study yet" in result.stdout
    assert "A.md:1:1  card without ID: not in Anki" in result.stdout
    assert result.returncode == 1


def test_nothing_is_written_into_the_vault(run, heat, tmp_path):
    before = sorted(path.stat().st_mtime_ns for path in heat.rglob("*"))
    for words in (
        ("lint", heat),
        ("audit", heat),
        ("export", heat),
        ("map", heat, "-o", tmp_path / "m.html"),
    ):
        run(*words, cwd=heat)
    assert sorted(path.stat().st_mtime_ns for path in heat.rglob("*")) == before


@pytest.mark.parametrize(
    "output", ["Heat.md", ".obsidian/app.json", "picture.png", "sub/../Heat.md"]
)
@pytest.mark.parametrize("command", ["lint", "export"])
def test_no_file_of_the_vault_is_ever_overwritten(run, heat, command, output):
    (heat / "sub").mkdir()
    (heat / "picture.png").write_bytes(b"x")
    result = run(command, "--format", "json", "-o", output, cwd=heat)
    assert f"error: {output} is part of your vault\n" in result.stderr
    assert result.returncode == 2
    assert (heat / "Heat.md").read_text().startswith("First line.")


def test_a_note_that_quotes_our_reports_is_not_overwritten(run, heat):
    (heat / "Mine.md").write_text('{"name": "vaultgraph"} precious')
    result = run("lint", "--format", "markdown", "-o", "Mine.md", cwd=heat)
    assert "error: Mine.md is part of your vault\n" in result.stderr
    assert (heat / "Mine.md").read_text().endswith("precious")


@pytest.mark.parametrize(
    "content",
    [
        '{"name": "vaultgraph", "user": 1}',
        'x "schema": "vaultgraph-',
        '[{"schema": "vaultgraph-lint/1"}]',
    ],
)
def test_a_file_that_only_names_us_is_not_overwritten(run, heat, content):
    (heat / "package.json").write_text(content)
    assert run("export", "-o", "package.json", cwd=heat).returncode == 2
    assert (heat / "package.json").read_text() == content


def test_no_output_becomes_the_settings(run, heat):
    assert run("export", "-o", ".vaultgraph.toml", cwd=heat).returncode == 2
    assert not (heat / ".vaultgraph.toml").exists()


@pytest.mark.parametrize("words", [
    ("export", "--format", "json"), ("lint", "--format", "json"), ("lint", "--format", "sarif"), ("lint", "--format", "gitlab"), ("lint", "--format", "gitlab", "--select", "broken-block"),
    ("lint", "--format", "markdown"), ("audit",), ("map",),
], ids=" ".join)  # fmt: skip
def test_our_own_output_is_overwritten(run, heat, words):
    ending = {"audit": "html", "map": "html"}.get(words[0], "md" if "markdown" in words else "json")
    file = heat / f"ours.{ending}"
    for _ in range(2):
        assert run(*words, "-o", file, cwd=heat).returncode < 2
    assert file.exists()


def test_a_map_does_not_overwrite_a_file_without_an_ending(run, heat):
    (heat / "LICENSE").write_text("mine")
    result = run("map", "-o", "LICENSE", cwd=heat)
    assert "error: LICENSE is part of your vault\n" in result.stderr
    assert (heat / "LICENSE").read_text() == "mine"


def test_a_report_in_the_vault_may_be_renewed(run, heat):
    for _ in range(2):
        assert run("lint", "--format", "json", "-o", "report.json", cwd=heat).returncode == 1


def test_a_map_in_the_vault_must_be_asked_for(run, heat):
    result = run("map", cwd=heat)
    assert "error: map.html would be written into your vault\n" in result.stderr
    assert result.returncode == 2
    assert run("map", "-o", "map.html", cwd=heat).returncode == 0


def test_only_our_own_map_is_replaced_without_an_output_option(run, heat, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "map.html").write_text("mine")
    result = run("map", heat, cwd=elsewhere)
    assert "error: map.html already exists\n" in result.stderr
    assert (elsewhere / "map.html").read_text() == "mine"
    for words in (("-o", "map.html"), ()):
        assert run("map", heat, *words, cwd=elsewhere).returncode == 0


def test_a_dash_is_standard_output(run, heat):
    assert run("map", heat, "-o", "-").stdout.startswith("<!DOCTYPE html>")


def test_a_full_disk_is_reported_in_one_line(heat):
    command = f"{sys.executable} -m vaultgraph lint {heat} > /dev/full; echo $?"
    said = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", check=False)
    assert said.stderr == "error: cannot write the answer: No space left on device\n"
    assert said.stdout == "2\n"


def test_commands_on_whole_vaults_say_that_a_part_is_not_the_vault(run, heat):
    (heat / "sub").mkdir()
    (heat / "sub" / "a.md").write_text("x")
    result = run("stats", heat / "sub")
    assert (
        result.stderr
        == f"note: {heat / 'sub'} is part of the vault {heat}; links to notes outside it will be reported as broken\n"
    )


@needs_real_vault
def test_the_real_vault_is_sound(run):
    result = run("lint", REAL_VAULT)
    assert result.returncode == 0
    assert "info: 2,344 of 2,386 images are unused" in result.stdout
    assert (
        "Large Language Model.md:11:1: info: same answer as “Oque é zero-shot learning?”"
        in result.stdout
    )
    assert (
        "18 notes, 2,386 attachments, 70 cards with 70 IDs in 16 notes\n0 errors, 0 warnings,"
        in result.stdout
    )


@pytest.mark.slow
@needs_real_vault
def test_faults_planted_in_the_real_vault_are_found_at_their_lines(run, tmp_path):
    copy = tmp_path / "nlp"
    shutil.copytree(REAL_VAULT, copy)
    os.system(f"chmod -R u+w '{copy}'")
    (copy / "Files" / "Pasted image 20231122093213.png").unlink()
    transformer = copy / "Transformer.md"
    text = transformer.read_text("utf-8").replace("<!--ID: 1700656126061-->\n", "")
    transformer.write_text(text.replace("1700825764697", "1700825510074"), "utf-8")
    (copy / "Cópia").mkdir()
    shutil.copy(copy / "LSTM.md", copy / "Cópia" / "LSTM.md")
    result = run("lint", copy)
    assert result.returncode == 1
    for line in (
        "Transformer.md:6:1: warning: this card has no ID",
        "Transformer.md:11:1: error: no image is called Pasted image 20231122093213.png, in the card",
        "Transformer.md:54:9: error: ID 1700825510074 also belongs to",
        "Transformer.md:58:9: error: ID 1700825510074 also belongs to",
        "Cópia/LSTM.md: warning: LSTM.md has the same text",
    ):
        assert line in result.stdout


@needs_real_vault
def test_the_cards_of_the_real_vault_have_few_faults(run):
    report = json.loads(
        run("lint", REAL_VAULT, "--format", "json", "--ignore", "unused-attachment").stdout
    )
    found = sorted(diagnostic["rule"] for diagnostic in report["diagnostics"])
    assert found == ["duplicate-answer", "image-only-answer", "image-only-answer", "near-answer"]


def test_a_deleted_current_folder_is_reported(tmp_path):
    command = f"cd {tmp_path} && mkdir gone && cd gone && rmdir ../gone && {sys.executable} -P -m vaultgraph lint {ROOT}/sample_vault"
    said = subprocess.run(
        command, shell=True, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert said.returncode == 2
    assert "the current folder is gone" in said.stderr


def test_a_process_of_its_own_says_the_same(run_process, heat):
    result = run_process("lint", ".", cwd=heat)
    assert (result.stdout, result.stderr, result.returncode) == (HEAT_LINTED, "", 1)


def test_quiet_is_nothing_but_findings(run, heat):
    usual = run("lint", cwd=heat)
    result = run("lint", "--quiet", cwd=heat)
    assert (result.returncode, result.stderr) == (1, "")
    assert usual.stdout.replace("\n\n", "\n").startswith(result.stdout)
    assert "2 errors" not in result.stdout
    assert run("lint", "-q", "--ignore", "broken-*", cwd=heat).stdout == ""


def test_a_value_that_is_chosen_by_default_is_not_offered(run, heat):
    error = run("lint", heat, "--fail-on", "critical").stderr
    assert "(choose from error, warning, info, never)" in error


def test_an_empty_vault_has_nothing_to_draw(run, tmp_path):
    (tmp_path / "vault" / ".obsidian").mkdir(parents=True)
    result = run("map", tmp_path / "vault", "-o", tmp_path / "map.html")
    assert (result.returncode, result.stderr.splitlines()[0]) == (
        2,
        "error: the vault has no notes to draw",
    )
