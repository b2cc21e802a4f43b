"""Rules are chosen, set as the user wants them, and run over a graph."""

from vaultgraph.linting.choosing import choose_rules
from vaultgraph.linting.running import lint

__all__ = ["choose_rules", "lint"]
