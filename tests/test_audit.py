"""Is the vault ready to study from?"""

import json
from hashlib import md5

import pytest

from vaultgraph import UsageError, VaultGraph, audit, read_vault
from vaultgraph.anki import AnkiCard, AnkiNote, Collection
from vaultgraph.auditing import Recall, Weakness
from vaultgraph.languages import ENGLISH, load_language
from vaultgraph.reports.audit_words import verdict
from vaultgraph.settings import load_settings
from vaults import SHARED, given
from work import calls

READY = """
    -- A.md --
    TARGET DECK: Physics
    Relações: [[B]]

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1-->
    -- B.md --
    TARGET DECK: Physics

    What does it look like? #flashcard
    ![[x.svg]]
    <!--ID: 2-->
    -- x.svg --
    <svg/>
    """


def test_cards_with_ids_and_images_are_ready(graph):
    found = audit(graph(READY))
    assert found.ready
    assert (found.cards, found.ids, found.notes_with_cards) == (2, 2, 2)
    assert [tuple(deck) for deck in found.decks] == [("Physics", 2, 2, 0, 1, 0, 0, Recall())]
    assert [(step.name, step.after) for step in found.order] == [("A", ()), ("B", (1,))]
    assert (found.scope_kind, found.scope_name, found.has_anki) == ("vault", "vault", False)


@pytest.mark.parametrize(("sound", "broken", "rule"), [
    ("<!--ID: 1-->", "", "card-without-id"),
    ("<!--ID: 1-->", "<!--ID: 2-->", "duplicate-card-id"),
    ("![[x.svg]]", "![[y.svg]]", "broken-image"),
    ("<svg/>", "", "corrupt-image"),
    ("What is heat? #flashcard", "What is heat?#flashcard", "dead-card-marker"),
    ("-- x.svg --", "-- Board.canvas --\n    [\n    -- x.svg --", "unreadable-note"),
])  # fmt: skip
def test_one_fault_in_a_card_is_enough(graph, sound, broken, rule):
    found = audit(graph(READY.replace(sound, broken)))
    assert not found.ready
    assert {blocker.rule for blocker in found.blockers} == {rule}


def test_a_broken_image_outside_the_cards_blocks_nothing(graph):
    assert audit(graph(READY.replace("Relações: [[B]]", "![[gone.png]]"))).ready


def test_a_vault_without_cards_is_not_ready(graph):
    assert not audit(graph("-- A.md --\n[[B]]\n-- B.md --")).ready


def test_reports_what_is_linked_but_has_no_cards_and_how_often(graph):
    found = audit(graph(READY + """
    -- C.md --
    Relações: [[D]], [[E]], [[e]]
    -- D.md --
    -- F.md --
    TARGET DECK: Physics
    [[Nothing asks this]]
    START
    Basic
    Q?
    Back: see [[D]] and [[G]]
    END
    -- G.md --
    -- H.md --
    [[G]] but without cards
    """))  # fmt: skip
    assert found.uncovered == (("D.md", 2), ("G.md", 1))
    assert found.missing == (("E", 2), ("Nothing asks this", 1))


NAMES = (
    READY
    + """
    -- First.md --
    An Otto cycle differs from a Carnot cycle.
    -- Second.md --
    The Otto cycle, again; and the Carnot cycle.
    -- Third.md --
    [[Carnot cycle]]
    -- Otto cycle.md --
"""
)


def test_reports_what_several_notes_name_without_a_link(graph, monkeypatch):
    found = audit(graph(NAMES))
    assert found.never_linked == (("Otto cycle.md", 2),)
    assert found.unwritten == (("Carnot cycle", 2),)
    monkeypatch.setattr("vaultgraph.auditing.coverage._MAX_NOTES", 3)
    found = audit(graph(NAMES))
    assert (found.never_linked, found.unwritten) == ((), ())


def test_of_a_scope_only_its_notes_name_something(graph):
    found = audit(graph(NAMES), note="First.md")
    assert (found.never_linked, found.unwritten) == ((), ())


def test_a_map_of_content_needs_no_cards(graph):
    found = audit(
        graph(READY + "-- C.md --\n    Relações: [[M]]\n    -- M.md --\n    [[A]]\n    [[B]]")
    )
    assert found.uncovered == ()


def test_a_cloze_is_not_an_image_only_card(graph):
    (deck,) = audit(graph("-- A.md --\nSTART\nCloze\nHeat is {{c1::energy}}.\nEND")).decks
    assert deck.image_only == 0


def test_a_deck_counts_duplicates_and_notes_without_cards(graph):
    found = audit(graph("""
    -- A.md --
    TARGET DECK: Physics

    What is warmth? #flashcard
    Energy on its way from one body to another one.
    <!--ID: 3-->

    What is heat then? #flashcard
    Energy on its way from one body to another one.
    <!--ID: 4-->
    -- D.md --
    TARGET DECK: Physics
    Still to be written.
    -- E.md --
    TARGET DECK: Chemistry
    """))  # fmt: skip
    assert [(d.name, d.cards, d.duplicates, d.notes_without_cards) for d in found.decks] == [
        ("Chemistry", 0, 0, 1),
        ("Physics", 2, 1, 1),
    ]


def test_a_step_says_how_many_faults_block_it(graph):
    found = audit(graph(READY.replace("<!--ID: 1-->", "").replace("![[x.svg]]", "![[y.svg]]")))
    assert [(step.name, step.faults) for step in found.order] == [("A", 1), ("B", 1)]


COURSE = """
    -- A.md --
    TARGET DECK: Physics::Heat
    Relações: [[B]]
    #exam/first

    What is heat? #flashcard
    Energy on its way.
    -- B.md --
    TARGET DECK: Physics::Work
    Relações: [[C]]

    What is work? #flashcard
    Force along a path, [[Nowhere]].
    <!--ID: 2-->
    -- exam/chem/C.md --
    TARGET DECK: Chemistry

    What is an acid? #flashcard
    ![[gone.png]]
    <!--ID: 3-->
    -- Apart.md --
    ---
    tags: exam
    ---
"""


@pytest.mark.parametrize(("question", "steps", "blockers", "missing"), [
    ({}, "A B C", "A.md exam/chem/C.md", 1),
    ({"deck": "Physics"}, "A B", "A.md", 1),
    ({"deck": "physics::WORK"}, "B", "", 1),
    ({"deck": "Chemistry"}, "C", "exam/chem/C.md", 0),
    ({"tag": "exam"}, "A", "A.md", 0),
    ({"tag": "#exam/first"}, "A", "A.md", 0),
    ({"note": "B.md"}, "A B", "A.md", 1),
    ({"note": "A.md"}, "A", "A.md", 0),
    ({"note": "Apart.md"}, "Apart", "", 0),
    ({"folder": "chem"}, "C", "exam/chem/C.md", 0),
    ({"deck": "Chemistry", "note": "B.md"}, "A B C", "A.md exam/chem/C.md", 1),
    ({"deck": "Physics::Work", "tag": "exam"}, "A B", "A.md", 1),
    ({"tag": "exam", "note": ["Apart.md"]}, "A Apart", "A.md", 0),
])  # fmt: skip
def test_it_can_be_limited_to_a_part(graph, question, steps, blockers, missing):
    found = audit(graph(COURSE), **question)
    assert " ".join(step.name for step in found.order) == steps
    assert " ".join(blocker.location.path for blocker in found.blockers) == blockers
    assert len(found.missing) == missing


def test_a_deck_is_ready_though_another_is_not(graph):
    assert audit(graph(COURSE), deck="Physics::Work").ready


@pytest.mark.parametrize(("question", "message", "hint"), [
    ({"deck": "Physic"}, "no card is in the deck Physic", "did you mean Physics?"),
    ({"deck": "Physics::Word"}, "no card is in the deck", "did you mean Physics::Work"),
    ({"deck": "Latin"}, "deck Latin", "there are Chemistry, Physics, Physics::Heat, Physics::Work"),
    ({"tag": "exams"}, "no note has the tag exams", "did you mean exam?"),
    ({"folder": "chemistr"}, "no note is in the folder chemistr", "there are exam/chem"),
])  # fmt: skip
def test_an_unknown_scope_is_an_error_with_similar_names(graph, question, message, hint):
    with pytest.raises(UsageError, match=message) as error:
        audit(graph(COURSE), **question)
    assert hint in error.value.hint


def in_anki(**states):
    """A collection of notes by their IDs, each with the fields of its card."""
    notes = {}
    for name, (lapses, *state) in states.items():
        number = int(name.removeprefix("n"))
        stage = next((each for each in ("new", "learning", "mature") if each in state), "young")
        flags = {f"is_{what}": what in state for what in ("suspended", "due")}
        card = AnkiCard("Physics", lapses, stage, **flags)
        notes[number] = AnkiNote(number, ("Q", "A"), (), (card,))
    return Collection("x.colpkg", notes, frozenset({"Physics"}))


def test_anki_says_what_is_due_and_which_foundations_are_weak(vault):
    text = """
    -- A.md --
    TARGET DECK: Physics
    Relações: [[B]]

    Q? #flashcard
    A
    <!--ID: 1-->

    R? #flashcard
    A
    <!--ID: 2-->
    -- B.md --
    TARGET DECK: Physics

    S? #flashcard
    A
    <!--ID: 3-->

    T? #flashcard
    A
    <!--ID: 4-->
    """
    anki = in_anki(n1=(8, "due"), n2=(0, "new", "due"), n3=(0, "suspended", "due"))
    found = audit(VaultGraph(vault(text), anki=anki))
    assert found.recall == Recall(due=1, new=1, young=1, suspended=1, leeches=1)
    assert found.decks[0].recall == found.recall
    assert [step.recall for step in found.order] == [
        Recall(due=1, new=1, young=1, leeches=1),
        Recall(suspended=1),
    ]
    assert found.weak == (Weakness("B.md", "A.md", 1),)
    assert [(b.rule, b.location.line) for b in found.blockers] == [("unknown-to-anki", 9)]
    assert {doubt.rule for doubt in found.warnings} == {"text-drift"}
    assert audit(VaultGraph(vault(text), anki=anki), note="B.md").weak == found.weak


def test_suspended_leeches_are_reported_because_anki_does_not_show_them(vault):
    text = "-- A.md --\nTARGET DECK: Physics\n\nQ? #flashcard\nA\n<!--ID: 1-->\n\nR? #flashcard\nA\n<!--ID: 2-->"
    anki = in_anki(n1=(8, "suspended"), n2=(0, "suspended"))
    found = audit(VaultGraph(vault(text), anki=anki))
    assert found.recall == Recall(suspended=2, leeches=1, suspended_leeches=1)
    assert found.ready
    for lang, sentence in (
        ("en", "2 cards with 2 IDs in 1 note, but Anki has suspended 1 leech."),
        ("pt", "2 cartões com 2 IDs em 1 nota, mas o Anki suspendeu 1 sanguessuga."),
    ):
        assert verdict(found, load_language(lang))[1] == sentence


HIDDEN = """
    -- 1.md --
    TARGET DECK: Physics

    What is heat? #flashcard
    Energy.
    <!--ID: 1-->
    -- 2.md --
    TARGET DECK: Physics

    What is work?#flashcard
    Force.
    -- 3.md --
    TARGET DECK: Physics

    What is power? #flashcard
    Work per time.
    <!--ID: 3-->
"""


@pytest.mark.parametrize("asked", [{}, {"deck": "Physics"}])
def test_a_note_all_of_whose_cards_are_hidden_keeps_its_step(graph, asked):
    found = audit(graph(HIDDEN), **asked)
    assert [(step.name, step.cards, step.faults) for step in found.order] == [
        ("1", 1, 0), ("2", 0, 1), ("3", 1, 0),
    ]  # fmt: skip
    assert not found.ready


def test_a_deck_may_have_hidden_cards_alone(graph):
    found = audit(
        graph(HIDDEN.replace("Physics\n\n    What is work", "Work\n\n    What is work")),
        deck="Work",
    )
    assert (found.cards, found.ready) == (0, False)
    assert verdict(found, ENGLISH)[1] == "1 problem, and the plugin sees no cards."


@pytest.mark.parametrize("settings", [
    "[rules.card-without-id]\nseverity = 'off'", "[rules.card-without-id]\nexclude = ['A.md']", "exclude = ['A.md']",
])  # fmt: skip
def test_it_asks_the_rules_as_the_user_has_set_them(vault, settings):
    read = vault(READY.replace("<!--ID: 1-->", ""), {".vaultgraph.toml": settings.encode()})
    assert not audit(VaultGraph(read)).ready
    assert audit(VaultGraph(read, load_settings(read.root))).ready


def test_line_endings_of_the_last_sync_block_only_cards_that_it_hid(vault):
    text = "START\nBasic\nWhat is heat?\nBack: Energy.\n{}END\n"
    for number, (identity, ready) in enumerate((("<!--ID: 1700000000001-->\n", True), ("", False))):
        note = text.format(identity)
        synced = note.replace("\n", "\r\n").replace("\r\n<", "\n<")
        data = {
            "settings": {"Defaults": {"Deck": "D"}},
            "File Hashes": {"Heat.md": md5(synced.encode()).hexdigest()},
        }
        plugin = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
        files = {"Heat.md": note.encode(), plugin: json.dumps(data).encode()}
        assert audit(VaultGraph(vault("-- x.md --", files, str(number)))).ready is ready


def test_a_question_that_anki_refuses_blocks_and_a_repeated_one_warns(graph):
    card = "What is heat? #flashcard\nEnergy {}.\n{}\n\n"
    for last, blocking in (("", True), ("<!--ID: 2-->", False)):
        text = card.format("A", "<!--ID: 1-->") + card.format("B", last)
        found = audit(graph(f"-- Heat.md --\n{text}"))
        rules = [d.rule for d in (found.blockers if blocking else found.warnings)]
        assert rules == ["duplicate-question"]
        assert found.ready is not blocking
        assert found.decks[0].duplicates == 1


def test_several_notes_count_together(graph):
    found = audit(graph(COURSE), note=["A.md", "exam/chem/C.md"])
    assert [step.name for step in found.order] == ["A", "B", "C"]
    assert found.scope_name == "A, C"


def test_faults_in_many_folders_are_grouped_by_folder(graph):
    text = "".join(
        f"-- Part {n % 2}/Week {n}/A.md --\nTARGET DECK: D\n\nQ{n}? #flashcard\nA\n"
        for n in range(8)
    )
    found = audit(
        graph(f"{text}-- B.md --\nTARGET DECK: D\n\nQ? #flashcard\n![[gone/x.png]]\n<!--ID: 1-->\n")
    )
    assert [(group.rule, group.folder, len(group.faults)) for group in found.blocker_groups] == [
        ("broken-image", "gone", 1), ("card-without-id", "Part 0", 4), ("card-without-id", "Part 1", 4),
    ]  # fmt: skip


def test_without_anki_nothing_is_reported_about_it(graph):
    found = audit(graph(READY))
    assert (found.has_anki, found.recall, found.weak) == (False, Recall(), ())


def measure(folder, notes):
    """How many calls it takes to audit a vault of *notes* notes that all relate to others."""
    folder.mkdir()
    body = "TARGET DECK: D\nRelações: [[N{next}]], [[N{far}]]\n\nQ{n}? #flashcard\nA{n} ![[gone.png]]\n<!--ID: {id}-->"
    for n in range(notes):
        text = body.format(n=n, next=(n + 1) % notes, far=n * 7 % notes, id=1_700_000_000_000 + n)
        (folder / f"N{n}.md").write_text(text)
    vault = read_vault(str(folder))
    return calls(lambda: audit(VaultGraph(vault)))


@pytest.mark.slow
def test_it_takes_work_in_proportion_to_the_vault(tmp_path):
    measure(tmp_path / "first", 2)  # what is imported once
    small, large = measure(tmp_path / "small", 250), measure(tmp_path / "large", 1000)
    assert large < 5 * small, (small, large)


@pytest.mark.slow
@pytest.mark.parametrize("record", given("cards/*/expected.json"))
def test_it_counts_the_cards_that_the_plugin_finds(record):
    expected = json.loads(record.read_text("utf-8"))
    place = expected.get("vault_at")
    graph = VaultGraph(
        read_vault(str(SHARED / "cards" / place if place else record.parent / "vault"))
    )
    cards = {path: found for path, found in expected["notes"].items() if path in graph.vault.notes}
    found = audit(graph)
    assert found.cards == sum(map(len, cards.values()))
    assert found.ids == len({card["id"] for some in cards.values() for card in some} - {None})
    assert found.notes_with_cards == len([some for some in cards.values() if some])
    assert (
        sum(deck.cards for deck in found.decks)
        == sum(step.cards for step in found.order)
        == found.cards
    )
