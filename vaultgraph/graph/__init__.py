"""A vault becomes a `VaultGraph`: which file each link means, and what follows from it."""

from vaultgraph.graph.card_names import named, whereabouts
from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.merging import hint_on_id, holds_another, is_paragraph
from vaultgraph.graph.outgoing import Edge, Outgoing
from vaultgraph.graph.relations import Relation
from vaultgraph.graph.resolve import fold
from vaultgraph.graph.strays import stray_ids
from vaultgraph.graph.unknown import unknown_cards

__all__ = [
    "Edge",
    "Outgoing",
    "Relation",
    "VaultGraph",
    "fold",
    "hint_on_id",
    "holds_another",
    "is_paragraph",
    "named",
    "stray_ids",
    "unknown_cards",
    "whereabouts",
]
