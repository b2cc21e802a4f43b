"""Figures that must not get worse: each bound is twice what was measured, for machines are noisy."""

import os
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from speed.synthetic import make_vault

FLOOR = [str(Path(__file__).with_name("floor.py"))]
GRAIN = 2.2


@pytest.fixture(scope="module")
def vaults(tmp_path_factory):
    """Vaults of 1,000 and 2,000 notes, which are old enough to be remembered."""
    folder = tmp_path_factory.mktemp("speed")
    made = [make_vault(folder, 1000), make_vault(folder, 2000)]
    time.sleep(GRAIN)
    return made


def cpu(*words, runs=5):
    """The CPU seconds that an invocation of Python takes at least."""
    return min(once(words) for _ in range(runs))


def once(words):
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *map(str, words)], capture_output=True, check=False)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_a_lint_costs_at_most_so_many_times_reading_the_notes(vaults):
    lint = cpu("-m", "vaultgraph", "lint", vaults[1], "--no-cache")
    assert lint / cpu(*FLOOR, vaults[1]) < 45


def test_a_lint_where_nothing_changed_costs_about_as_much_as_reading_the_notes(vaults):
    cpu("-m", "vaultgraph", "lint", vaults[1], runs=1)
    assert cpu("-m", "vaultgraph", "lint", vaults[1]) / cpu(*FLOOR, vaults[1]) < 3.5


@pytest.mark.parametrize(
    "words",
    [
        ("lint", "--no-cache", "VAULT"),
        ("stats", "VAULT"),
        ("audit", "VAULT"),
        ("export", "VAULT", "--format", "json", "-o", os.devnull),
        ("links", "alias 1", "--vault", "VAULT"),
        ("map", "VAULT", "-o", os.devnull),
    ],
    ids=lambda words: words[0],
)
def test_twice_the_notes_cost_about_twice_as_much(words, vaults):
    once_, twice = (
        cpu("-m", "vaultgraph", *(vault if word == "VAULT" else word for word in words), runs=3)
        for vault in vaults
    )
    assert twice / once_ < 2.6
