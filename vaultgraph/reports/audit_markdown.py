"""The audit as a note for the vault, in which every note is a link.

Like every report, it has a property that excludes its links from the graph.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.auditing import Audit
from vaultgraph.languages import Language, load_language
from vaultgraph.model import REPORT_PROPERTY
from vaultgraph.reports.audit_sections import load_sections
from vaultgraph.reports.audit_words import standing, verdict
from vaultgraph.reports.markdown import plain

if TYPE_CHECKING:
    from vaultgraph.planning import Plan

__all__ = ["render"]

_FIRST = ("progress", "blockers", "frontier", "recall", "warnings", "order", "coverage", "decks")


def render(audit: Audit, plan: "Plan | None" = None, *, lang: str) -> str:
    """Return *audit*, with the *plan* for its exam, as a note in the language *lang*, a code."""
    language = load_language(lang)
    answer, why = verdict(audit, language)
    heading = f"---\n{REPORT_PROPERTY}: 1\n---\n# {plain(answer)}\n\n{plain(f'{answer}: {why}')}\n"
    more = "".join(f"\n{plain(sentence)}\n" for sentence in standing(audit, plan, language))
    return heading + more + "".join(_sections(audit, language))


def _sections(audit: Audit, language: Language) -> Iterator[str]:
    """Yield a heading and the lines of each section that has any."""
    for section in load_sections(_FIRST):
        lines = "".join(f"{line}\n" for line in section.find(audit).markdown(language))
        if lines:
            yield f"\n## {language.say(section.title)}\n\n{lines}"
