"""Measure how well suggestions find links that were taken away: `measure_suggestions.py VAULT…`.

A fifth of the links between notes is taken out of a copy of each vault, always the same ones, and
each note is asked for the links that it lost.  Prints a table for docs/suggestions.md; `--as-text`
leaves the text of the links there instead, as if their writer had only forgotten the brackets.
`--history` takes git repositories of vaults: it goes back to the middle of their history, and asks
for the links that were added since then, between notes that were there.
"""

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

from vaultgraph import VaultGraph, read_vault
from vaultgraph.reading import NO_PROSE, display, prose
from vaultgraph.suggesting import MissingLinks

_SHARE, _SEED = 0.2, 1
_PLACES = (5, 10)
Rank = Callable[[MissingLinks, str], Sequence[str]]


def main() -> None:
    """Print the table for the vaults named on the command line."""
    options = {word for word in sys.argv[1:] if word.startswith("-")}
    measure_vault = measure_history if "--history" in options else measure
    if "--as-text" in options:
        measure_vault = partial(measure, as_text=True)
    results: defaultdict[str, list[Sequence[int]]] = defaultdict(list)
    for vault in [word for word in sys.argv[1:] if not word.startswith("-")]:
        for name, found in measure_vault(vault).items():
            results[name].append(found)
            print(f"{name:30} {_figures(found)}  {vault}", file=sys.stderr)
    for name, by_vault in results.items():
        print(f"| {name} | {_figures([rank for ranks in by_vault for rank in ranks])} |")


def measure(vault: str, *, as_text: bool = False) -> Mapping[str, Sequence[int]]:
    """Return the ranks of the hidden links of *vault* by method, 0 for those not found."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "vault")
        shutil.copytree(vault, copy, symlinks=True, ignore_dangling_symlinks=True)
        hidden = hide_links(VaultGraph(read_vault(str(copy))), as_text=as_text)
        missing = MissingLinks(VaultGraph(read_vault(str(copy))))
        return {name: [*_ranks(missing, hidden, rank)] for name, rank in _METHODS.items() if hidden}


def measure_history(repository: str) -> Mapping[str, Sequence[int]]:
    """Return the ranks of the links that were added in the second half of a history, likewise."""
    commits = _git(repository, "rev-list", "--first-parent", "HEAD").decode().split()
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old"), Path(folder, "new")
        for commit, place in ((commits[len(commits) // 2], old), (commits[0], new)):
            with tarfile.open(
                fileobj=BytesIO(_git(repository, "archive", commit, "*.md"))
            ) as archive:
                archive.extractall(place, filter="data")
        before, after = (VaultGraph(read_vault(str(place))) for place in (old, new))
        missing = MissingLinks(before)
        known = {note.path for note in before.linkable_notes()}
        added = {
            path: known.intersection(after.linked_notes(path)).difference(before.linked_notes(path))
            for path in known.intersection(note.path for note in after.linkable_notes())
        }
        later = {path: frozenset(targets) for path, targets in added.items() if targets}
        return {name: [*_ranks(missing, later, rank)] for name, rank in _METHODS.items() if later}


def _git(repository: str, *words: str) -> bytes:
    command = ["git", "-C", repository, *words]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


def hide_links(graph: VaultGraph, *, as_text: bool) -> Mapping[str, frozenset[str]]:
    """Take a fifth of the links of *graph* out of its files; return their targets by source."""
    known = {note.path for note in graph.linkable_notes()}
    pairs = [(p, t) for p in sorted(known) for t in graph.linked_notes(p) if t in known]
    chosen = {*Random(_SEED).sample(sorted(pairs), round(len(pairs) * _SHARE))}  # noqa: S311
    hidden: defaultdict[str, set[str]] = defaultdict(set)
    for source, target in chosen:
        hidden[source].add(target)
    for source, targets in hidden.items():
        text = graph.vault.text(source)
        edges = [edge for edge in graph.outgoing[source].edges if edge.target in targets]
        for link in sorted({edge.link for edge in edges}, key=lambda link: -link.start):
            shown = display(text[link.start : link.end], link.syntax) if as_text else ""
            text = text[: link.start] + shown + text[link.end :]
        Path(graph.vault.root, source).write_text(text, encoding="utf-8")
    return {source: frozenset(targets) for source, targets in hidden.items()}


def _ranks(
    missing: MissingLinks, hidden: Mapping[str, frozenset[str]], rank: Rank
) -> Iterator[int]:
    """Yield the rank of each hidden link among the notes that are not hidden links."""
    for source, targets in sorted(hidden.items()):
        order = rank(missing, source) if source in missing.texts.words else []
        for target in sorted(targets):
            others = [path for path in order if path == target or path not in targets]
            yield others.index(target) + 1 if target in others else 0


def _by_all(missing: MissingLinks, source: str) -> Sequence[str]:
    return [each.target for each in missing.suggest(source, 100)]


def _by_mentions(missing: MissingLinks, source: str) -> Sequence[str]:
    """Return the notes whose name or alias the text has, as Obsidian finds unlinked mentions."""
    readable = prose(missing.graph.vault.text(source)).replace(NO_PROSE, "\n")
    linked = {source, *missing.graph.linked_notes(source)}
    counts = Counter[str]()
    for note in missing.graph.linkable_notes():
        for name in {note.name, *note.parsed.aliases} if note.path not in linked else ():
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
            counts[note.path] += len(re.findall(pattern, readable, re.IGNORECASE))
    return _best(missing, source, counts)


def _by_neighbours(missing: MissingLinks, source: str) -> Sequence[str]:
    return _best(missing, source, missing.shape.adamic_adar(source))


def _by_words(missing: MissingLinks, source: str) -> Sequence[str]:
    return _best(missing, source, missing.similar_texts.similar(source))


def _best(missing: MissingLinks, source: str, scores: Mapping[str, float]) -> Sequence[str]:
    linked = missing.shape.targets[source]
    found = [path for path, score in scores.items() if score > 0 and path not in linked]
    return sorted(found, key=lambda path: (-scores[path], path))


_METHODS: Mapping[str, Rank] = {
    "vaultgraph suggest": _by_all,
    "exact unlinked mentions": _by_mentions,
    "Adamic-Adar": _by_neighbours,
    "TF-IDF": _by_words,
}


def _figures(ranks: Sequence[int]) -> str:
    within = [sum(0 < rank <= place for rank in ranks) / len(ranks) for place in _PLACES]
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return " | ".join(f"{value:.3f}" for value in (*within, mean))


if __name__ == "__main__":
    main()
