"""Plan the days until an exam: what to read, which cards to learn, and what to review."""

from vaultgraph.planning.planner import plan
from vaultgraph.planning.result import Day, Done, Pace, Plan, Reading

__all__ = ["Day", "Done", "Pace", "Plan", "Reading", "plan"]
