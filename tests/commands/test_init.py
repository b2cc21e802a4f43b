"""`vaultgraph init` writes settings to start from."""

import os
import re

import pytest

from vaultgraph import UsageError, choose_rules
from vaultgraph.commands.init import init
from vaultgraph.rules import load_rules
from vaultgraph.settings import Settings, load_settings
from vaults import write_vault


def test_nothing_is_changed_until_a_line_is_uncommented(run, tmp_path):
    vault = write_vault(tmp_path / "vault", "-- Heat.md --\nSee [[Entropy]].")
    before = run("lint", vault).stdout
    done = run("init", vault)
    assert done.returncode == 0
    assert "every line is a comment" in done.stderr
    assert load_settings(str(vault))._replace(source="") == Settings()
    assert run("lint", vault).stdout == before


def test_every_line_that_is_commented_out_can_be_uncommented(run, tmp_path):
    vault = write_vault(tmp_path, "-- Heat.md --")
    run("init", vault)
    file = vault / ".vaultgraph.toml"
    file.write_text(re.sub(r"^# ", "", file.read_text(), flags=re.MULTILINE))
    settings = load_settings(str(vault))
    assert settings.backward == ("Builds on",)
    off = {name for name, rule in load_rules().items() if not rule.is_on}
    assert off <= {rule.name for rule in choose_rules(settings=settings)}


def test_a_file_that_is_there_is_kept(run, tmp_path):
    vault = write_vault(tmp_path, "-- Heat.md --")
    (vault / ".vaultgraph.toml").write_text('fail-on = "never"')
    again = run("init", vault)
    assert again.returncode == 2
    assert "already exists" in again.stderr
    assert (vault / ".vaultgraph.toml").read_text() == 'fail-on = "never"'


def test_a_folder_that_is_not_there(run, tmp_path):
    assert run("init", tmp_path / "nowhere").returncode == 2


def test_a_failed_write_leaves_no_file(run, tmp_path, monkeypatch):
    vault = write_vault(tmp_path, "-- Heat.md --")

    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError, match="No space left on device"):
        init(str(vault))
    assert not [file for file in vault.iterdir() if "vaultgraph" in file.name]
