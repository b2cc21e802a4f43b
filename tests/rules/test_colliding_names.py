def test_forms_of_an_accent(findings):
    assert findings("colliding-names", "-- Cafe\u0301.md --\n-- Caf\u00e9.md --\n") == [
        "Caf\u00e9.md:1:1: on some machines this is the same file as Cafe\u0301.md"
    ]


def test_capitals_of_a_folder_and_of_an_attachment(findings):
    assert len(findings("colliding-names", "-- a/x.png --\n-- A/x.png --\n-- n.md --")) == 1


def test_one_name_in_two_folders(findings):
    assert findings("colliding-names", "-- a/Heat.md --\n-- b/heat.md --\n") == []


def test_another_letter_is_another_name(findings):
    assert findings("colliding-names", "-- Masse.md --\n-- Ma\u00dfe.md --\n") == []
