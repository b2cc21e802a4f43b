"""Flashcards, parsed as each plugin does: one package or module per plugin."""

from vaultgraph.reading.cards.flashcards import Flashcards, read_flashcards
from vaultgraph.reading.cards.obsidian_to_anki import SETTINGS_FILE, CardFinder, LastSync, Seen

__all__ = ["SETTINGS_FILE", "CardFinder", "Flashcards", "LastSync", "Seen", "read_flashcards"]
