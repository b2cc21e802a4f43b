"""The rule `unsynced-edit`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say, say_count
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.reading import LastSync
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural(
        "{count:,} note changed since the last sync", "{count:,} notes changed since the last sync"
    ),
    on="note",
    of="cards",
)
def unsynced_edit(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A note with flashcards was changed after its last sync with Anki.

    Anki may still show the old text.  Obsidian_to_Anki stores a hash of each note; without its
    settings nothing is reported.

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

    When it is wrong to worry: the plugin compares the whole note, so a change outside its cards
    counts too.  Line endings changed by git do not, nor does the empty line that the plugin itself
    deletes above an ID.

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
        message = say_count(
            "changed since the last sync: Anki may have older text of its card",
            "changed since the last sync: Anki may have older text of its {count:,} cards",
            known,
        )
        hint = say("sync it with Obsidian_to_Anki")
        group_message = say("{count:,} notes with cards have changed since their last sync")
        yield Finding(Span(note.path), message, hint, group_message)
