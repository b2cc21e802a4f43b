"""The link graph of a vault: `VaultGraph` resolves links and answers questions about them."""

from vaultgraph.graph.card_references import card_reference
from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.merging import add_hint_on_id, holds_another, is_paragraph
from vaultgraph.graph.orphan_ids import find_orphan_ids
from vaultgraph.graph.outgoing import Edge, OutgoingLinks
from vaultgraph.graph.relations import Relation
from vaultgraph.graph.resolve import fold
from vaultgraph.graph.unknown_cards import find_unknown_cards

__all__ = [
    "Edge",
    "OutgoingLinks",
    "Relation",
    "VaultGraph",
    "add_hint_on_id",
    "card_reference",
    "find_orphan_ids",
    "find_unknown_cards",
    "fold",
    "holds_another",
    "is_paragraph",
]
