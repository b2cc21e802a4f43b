"""What Anki knows: a collection read from a file or from Anki itself, and never written."""

from vaultgraph.anki.collection import AnkiCard, AnkiNote, Collection, deck_key
from vaultgraph.anki.sources import read_collection

__all__ = ["AnkiCard", "AnkiNote", "Collection", "deck_key", "read_collection"]
