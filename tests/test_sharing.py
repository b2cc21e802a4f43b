"""Several processes read and judge what one would, with the same result."""

import os
import signal
import subprocess
import sys

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault, sharing
from vaultgraph.linting import Linter, running
from vaultgraph.model import Finding, Place, Record, Severity
from vaultgraph.reading import opening, packing
from vaultgraph.reading.packing import MANY, Packer, pack
from vaultgraph.rules import Rule
from vaultgraph.sharing import beside
from vaults import ROOT, SAMPLE_VAULT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


@pytest.fixture
def few(monkeypatch):
    """Even few notes are worth sharing."""
    for module in (opening, running):
        monkeypatch.setattr(module, "WORTH_SHARING", 1)


def told(vault):
    return lint(VaultGraph(vault), choose_rules(["*"]))


@pytest.mark.parametrize("processes", [2, 3, 50])
def test_shared_reading_finds_the_same(few, processes):
    alone, together = (
        read_vault(str(SAMPLE_VAULT)),
        read_vault(str(SAMPLE_VAULT), processes=processes),
    )
    assert [*together.notes] == [*alone.notes]
    assert [note.record for note in together.sources] == [note.record for note in alone.sources]
    assert together.unreadable == alone.unreadable
    assert told(together) == told(alone)


def test_what_a_process_does_not_do_is_done_here():
    def work(path):
        if os.getpid() != here:
            os._exit(1)
        return (path,)

    here = os.getpid()
    paths = [str(number) for number in range(100)]
    assert sorted(row for _, row in sharing.shared(paths, [work, work])) == [
        (path,) for path in sorted(paths)
    ]


def test_two_processes_judge_as_one_does(few):
    graph, rules = VaultGraph(read_vault(str(SAMPLE_VAULT))), choose_rules(["*"])
    assert Linter(rules, processes=2).lint(graph) == Linter(rules).lint(graph)


def test_another_process_judges_the_vault(few):
    def where(graph):
        yield Finding(Place(graph.notes[0].path), str(os.getpid()))

    rule = Rule("where", Severity.INFO, where, True, {})
    graph = VaultGraph(read_vault(str(SAMPLE_VAULT)))
    alone, together = (Linter([rule], processes=number).lint(graph) for number in (1, 2))
    assert alone[0].message == str(os.getpid()) != together[0].message


@pytest.mark.parametrize("ends_well", [True, False])
def test_work_beside_ours_has_its_result(ends_well):
    def work():
        if os.getpid() != here and not ends_well:
            os._exit(1)
        return os.getpid()

    here = os.getpid()
    assert (sharing.beside(work)() != here) is ends_well


def test_what_goes_wrong_beside_goes_wrong_here():
    with pytest.raises(ZeroDivisionError):
        sharing.beside(lambda: 1 // 0)()


def test_a_note_that_cannot_be_opened_is_told_by_whoever_reads_it(few, tmp_path):
    (tmp_path / "Heat.md").write_text("Energy.")
    (tmp_path / "Work.md").symlink_to(tmp_path / "Work.md")
    (tmp_path / "Light.md").mkdir()
    assert read_vault(str(tmp_path), processes=2).unreadable == read_vault(str(tmp_path)).unreadable


@pytest.mark.parametrize("number", [MANY, MANY + 1], ids=["few", "many"])
def test_a_packed_note_is_the_note(note, number):
    one = note(
        "---\naliases: [Warmth]\nnested: {a: [1, 2.5, null, true]}\n---\n[[Work]] #heat ^id\n\nQ #flashcard\nA\n"
    )
    packer = Packer(number)
    again = packer.note(one.path, packer.put(pack(one)), one.gist)
    assert isinstance(again.record, Record)
    assert again.record == one.record
    assert (again.name, again.gist, again.aliases) == (one.name, one.gist, one.aliases)
    assert again.cards == one.cards
    assert pack(again) == pack(one)


def test_what_cannot_be_packed_is_left_as_it_is(note):
    one = note("Text.")
    one.record = one.record._replace(properties={"when": object()})
    assert Packer(1).packed(one) is one


def test_of_many_notes_most_are_packed(monkeypatch):
    for module in (opening, packing):
        monkeypatch.setattr(module, "MANY", 1)
    vault = read_vault(str(SAMPLE_VAULT))
    assert all(isinstance(source, packing.PackedNote) for source in vault.sources)
    assert told(vault) == told(read_vault(str(SAMPLE_VAULT)))


def test_a_child_ends_when_its_parent_does(tmp_path):
    program = (
        "import os, signal\n"
        "from vaultgraph.sharing import beside\n"
        "beside(lambda: b'x' * 10_000_000)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", program]
    # The child would hold this pipe, so that reading it would not end.
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=30, check=False)
    assert ended.returncode == -signal.SIGKILL


def test_where_no_process_can_be_made_the_work_is_done_here(monkeypatch):
    def refuse():
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert beside(lambda: 7)() == 7
