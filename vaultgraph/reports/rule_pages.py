"""The documentation of the rules: a list of all, or a page about one."""

import re
from collections.abc import Collection, Iterator
from textwrap import fill

from vaultgraph.languages import ENGLISH, Language
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say
from vaultgraph.reports.terminal import COLOURS, Style
from vaultgraph.rules import Rule

__all__ = ["catalogue", "page"]

_LINE = 100
_FILE = lazy_re(r"^    -- (.+) --$", re.MULTILINE)
_SECTION = lazy_re(r"\n\n(?=\S)")
_VERBATIM = lazy_re(r"\w+::\n|Options:\n")


def catalogue(rules: Collection[Rule], style: Style, language: Language = ENGLISH) -> str:
    """Return a line for each of *rules*: name, severity and summary."""
    names = max(len(rule.name) for rule in rules)
    hint = language.say(say("vaultgraph rules NAME explains one."))
    lines = [*_lines(rules, names, style, language), "", hint]
    return "\n".join(lines) + "\n"


def _lines(rules: Collection[Rule], names: int, style: Style, language: Language) -> Iterator[str]:
    for rule in rules:
        head = f"{rule.name:{names}}  {rule.level:7}  "
        text = fill(
            language.translate(rule.summary),
            (style.columns or 10_000) - 1,
            initial_indent=" " * len(head),
            subsequent_indent=" " * len(head),
        )
        level = style.paint(_colour(rule), f"{rule.level:7}")
        yield f"{rule.name:{names}}  {level}  {text.lstrip()}"


def page(rule: Rule, style: Style, language: Language = ENGLISH) -> str:
    """Return the page of *rule*: what it finds and why, its options, bad and good examples."""
    columns = min(style.columns or _LINE, _LINE) - 1
    head = f"{style.paint('1', rule.name)} ({style.paint(_colour(rule), rule.level)})"
    sections = [_section(text, columns) for text in _SECTION.split(rule.page)]
    if rule.skips_templates:
        sections.append(language.say(say("Templates are left out: they are yet to be filled in.")))
    if not rule.is_on:
        how = say(
            "This rule is off by default: --select {rule}, or a severity in the settings.",
            rule=rule.name,
        )
        sections.append(language.say(how))
    return "\n\n".join([head, *sections]) + "\n"


def _section(text: str, columns: int) -> str:
    """Wrap a paragraph to *columns*; keep the lines of examples and options."""
    if _VERBATIM.match(text):
        return _FILE.sub(r"  \1:", text.replace("::\n\n", ":\n"))
    return fill(" ".join(text.split()), columns)


def _colour(rule: Rule) -> str:
    return COLOURS[rule.severity] if rule.is_on else "2"
