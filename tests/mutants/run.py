"""Changes modules in a sample of ways, and says which changes the tests of a module do not notice.

    PYTHONPATH=.:tests python -m mutants.run [COUNT] [SEED] [PART/PARTS]

Each mutant lives in a process that is forked for it: the module is compiled from the changed tree
when it is imported, and no file is touched.  The tests of the module come first; what they let
through is tried with those of what is made of the module, which take longer.  A mutant
that takes a minute of CPU counts as noticed.  Tests that start another Python do not see it.
"""

import importlib
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
LINKS = ["tests/graph", "tests/reading/test_spans.py", "tests/rules/test_empty_link.py", "tests/rules/test_unencoded_markdown_link.py", "tests/rules/test_broken_link.py", "tests/rules/test_broken_heading.py", "tests/rules/test_ambiguous_link.py", "tests/rules/test_alias_as_target.py", "tests/test_fidelity.py"]  # fmt: skip
CARDS = [
    "tests/rules",
    "tests/test_given_vaults.py",
    "tests/test_sample_vault.py",
    "tests/commands/test_command_line.py",
]
OF_THE_PLUGIN = ["tests/reading/test_cards.py", "tests/reading/test_card_settings.py", "tests/reading/test_card_styles.py"]  # fmt: skip
# The tests of each part, and those of what is made of it: the first part that fits counts.
TESTS = {
    "graph/resolve": (["tests/graph/test_resolve.py"], LINKS),
    "reading/markdown/links": (["tests/reading/test_links.py"], LINKS),
    "linting/baseline": (["tests/linting/test_baseline.py"], ["tests/commands/test_command_line.py"]),
    "linting/changes": (["tests/linting/test_incremental.py", "tests/linting/test_dependencies.py"], ["tests/linting"]),
    "linting/fixing": (["tests/linting/test_fixing.py"], ["tests/rules", "tests/commands/test_command_line.py"]),
    "reading/cards/obsidian_to_anki/ignored": (["tests/reading/test_ignored_notes.py"], ["tests/reading/test_card_settings.py"]),
    "reading/cards/obsidian_to_anki/last_sync": (["tests/reading/test_last_sync.py"], ["tests/rules"]),
    "reading/cards/obsidian_to_anki": (OF_THE_PLUGIN, CARDS),
    "reading/cards": (["tests/reading/test_other_plugins.py", "tests/reading/test_cards.py"], [*OF_THE_PLUGIN[:2], *CARDS]),
    "rules": ([], ["tests/rules/test_every_rule.py", "tests/test_sample_vault.py", "tests/test_audit.py"]),
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
    for done, (path, place) in enumerate(chosen, 1):
        change, tree = mutant((PACKAGE / path).read_text("utf-8"), *place)
        if not any(_is_noticed(_name(path), tree, tests) for tests in _tests(path)):
            survived.append(change)
            print(f"{path}:{change}", flush=True)
        if done % 10 == 0:
            print(f"{done} of {len(chosen)} mutants, {len(survived)} not noticed", flush=True)
    print(f"{len(chosen)} mutants of {len(every)}, {len(survived)} not noticed")


def _modules():
    """Yield the paths of the modules that are changed."""
    yield from ("graph/resolve.py", "reading/markdown/links.py")
    yield from ("linting/baseline.py", "linting/changes.py", "linting/fixing.py")
    for pattern in ("reading/cards/**/*.py", "rules/[!_]*.py"):
        yield from (str(file.relative_to(PACKAGE)) for file in sorted(PACKAGE.glob(pattern)))


def _mutants(path):
    for place in mutations((PACKAGE / path).read_text("utf-8")):
        yield path, place


def _tests(path):
    """The tests of the module at *path*, and those of what is made of it."""
    own, wider = next(tests for part, tests in TESTS.items() if path.startswith(part))
    mirror = f"tests/rules/test_{path.partition('/')[2]}"
    own = [mirror] if (ROOT / mirror).exists() else own
    return [f"vaultgraph/{path}", *own], wider


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
    """Whether one of the *tests* fails, where the module *name* is *tree*."""
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
        importlib.import_module(name)  # or pytest, asked for its doctests, would import the file
        code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])
    finally:
        os._exit(int(code))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.dont_write_bytecode = False  # or each mutant would compile the package and its tests anew
    assert hypothesis  # imported once, not in each process
    main()
