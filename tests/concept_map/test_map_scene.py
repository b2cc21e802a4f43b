from vaultgraph.concept_map.composing import compose


def lines(scene):
    return {
        f"{scene.notes[link.before].label} -{link.kind}-> {scene.notes[link.after].label}"
        for link in scene.links
    }


def test_relations_and_plain_links_are_drawn_once(physics):
    assert lines(compose(physics)) == {
        "Física --> Calor",
        "Física --> Medidas",
        "Calor -Relações-> Entropia",
        "Calor -Relações-> Pressão",
        "Entropia -Relações-> Motor",
        "Pressão -Relações-> Vapor",
        "Calor -Pré-requisito-> Motor",
    }


def test_a_prerequisite_leads_to_the_note_that_asks_for_it(physics):
    turned = [link for link in compose(physics).links if link.direction < 0]
    assert [link.kind for link in turned] == ["Pré-requisito"]


def test_a_missing_note_is_a_note_without_a_path(physics):
    assert [note.label for note in compose(physics).notes if not note.path] == ["Vapor"]


def test_a_missing_file_is_not_a_missing_note(graph):
    scene = compose(graph("-- A.md --\n![[gone.png]] [[gone.pdf]] [[Node.js notes]]\n"))
    assert [note.label for note in scene.notes] == ["A", "Node.js notes"]


def test_kinds_that_differ_in_accents_are_one(graph):
    scene = compose(graph("-- A.md --\nRelações: [[B]]\n-- B.md --\nrelacoes: [[A]]\n"))
    assert {link.kind for link in scene.links} == {"Relações"}


def test_a_link_to_the_note_itself_is_not_drawn(graph):
    assert compose(graph("-- A.md --\n[[A]] [[#Top]]\n")).links == ()


def test_images_are_those_the_note_names(physics):
    heat = next(note for note in compose(physics).notes if note.label == "Calor")
    assert heat.images == ("img/chama.png",)


def test_a_tag_is_one_whatever_its_capitals_and_shown_as_it_is_written_most_often(graph):
    text = "-- A.md --\n#Draft #draft #draft/Old\n-- B.md --\n#DRAFT\n-- C.md --\n#draft\n"
    assert [note.tags for note in compose(graph(text)).notes] == [
        ("#draft", "#draft/Old"),
        ("#draft",),
        ("#draft",),
    ]


def test_a_tag_that_marks_cards_is_stored_separately(graph):
    (note,) = compose(graph("-- A.md --\n#heat\n\nWhy? #Flashcard\nSo\n")).notes
    assert (note.tags, note.marks) == (("#heat",), ("#Flashcard",))


def test_a_plain_link_that_relations_imply_is_marked(graph):
    links = compose(graph("""
        -- MOC.md --
        Relações: [[A]]
        [[A]] [[B]] [[C]]
        -- A.md --
        Relações: [[B]]
        -- B.md --
        [[A]]
        -- C.md --
    """)).links  # fmt: skip
    assert [(*link[:2], link.kind, link.implied) for link in links] == [
        (0, 1, "Relações", False), (3, 0, "Relações", False),
        (1, 0, "", True), (3, 1, "", True), (3, 2, "", False),
    ]  # fmt: skip


def test_only_what_may_become_a_note_is_shown_as_one(graph):
    scene = compose(graph("-- A.md --\n[[https://a.b]] [[|x]] [[y.pdf]] [[{{title}}]] [[B]]\n"))
    assert [note.label for note in scene.notes] == ["A", "B"]


def test_missing_notes_of_one_name_have_labels_of_their_own(graph):
    vault = graph(
        "-- A.md --\n[[x/Heat]] [[y/Heat]] [[Heat]] [[Gas]]\n-- z/Work.md --\n[[v/Work]]\n"
    )
    found = [(note.label, note.target) for note in compose(vault).notes if note.kind]
    assert sorted(found) == [
        ("Gas", "Gas"), ("Heat (/)", "Heat"), ("Heat (x)", "x/Heat"), ("Heat (y)", "y/Heat"), ("Work (v)", "v/Work"),
    ]  # fmt: skip


def test_a_note_can_leave_the_map_by_a_property(graph):
    vault = graph("""
        -- A.md --
        ---
        vaultgraph-map: false
        ---
        [[B]]
        -- B.md --
        ---
        vaultgraph-map: true
        ---
        [[C]]
        -- C.md --
    """)
    scene = compose(vault)
    assert [note.label for note in scene.notes] == ["B", "C"]
    assert len(scene.links) == 1
