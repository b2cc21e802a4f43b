"""What an answer depends on: nothing is read to give it but what is noted, or given."""

import re
from inspect import cleandoc

import pytest

from vaultgraph import VaultGraph, read_vault
from vaultgraph.graph.recording import FACTS, OF_GRAPH, OF_VAULT, RecordingGraph
from vaultgraph.linting.checking import RuleRunner
from vaultgraph.model import Finding, ParsedNote, Span
from vaultgraph.rules import load_rules
from vaults import SAMPLE_VAULT, write_vault

EVERY_FIELD = {*ParsedNote._fields}
FIELDS = {
    "attachments": set(),
    "cards": {"cards", "card_ids", "card_marks", "card_faults", "headings"},
    "decks": {"cards", "card_faults"},
    "emptiness": {"is_empty"},
    "links": {"links", "mentions", "invalid_links", "arrows"},
    "media": {"cards", "links"},
    "names": set(),
    "problems": {"problems"},
    "properties": {"properties", "aliases"},
    "relations": {"relations", "links", "headings"},
    "tags": {"tags", "frontmatter_tags"},
    "templates": {"is_template"},
    "text": EVERY_FIELD,
    "unsynced": EVERY_FIELD,
}
"""The fields of a record that each fact is made of."""

OF_GIST = {
    "aliases": "aliases",
    "content_checksum": "content_checksum",
    "ids": "cards",
    "question_checksums": "cards",
    "deck": "cards",
}
ELSEWHERE = {"aliases", "frontmatter_tags", "headings", "blocks"}
"""What a rule may read of other notes than its own: what links name, and whether it is a topic."""

RULES = load_rules()
ON_VAULT = [rule for rule in RULES.values() if rule.on == "vault"]
ON_LESS = [rule for rule in RULES.values() if rule.on not in {"vault", "Anki"}]


class Watched:
    """A record or a summary that says of what it was asked."""

    def __init__(self, subject, say):
        self.subject, self.say = subject, say

    def __getattr__(self, name):
        field = name if isinstance(self.subject, ParsedNote) else OF_GIST.get(name)
        if field:
            self.say(field)
        return getattr(self.subject, name)


class WatchedVault:
    """The graph of the vault at *root*, and which `(path, field)` of its notes were `read`."""

    def __init__(self, root):
        self.vault, self.read = read_vault(root), set()
        self.parsed = {source: (source.summary, source.parsed) for source in self.vault.sources}

    def graph(self):
        """A new graph, of which nothing but the links was asked."""
        graph = VaultGraph(self.vault)
        for source, (summary, record) in self.parsed.items():
            path = source.path
            vars(source).clear()
            source.path, source.summary, source.parsed = path, summary, record
        assert graph.outgoing
        for source, (summary, record) in self.parsed.items():
            say = self.saying(source.path)
            source.summary, source.parsed = Watched(summary, say), Watched(record, say)
        self.read.clear()
        return graph

    def saying(self, path):
        return lambda field: self.read.add((path, field))


@pytest.fixture(scope="module")
def vaults(tmp_path_factory):
    """The sample vault, and the examples of all rules."""
    folder = tmp_path_factory.mktemp("examples")
    roots = [str(SAMPLE_VAULT)]
    for rule in RULES.values():
        page = rule.page + "\n"
        for block in re.findall(r"^(?:Bad|Good|Fine)::\n\n((?:    .*\n|\n)+)", page, re.MULTILINE):
            text = cleandoc("\n" + block).replace(r"\r", "\r").replace("␣", " ")
            roots.append(str(write_vault(folder / str(len(roots)), text)))
    return [WatchedVault(root) for root in roots]


def unnoted(vault, check):
    """The fields that *check*, of a rule on the vault, reads without a note of it."""
    view = RecordingGraph(vault.graph())
    for _ in check(view):
        pass
    return {field for _, field in vault.read}.difference(
        *(FIELDS[fact] for fact in view.dependencies)
    )


@pytest.mark.parametrize("rule", ON_VAULT, ids=[rule.name for rule in ON_VAULT])
def test_what_a_rule_on_the_vault_reads_is_noted(rule, vaults):
    assert not any(unnoted(vault, rule.check) for vault in vaults)


def test_what_is_read_without_a_note_is_found_out(tmp_path):
    def check(graph):
        for note in graph.notes_with("tags"):
            yield Finding(Span(note.path), f"{len(note.headings)} headings, {note.tags}")

    root = write_vault(tmp_path, "-- Heat.md --\n# Laws\n#physics\n")
    assert unnoted(WatchedVault(str(root)), check) == {"headings"}


@pytest.mark.parametrize("rule", ON_LESS, ids=[rule.name for rule in ON_LESS])
def test_a_rule_reads_of_other_notes_only_what_links_name(rule, vaults):
    judge = RuleRunner([rule])
    for vault in vaults:
        graph = vault.graph()
        for source in graph.vault.sources:
            vault.read.clear()
            judge.check(graph, source)
            assert {field for path, field in vault.read if path != source.path} <= ELSEWHERE


def test_every_question_that_is_classified_can_be_asked(graph):
    asked = graph("-- Heat.md --\nText.\n")
    assert all(hasattr(asked, name) for name in OF_GRAPH)
    assert all(hasattr(asked.vault, name) for name in OF_VAULT)
    assert {
        fact for facts in (*OF_GRAPH.values(), *OF_VAULT.values()) for fact in facts.split()
    } <= FACTS.keys()
    assert FIELDS.keys() == FACTS.keys()


def test_a_question_that_is_not_classified_rests_on_everything(graph):
    view = RecordingGraph(graph("-- Heat.md --\nText.\n"))
    assert view.folder_names == {""}
    assert view.dependencies == FACTS.keys()
