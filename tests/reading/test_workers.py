"""Several processes read and judge what one would, with the same result."""

import os

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.linting import Linter
from vaultgraph.messages import Message
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.reading import Workers, note_store, unread, workers
from vaultgraph.rules import Rule
from vaults import SAMPLE_VAULT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here"),
]

COUNTED = ("{count:,} place", "{count:,} places")
HERE = os.getpid()


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Even few notes are worth sharing, and are read in small batches."""
    monkeypatch.setattr(workers, "MIN_NOTES_PER_WORKER", 1)
    monkeypatch.setattr(unread, "_BATCH", 2)


def told(vault):
    return lint(VaultGraph(vault), choose_rules(["*"]))


def lint_with(number, rules=None, root=SAMPLE_VAULT):
    """What *rules*, or all of them, say when so many processes read and judge the vault."""
    linter = Linter(rules or choose_rules(["*"]), processes=number)
    return linter.lint(VaultGraph(read_vault(str(root), workers=linter.workers)))


@pytest.mark.parametrize("most", [1, 10_000], ids=["many notes", "few notes"])
@pytest.mark.parametrize("number", [1, 2, 3, 50])
def test_any_number_of_processes_reads_the_same(monkeypatch, number, most):
    monkeypatch.setattr(note_store, "MANY", most)
    alone = read_vault(str(SAMPLE_VAULT))
    together = read_vault(str(SAMPLE_VAULT), workers=Workers(number))
    assert [*together.notes] == [*alone.notes]
    assert [note.parsed for note in together.sources] == [note.parsed for note in alone.sources]
    assert together.unreadable == alone.unreadable
    assert told(together) == told(alone)


@pytest.mark.parametrize("most", [1, 10_000], ids=["many notes", "few notes"])
@pytest.mark.parametrize("number", [2, 3, 50])
def test_any_number_of_processes_reports_the_same(monkeypatch, number, most):
    monkeypatch.setattr(note_store, "MANY", most)
    assert lint_with(number) == lint_with(1) != []


def test_a_worker_checks_what_it_has_read():
    def where(graph, note):
        yield Finding(Span(note.path), f"judged by {os.getpid() == HERE}")

    where_rule = Rule("where", Severity.INFO, COUNTED, where, True, {}, on="note")
    assert {each.message for each in lint_with(1, [where_rule])} == {"judged by True"}
    assert {each.message for each in lint_with(2, [where_rule])} == {
        "judged by True",
        "judged by False",
    }


def test_what_a_worker_cannot_check_is_checked_here():
    def fragile(graph, note):
        if os.getpid() != HERE:
            os._exit(1)
        yield Finding(Span(note.path), "judged")

    fragile_rule = Rule("fragile", Severity.INFO, COUNTED, fragile, True, {}, on="note")
    assert lint_with(3, [fragile_rule]) == lint_with(1, [fragile_rule])


def test_what_a_worker_cannot_read_is_read_here(monkeypatch):
    def read(self, paths):
        if os.getpid() != HERE:
            os._exit(1)
        return read_batch(self, paths)

    read_batch = unread.UnreadVault.read
    alone = lint_with(1)
    monkeypatch.setattr(unread.UnreadVault, "read", read)
    assert lint_with(3) == alone


def test_where_no_process_can_be_made_all_is_done_here(monkeypatch):
    def refuse():
        raise BlockingIOError

    alone = lint_with(1)
    monkeypatch.setattr(os, "fork", refuse)
    assert lint_with(3) == alone


def test_a_limit_that_a_worker_meets_is_met_here(monkeypatch):
    from vaultgraph.reading.vault import Vault

    monkeypatch.setattr(Vault, "is_partial", property(lambda self: os.getpid() != HERE))
    assert lint_with(3) == lint_with(1)


def test_what_cannot_be_serialized_is_read_by_each(monkeypatch):
    def refuse(note):
        raise ValueError(note)

    alone = lint_with(1)
    monkeypatch.setattr(note_store, "serialize", refuse)
    assert lint_with(3) == alone


def test_the_reason_why_a_note_cannot_be_read_can_be_translated_in_any_process(tmp_path):
    for name in ("Cold", "Dark", "Heat", "Idle", "Light", "Work"):
        (tmp_path / f"{name}.md").write_bytes(b"\0\xff")
    faults = read_vault(str(tmp_path), workers=Workers(2)).unreadable.values()
    assert [*map(type, faults)] == [Message] * 6


def test_a_note_that_cannot_be_opened_is_reported_by_the_process_that_reads_it(tmp_path):
    for name in ("Heat", "Light", "Work"):
        (tmp_path / f"{name}.md").write_text("Energy.")
    for name in ("Cold", "Dark", "Idle"):
        (tmp_path / f"{name}.md").symlink_to(tmp_path / f"{name}.md")
    assert (
        read_vault(str(tmp_path), workers=Workers(2)).unreadable
        == read_vault(str(tmp_path)).unreadable
        != {}
    )


def test_a_vault_that_changes_later_is_checked_as_it_was_read():
    linter = Linter(choose_rules(["*"]), processes=2)
    vault = read_vault(str(SAMPLE_VAULT), workers=linter.workers)
    assert linter.lint(VaultGraph(vault)) == linter.lint(VaultGraph(vault))


def test_similar_names_that_a_worker_found_are_reused_here():
    def known_near(number):
        linter = Linter(choose_rules(["*"]), processes=number)
        graph = VaultGraph(read_vault(str(SAMPLE_VAULT), workers=linter.workers))
        linter.lint(graph)
        return graph.similar_names.found

    assert known_near(3) == known_near(1) != {}
