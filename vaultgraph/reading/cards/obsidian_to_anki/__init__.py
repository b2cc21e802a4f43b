"""The plugin Obsidian_to_Anki: its settings, its card styles, and its parser for notes."""

from vaultgraph.reading.cards.obsidian_to_anki.finder import CardFinder, Seen
from vaultgraph.reading.cards.obsidian_to_anki.last_sync import LastSync
from vaultgraph.reading.cards.obsidian_to_anki.settings import (
    SETTINGS_FILE,
    CardSettings,
    read_card_settings,
)

__all__ = ["SETTINGS_FILE", "CardFinder", "CardSettings", "LastSync", "Seen", "read_card_settings"]
