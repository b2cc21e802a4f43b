"""`vaultgraph stats`."""

from vaultgraph import VaultGraph, read_vault, statistics
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES
from vaults import REAL_VAULT, needs_real_vault, write_vault

VAULT = """
    -- Heat.md --
    TARGET DECK: Physics

    What is heat? #flashcard
    Energy on its way, see [[Work]] and [[Nowhere]]. #energy
    <!--ID: 1700000000001-->

    STARTI [Basic] What is work? Back: Force times distance. ENDI
    -- Work.md --
    Q::A <!--SR:!2020-05-14,13,234-->
    R::B <!--SR:!2999-05-14,13,234-->
    -- Alone.md --
"""


def test_counts_what_there_is(graph):
    numbers = statistics(graph(VAULT))
    assert (numbers.notes, numbers.links, numbers.broken, numbers.orphans) == (3, 2, 1, 1)
    assert [(c.deck, c.style, c.notes, c.cards, c.without_id, c.due) for c in numbers.cards] == [
        ("", "single-line", 1, 2, 0, 1),
        ("Physics", "inline", 1, 1, 1, 0),
        ("Physics", "neuracache", 1, 1, 0, 0),
    ]


def test_is_printed_as_a_table(run, tmp_path):
    answer = run("stats", write_vault(tmp_path / "vault", VAULT)).stdout
    assert answer.splitlines() == [
        "vault",
        "notes        3  1 without any link",
        "attachments  0",
        "links        2  1 unresolved",
        "relations    0",
        "tags         2",
        "components   2  2 notes in the largest",
        "communities  1  of 2 notes",
        "",
        "flashcards",
        "deck     style                           notes  cards  without ID  due",
        "–        single-line, Spaced Repetition      1      2           –    1",
        "Physics  inline                              1      1           1    –",
        "Physics  neuracache                          1      1           –    –",
        "all                                                 4           1    1",
        "Obsidian_to_Anki has no settings in this vault, so: blocks, inline, neuracache for Basic",
    ]


def test_reports_how_the_notes_are_connected(run, tmp_path):
    text = "-- A.md --\n[[B]] [[C]] [[D]]\n-- B.md --\n[[E]]\n-- C.md --\n[[F]]\n-- D.md --\n-- E.md --\n-- F.md --"
    answer = run("stats", write_vault(tmp_path / "vault", text)).stdout
    assert answer.splitlines()[6:10] == [
        "components      1  6 notes in the largest",
        "most connected  1  neighbours: A (3)",
        "cut notes       1  cut off: A (3)",
        "communities     3  of 2, 2, 2 notes",
    ]


@needs_real_vault
def test_the_real_vault():
    (deck,) = statistics(VaultGraph(read_vault(str(REAL_VAULT)))).cards
    assert (deck.cards, deck.notes, deck.without_id) == (70, 16, 0)


def test_a_style_can_be_forced(run, tmp_path):
    vault = write_vault(tmp_path / "vault", "-- Heat.md --\n# What is heat?\nEnergy on its way.\n")
    answer = run("stats", vault, "--card-style", "header").stdout
    assert "Default  header      1      1           1" in answer
    assert "header" not in run("stats", vault).stdout


def test_a_style_that_does_not_exist(run, tmp_path):
    answer = run("lint", write_vault(tmp_path / "vault", VAULT), "--card-style", "headers")
    error, hint = answer.stderr.splitlines()
    assert (answer.returncode, error) == (2, "error: no card style is called headers")
    assert hint == f"hint: did you mean header? there are {', '.join(sorted(STYLES))}"


def test_plugins_whose_cards_are_not_read_are_named(run, tmp_path):
    vault = write_vault(tmp_path / "vault", "-- Heat.md --\nNo card.\n")
    assert "are not read" not in run("stats", vault).stdout
    (vault / ".obsidian/plugins/yanki").mkdir(parents=True)
    assert "cards of Yanki are not read" in " ".join(run("stats", vault).stdout.split())
    exported = run("export", vault, "--format", "apkg", "-o", tmp_path / "x.apkg")
    assert exported.stderr.endswith("hint: those of Yanki are not read\n")
