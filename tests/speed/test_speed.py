"""What a command costs, in calls of functions: the same number on every machine, busy or not.

Each bound lies a fifth above what was counted on Python 3.11, which stands behind it.
"""

import os
import subprocess
import sys

import pytest

from speed.synthetic import make_card_vault, make_vault
from work import SETTLED

COUNT = (
    SETTLED
    + """
import sys
counted = 0
def count(frame, event, argument):
    global counted
    counted += event in ("call", "c_call")
sys.setprofile(count)
from vaultgraph.__main__ import answer
answer(sys.argv[1:])
sys.setprofile(None)
print(counted, file=sys.stderr)
"""
)


@pytest.fixture(scope="module")
def vaults(tmp_path_factory):
    """Vaults of 400 and 800 notes, and one of 100 notes with 16 cards each."""
    folder = tmp_path_factory.mktemp("speed")
    return {
        "400": make_vault(folder, 400),
        "800": make_vault(folder, 800),
        "cards": make_card_vault(folder, 100),
    }


def calls(*words, cache=""):
    """How many functions are called for an answer to *words*, imports among them."""
    result = subprocess.run(
        [sys.executable, "-c", COUNT, *map(str, words)],
        env=os.environ | {"XDG_CACHE_HOME": str(cache)}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return int(result.stderr.splitlines()[-1])


def test_a_lint_costs_so_many_calls_a_note(vaults):
    extra = [calls("lint", vaults[size], "--no-cache") for size in ("400", "800")]
    assert (extra[1] - extra[0]) / 400 < 730  # 608


def test_a_lint_costs_so_many_calls_a_card(vaults):
    assert calls("lint", vaults["cards"], "--no-cache") / 1600 < 250  # 208


def test_a_lint_where_nothing_changed_costs_few_calls(vaults, tmp_path):
    calls("lint", vaults["800"], cache=tmp_path)
    assert calls("lint", vaults["800"], cache=tmp_path) < 12_000  # 9,981


def test_a_lint_where_little_changed_costs_few_calls(vaults, tmp_path):
    calls("lint", vaults["800"], cache=tmp_path)
    note = next((vaults["800"] / "Heat").glob("*.md"))
    note.write_text(note.read_text() + "\nOne more line.\n")
    assert calls("lint", vaults["800"], cache=tmp_path) < 188_000  # 156,443


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
def test_twice_the_notes_cost_about_twice_the_calls(words, vaults):
    once, twice = (
        calls(*(vaults[size] if word == "VAULT" else word for word in words))
        for size in ("400", "800")
    )
    assert twice / once < 2.2
