"""Wherever a fault strikes, nothing is lost, half written or left behind, and the next run is right."""

import os
import subprocess
import sys

import pytest

from sampling import times
from vaults import ROOT

driver = pytest.importorskip(
    "faults.driver", reason="only Unix limits the size of a file", exc_type=ImportError
)
POINTS = str(times(18, "VAULTGRAPH_FAULTS"))  # three of each kind


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the driver forks")
@pytest.mark.parametrize("command", driver.COMMANDS)
def test_a_fault_does_no_harm(command):
    path = os.pathsep.join([str(ROOT / "tests"), str(ROOT)])
    result = subprocess.run(
        [sys.executable, "-m", "faults.driver", command, POINTS],
        capture_output=True, encoding="utf-8", check=False, env=os.environ | {"PYTHONPATH": path},
    )  # fmt: skip
    assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)
