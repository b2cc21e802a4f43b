"""A vault becomes a `VaultGraph`: which file each link means, and what follows from it."""

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge, Outgoing
from vaultgraph.graph.relations import Relation

__all__ = ["Edge", "Outgoing", "Relation", "VaultGraph"]
