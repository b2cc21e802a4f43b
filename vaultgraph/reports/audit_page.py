"""The audit as one HTML page that works offline and runs no scripts.

It uses the colours of the concept map.  Every note is a link that opens it in Obsidian.
"""

from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup

from vaultgraph.auditing import Audit
from vaultgraph.languages import Language, load_language
from vaultgraph.messages import say
from vaultgraph.reports.audit_sections import Page, load_sections
from vaultgraph.reports.audit_words import MAX_NAMES, more, standing, verdict
from vaultgraph.reports.pages import environment, render_page

if TYPE_CHECKING:
    from vaultgraph.planning import Plan

__all__ = ["render"]

_FIRST = ("progress", "blockers", "frontier", "recall", "order", "warnings", "coverage", "decks")
_MAX_ROWS = 300
_SCOPES = {
    "deck": say("Deck {about}"),
    "tag": say("Notes with {about}"),
    "folder": say("Folder {about}"),
    "note": say("{about} and what it builds on"),
    "mix": say("Only {about}"),
}


def render(audit: Audit, plan: "Plan | None" = None, *, lang: str) -> str:
    """Return *audit*, with the *plan* for its exam, as a page in the language *lang*, a code."""
    language = load_language(lang)
    answer, why = verdict(audit, language)
    page = Page(language, audit.graph.vault.address, _environment(language))
    sections = [
        section.find(audit).html(page._replace(title=language.say(section.title)))
        for section in load_sections(_FIRST)
    ]
    about = _SCOPES.get(audit.scope_kind)
    return render_page(
        "audit",
        page.environment,
        audit.vault,
        audit=audit,
        answer=answer,
        why=why,
        about=about and language.say(about.with_values({"about": audit.scope_name})),
        standing=standing(audit, plan, language),
        sections=Markup().join(sections),
    )


def _environment(language: Language) -> Environment:
    """Return the environment of all templates, with what they can use."""
    found = environment(language)
    found.globals.update(
        more=lambda number: language.say(more(number)),
        most=MAX_NAMES,
        most_rows=_MAX_ROWS,
    )
    return found
