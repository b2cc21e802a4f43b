"""Notes as bytes are the notes they were."""

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.model import ParsedNote
from vaultgraph.reading import note_store
from vaultgraph.reading.note_store import (
    MANY,
    NoteStore,
    SerializedNote,
    restore_notes,
    serialize,
)
from vaults import SAMPLE_VAULT


class Stored:
    """One content, whatever the handle."""

    def __init__(self, content):
        self.content = content

    def read(self, handle):
        return self.content


@pytest.mark.parametrize("number", [MANY, MANY + 1], ids=["few", "many"])
def test_a_serialized_note_equals_the_note(note, number):
    one = note(
        "---\naliases: [Warmth]\nnested: {a: [1, 2.5, null, true]}\n---\n[[Work]] #heat ^id\n\nQ #flashcard\nA\n"
    )
    [again] = restore_notes([one.path], Stored(serialize(one)), [0], [one.summary], number=number)
    assert isinstance(again.parsed, ParsedNote)
    assert again.parsed == one.parsed
    assert (again.name, again.summary, again.aliases) == (one.name, one.summary, one.aliases)
    assert again.cards == one.cards
    assert again.question_counts == one.question_counts
    assert serialize(again) == serialize(one)


@pytest.mark.parametrize(("number", "is_kept"), [(MANY, True), (MANY + 1, False)])
def test_parsed_notes_stay_in_memory_in_a_small_vault(note, number, is_kept):
    one = note("[[Work]]")
    assert (NoteStore(number).store(one).parsed is one.parsed) is is_kept


def test_what_cannot_be_serialized_is_left_as_it_is(note):
    one = note("Text.")
    one.parsed = one.parsed._replace(properties={"when": object()})
    assert NoteStore(1).store(one) is one


def test_each_process_writes_into_a_part_of_the_file(note):
    packer = NoteStore(MANY + 1)
    one = packer.store(note("[[Work]]"))
    packer.write_to_part(1)
    another = packer.store(note("[[Heat]]"))
    assert one.parsed.links[0][0] == "Work"
    assert another.parsed.links[0][0] == "Heat"
    assert packer.note_of(one.row).parsed == one.parsed


def test_most_notes_of_a_large_vault_are_serialized(monkeypatch):
    few = read_vault(str(SAMPLE_VAULT))
    monkeypatch.setattr(note_store, "MANY", 1)
    many = read_vault(str(SAMPLE_VAULT))
    assert all(isinstance(source, SerializedNote) for source in many.sources)
    assert _told(many) == _told(few)


def _told(vault):
    return lint(VaultGraph(vault), choose_rules(["*"]))
