"""What lint prints on terminals of 80 and 120 columns, about vaults of three sizes.

    python tests/reports/screens.py

writes the transcripts below `screens/` again; read the difference as the owner of such a vault.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from vaultgraph import choose_rules, lint, read_vault
from vaultgraph.graph import VaultGraph
from vaultgraph.reports import lint_text
from vaultgraph.reports.report import Report
from vaultgraph.reports.terminal import Style
from vaults import ROOT, write_vault

__all__ = ["SCREENS", "screen"]

TOPICS = ["Heat", "Work", "Energy", "Entropy", "Pressure", "Volume", "Engine", "Pump", "Cycle"]


def first_run():
    """A vault that was never linted: a term of lectures, whose pictures were left on another machine."""
    yield "Index.md", "\n".join(f"- [[{topic}]]" for topic in TOPICS) + "\n"
    for number, topic in enumerate(TOPICS):
        links = "\n".join(f"See [[{topic} {law}]]." for law in ("law", "unit", "history"))
        images = "\n".join(f"![[{topic.lower()}-{n}.png]]" for n in range(number))
        yield f"{topic}.md", f"# {topic}\n\n{links}\n\n{images}\n"
    yield "Journal/Monday.md", "Read [[Entorpy]] and [the pump](../Pmup.md), then [[Old/Boiler]].\n"
    yield "Journal/Tuesday.md", "[[https://example.org/heat]] [[https://example.org/work]]\n"
    yield "Journal/Wednesday.md", "---\nabout: [[Heat]]\n---\nDone: [[Heat#What it is]]\n"


def huge():
    """A vault of many years, with more faults of each kind than anybody reads."""
    for number in range(400):
        other, gone = (number * 7) % 400, number % 90
        links = f"[[Note {other}#Summary]] [[Archive/Note {gone}]] ![[scan-{gone}.png]]"
        yield (
            f"{number % 20:02}/Note {number}.md",
            f"# Note {number}\n\n{links} #Topic/{number % 9}\n",
        )
    for number in range(60):
        yield f"Copies/Note {number}.md", "The same text in each of them.\n"


def _written(files, folder):
    return write_vault(folder, "".join(f"-- {path} --\n{text}" for path, text in files))


VAULTS = {
    "small": lambda _: ROOT / "sample_vault",
    "first-run": lambda folder: _written(first_run(), folder),
    "huge": lambda folder: _written(huge(), folder),
}
SCREENS = [(name, columns) for name in VAULTS for columns in (80, 120)]


def screen(name, columns, folder):
    """The report on the vault called *name*, written into *folder*, on a terminal of *columns*."""
    graph = VaultGraph(read_vault(str(VAULTS[name](folder))))
    rules = choose_rules()
    return "".join(
        lint_text.render(Report(graph, lint(graph, rules), rules, style=Style(columns=columns)))
    )


def transcript(name, columns):
    """The file with what *name* looked like when somebody last read it."""
    return Path(__file__).parent / "screens" / f"{name}-{columns}.txt"


def main():
    """Write all transcripts."""
    for name, columns in SCREENS:
        with tempfile.TemporaryDirectory() as folder:
            transcript(name, columns).write_text(
                screen(name, columns, Path(folder) / name), "utf-8"
            )


if __name__ == "__main__":
    main()
