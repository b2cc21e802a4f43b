"""The action for GitHub and the hook for pre-commit: where others run us."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from vaults import ROOT, write_vault

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.fixture
def act(tmp_path):
    """Run the last step of the action with these inputs, as GitHub would."""

    def call(vault, options=""):
        python = Path(sys.executable).parent
        return subprocess.run(
            [shutil.which("bash"), "-eo", "pipefail", "-c", ACTION["runs"]["steps"][-1]["run"]],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
            env={
                **os.environ, "VAULT": vault, "OPTIONS": options, "LANGUAGE": "en",
                "PATH": f"{python}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
            },
        )  # fmt: skip

    return call


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


@needs_bash
def test_the_action_annotates_the_lines_of_a_vault(act, tmp_path):
    write_vault(tmp_path / "my notes", "-- Heat.md --\n[[Old/Gone]]\n")
    result = act("my notes")
    assert result.returncode == 1
    assert result.stdout.startswith("::error title=")
    assert "file=my notes/Heat.md,line=1" in result.stdout


@needs_bash
def test_the_options_of_the_action_are_words_one_a_line(act, tmp_path):
    write_vault(tmp_path / "notes", "-- Heat.md --\n[[Old/Gone]]\n-- Work.md --\nForce.\n")
    assert act("notes", "--ignore=broken-*\n--ignore=orphan-note\n").stdout == ""
    assert act("notes/Work.md", "--select=broken-link\n").returncode == 0


@needs_bash
def test_an_input_of_the_action_is_never_a_part_of_the_script(act, tmp_path):
    act('$(touch pwned) "; touch pwned; "', "`touch pwned`")
    assert list(tmp_path.iterdir()) == []
    text = (ROOT / "action.yml").read_text("utf-8")
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert text.count("${{") > 0 == sum(script.count("${{") for script in scripts)


def test_the_hook_runs_on_a_commit_that_only_deletes():
    assert HOOK["always_run"]
    assert not HOOK["pass_filenames"]
    assert not {"files", "types", "types_or"} & HOOK.keys()
