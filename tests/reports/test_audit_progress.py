"""What has changed since an earlier audit."""

import json
from contextlib import suppress

import pytest

from vaultgraph import AnkiCard, AnkiNote, Collection, Memory, UsageError, VaultGraph, audit
from vaultgraph.auditing import compare_audits
from vaultgraph.reports import audit_json, audit_markdown, audit_page, audit_text
from vaults import write_vault

DAY = 86_400
VAULT = """
    -- Heat.md --
    Leva a: [[Work]]

    What is heat? #flashcard
    Energy on its way
    <!--ID: 1-->
    -- Work.md --
    What is work? #flashcard
    Force times way
    <!--ID: 2-->
"""


@pytest.fixture
def state(vault):
    """The audit of a vault whose two cards are new or, with a stability, learned."""

    def make(*stabilities, text=VAULT):
        notes = {}
        for number, stability in enumerate(stabilities, 1):
            memory = Memory(stability, 0.1542, 0.0) if stability else None
            stage = "young" if stability else "new"
            card = AnkiCard("D", 0, stage, is_suspended=False, is_due=False, memory=memory)
            notes[number] = AnkiNote(number, ("Q", "A"), (), (card,))
        anki = Collection("x.colpkg", notes, frozenset(), 5.0 * DAY) if notes else None
        return audit(VaultGraph(vault(text), anki=anki))

    return make


def compared(after, before):
    written = audit_json.render(before).encode()
    return after._replace(progress=compare_audits(after, written, "audit.json"))


def test_learned_and_forgotten_notes_are_named(state):
    progress = compared(state(0.1, 500), state(500, 0)).progress
    assert progress.learned == ("Work.md",)
    assert progress.forgotten == ("Heat.md",)
    assert progress.changes[2] == ("learned", 1, 2)


def test_the_same_audit_has_no_changes(state):
    found = compared(state(500, 500), state(500, 500))
    assert all(before == after for _, before, after in found.progress.changes)
    assert "nothing has changed" in audit_text.render(found, lang="en", colour=False, width=80)


def test_without_a_collection_then_or_now_only_the_vault_is_compared(state):
    for after, before in ((state(500, 500), state()), (state(), state(500, 500))):
        progress = compared(after, before).progress
        assert (progress.learned, progress.forgotten) == ((), ())
        found = after._replace(progress=progress)
        for text in (
            audit_text.render(found, lang="en", colour=False, width=80),
            audit_markdown.render(found, lang="en"),
            audit_page.render(found, lang="en"),
        ):
            assert "only one of the two was made with --anki" in text


def test_every_format_shows_it(state):
    found = compared(state(500, 500), state(500, 0))
    text = audit_text.render(found, lang="en", colour=False, width=80)
    assert (
        "Since the earlier audit\n  learned: 1 → 2, new: 1 → 0\n  learned since then: Work\n"
        in text
    )
    assert "- Learned since then: [[Work]]\n" in audit_markdown.render(found, lang="en")
    assert "learned: 1 → 2</span>" in audit_page.render(found, lang="en")
    report = json.loads(audit_json.render(found))["progress"]
    assert report["learned"] == {"before": 1, "after": 2}
    assert report["learned_notes"] == ["Work.md"]


def test_without_an_earlier_audit_there_is_no_section(state):
    found = state(500, 500)
    assert json.loads(audit_json.render(found))["progress"] is None
    assert "earlier" not in audit_text.render(found, lang="en", colour=False, width=80)


@pytest.mark.parametrize(
    "earlier",
    [b"", b"{}", b"[]", b"7", b"\xff", b'{"schema": "vaultgraph-lint/1"}', b"[" * 100_000,
     b'{"schema": "vaultgraph-audit/1"}'],
    ids=range(8),
)  # fmt: skip
def test_another_file_than_an_audit_is_an_error(state, earlier):
    with pytest.raises(UsageError, match="is not an audit"):
        compare_audits(state(), earlier, "x.json")


@pytest.mark.parametrize("value", ["x", [], {}, True])
@pytest.mark.parametrize("key", ["cards", "recall", "order", "blockers"])
def test_a_damaged_audit_is_an_error_or_harmless(state, key, value):
    report = json.loads(audit_json.render(state(500, 0))) | {key: value}
    with suppress(UsageError):
        compare_audits(state(500, 0), json.dumps(report).encode(), "x.json")


def test_the_audit_of_another_part_is_an_error(state):
    written = audit_json.render(state(500, 0)).replace('"kind": "vault"', '"kind": "deck"')
    with pytest.raises(UsageError, match="of something else"):
        compare_audits(state(), written.encode(), "x.json")


def test_the_command_compares_a_file(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    file = tmp_path / "audit.json"
    run("audit", vault, "-o", file)
    write_vault(tmp_path / "vault", "-- New.md --\nWhat? #flashcard\nThis\n")
    said = run("audit", vault, "--lang", "en", "--compare", file).stdout
    assert "Since the earlier audit\n  problems: 0 → 1, cards: 2 → 3\n" in said
    said = run("audit", vault, "--lang", "en", "--compare", tmp_path / "none.json")
    assert said.returncode == 2
    assert said.stderr.startswith("error: cannot read")
    assert len(said.stderr.splitlines()) == 2
