def test_names_the_missing_note_and_its_place(findings):
    assert findings("broken-link", """
        -- Heat.md --
        First line.
        See [[Entropie]].
        -- Entropy.md --
    """) == ["Heat.md:2:5: nothing in the vault is called Entropie"]  # fmt: skip


def test_a_link_inside_code_is_not_a_link(findings):
    assert findings("broken-link", """
        -- Heat.md --
        `[[nowhere]]`
    """) == []  # fmt: skip


def test_a_heading_of_the_same_note_always_has_its_file(findings):
    assert findings("broken-link", """
        -- Heat.md --
        [[#Sources]]
    """) == []  # fmt: skip


def test_a_missing_image_is_another_rules_affair(findings):
    assert findings("broken-link", """
        -- Heat.md --
        ![[engine.png]]
    """) == []  # fmt: skip


def test_an_alias_is_another_rules_affair(findings):
    assert findings("broken-link", """
        -- Heat.md --
        [[Disorder]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """) == []  # fmt: skip


def test_a_property_link_can_be_broken(findings):
    assert findings("broken-link", """
        -- Heat.md --
        ---
        up: "[[Physics]]"
        ---
    """) == ["Heat.md:2:6: nothing in the vault is called Physics"]  # fmt: skip


def test_a_canvas_card_can_lead_nowhere(findings):
    assert findings("broken-link", """
        -- Board.canvas --
        {"nodes": [{"id": "1", "type": "file", "file": "Gone.md"}]}
        -- Heat.md --
    """) == ["Board.canvas:1:49: nothing in the vault is called Gone.md"]  # fmt: skip
