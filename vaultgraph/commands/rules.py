"""The command `rules`."""

from vaultgraph.commands.output import write
from vaultgraph.linting import choose_rules
from vaultgraph.rules import Rule, load_rules

__all__ = ["rules"]


def rules(rule: str = "") -> int:
    """List the rules of lint, or explain one.

    Options:
        rule: the name of the rule to explain.
    """
    if rule:
        write("\n\n".join(map(_page, choose_rules([rule]))))
        return 0
    catalogue = load_rules().values()
    width = max(len(found.name) for found in catalogue)
    lines = [f"{found.name:{width}}  {found.level:8} {found.summary}" for found in catalogue]
    write("\n".join([*lines, "", "vaultgraph rules NAME explains one."]) + "\n")
    return 0


def _page(rule: Rule) -> str:
    page = rule.page.replace("::\n", ":\n")
    return f"{rule.name} ({rule.level})\n\n{page}\n"
