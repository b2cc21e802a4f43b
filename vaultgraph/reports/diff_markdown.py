"""What differs between two revisions of a vault, as Markdown for a pull request.

Names and texts of the vault are only in code blocks, where they can neither be links nor mention
anyone; those in the language `diff` have colours.
"""

import re
from collections.abc import Iterator

from vaultgraph.messages import say
from vaultgraph.reports.diff_report import DiffReport, sections, summary
from vaultgraph.reports.markdown import plain

__all__ = ["render"]


def render(report: DiffReport) -> Iterator[str]:
    """Yield *report* as Markdown in pieces: a summary, then a section for each kind."""
    first, *counts = summary(report)
    items = "".join(f"- {plain(line)}\n" for line in counts)
    yield f"### {plain(first)}\n\n{items}"
    for section in sections(report):
        lines = [f"{mark} {text}" for mark, text in section.lines]
        if section.left_out:
            more = say("  … and {count:,} more", count=section.left_out)
            lines.append(report.language.say(more))
        text = "\n".join(lines)
        longest = max(map(len, re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        yield f"\n#### {section.title}\n\n{fence}diff\n{text}\n{fence}\n"
