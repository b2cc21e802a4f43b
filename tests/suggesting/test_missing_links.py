"""Links that a note may lack, with their reasons."""

import pytest

from vaultgraph.suggesting import MissingLinks

VAULT = """
    -- Heat.md --
    [[Work]] Energy on its way from a warm body to a cold one, says the piston.
    -- Work.md --
    Force times distance.
    -- Engine.md --
    [[Work]] The piston turns heat into motion; the warm body is the boiler.
    -- Boiler.md --
    Water boils here. An Engine needs one.
    -- Poem.md --
    Roses are red.
    -- Tea.md --
    Leaves in a pot.
"""


@pytest.fixture
def suggest(graph):
    def find(path, text=VAULT):
        return {each.target: each for each in MissingLinks(graph(text)).suggest(path)}

    return find


def test_notes_with_a_common_neighbour_and_common_words_are_suggested(suggest):
    found = suggest("Heat.md")["Engine.md"]
    assert found.neighbours == ["Work.md"]
    assert {"piston", "warm", "body"} <= {*found.words}
    assert found.mention is None


def test_what_is_linked_already_is_not_suggested(suggest):
    assert "Work.md" not in suggest("Heat.md")
    assert "Heat.md" not in suggest("Heat.md")


def test_the_best_comes_first(suggest):
    assert next(iter(suggest("Heat.md"))) == "Engine.md"


def test_a_note_that_names_this_one_is_suggested(suggest):
    found = suggest("Engine.md")["Boiler.md"]
    assert found.backmention.places == suggest("Boiler.md")["Engine.md"].mention.places
    assert found.backmention.places == ((21, 27),)


def test_the_rest_of_a_folder_is_suggested_to_who_links_to_most_of_it(suggest):
    rest = "".join(f"-- Laws/{n}. law.md --\n" for n in range(1, 5))
    text = f"-- Index.md --\n[[1. law]] [[2. law]] [[3. law]]\n{rest}-- Other.md --\n"
    assert suggest("Index.md", text)["Laws/4. law.md"].folder == (3, 4)


def test_notes_that_show_the_same_image_are_suggested(suggest):
    text = (
        "-- A.md --\n![[engine.png]]\n-- B.md --\n![[engine.png]]\n-- engine.png --\n-- C.md --\n"
    )
    assert suggest("A.md", text)["B.md"].images == ["engine.png"]


def test_a_template_or_an_excluded_note_has_none(suggest):
    settings = '-- .obsidian/app.json --\n{"userIgnoreFilters": ["Old/"]}\n'
    text = settings + "-- Old/A.md --\nThe piston.\n-- B.md --\nThe piston.\n"
    assert suggest("Old/A.md", text) == {}


def test_the_same_vault_gives_the_same_suggestions(graph):
    read = graph(VAULT)
    first = [MissingLinks(read).suggest(path) for path in read.vault.notes]
    assert first == [MissingLinks(graph(VAULT)).suggest(path) for path in read.vault.notes]


def test_a_vault_of_empty_notes_has_none(suggest):
    assert suggest("A.md", "-- A.md --\n-- B.md --\n") in (
        {},
        {"B.md": suggest("A.md", "-- A.md --\n-- B.md --\n").get("B.md")},
    )


def test_a_name_of_several_notes_stands_for_each_of_them(graph):
    text = """
        -- Physics/Notes.md --
        See the Carnot cycle.
        -- Physics/Carnot cycle.md --
        -- Old/Carnot cycle.md --
    """
    missing = MissingLinks(graph(text))
    suggested = [each.target for each in missing.suggest("Physics/Notes.md") if each.mention]
    assert suggested == ["Physics/Carnot cycle.md", "Old/Carnot cycle.md"]
    assert missing.mentions == []


def test_a_name_of_which_one_is_linked_stands_for_none(suggest):
    text = """
        -- Notes.md --
        [[New/Carnot cycle]] or the Carnot cycle.
        -- New/Carnot cycle.md --
        -- Old/Carnot cycle.md --
    """
    assert not any(each.mention for each in suggest("Notes.md", text).values())


def test_a_missing_note_is_named_unless_a_note_has_its_name(graph):
    text = """
        -- A.md --
        A Carnot cycle, a steam engine, and a reversed Otto cycle. ![[Diesel cycle.png]]
        -- B.md --
        A Carnot cycle, a steam engine, an Otto cycle and a Diesel cycle.
        -- C.md --
        [[Carnot Cycle]] [[deep/steam engine]] [[Otto cycle]] is a Carnot cycle or a Diesel cycle.
        -- Reversed Otto cycle.md --
        -- Heat.md --
        ---
        aliases: Steam engine
        ---
    """
    assert MissingLinks(graph(text)).unwritten == [("Carnot Cycle", ["A.md", "B.md"])]


def test_the_strongest_mentions_come_first(graph):
    text = """
        -- A.md --
        A Carnot cycle, a Carnot cycle, and an Otto cycle.
        -- B.md --
        An Otto cycle.
        -- C.md --
        An Otto cycle.
        -- Carnot cycle.md --
        -- Otto cycle.md --
    """
    missing = MissingLinks(graph(text))
    targets = [mention.target for mention in missing.ranked_mentions]
    assert targets == ["Carnot cycle.md", *["Otto cycle.md"] * 3]
    assert missing.never_linked == [("Otto cycle.md", ["A.md", "B.md", "C.md"])]
