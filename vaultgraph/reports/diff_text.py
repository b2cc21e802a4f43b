"""What differs between two revisions of a vault, as text for the terminal."""

from collections.abc import Iterator

from vaultgraph.messages import say
from vaultgraph.reports.diff_report import (
    ADDED,
    CHANGED,
    FAILED,
    REMOVED,
    DiffReport,
    sections,
    summary,
)

__all__ = ["render"]

_COLOURS = {ADDED: "32", REMOVED: "31", CHANGED: "36", FAILED: "31;1"}


def render(report: DiffReport) -> Iterator[str]:
    """Yield *report* as text in pieces: a summary, then a section for each kind."""
    style, language = report.style, report.language
    first, *counts = summary(report)
    yield "\n".join([style.paint("1", first), *counts]) + "\n"
    for section in sections(report):
        lines = [f"  {style.paint(_COLOURS[mark], mark)} {text}" for mark, text in section.lines]
        if section.left_out:
            lines.append(language.say(say("  … and {count:,} more", count=section.left_out)))
        yield "\n".join(["", style.paint("1", section.title), *lines]) + "\n"
