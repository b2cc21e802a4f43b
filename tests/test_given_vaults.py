"""Small vaults with the answers that Obsidian and Obsidian_to_Anki document, written by hand.

They say for everyone what `test_fidelity.py` says of real vaults, which lie outside of the project.
The form is the same: `truth/*/expected.json` says how Obsidian reads and resolves, and
`cards/*/expected.json` which cards the plugin finds.
"""

import json

import pytest

from vaults import ROOT

GIVEN = ROOT / "tests" / "vaults"
TRUTH = sorted(GIVEN.glob("truth/*"))
CARDS = sorted(GIVEN.glob("cards/*"))


def notes(folder):
    """The expected answer for each note of the vault in *folder*, by its path."""
    return json.loads((folder / "expected.json").read_text("utf-8"))["notes"]


def exported(run, folder):
    """What `export --format json` says of the notes of the vault in *folder*."""
    return json.loads(run("export", folder / "vault", "--format", "json").stdout)["notes"]


KEYS = {
    "links": ("target", "display", "original"),
    "embeds": ("target", "display", "original"),
    "tags": ("tag",),
    "headings": ("level", "text"),
}


def read(vault, path, kind, entries):
    """What matters of the *entries* of a *kind* that an export has of a note; links as written, too."""
    if kind not in KEYS:
        return entries
    text = (vault / path).read_text("utf-8")
    return [
        {"original": text[entry["start"] : entry["end"]] if "start" in entry else ""}
        | {key: entry[key] for key in KEYS[kind] if key != "original"}
        for entry in entries
    ]


@pytest.mark.parametrize("kind", [*KEYS, "frontmatter_tags", "blocks"])
@pytest.mark.parametrize("folder", TRUTH, ids=lambda folder: folder.name)
def test_a_note_is_read_as_obsidian_reads_it(run, folder, kind):
    got = exported(run, folder)
    for path, note in notes(folder).items():
        if kind in note:
            found = read(folder / "vault", path, kind, got[path][kind])
            wanted = [{"original": ""} | want if kind in KEYS else want for want in note[kind]]
            assert found == wanted, path


@pytest.mark.parametrize("folder", TRUTH, ids=lambda folder: folder.name)
def test_a_name_means_the_file_that_it_means_in_obsidian(run, folder):
    got = exported(run, folder)
    for path, note in notes(folder).items():
        links = [*got[path]["links"], *got[path]["embeds"], *got[path]["property_links"]]
        found = {link["target"]: link["resolved"] for link in links}
        wanted = {query["target"]: query["path"] for query in note["resolved"]}
        assert {target: found.get(target, "no such link") for target in wanted} == wanted, path


@pytest.mark.parametrize("folder", CARDS, ids=lambda folder: folder.name)
def test_the_cards_are_those_that_obsidian_to_anki_finds(run, folder):
    got = exported(run, folder)
    keys = ("line", "id", "question", "note_type", "deck")
    found = {
        path: [{key: card[key] for key in keys} for card in note["cards"]]
        for path, note in got.items()
    }
    assert found == notes(folder)
