"""Nothing of a vault steers a terminal or breaks a format, and programs read UTF-8."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from vaultgraph.export import load_exporters
from vaultgraph.printing import DATA, JSON, STYLED, TEXT, encoded, safe
from vaults import ROOT, write_vault

pytestmark = pytest.mark.slow

STEERING = "\x1b]0;owned\x07\x9b31m\r\u202e"
VAULT = "-- Café.md --\nVoir [[Über 😀]] et [[où/Ñandú]].\n-- Über 😀.md --\n[[Café]]\n"


@pytest.mark.parametrize("form", [TEXT, STYLED])
def test_the_terminal_shows_a_mark_in_its_place(form):
    assert safe(f"a{STEERING}b\n\tc", form) == "a\ufffd]0;owned\ufffd\ufffd31m\ufffd\ufffdb\n\tc"


def test_our_own_styles_pass_and_no_others():
    ours = "\x1b[31;1mred\x1b[0m \x1b]8;;obsidian://open?x=%20\x1b\\note\x1b]8;;\x1b\\"
    assert safe(ours, STYLED) == ours
    assert "\x1b" not in safe(ours, TEXT)
    assert (
        safe("\x1b]8;;https://a.b\x1b\\x\x1b[2J", STYLED)
        == "\ufffd]8;;https://a.b\ufffd\\x\ufffd[2J"
    )


def test_a_style_hides_no_text():
    for hiding in ("8", "1;8", "5;8", "08", "1;08", "30;40", "38;5;8", "7", ";8"):
        assert safe(f"\x1b[{hiding}ma", STYLED) == f"\ufffd[{hiding}ma"


def test_links_of_rich_have_numbers():
    ours = "\x1b]8;id=7;obsidian://open?x\x1b\\note\x1b]8;;\x1b\\"
    assert safe(ours, STYLED) == ours


def test_in_json_it_is_escaped_and_kept():
    text = json.dumps({"a": f"é{STEERING}\udcff"}, ensure_ascii=False)
    (data,) = encoded([text], JSON, "ascii")
    assert json.loads(data) == {"a": f"é{STEERING}\udcff"}
    assert not any(mark < " " or "\x7f" <= mark < "\xa0" for mark in data.decode())


def test_data_is_utf8_whatever_the_encoding_of_the_terminal():
    assert b"".join(encoded(["é"], DATA, "cp1252")) == "é".encode()
    assert b"".join(encoded(["é"], TEXT, "cp1252")) == "é".encode("cp1252")
    assert b"".join(encoded(["é"], TEXT, "ascii")) == b"\\xe9"


@pytest.fixture
def ask(tmp_path):
    """What a command says of the vault, in bytes, and its exit code."""
    root = write_vault(tmp_path / "vault", VAULT)

    def run(*words, env=None, **more):
        command = [sys.executable, "-m", "vaultgraph", words[0], str(root), *words[1:]]
        return subprocess.run(command, cwd=ROOT, env=env, check=False, **more)

    return run


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
@pytest.mark.parametrize(("words", "reads"), [
    (("export",), json.loads), (("lint", "--format", "json"), json.loads), (("lint", "--format", "sarif"), json.loads),
    (("export", "--format", "graphml"), ET.fromstring), (("export", "--format", "canvas"), json.loads),
])  # fmt: skip
def test_what_a_program_reads_is_valid(ask, monkeypatch, encoding, words, reads):
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    answer = ask(*words, capture_output=True).stdout
    assert reads(answer) is not None
    assert any(name in answer.decode("utf-8") for name in ("Café", "Ñandú"))


@pytest.mark.parametrize("name", load_exporters())
def test_what_is_exported_is_utf8(ask, monkeypatch, name):
    """With nothing on standard output the format needs a file, and says so."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    answer = ask("export", "--format", name, capture_output=True)
    text = answer.stdout.decode("utf-8")
    assert "Café" in text or "Ñandú" in text or b"hint: -o " in answer.stderr


def test_without_a_locale_names_are_utf8(ask, monkeypatch):
    for name, value in {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}.items():
        monkeypatch.setenv(name, value)
    answer = json.loads(ask("export", capture_output=True).stdout)
    assert answer["notes"]["Café.md"]["links"][0]["resolved"] == "Über 😀.md"


@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "1>&- 2>&-"])
def test_a_closed_stream_does_not_end_in_a_traceback(tmp_path, closed):
    root = write_vault(tmp_path / "vault", "-- Heat.md --\n[[gone/X]]\n")
    line = f'exec "{sys.executable}" -m vaultgraph lint "{root}" {closed}'
    ended = subprocess.run(["/bin/sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in ended.stderr
    assert ended.returncode == (1 if closed == "2>&-" else 2)


def test_the_pages_of_rules_do_not_depend_on_how_python_was_started(monkeypatch):
    monkeypatch.setenv("PYTHONOPTIMIZE", "2")
    command = [sys.executable, "-m", "vaultgraph", "rules", "broken-link"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    assert b"points to a note or file that is missing" in answer
