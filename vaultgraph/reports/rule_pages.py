"""The rules, for people: all of them in a list, or one on a page."""

import re
from collections.abc import Collection, Iterator
from textwrap import fill

from vaultgraph.reports.terminal import COLOURS, Style
from vaultgraph.rules import Rule

__all__ = ["catalogue", "page"]

_LINE = 100
_FILE = re.compile(r"^    -- (.+) --$", re.MULTILINE)


def catalogue(rules: Collection[Rule], style: Style) -> str:
    """Return a line for each of *rules*: name, severity, and the fault in a sentence."""
    names = max(len(rule.name) for rule in rules)
    lines = [*_lines(rules, names, style), "", "vaultgraph rules NAME explains one."]
    return "\n".join(lines) + "\n"


def _lines(rules: Collection[Rule], names: int, style: Style) -> Iterator[str]:
    for rule in rules:
        head = f"{rule.name:{names}}  {rule.level:7}  "
        text = fill(
            rule.summary,
            (style.columns or 10_000) - 1,
            initial_indent=" " * len(head),
            subsequent_indent=" " * len(head),
        )
        level = style.paint(_colour(rule), f"{rule.level:7}")
        yield f"{rule.name:{names}}  {level}  {text.lstrip()}"


def page(rule: Rule, style: Style) -> str:
    """Return what *rule* finds and why, its options, and a vault with and without the fault."""
    what, *examples = re.split(r"\n\n(?=(?:Bad|Good|Options):)", rule.page)
    columns = min(style.columns or _LINE, _LINE) - 1
    paragraphs = [fill(" ".join(part.split()), columns) for part in what.split("\n\n")]
    head = f"{style.paint('1', rule.name)} ({style.paint(_colour(rule), rule.level)})"
    told = [_FILE.sub(r"  \1:", part.replace("::\n\n", ":\n")) for part in examples]
    if not rule.is_on:
        how = f"--select {rule.name}, or a severity in the settings"
        told.append(f"It is off until asked for: {how}.")
    return "\n\n".join([head, *paragraphs, *told]) + "\n"


def _colour(rule: Rule) -> str:
    return COLOURS[rule.severity] if rule.is_on else "2"
