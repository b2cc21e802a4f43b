"""Read-only access to an Anki collection, from a file or from a running Anki."""

from vaultgraph.anki.collection import AnkiCard, AnkiNote, Collection, deck_key
from vaultgraph.anki.memory import Memory, scheduler_of
from vaultgraph.anki.presets import Preset
from vaultgraph.anki.review_log import Answers
from vaultgraph.anki.sources import read_collection

__all__ = [
    "AnkiCard",
    "AnkiNote",
    "Answers",
    "Collection",
    "Memory",
    "Preset",
    "deck_key",
    "read_collection",
    "scheduler_of",
]
