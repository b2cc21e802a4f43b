"""What can be learned next, and what rests on something forgotten."""

import json

import pytest

from vaultgraph import AnkiCard, AnkiNote, Collection, Frontier, Memory, VaultGraph, audit
from vaultgraph.reports import audit_json, audit_markdown, audit_page, audit_text

DAY = 86_400
NOW = 100.0 * DAY
NAMES = ("Heat", "Work", "Engine", "Turbine")


def chain(*names, empty=()):
    """Notes of which each leads to the next, with a card each unless they are *empty*."""
    text = ""
    for number, name in enumerate(names, 1):
        text += f"-- {name}.md --\n"
        text += f"Leva a: [[{names[number]}]]\n" if number < len(names) else ""
        if name not in empty:
            text += f"\nWhat is {name}? #flashcard\nThis\n<!--ID: {number}-->\n"
    return text


KNOWN, FORGOTTEN, NEW = 500.0, 0.5, 0.0


@pytest.fixture
def found(vault):
    """The frontier of a chain of notes whose cards have such stabilities in Anki."""

    def find(*stabilities, empty=(), scope=None):
        notes = {}
        for number, stability in enumerate(stabilities, 1):
            memory = Memory(stability, 0.1542, NOW - 5 * DAY) if stability else None
            stage = "young" if stability else "new"
            card = AnkiCard("D", 0, stage, is_suspended=False, is_due=False, memory=memory)
            notes[number] = AnkiNote(number, ("Q", "A"), (), (card,))
        anki = Collection("x.colpkg", notes, frozenset({"D"}), NOW)
        names = NAMES[: len(stabilities)]
        return audit(VaultGraph(vault(chain(*names, empty=empty)), anki=anki), **(scope or {}))

    return find


def test_a_new_note_is_next_if_all_before_it_is_known(found):
    assert found(KNOWN, NEW, NEW).frontier.next == ("Work.md",)


def test_a_note_that_builds_on_nothing_is_next(found):
    assert found(NEW, NEW).frontier.next == ("Heat.md",)


def test_what_builds_on_something_forgotten_is_not_next(found):
    frontier = found(FORGOTTEN, NEW).frontier
    assert frontier.next == ()
    assert [path for path, _ in frontier.forgotten] == ["Heat.md"]
    assert frontier.forgotten[0][1] < 0.8


def test_what_was_learned_rests_on_what_was_forgotten(found):
    assert found(FORGOTTEN, KNOWN, KNOWN).frontier.resting == (("Work.md", "Heat.md"),)


def test_notes_without_cards_are_passed_through(found):
    assert found(KNOWN, NEW, NEW, empty=["Work"]).frontier.next == ("Engine.md",)
    assert found(NEW, NEW, NEW, empty=["Work"]).frontier.next == ("Heat.md",)
    frontier = found(FORGOTTEN, NEW, KNOWN, empty=["Work"]).frontier
    assert frontier.resting == (("Engine.md", "Heat.md"),)


def test_when_all_is_known_there_is_no_frontier(found):
    assert found(KNOWN, KNOWN).frontier == Frontier()


def test_what_is_outside_the_scope_still_counts_as_a_foundation(found):
    frontier = found(FORGOTTEN, KNOWN, scope={"folder": ()}).frontier
    assert frontier.resting == (("Work.md", "Heat.md"),)


def test_without_a_collection_nothing_is_claimed(graph):
    assert audit(graph(chain(*NAMES))).frontier == Frontier()


def test_what_builds_on_known_notes_above_an_open_one_is_not_next(found):
    assert found(NEW, KNOWN, NEW).frontier.next == ("Heat.md",)


def test_every_format_shows_what_is_next(found):
    result = found(KNOWN, NEW)
    text = audit_text.render(result, lang="en", colour=False, width=100)
    assert "  can be learned now: Work\n" in text
    assert "- Can be learned now: [[Work]]\n" in audit_markdown.render(result, lang="en")
    assert ">Work</a>" in audit_page.render(result, lang="en")
    assert json.loads(audit_json.render(result))["frontier"]["next"] == ["Work.md"]


def test_every_format_shows_what_is_forgotten(found):
    result = found(FORGOTTEN, KNOWN)
    text = audit_text.render(result, lang="en", colour=False, width=100)
    assert "  learned, but built on something forgotten: Work (on Heat)\n" in text
    note = audit_markdown.render(result, lang="en")
    assert "- Learned, but built on something forgotten: [[Work]] (on [[Heat]])\n" in note
    report = json.loads(audit_json.render(result))["frontier"]
    assert report["resting"] == [{"path": "Work.md", "on": "Heat.md"}]
    assert report["forgotten"][0]["path"] == "Heat.md"
