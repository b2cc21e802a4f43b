"""Changes modules in a sample of ways, and says which changes the tests of a module do not notice.

    PYTHONPATH=.:tests python -m mutants.run [COUNT] [SEED] [PART/PARTS]

Each mutant lives in a process that is forked for it: the module is compiled from the changed tree
when it is imported, and no file is touched.  A mutant that takes a minute of CPU counts as noticed.
Tests that start another Python do not see it.
"""

import importlib.abc
import importlib.util
import os
import random
import resource
import sys
from itertools import chain
from pathlib import Path

import hypothesis
import pytest

from mutants.mutations import mutant, mutations
from vaults import ROOT

__all__ = ["main"]

PACKAGE = ROOT / "vaultgraph"
CARDS = ["tests/reading/test_cards.py", "tests/reading/test_card_styles.py", "tests/reading/test_other_plugins.py", "tests/reading/test_card_settings.py", "tests/test_given_vaults.py"]  # fmt: skip
TESTS = {
    "graph/resolve.py": ["tests/graph", "tests/test_given_vaults.py", "tests/rules/test_broken_link.py", "tests/rules/test_ambiguous_link.py", "tests/test_fidelity.py"],
    "reading/markdown/links.py": ["tests/reading/test_links.py", "tests/reading/test_spans.py", "tests/test_given_vaults.py", "tests/rules/test_empty_link.py", "tests/rules/test_unencoded_markdown_link.py", "tests/test_fidelity.py"],
    "linting/baseline.py": ["tests/linting/test_baseline.py"],
    "linting/changes.py": ["tests/linting/test_incremental.py", "tests/linting/test_dependencies.py"],
    "linting/fixing.py": ["tests/linting/test_fixing.py"],
}  # fmt: skip
SECONDS = 60


def main() -> None:
    """Print each mutant of the sample that is not noticed, and how many there were."""
    words = sys.argv[1:]
    count, seed = int(words[0]) if words else 300, int(words[1]) if words[1:] else 1
    part, parts = map(int, words[2].split("/")) if words[2:] else (0, 1)
    every = [*chain.from_iterable(map(_mutants, _modules()))]
    chosen = random.Random(seed).sample(every, min(count, len(every)))[part::parts]
    survived = []
    for done, (path, place, tests) in enumerate(chosen, 1):
        change, tree = mutant((PACKAGE / path).read_text("utf-8"), *place)
        if not _is_noticed(_name(path), tree, tests):
            survived.append(change)
            print(f"{path}:{change}", flush=True)
        if done % 10 == 0:
            print(f"{done} of {len(chosen)} mutants, {len(survived)} not noticed", flush=True)
    print(f"{len(chosen)} mutants of {len(every)}, {len(survived)} not noticed")


def _modules():
    """Yield modules of the package, each with the tests that belong to it."""
    yield from TESTS.items()
    for file in sorted((PACKAGE / "reading/cards").rglob("*.py")):
        yield str(file.relative_to(PACKAGE)), CARDS
    for file in sorted((PACKAGE / "rules").glob("[!_]*.py")):
        own = f"tests/rules/test_{file.name}"
        tests = [own] if (ROOT / own).exists() else []
        yield (
            str(file.relative_to(PACKAGE)),
            [*tests, "tests/rules/test_every_rule.py", "tests/test_sample_vault.py"],
        )


def _mutants(item):
    path, tests = item
    for place in mutations((PACKAGE / path).read_text("utf-8")):
        yield path, place, tests


def _name(path):
    return "vaultgraph." + path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


class Mutated(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Imports one module from a tree that was changed."""

    def __init__(self, name, tree):
        self._name, self._tree = name, tree

    def find_spec(self, name, path, target=None):
        if name != self._name:
            return None
        file = PACKAGE.parent / (name.replace(".", "/") + ".py")
        if not file.exists():
            file = PACKAGE.parent / name.replace(".", "/") / "__init__.py"
        is_package = file.name == "__init__.py"
        spec = importlib.util.spec_from_loader(name, self, origin=str(file), is_package=is_package)
        spec.has_location = True
        return spec

    def get_code(self, fullname):
        return compile(self._tree, self.get_filename(fullname), "exec")

    def get_filename(self, fullname):
        return str(Path(fullname.replace(".", "/") + ".py"))

    def get_data(self, path):
        return Path(path).read_bytes()


def _is_noticed(name, tree, tests):
    """Whether one of the *tests* fails where the module *name* is *tree*."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return status != 0
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        sys.meta_path.insert(0, Mutated(name, tree))
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])
    finally:
        os._exit(int(code))


if __name__ == "__main__":
    os.chdir(ROOT)
    assert hypothesis  # imported once, not in each process
    main()
