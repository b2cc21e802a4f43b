"""What is not linked yet: mentions of notes, and notes that should be related."""

from vaultgraph.suggesting.mentions import Mention, find_mentions, quotation
from vaultgraph.suggesting.missing_links import MissingLinks, Suggestion
from vaultgraph.suggesting.near_duplicates import NearDuplicate, find_near_duplicates
from vaultgraph.suggesting.texts import Texts

__all__ = [
    "Mention",
    "MissingLinks",
    "NearDuplicate",
    "Suggestion",
    "Texts",
    "find_mentions",
    "find_near_duplicates",
    "quotation",
]
