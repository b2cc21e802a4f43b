"""The sample vault holds one of every fault, where its README says, and no other."""

import re

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaults import SAMPLE_VAULT

ROW = re.compile(r"^\| ([a-z-]+) \| `(.+)` \| (\d+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def graph():
    return VaultGraph(read_vault(str(SAMPLE_VAULT)))


def test_every_fault_is_where_the_table_says_and_nowhere_else(graph):
    told = {
        (rule, str(file.relative_to(SAMPLE_VAULT)), int(line))
        for rule, path, line in ROW.findall((SAMPLE_VAULT / "README.md").read_text())
        for file in SAMPLE_VAULT.glob(path)
    }
    found = {(d.rule, d.location.path, d.location.line) for d in lint(graph, choose_rules())}
    assert found == told


def test_every_rule_that_is_on_has_its_example(graph):
    rules = {rule.name for rule in choose_rules()}
    # Two names that collide, a name that Windows refuses, and symbolic links cannot be checked out
    # on every machine.
    without = {"colliding-names", "outside-link", "unportable-name"}
    assert {found.rule for found in lint(graph, choose_rules())} == rules - without


def test_it_is_in_the_style_it_is_an_example_of(graph):
    assert sum(card.style == "neuracache" for _, card in graph.cards) > 60
    assert {relation.kind for relation in graph.relations} >= {"Relações"}


def test_transformer_leads_to_large_language_model(graph):
    relations = [(r.source, r.target) for r in graph.relations]
    assert ("Transformer.md", "Large Language Model.md") in relations
