"""Reads hostile texts under callgrind, which counts instructions; see `instructions`.

    valgrind --tool=callgrind --dump-before=getppid ... python -m hostile.count

reads the names of cases from standard input, one JSON list.
"""

import gc
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from hostile.texts import CASES, Case, fuzzed_cases
from sampling import times

__all__ = ["ALL_CASES", "SLOW_CASE", "instructions"]

SLOW_CASE = "an expression that looks for an end at each beginning"
CONTROL = {SLOW_CASE: Case("[", re.compile(r"\[[^\]]*\]").findall)}
ALL_CASES = CASES | dict(fuzzed_cases(times(160), times(60)))
SIZES = (1_500, 6_000)
TOTAL = re.compile(r"^totals: (\d+)", re.MULTILINE)


def instructions(names):
    """How many instructions of the processor reading each of the cases takes, at both sizes.

    A regular expression may be slow within one call, so calls are not enough; and instructions are
    the same in number on every machine, however busy.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "counted")
        # Whenever the program asks for its parent, the count until then is written into a file.
        command = ["valgrind", "-q", "--tool=callgrind", "--dump-before=getppid", "--dump-line=no"]
        subprocess.run(
            [*command, f"--callgrind-out-file={out}", sys.executable, "-m", "hostile.count"],
            input=json.dumps(names), encoding="utf-8", check=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONHASHSEED": "0"},
        )  # fmt: skip
        counted = [
            int(TOTAL.search(Path(f"{out}.{2 * number + 2}").read_text("latin-1"))[1])
            for number in range(len(names) * len(SIZES))
        ]
    return {
        name: tuple(counted[len(SIZES) * number : len(SIZES) * (number + 1)])
        for number, name in enumerate(names)
    }


def main():
    """Read the texts, each between two marks."""
    gc.disable()
    for name in json.load(sys.stdin):
        case = (ALL_CASES | CONTROL)[name]
        case.read(case.text(100))  # what is made once
        for size in SIZES:
            text = case.text(size)
            os.getppid()
            case.read(text)
            os.getppid()


if __name__ == "__main__":
    main()
