"""The plan as one HTML page that works offline and runs no scripts."""

from vaultgraph.languages import load_language
from vaultgraph.messages import say, say_count
from vaultgraph.planning import Plan
from vaultgraph.reports.pages import environment, render_page
from vaultgraph.reports.plan_words import day_name, headline, reviews, standing, tasks

__all__ = ["render"]


def render(plan: Plan, *, lang: str) -> str:
    """Return *plan* as a page in the language with the code *lang*."""
    language = load_language(lang)
    longest = max(day.minutes for day in plan.days)
    return render_page(
        "plan",
        environment(language),
        plan.audit.vault,
        plan=plan,
        title=language.say(headline(plan)),
        standing=[language.say(sentence) for sentence in standing(plan)],
        address=plan.audit.graph.vault.address,
        day_name=lambda day: day_name(day, language),
        tasks=tasks,
        reviews=reviews,
        share=lambda day: round(100 * day.minutes / longest) if longest else 0,
        minutes=lambda day: say_count("{count:,} min", "{count:,} min", day.minutes),
        rest=say("rest"),
        nothing=say("nothing"),
    )
