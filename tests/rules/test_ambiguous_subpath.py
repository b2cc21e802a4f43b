import pytest

from vaultgraph import choose_rules, lint

ENERGY = """-- Energy.md --
Nothing is lost. ^law

- Nothing is gained. ^Law

Text. ^other

### Heat
# Top ^top
## Heat
### Heat
## Work
## Work
### Top
"""


@pytest.fixture
def found(graph):
    def find(text, energy=ENERGY):
        vault = graph(f"-- Notes/A.md --\n{text}\n{energy}")
        rules = choose_rules(["ambiguous-subpath"])
        return [(str(d.location), str(d.severity), d.message, d.hint) for d in lint(vault, rules)]

    return find


@pytest.mark.parametrize(
    "link", ["[[Energy#^law]]", "![[Energy#^LAW|x]]", "[x](../Energy.md#^law)"]
)
def test_a_block_id_that_a_link_names_must_be_unique(found, link):
    block = "^LAW" if "LAW" in link else "^law"
    message = f"Energy.md has 2 blocks {block}, and this means the first, on line 1"
    assert found(f"See {link}.") == [
        ("Notes/A.md:1:5", "warning", message, "give each block an id of its own")
    ]


def test_a_higher_heading_that_is_not_opened_is_information(found):
    message = "this opens Heat of Energy.md on line 7, not the higher heading on line 9"
    assert found("[[Energy#heat]]") == [
        ("Notes/A.md:1:1", "info", message, "if that is meant, write #Top#Heat")
    ]


def test_without_a_heading_above_it_one_has_to_be_renamed(found):
    message = "this opens Heat of Energy.md on line 1, not the higher heading on line 2"
    assert found("[[Energy#Heat]]", "-- Energy.md --\n## Heat\n# Heat\n") == [
        ("Notes/A.md:1:1", "info", message, "if that is meant, rename one of the two")
    ]


@pytest.mark.parametrize("text", [
    "[[Energy#^other]] [[Energy#^gone]] [[Energy]] `[[Energy#^law]]` [[Energy#^]] [[Gone#^law]]",
    "[[Energy#Top]] [[Energy#Work]] [[Energy#Top#Heat]] [[Energy#Gone]] [[Energy#]] [[Energy##]]",
    "Here. ^law\n\nThere. ^law\n\n# Heat\n# Heat",
])  # fmt: skip
def test_other_parts_are_fine(found, text):
    assert found(text) == []


def test_code_and_drawings_have_no_blocks(found):
    code = "-- Energy.md --\nText. ^law\n```\nText. ^law\n```\n"
    assert found("[[Energy#^law]]", code) == []
    drawing = "-- Energy.excalidraw.md --\nText. ^law\n\nText. ^law\n"
    assert found("[[Energy.excalidraw#^law]]", drawing) == []


def test_many_links_to_one_block_are_a_group(graph):
    vault = graph(f"-- A.md --\n{'[[Energy#^law]] ' * 3}\n{ENERGY}")
    groups = {d.group_message for d in lint(vault, choose_rules(["ambiguous-subpath"]))}
    assert [each.format(count=3) if "{" in each else each for each in groups] == [
        "3 links name the block ^law of Energy.md, which has several"
    ]
