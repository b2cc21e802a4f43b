"""A map of a part of the vault."""

import pytest

from vaultgraph.concept_map import Selection
from vaultgraph.concept_map.composing import compose
from vaultgraph.errors import UsageError

VAULT = """
    -- Física.md --
    [[Calor]] [[Óptica]]
    -- termo/Calor.md --
    ---
    aliases: [Heat]
    ---
    TARGET DECK: Estudo::Física::Termo
    #exatas/física
    Relações: [[Entropia]]
    ![[chama.png]] [[tabela.pdf]]

    O que é? #flashcard
    Energia
    -- termo/Entropia.md --
    #Exatas/Física
    Relações: [[Motor]]
    -- termo/frio/Gelo.md --
    Fonte: [[Calor]]
    -- Motor.md --
    [[Carnot]]
    -- Óptica.md --
    TARGET DECK: Estudo::Luz

    E a luz? #flashcard
    Onda
    -- Vento.md --
    -- chama.png --
    -- tabela.pdf --
    -- unused.pdf --
"""


@pytest.fixture
def labels(graph):
    """The labels of what a selection of the vault shows."""
    read = graph(VAULT)
    return lambda **choices: {note.label for note in compose(read, Selection(**choices)).notes}


def test_the_whole_vault_is_shown_with_what_is_not_written_yet(labels):
    assert labels() == {"Física", "Calor", "Entropia", "Gelo", "Motor", "Óptica", "Vento", "Carnot"}


@pytest.mark.parametrize("name", ["Entropia", "entropia.md", "termo/Entropia", "ENTRÓPIA"])
def test_a_focus_shows_its_neighbourhood_by_any_of_its_names(labels, name):
    assert labels(focus=name, depth=1) == {"Calor", "Entropia", "Motor"}


def test_an_alias_is_a_name(labels):
    assert labels(focus="heat", depth=1) == {"Física", "Calor", "Entropia", "Gelo"}


def test_a_greater_depth_shows_more(labels):
    assert labels(focus="Motor", depth=2) == {"Motor", "Carnot", "Entropia", "Calor"}


@pytest.mark.parametrize("deck", ["Estudo::Física::Termo", "estudo::fisica", "Física", "termo"])
def test_a_deck_is_named_by_any_stretch_of_it(labels, deck):
    assert labels(decks=[deck]) == {"Calor"}


def test_several_of_a_sort_widen_and_several_sorts_narrow(labels):
    assert labels(decks=["Física", "Luz"]) == {"Calor", "Óptica"}
    assert labels(decks=["Física", "Luz"], folders=["termo"]) == {"Calor"}


@pytest.mark.parametrize("tag", ["exatas", "#exatas/fisica", "#Física"])
def test_a_tag_holds_those_inside_it(labels, tag):
    assert labels(tags=[tag]) == {"Calor", "Entropia"}


def test_the_tag_that_marks_cards_is_a_tag_too(labels):
    assert labels(tags=["Flashcard"]) == {"Calor", "Óptica"}


@pytest.mark.parametrize(
    ("folder", "found"),
    [("termo", {"Calor", "Entropia", "Gelo"}), ("termo/frio/", {"Gelo"}), ("frio", {"Gelo"}),
     ("/", {"Física", "Motor", "Óptica", "Vento", "Carnot"})],
)  # fmt: skip
def test_a_folder_holds_those_inside_it(labels, folder, found):
    assert labels(folders=[folder]) == found


def test_a_relation_leaves_its_links_and_their_notes(graph):
    scene = compose(graph(VAULT), Selection(relations=["relacoes"]))
    assert {note.label for note in scene.notes} == {"Calor", "Entropia", "Motor"}
    assert {link.kind for link in scene.links} == {"Relações"}


@pytest.mark.parametrize(
    ("show", "kinds"),
    [
        ([], {}),
        (["unresolved"], {"Carnot": "unresolved"}),
        (["attachments"], {"chama.png": "attachment", "tabela.pdf": "attachment"}),
        (["tags"], {"#exatas/física": "tag"}),
        (["cards"], {"O que é?": "card", "E a luz?": "card"}),
    ],
)
def test_what_is_drawn_besides_notes(graph, show, kinds):
    scene = compose(graph(VAULT), Selection(show=show))
    assert {note.label: note.kind for note in scene.notes if note.kind} == kinds


def test_what_is_drawn_besides_notes_is_linked_from_them(graph):
    scene = compose(graph(VAULT), Selection(show=["tags"]))
    tag = next(number for number, note in enumerate(scene.notes) if note.kind == "tag")
    sources = {scene.notes[link.before].label for link in scene.links if link.after == tag}
    assert sources == {"Calor", "Entropia"}


def test_a_selection_says_what_it_is(graph):
    scene = compose(graph(VAULT), Selection(focus="heat", folders=["termo"]))
    assert (scene.part, scene.notes[scene.focus].label) == ("Calor · termo", "Calor")


@pytest.mark.parametrize(
    ("choices", "error", "hint"),
    [
        ({"focus": "Entropa"}, "no note is called Entropa", "did you mean Entropia?"),
        ({"focus": "entro"}, "no note is called entro", "did you mean Entropia?"),
        ({"focus": "xyzzy"}, "no note is called xyzzy", "none of the 9 is similar"),
        ({"decks": ["Lux"]}, "no deck is called Lux", "there is Estudo::Física::Termo, Estudo::Luz"),
        ({"tags": ["exata"]}, "no tag is called exata", "did you mean exatas/física?"),
        ({"folders": ["termos"]}, "no folder is called termos", "did you mean termo?"),
        ({"relations": ["Relaçoes "], "focus": "", "folders": ["tremo"]}, "no folder is called tremo", "did you mean termo?"),
        ({"relations": ["Fonts"]}, "no relation is called Fonts", "did you mean Fonte?"),
        ({"show": ["tag"]}, "cannot show tag", "choose unresolved, attachments, tags, cards"),
        ({"depth": 0}, "the depth cannot be 0", "1 shows the direct links of a note"),
        ({"decks": ["Luz"], "folders": ["frio"]}, "no note left to draw", "ask for less at once"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_an_error_with_similar_names(labels, choices, error, hint):
    with pytest.raises(UsageError) as raised:
        labels(**choices)
    assert (str(raised.value), raised.value.hint) == (error, hint)


def test_an_ambiguous_name_is_an_error(graph):
    read = graph("-- a/Energia.md --\n-- b/Energia.md --\n")
    with pytest.raises(UsageError) as raised:
        compose(read, Selection(focus="energia"))
    assert raised.value.hint == "choose one of a/Energia.md, b/Energia.md"
    assert compose(read, Selection(focus="b/Energia")).part == "Energia (b)"
