"""What can be wrong in a vault: one module, one rule, found by its place in this folder.

A rule is a generator under `@rule` that questions a `VaultGraph` and yields findings.  Its name is
the fault, its docstring the page that `vaultgraph rules NAME` prints; rules do not know each other.
"""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity

__all__ = ["Rule", "load_rules", "rule"]

Check = Callable[[VaultGraph], Iterator[Finding]]


class Rule(NamedTuple):
    """A check and what the user needs to know about it."""

    name: str
    severity: Severity
    check: Check

    @property
    def page(self) -> str:
        """What, why, a bad and a good example."""
        from inspect import getdoc

        return getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        """The fault in one sentence."""
        return self.page.partition("\n")[0]


_RULES: dict[str, Rule] = {}


def rule(severity: Severity) -> Callable[[Check], Check]:
    """Register the decorated generator; `def broken_link` becomes the rule `broken-link`."""

    def register(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        _RULES[name] = Rule(name, severity, check)
        return check

    return register


def load_rules() -> dict[str, Rule]:
    """Import every rule once, and return them by name, in alphabetical order."""
    for file in os.listdir(os.path.dirname(__file__)):
        module, extension = os.path.splitext(file)
        if extension == ".py" and not module.startswith("_"):
            import_module(f"{__name__}.{module}")
    return dict(sorted(_RULES.items()))
