"""Flashcards of both versions of the plugin flashcards-obsidian, which sends them to Anki."""

from vaultgraph.reading.cards.flashcards_obsidian.plugin import (
    FlashcardsObsidian,
    read_flashcards_obsidian,
)

__all__ = ["FlashcardsObsidian", "read_flashcards_obsidian"]
