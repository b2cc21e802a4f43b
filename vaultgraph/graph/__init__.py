"""A vault becomes a `VaultGraph`: which file each link means, and what follows from it."""

from vaultgraph.graph.graph import Edge, Relation, VaultGraph

__all__ = ["Edge", "Relation", "VaultGraph"]
