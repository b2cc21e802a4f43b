"""What the reader has changed in a note that is written again."""

import pytest

from vaultgraph.languages import ENGLISH
from vaultgraph.reports.own_changes import keep_changes
from vaults import write_vault

VAULT = """
-- Heat.md --
TARGET DECK: Physics

What is heat? #flashcard
Energy.
<!--ID: 1700000000001-->
-- Work.md --
Prerequisite: [[Heat]]
"""


@pytest.mark.parametrize(
    ("text", "earlier", "expected"),
    [
        ("1. [ ] [[A]]\n", "1. [x] [[A]]\n", "1. [x] [[A]]\n"),
        ("2. [ ] [[A]] – 3 cards\n", "1. [X] [[A]] – 1 card\n", "2. [X] [[A]] – 3 cards\n"),
        ("- [ ] [[A]]", "- [-] [[A]]", "- [-] [[A]]"),
        ("1. [ ] a.b – 1 card", "7. [x] a.b", "1. [x] a.b – 1 card"),
        ("1. [ ] [[A]]", "1. [x] [[B]]", "1. [ ] [[A]]"),
        ("1. [ ] [[A]]", "1. [x] [[A]]\r\n2. [x] b\r\n", "1. [x] [[A]]"),
        ("1. [ ] [[A]]", "some [x] [[A]]", "1. [ ] [[A]]"),
        ("1. [ ] [[A]]", "", "1. [ ] [[A]]"),
        ("- [ ] Read [[A]] – 3", "- [x] Ler [[A]] – 3", "- [x] Read [[A]] – 3"),
        ("- [ ] Continue [[A]] 2026-12-02", "- [x] Read [[A]]", "- [ ] Continue [[A]] 2026-12-02"),
        ("no task", "1. [x] [[A]]", "no task"),
    ],
)
def test_a_task_about_the_same_note_keeps_its_state(text, earlier, expected):
    kept, line, own = keep_changes(text, earlier, ENGLISH).partition("\n%% vaultgraph: ")
    assert (kept, own.partition("%%")[2]) == (expected, "\n")
    assert line


def test_the_order_is_ticked_and_stays_ticked(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    note = tmp_path / "study.md"
    run("audit", vault, "-o", note)
    lines = note.read_text("utf-8").splitlines()
    assert [line for line in lines if "[[" in line and "] [" in line] == [
        "1. [ ] [[Heat]] – 1 card",
        "2. [ ] [[Work]]",
    ]
    note.write_text(note.read_text("utf-8").replace("[ ] [[Heat]]", "[x] [[Heat]]"), "utf-8")
    write_vault(tmp_path / "vault", "-- Air.md --\nLeads to: [[Heat]]\n")
    run("audit", vault, "-o", note)
    text = note.read_text("utf-8")
    assert "2. [x] [[Heat]] – 1 card" in text
    assert text.count("[x]") == 1


def test_what_is_below_the_last_line_is_kept(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    note = tmp_path / "study.md"
    run("audit", vault, "-o", note)
    before = note.read_text("utf-8")
    note.write_bytes((before + "Ask about heat!\n").replace("\n", "\r\n").encode())
    for _ in range(2):
        run("audit", vault, "-o", note)
        assert note.read_text("utf-8") == before + "Ask about heat!\n"
    run("audit", vault, "-o", note, "--lang", "pt")
    assert note.read_text("utf-8").endswith(" %%\nAsk about heat!\n")


def test_a_note_of_the_user_is_not_written_over(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)
    note = tmp_path / "vault" / "Heat.md"
    before = note.read_text("utf-8")
    assert run("audit", vault, "-o", note).returncode == 2
    assert note.read_text("utf-8") == before
