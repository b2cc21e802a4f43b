from vaultgraph import choose_rules, lint


def test_points_at_the_second_and_names_the_first(findings):
    assert findings("image-reused", """
        -- Heat.md --
        What is heat? #flashcard
        ![[engine.svg]] ![[engine.svg]]
        -- Work.md --
        ![[engine.svg]]

        What is work? #flashcard
        ![[engine.svg]]
        -- engine.svg --
    """) == ["Work.md:4:1: “What is heat?” in Heat.md shows the same image"]  # fmt: skip


def test_it_runs_only_on_request_and_its_findings_are_grouped(graph):
    assert "image-reused" not in {rule.name for rule in choose_rules()}
    text = "-- Heat.md --\nQ #flashcard\n![[a.png]]\n\nR #flashcard\n![[a.png]]\n-- a.png --\n"
    (found,) = lint(graph(text), choose_rules(["image-reused"]))
    assert found.group_message
    assert found.hint


def test_a_copy_of_a_card_in_another_note_shows_the_image_too(findings):
    card = "What is heat? #flashcard\n![[engine.svg]]\n"
    vault = f"-- A.md --\n{card}-- B.md --\n{card}-- engine.svg --\n"
    assert [found.split(":")[0] for found in findings("image-reused", vault)] == ["B.md"]
