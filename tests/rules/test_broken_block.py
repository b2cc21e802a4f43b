from vaultgraph import choose_rules, lint


def test_names_the_missing_block(findings):
    assert findings("broken-block", """
        -- Heat.md --
        [[Energy#^first]] ![[Energy#^SECOND]] [[#^own]]
        -- Energy.md --
        Nothing is lost. ^second
    """) == [
        "Heat.md:1:1: Energy.md has no block ^first",
        "Heat.md:1:39: Heat.md has no block ^own",
    ]  # fmt: skip


def test_ids_below_lists_and_in_items_count(findings):
    assert findings("broken-block", """
        -- Heat.md --
        [[#^item]] [[#^list]] [[#^quote-1]]

        - an item ^item
        - another

        ^list

        > quoted ^quote-1
    """) == []  # fmt: skip


def test_an_id_that_no_block_can_have(graph):
    from vaultgraph import choose_rules, lint

    vault = graph("-- Heat.md --\n[[#^first_law]] [[#^laws]]\n\nNothing is lost. ^first_law\n")
    assert [found.hint for found in lint(vault, choose_rules(["broken-block"]))] == [
        "a block id may contain only letters, digits and hyphens",
        "put ^laws at the end of the paragraph you mean",
    ]


def test_a_generated_id_belongs_to_a_paragraph_that_is_elsewhere(graph):
    all_found = lint(
        graph("-- Heat.md --\n[[#^a28b1d]] [[#^law]]\n"), choose_rules(["broken-block"])
    )
    assert [found.hint for found in all_found] == [
        "its paragraph was moved or deleted: find it, and link to it again",
        "put ^law at the end of the paragraph you mean",
    ]


def test_says_which_block_differs_by_its_end(graph):
    vault = "-- Heat.md --\n[[Work#^c884c2]] [[Work#^law12]]\n-- Work.md --\nOne. ^c884c2c\n\nTwo. ^law1\n"
    found = lint(graph(vault), choose_rules(["broken-block"]))
    assert [each.hint for each in found] == ["did you mean ^c884c2c?", "did you mean ^law1?"]


def test_a_block_of_the_note_itself_is_what_was_meant(graph):
    vault = "-- Heat.md --\n[[Work#^law]]\n\nNothing is lost. ^law\n-- Work.md --\nText.\n"
    [found] = lint(graph(vault), choose_rules(["broken-block"]))
    assert found.hint == "it is in this note: write only #^law"
