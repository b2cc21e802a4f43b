"""The flashcards as Anki takes them in, by its own library."""

import json
import os
from zipfile import ZipFile

import pytest

from vaultgraph import UsageError, VaultGraph, read_vault
from vaultgraph.export.apkg import make_package
from vaults import REAL_VAULT, given, needs_real_vault

anki = pytest.importorskip("anki.collection", reason="ANKI IS MISSING: IT TOOK IN NO PACKAGE")

PNG = b"\x89PNG\r\n\x1a\n"
HEAT = """
    -- Heat.md --
    TARGET DECK: Physics::Heat
    FILE TAGS: exam

    What is **heat**? #flashcard
    ![[engine.png|200]]
    Energy on its way
    <!--ID: 1741950000001-->

    What is work? #flashcard
    Force times distance
    <!--ID: 1741950000002-->
    -- Waves.md --
    What is a wave? #flashcard
    ![[sound.mp3]] A disturbance
    -- engine.png --
    -- sound.mp3 --
"""


@pytest.fixture
def collection(tmp_path):
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def imported(collection, tmp_path):
    """Take the cards of a graph into the collection, and return it."""

    def take(graph):
        file = tmp_path / "cards.apkg"
        file.write_bytes(make_package(graph).content)
        options = anki.ImportAnkiPackageOptions(with_scheduling=False)
        collection.import_anki_package(
            anki.ImportAnkiPackageRequest(package_path=str(file), options=options)
        )
        return collection

    return take


def note_ids(collection):
    return set(collection.db.list("select id from notes"))


def test_anki_gets_the_cards_with_ids_decks_tags_and_media(graph, imported):
    anki = imported(graph(HEAT, {"engine.png": PNG, "sound.mp3": b"ID3"}))
    heat = anki.get_note(1741950000001)
    assert heat.fields == [
        "What is <strong>heat</strong>?",
        '<img src="engine.png" width="200"><br />\nEnergy on its way',
    ]
    assert heat.tags == ["exam"]
    assert [anki.decks.name(card.did) for card in heat.cards()] == ["Physics::Heat"]
    assert anki.get_note(1741950000002).fields[0] == "What is work?"
    (wave,) = note_ids(anki) - {1741950000001, 1741950000002}
    assert anki.get_note(wave).fields[1] == "[sound:sound.mp3] A disturbance"
    assert anki.decks.name(anki.get_note(wave).cards()[0].did) == "Default"
    found = anki.media.check()
    assert (list(found.missing), list(found.unused)) == ([], [])
    assert sorted(os.listdir(anki.media.dir())) == ["engine.png", "sound.mp3"]


def test_it_says_how_much_is_in_it(graph):
    package = make_package(graph(HEAT, {"engine.png": PNG, "sound.mp3": b"ID3"}))
    assert package[1:] == (3, 1, 0, 2, 2)


def test_importing_again_changes_the_cards_and_adds_none(graph, imported, tmp_path):
    anki = imported(graph(HEAT))
    before = note_ids(anki)
    changed = graph(HEAT.replace("Force times distance", "Force along a way"))
    for note in changed.notes:
        path = tmp_path / "vault" / note.path
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime + 60))
    imported(changed)
    assert note_ids(anki) == before
    assert anki.get_note(1741950000002).fields[1] == "Force along a way"


def test_clozes_ask_for_their_deletions(graph, imported):
    anki = imported(graph("""
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"CUSTOM_REGEXPS": {}, "Defaults": {"CurlyCloze": true}, "Syntax": {}},
         "fields_dict": {"Cloze": ["Texto", "Extra"]}, "Added Media": [], "File Hashes": {}}
        -- Heat.md --
        START
        Cloze
        Heat is {energy} on its {way}, $\\frac{a}{b}$ and `{x}`
        Extra: see $there$
        <!--ID: 1741950000001-->
        END
    """))  # fmt: skip
    note = anki.get_note(1741950000001)
    assert note.fields == [
        "Heat is {{c1::energy}} on its {{c2::way}}, \\(\\frac{a}{b}\\) and <code>{x}</code>",
        "see \\(there\\)",
    ]
    assert list(note.keys()) == ["Texto", "Extra"]
    assert [card.ord for card in note.cards()] == [0, 1]
    assert "[...]" in note.cards()[0].question()
    assert "way" in note.cards()[0].question()


PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


@pytest.fixture
def fields(graph, imported):
    """The type, the fields and the tags of the one card of a note, under these settings."""

    def find(text, types, folder="", **settings):
        data = {"settings": {"CUSTOM_REGEXPS": {}, **settings}, "fields_dict": types}
        files = {PLUGIN: json.dumps(data).encode(), f"{folder}Heat.md": text.encode()}
        anki = imported(graph("-- Other.md --", files))
        (note,) = map(anki.get_note, note_ids(anki))
        return note.note_type()["type"], note.fields, note.tags

    return find


def test_each_field_of_a_note_type_stays_one(fields):
    text = "START\nWord\nHeat\nMeaning: energy\nHint: stove\nEND"
    types = {"Word": ["Word", "Meaning", "Use", "Hint"]}
    assert fields(text, types) == (0, ["Heat", "energy", "", "stove"], [])


def test_a_cloze_is_one_whatever_its_type_is_called(fields):
    text = "START\nLückentext\n{{c1::Heat}} flows.\nExtra: x\nEND"
    assert fields(text, {"Lückentext": ["Text", "Extra"]}) == (1, ["{{c1::Heat}} flows.", "x"], [])


def test_braces_and_highlights_are_deletions_as_the_plugin_makes_them(fields):
    text = "START\nCloze\nThe {1:$x_{a_{b}}$} and ==a = b== are.\nEND"
    defaults = {"CurlyCloze": True, "CurlyCloze - Highlights to Clozes": True}
    kind, (front, _), _ = fields(text, {"Cloze": ["Text", "Extra"]}, Defaults=defaults)
    assert (kind, front) == (1, "The {{c1::\\(x_{a_{b} }\\)}} and {{c1::a = b}} are.")


def test_what_the_plugin_adds_to_a_card_is_added(fields):
    text = (
        "# Physics\n\nFROZEN - Basic:\nBack: from **lecture** 3\n\n"
        "## Heat\n\nSTART\nBasic\nQ\nBack: A\nEND\n\n## Work"
    )
    _, (front, back), _ = fields(
        text,
        {"Basic": ["Front", "Back"]},
        folder="Notes/",
        Defaults={"Add File Link": True, "Add Context": True},
        FILE_LINK_FIELDS={"Basic": "Front"},
        CONTEXT_FIELDS={"Basic": "Back"},
    )
    assert front.startswith('Q<br><a href="obsidian://open?vault=vault&amp;file=Notes%2FHeat"')
    assert back == "Afrom <strong>lecture</strong> 3Notes/Heat.md &gt; Physics &gt; Heat"


def test_tags_in_the_text_become_tags_if_the_settings_say_so(fields):
    text = "START\nBasic\nWhat is a patent #law?\nBack: See [[Law#Basics]].\nEND"
    types = {"Basic": ["Front", "Back"]}
    _, (front, back), tags = fields(text, types, Defaults={"Add Obsidian Tags": True})
    assert (front, tags) == ("What is a patent ?", ["law"])
    assert "Basics" in back


def test_a_reversed_card_asks_in_both_directions(graph, imported):
    anki = imported(graph("""
        -- .obsidian/plugins/obsidian-spaced-repetition/data.json --
        {"settings": {}}
        -- Heat.md --
        #flashcards/physics

        heat:::calor
    """))  # fmt: skip
    (note,) = map(anki.get_note, note_ids(anki))
    questions = [card.question() for card in note.cards()]
    assert [("heat" in q, "calor" in q) for q in questions] == [(True, False), (False, True)]
    assert anki.decks.name(note.cards()[0].did) == "flashcards::physics"


def test_files_of_one_name_stay_two_files(graph, imported):
    text = """
        -- Heat.md --
        What is heat? #flashcard
        ![[A/x.png]]
        <!--ID: 1741950000001-->

        What is work? #flashcard
        ![[B/x.png]]
        <!--ID: 1741950000002-->

        And what is the same? #flashcard
        ![[C/x.png]]
        <!--ID: 1741950000003-->
    """
    anki = imported(graph(text, {"A/x.png": PNG, "B/x.png": PNG + b"2", "C/x.png": PNG}))
    shown = [anki.get_note(1741950000000 + n).fields[1] for n in (1, 2, 3)]
    assert shown[0] == shown[2] == '<img src="x.png">'
    assert shown[1] != shown[0]
    assert list(anki.media.check().missing) == []


def test_names_that_anki_refuses_are_changed(graph, imported):
    names = ["a[1] #2 50%.png", "ação & 'x'.png", "é" * 100 + ".png", "A.PNG"]
    embeds = "\n".join(f"![](<{name.replace('%', '%25').replace('#', '%23')}>)" for name in names)
    text = f"-- Heat.md --\nWhat? #flashcard\n{embeds}\n<!--ID: 7-->"
    anki = imported(graph(text, {name: PNG + name.encode() for name in names}))
    assert anki.get_note(7).fields[1].count("<img") == 4
    found = anki.media.check()
    assert (list(found.missing), list(found.unused)) == ([], [])


def test_huge_ids_and_control_characters_do_not_break_the_package(graph, imported):
    huge = "9" * 30
    anki = imported(graph(f"-- A.md --\nQ\x1f? #flashcard\nA\x1fB\n<!--ID: {huge}-->"))
    (note,) = map(anki.get_note, note_ids(anki))
    assert note.fields == ["Q?", "AB"]


def test_a_made_up_id_is_none_that_another_card_has(graph, imported):
    read = graph(
        "-- Heat.md --\na #flashcard\nx\n\nb #flashcard\ny\n\nc #flashcard\nz\n<!--ID: 1700000000001-->\n"
    )
    os.utime(os.path.join(read.vault.root, "Heat.md"), (1_700_000_000, 1_700_000_000))
    assert len(note_ids(imported(read))) == 3


def test_cards_that_share_an_id_are_refused(graph):
    with pytest.raises(
        UsageError, match=r"two cards share the ID 7: “Q\?” in A\.md and “P\?” in B\.md"
    ):
        make_package(
            graph(
                "-- A.md --\nQ? #flashcard\nA\n<!--ID: 7-->\n-- B.md --\nP? #flashcard\nA\n<!--ID: 7-->"
            )
        )


def test_a_vault_without_cards_is_refused(graph):
    with pytest.raises(UsageError, match="there are no flashcards in this vault"):
        make_package(graph("-- A.md --\nText."))


def test_the_same_vault_gives_the_same_bytes(graph, tmp_path):
    first = make_package(graph(HEAT)).content
    assert make_package(VaultGraph(read_vault(str(tmp_path / "vault")))).content == first
    (tmp_path / "x.apkg").write_bytes(first)
    dates = {entry.date_time for entry in ZipFile(tmp_path / "x.apkg").infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.slow
@pytest.mark.parametrize("folder", [
    pytest.param(REAL_VAULT, id="nlp", marks=needs_real_vault),
    *given("cards/*/vault"),
])  # fmt: skip
def test_real_vaults_arrive_whole(folder, imported):
    graph = VaultGraph(read_vault(str(folder)))
    anki = imported(graph)
    asked = [card for _, card in graph.cards if card.question]
    ids = {card.id for card in asked if card.id}
    assert ids <= note_ids(anki)
    assert len(note_ids(anki)) == len(asked)
