"""The texts that all formats and sections of the audit share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vaultgraph.auditing import Audit, Recall
from vaultgraph.auditing.exam import Exam
from vaultgraph.languages import Language
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.reports.outlook import outlook

if TYPE_CHECKING:
    from vaultgraph.planning import Plan

__all__ = [
    "MAX_NAMES",
    "count_cards",
    "count_learned",
    "count_leeches",
    "count_new",
    "count_notes",
    "count_overdue",
    "count_problems",
    "in_anki",
    "list_counts",
    "more",
    "name",
    "recall_as_json",
    "recall_share",
    "standing",
    "verdict",
]

MAX_NAMES = 12
"""The number of names in a row, on the page and in the note."""

_WEEK = 7


def verdict(audit: Audit, language: Language) -> tuple[str, str]:
    """Return the verdict (ready to study or not) and the reason."""
    return language.say(_answer(audit)), language.say(_reason(audit))


def _answer(audit: Audit) -> Message:
    if audit.scope_kind == "vault":
        return say("Ready to study") if audit.ready else say("Not ready to study yet")
    if audit.ready:
        return say("Ready to study {name}", name=audit.scope_name)
    return say("Not ready to study {name} yet", name=audit.scope_name)


def _reason(audit: Audit) -> Message:
    cards, notes = count_cards(audit.cards), count_notes(audit.notes_with_cards)
    problems = count_problems(len(audit.blockers))
    if audit.blockers and audit.cards:
        return say("{faults} in {cards} ({notes}).", faults=problems, cards=cards, notes=notes)
    if audit.blockers:
        return say("{faults}, and the plugin sees no cards.", faults=problems)
    if not audit.cards:
        return say("there are no cards here.")
    ids = say_count("{count:,} ID", "{count:,} IDs", audit.ids)
    if resting := audit.recall.suspended_leeches:
        leeches = say_count(
            "Anki has suspended {count:,} leech", "Anki has suspended {count:,} leeches", resting
        )
        return say(
            "{cards} with {ids} in {notes}, but {leeches}.",
            cards=cards,
            ids=ids,
            notes=notes,
            leeches=leeches,
        )
    if warnings := len(audit.warnings):
        return say(
            "{cards} with {ids} in {notes}, no problems; {number:,} worth a look.",
            cards=cards,
            ids=ids,
            notes=notes,
            number=warnings,
        )
    return say("{cards} with {ids} in {notes}, and no problems.", cards=cards, ids=ids, notes=notes)


def in_anki(recall: Recall) -> Message:
    """Describe the state of the cards in Anki in one sentence."""
    counts = (
        (recall.new, count_new(recall.new)),
        (
            recall.learning,
            say_count("{count:,} in learning", "{count:,} in learning", recall.learning),
        ),
        (recall.young, say_count("{count:,} young", "{count:,} young", recall.young)),
        (recall.mature, say_count("{count:,} mature", "{count:,} mature", recall.mature)),
        (
            recall.suspended,
            say_count("{count:,} suspended", "{count:,} suspended", recall.suspended),
        ),
        (recall.leeches, count_leeches(recall.leeches)),
    )
    others = [words for number, words in counts if number]
    due = say("{cards} for today", cards=count_cards(recall.due))
    if recall.overdue:
        due = say("{due} ({overdue})", due=due, overdue=count_overdue(recall.overdue))
    states = [due, *others, *([recall_share(recall)] if recall.reviewed else [])]
    if recall.pass_rate is not None:
        share = f"{recall.pass_rate:.0%}"
        states.append(say("{share} right in the last 30 days", share=share))
    return say("In Anki: {states}.", states=join(", ", states))


def standing(audit: Audit, plan: "Plan | None", language: Language) -> list[str]:
    """Return what follows the verdict, in sentences: the state in Anki, and what is left.

    Whether that fits into the days until the exam is known from its *plan*.
    """
    found = [in_anki(audit.recall)] if audit.has_anki else []
    if any(audit.due_by_day):
        numbers = ", ".join(map(language.number, audit.due_by_day[:_WEEK]))
        found.append(say("Due from today on: {numbers}.", numbers=numbers))
    if audit.exam:
        found.append(_until_exam(audit, audit.exam))
    if plan:
        found += outlook(plan)
    return [language.say(sentence) for sentence in found]


def _until_exam(audit: Audit, exam: Exam) -> Message:
    """Say how far the exam is away, how much is to learn, and what is known then."""
    days = say_count("Exam in {count:,} day", "Exam in {count:,} days", exam.days)
    day = days if exam.days else say("Exam today")
    left = audit.recall.new if audit.has_anki else audit.cards
    parts = [count_new(left) if audit.has_anki else count_cards(left)]
    if audit.recall.reviewed and exam.days:
        share = f"{audit.recall.retention_at_exam or 0:.0%}"
        parts.append(
            say_count(
                "{share} of {count:,} learned card remembered then without reviews",
                "{share} of {count:,} learned cards remembered then without reviews",
                audit.recall.reviewed,
                share=share,
            )
        )
    return say("{when}: {parts}.", when=day, parts=join(", ", parts))


def recall_share(recall: Recall) -> Message:
    """Return the share of the reviewed cards that are expected to be remembered."""
    share = f"{recall.retention or 0:.0%}"
    if recall.estimated:
        return say("{share} remembered, estimated from the intervals", share=share)
    return say("{share} remembered", share=share)


def count_cards(number: int) -> Message:
    """Return *number* with its noun, as do the other functions."""
    return say_count("{count:,} card", "{count:,} cards", number)


def count_notes(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} note", "{count:,} notes", number)


def count_problems(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} problem", "{count:,} problems", number)


def count_new(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} new", "{count:,} new", number)


def count_overdue(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} overdue", "{count:,} overdue", number)


def count_learned(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} learned", "{count:,} learned", number)


def count_leeches(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} leech", "{count:,} leeches", number)


def more(number: int) -> Message:
    """Return that *number* more are not shown."""
    return say("… and {number:,} more", number=number)


def name(path: str) -> str:
    """Return the display name of the note at *path*: its file name without `.md`."""
    return path.removesuffix(".md").rpartition("/")[2]


def list_counts(counts: Sequence[tuple[str, int]], language: Language) -> str:
    """Return the first names of *counts* with their numbers, and how many more there are."""
    names = [f"{name} ({language.number(number)})" for name, number in counts[:MAX_NAMES]]
    if len(counts) > MAX_NAMES:
        names.append(language.say(more(len(counts) - MAX_NAMES)))
    return ", ".join(names)


def recall_as_json(recall: Recall, *, has_anki: bool) -> dict[str, float | None] | None:
    """Return the numbers of *recall*; None if no collection was given."""
    if not has_anki:
        return None
    shares = {
        "pass_rate": recall.pass_rate,
        "retention": recall.retention,
        "retention_at_exam": recall.retention_at_exam,
    }
    counts = {name: value for name, value in recall._asdict().items() if isinstance(value, int)}
    return counts | {n: None if share is None else round(share, 3) for n, share in shares.items()}
