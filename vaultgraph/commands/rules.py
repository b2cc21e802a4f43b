"""The command `rules`."""

from vaultgraph.commands.opening import write
from vaultgraph.linting import choose_rules
from vaultgraph.rules import load_rules

__all__ = ["rules"]


def rules(rule: str = "") -> int:
    """List the rules of lint, or explain one.

    Options:
        rule: the name of the rule to explain.
    """
    if rule:
        pages = [
            f"{found.name} ({found.severity})\n\n{found.page}\n" for found in choose_rules([rule])
        ]
        write("\n\n".join(pages), "")
        return 0
    catalogue = load_rules().values()
    width = max(len(found.name) for found in catalogue)
    lines = [f"{found.name:{width}}  {found.severity!s:8} {found.summary}" for found in catalogue]
    write("\n".join([*lines, "", "vaultgraph rules NAME explains one."]) + "\n", "")
    return 0
