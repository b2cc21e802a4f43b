"""The rule `unsynced-edit`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.reading import LastSync
from vaultgraph.rules import rule


@rule(Severity.INFO, on="note", of="cards")
def unsynced_edit(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A note with flashcards was changed after its last sync with Anki.

    Anki may still ask the old text.  Obsidian_to_Anki remembers what each note was like; without
    its settings nothing can be said.

    Bad::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        END
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"Defaults": {"Deck": "Physics"}},
        "File Hashes": {"Heat.md": "d41d8cd98f00b204e9800998ecf8427e"}}

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

    When it is wrong to worry: the plugin compares the whole note, so a change outside of its cards
    counts too.  Line endings that git changed do not, nor does the empty line that the plugin
    itself deletes above an ID.

    Fine::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        END
        -- Notes.md --
        A note without cards.
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"Defaults": {"Deck": "Physics"}},
        "File Hashes": {"Heat.md": "70ac01ec0a860559881f424795ba57b8",
        "Notes.md": "d41d8cd98f00b204e9800998ecf8427e"}}
    """
    if not any(note.summary.ids) or graph.vault.last_sync(note.path) is not LastSync.OTHER:
        return
    if known := sum(card.id != 0 for card in note.cards if card.goes_to_anki):
        cards = "its card" if known == 1 else f"its {known} cards"
        yield Finding(
            Span(note.path),
            f"changed since the last sync: Anki may have older text of {cards}",
            "sync it with Obsidian_to_Anki",
            "{count} notes with cards changed since their last sync",
        )
