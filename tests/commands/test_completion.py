"""Completion in shells, `help` and `-V`: what every command-line program has."""

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_a_script(run, shell):
    result = run("completion", shell)
    assert "_VAULTGRAPH_COMPLETE" in result.stdout
    assert (result.stderr, result.returncode) == ("", 0)


def test_an_unknown_shell_is_an_error(run):
    result = run("completion", "tcsh")
    assert result.returncode == 2
    assert result.stderr.startswith("error: invalid value 'tcsh' for shell")


@pytest.mark.parametrize(("words", "completed"), [
    ("vaultgraph pa", ["path"]), ("vaultgraph lint --no-c", ["--no-cache"]),
    ("vaultgraph lint --format sa", ["sarif"]), ("vaultgraph rules broken-b", ["broken-block"]),
    ("vaultgraph lint --select broken-b", ["broken-block"]), ("vaultgraph stats --format t", ["text"]),
])  # fmt: skip
def test_a_shell_asks_for_what_a_word_may_become(run_process, words, completed):
    shell = {
        "_VAULTGRAPH_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    assert run_process(**shell).stdout.split() == completed


@pytest.mark.parametrize(("words", "usual"), [
    (["help"], ["--help"]), (["help", "lint"], ["lint", "--help"]), (["-V"], ["--version"]),
])  # fmt: skip
def test_help_and_version_have_a_short_form(run, words, usual):
    assert run(*words).stdout == run(*usual).stdout != ""


def test_help_on_an_unknown_command_names_a_similar_one(run):
    result = run("help", "lnt")
    assert result.returncode == 2
    assert "no such command" in result.stderr
