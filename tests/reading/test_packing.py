"""Notes as bytes are the notes they were."""

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.model import Record
from vaultgraph.reading import packing
from vaultgraph.reading.packing import MANY, PackedNote, Packer, pack
from vaults import SAMPLE_VAULT


@pytest.mark.parametrize("number", [MANY, MANY + 1], ids=["few", "many"])
def test_a_packed_note_is_the_note(note, number):
    one = note(
        "---\naliases: [Warmth]\nnested: {a: [1, 2.5, null, true]}\n---\n[[Work]] #heat ^id\n\nQ #flashcard\nA\n"
    )
    again = Packer(number).note(one.path, pack(one), one.gist)
    assert isinstance(again.record, Record)
    assert again.record == one.record
    assert (again.name, again.gist, again.aliases) == (one.name, one.gist, one.aliases)
    assert again.cards == one.cards
    assert again.titles == one.titles
    assert pack(again) == pack(one)


@pytest.mark.parametrize(("number", "is_kept"), [(MANY, True), (MANY + 1, False)])
def test_of_few_notes_what_was_read_is_kept_beside_the_bytes(note, number, is_kept):
    one = note("[[Work]]")
    assert (Packer(number).packed(one).record is one.record) is is_kept


def test_what_cannot_be_packed_is_left_as_it_is(note):
    one = note("Text.")
    one.record = one.record._replace(properties={"when": object()})
    assert Packer(1).packed(one) is one


def test_each_process_writes_into_a_part_of_the_file(note):
    packer = Packer(MANY + 1)
    one = packer.packed(note("[[Work]]"))
    packer.write_to_part(1)
    another = packer.packed(note("[[Heat]]"))
    assert one.record.links[0][0] == "Work"
    assert another.record.links[0][0] == "Heat"
    assert packer.note_of(one.row).record == one.record


def test_of_many_notes_most_are_packed(monkeypatch):
    few = read_vault(str(SAMPLE_VAULT))
    monkeypatch.setattr(packing, "MANY", 1)
    many = read_vault(str(SAMPLE_VAULT))
    assert all(isinstance(source, PackedNote) for source in many.sources)
    assert _told(many) == _told(few)


def _told(vault):
    return lint(VaultGraph(vault), choose_rules(["*"]))
