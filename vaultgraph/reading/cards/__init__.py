"""Flashcards, as the plugins that make them see them: a folder or a module for each."""

from vaultgraph.reading.cards.flashcards import Flashcards, read_flashcards
from vaultgraph.reading.cards.obsidian_to_anki import SETTINGS_FILE, CardFinder, LastSync, Seen

__all__ = ["SETTINGS_FILE", "CardFinder", "Flashcards", "LastSync", "Seen", "read_flashcards"]
