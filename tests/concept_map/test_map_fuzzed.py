"""Vaults that a grammar makes are drawn, and nothing in their pages fails, runs or asks for more."""

import xml.etree.ElementTree as ET

import pytest
from fuzz.checks import settings_and_rules, write
from fuzz.grammar import Writer

from map_steps import draw_in_portuguese as draw
from vaultgraph.concept_map import Selection
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault

pytestmark = pytest.mark.browser

EVERYTHING = Selection(show=["unresolved", "attachments", "tags", "cards"])
NOTES = 15
LOOK_AT_ALL = """
() => {
    for (const note of VG.notes.keys()) {
        VG.choose(note, true);
        for (const summary of document.querySelectorAll(".card summary")) summary.click();
    }
}
"""


@pytest.mark.parametrize(
    ("seed", "mode"), [(0, "layered"), (2, "layered"), (1, "atlas"), (3, "atlas")]
)
def test_a_page_of_whatever_a_vault_holds_works(show, tmp_path, seed, mode):
    root = tmp_path / "vault"
    write(root, Writer(3 * seed + len(mode)).vault(NOTES))
    settings, _ = settings_and_rules(root)
    found = VaultGraph(read_vault(str(root)), settings)
    page = show(draw(found, EVERYTHING, mode=mode))
    page.evaluate(LOOK_AT_ALL)
    for colour in page.evaluate("[...document.querySelector('#colour').options].map(o => o.value)"):
        page.select_option("#colour", colour)
    for note in [*found.vault.notes.values()][:8]:
        page.fill("#query", note.name)
    ET.fromstring(page.evaluate("VG.svgText()"))
    assert page.evaluate("typeof PWNED") == "undefined"
