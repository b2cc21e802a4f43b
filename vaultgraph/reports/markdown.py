"""Diagnostics as a note that can live in the vault: each finding links its note.

A property marks it as a report, by which the next run knows that its links do not count.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from vaultgraph.model import REPORT_PROPERTY, Diagnostic, Severity
from vaultgraph.reports.counts import totals
from vaultgraph.reports.crowds import Crowd, part

__all__ = ["render"]

_UNLINKABLE = re.compile(r"[\[\]|#^]")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~=$%])")


def render(diagnostics: Sequence[Diagnostic], vault: str, spelled_out: Collection[str]) -> str:
    """Return *diagnostics* of the vault called *vault* as a note.

    A crowd of a rule not in *spelled_out* takes one line.
    """
    single, crowds = part(diagnostics, spelled_out)
    heading = f"---\n{REPORT_PROPERTY}: 1\n---\n# {_plain(vault)}\n\n{totals(diagnostics)}\n"
    return heading + "".join(_sections(single, crowds))


def _sections(diagnostics: Sequence[Diagnostic], crowds: Sequence[Crowd]) -> Iterator[str]:
    by_rule: defaultdict[tuple[Severity, str], list[str]] = defaultdict(list)
    for found in diagnostics:
        by_rule[found.severity, found.rule].append(_item(found))
    for crowd in crowds:
        by_rule[crowd.severity, crowd.rule].append(f"- {_plain(crowd.sentence)}\n")
    for severity, rule in sorted(by_rule, key=lambda kind: (-kind[0], kind[1])):
        yield f"\n## {severity}: {rule}\n\n"
        yield from by_rule[severity, rule]


def _item(found: Diagnostic) -> str:
    path = found.location.path
    name = path.removesuffix(".md")
    place = f"`{path}`" if _UNLINKABLE.search(name) else f"[[{name}]]"
    line = f", line {found.location.line}" if found.source else ""
    hint = f" ({_plain(found.hint)})" if found.hint else ""
    return f"- {place}{line}: {_plain(found.message)}{hint}\n"


def _plain(text: str) -> str:
    """The *text*, with nothing in it that Obsidian takes for markup."""
    return _MARKUP.sub(r"\\\1", text)
