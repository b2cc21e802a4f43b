"""What `import vaultgraph` offers: all of it is listed, typed, and closed under its own types."""

import inspect
import re
from enum import Enum

import pytest

import vaultgraph
from vaultgraph.model import Severity

NAMES = [name for name in vaultgraph.__all__ if name != "__version__"]
VALUES = [getattr(vaultgraph, name) for name in NAMES]
INTERNAL = {"Flashcards", "Record", "VaultFolder"}
"""What notes and vaults are made of: `read_vault` makes them, programs only read them."""


def annotations(value):
    """The annotations of what callers give to and get from *value*, as they are written."""
    if inspect.isclass(value):
        if not issubclass(value, (Enum, Exception)):
            yield from getattr(value, "__annotations__", {}).values()
        if "__init__" in vars(value):
            yield from value.__init__.__annotations__.values()
    else:
        yield from value.__annotations__.values()


def own_types(annotation):
    """The names of classes in *annotation* that the package defines."""
    text = annotation if isinstance(annotation, str) else repr(annotation)
    yield from re.findall(r"\bvaultgraph(?:\.\w+)*\.([A-Z]\w+)", text)
    if isinstance(annotation, str):
        yield from set(re.findall(r"\b[A-Z]\w+", text)) & OWN


OWN = {
    name
    for value in VALUES
    for name, other in vars(inspect.getmodule(value)).items()
    if inspect.isclass(other) and other.__module__.startswith("vaultgraph")
}


def test_dir_lists_the_public_names():
    assert dir(vaultgraph) == sorted(vaultgraph.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_under_its_own_name_and_says_what_it_is(name):
    value = getattr(vaultgraph, name)
    assert value.__name__ == name
    assert value.__doc__


@pytest.mark.parametrize("name", NAMES)
def test_types_in_public_signatures_are_public(name):
    found = {own for each in annotations(getattr(vaultgraph, name)) for own in own_types(each)}
    assert found - set(NAMES) - INTERNAL == set()


def test_another_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        vaultgraph.nothing  # noqa: B018


def test_lint_runs_the_default_rules_unless_it_is_given_others(vault):
    graph = vaultgraph.VaultGraph(vault("-- A.md --\n[[A]] [[sub/B]]\n"))
    assert {found.rule for found in vaultgraph.lint(graph)} == {"broken-link"}
    assert {
        found.rule for found in vaultgraph.lint(graph, vaultgraph.choose_rules(["self-*"]))
    } == {"self-link"}


def test_the_default_rules_are_set_by_the_settings_of_the_graph(vault):
    text = '-- A.md --\n[[A]]\n-- .vaultgraph.toml --\n[rules.self-link]\nseverity = "error"\n'
    read = vault(text)
    graph = vaultgraph.VaultGraph(read, vaultgraph.load_settings(read.root))
    assert ("self-link", Severity.ERROR) in {(d.rule, d.severity) for d in vaultgraph.lint(graph)}


def test_the_library_is_in_english_by_default(vault):
    graph = vaultgraph.VaultGraph(vault("-- A.md --\n[[B]]\n"))
    assert '<html lang="en"' in vaultgraph.draw(graph)
    assert '<html lang="pt-BR"' in vaultgraph.draw(graph, lang="pt")
