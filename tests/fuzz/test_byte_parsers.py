"""No bytes of a stranger make a parser fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz.byte_parsers import PARSERS, SEEDS

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize("parser", PARSERS)
def test_bytes_to_begin_with_are_read_wherever_they_end(parser):
    for seed in SEEDS[parser]:
        for end in range(len(seed) + 1):
            PARSERS[parser](seed[:end])


@pytest.mark.parametrize("parser", PARSERS)
def test_bytes_that_reach_new_code_are_read(parser, tmp_path):
    pytest.importorskip("atheris", reason="ATHERIS IS MISSING: THE BYTE PARSERS WERE NOT FUZZED")
    command = [sys.executable, "-m", "fuzz.grow", parser, "-seed=7", "-runs=2000"]
    found = subprocess.run(
        [*command, "-max_len=300", "-verbosity=0", "-timeout=60"],
        cwd=tmp_path,  # what made a parser fail is left there
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (TESTS, TESTS.parent)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr[-3000:]
