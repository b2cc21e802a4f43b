"""Select and configure rules, and run them over a graph."""

from vaultgraph.linting.choosing import choose_rules, set_rules
from vaultgraph.linting.running import Linter, lint

__all__ = ["Linter", "choose_rules", "lint", "set_rules"]
