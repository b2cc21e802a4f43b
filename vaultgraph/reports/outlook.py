"""Whether all fits into the days until an exam, in the words of the plan and of the audit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vaultgraph.messages import Message, join, say, say_count

if TYPE_CHECKING:
    from vaultgraph.planning import Plan

__all__ = ["count_new_cards", "outlook", "outlook_as_json"]


def outlook(plan: "Plan") -> Iterator[Message]:
    """Yield how many minutes a day are enough, or what does not fit, and what is known then."""
    yield _minutes(plan)
    if plan.retention is not None and plan.has_study_days:
        share = f"{int(plan.retention * 100)}%"  # rounded down, so that it promises nothing
        yield say_count(
            "If every answer is right, about {share} of {count:,} card will be remembered then.",
            "If every answer is right, about {share} of {count:,} cards will be remembered then.",
            plan.cards,
            share=share,
        )


def outlook_as_json(plan: "Plan") -> dict[str, Any]:
    """Return the same as values."""
    return {
        "fits": plan.fits,
        "minutes": {
            "asked": plan.asked,
            "planned": plan.minutes,
            "total": plan.total_minutes,
            "enough": plan.enough,
        },
        "new": plan.new,
        "left": {
            "unlearned": plan.unlearned,
            "unread": plan.unread,
            "late": plan.late,
            "without_final": plan.without_final,
        },
        "put_off": plan.put_off,
        "cards": plan.cards,
        "retention": None if plan.retention is None else round(plan.retention, 3),
    }


def _minutes(plan: "Plan") -> Message:
    if not plan.has_study_days:
        return say("No day is left for studying.")
    if plan.fits:
        return _fitting(plan)
    given = say_count("{count:,} minute", "{count:,} minutes", plan.asked or plan.minutes)
    missing = join(", ", [*_missing(plan), *_put_off(plan)])
    if plan.enough:
        return say(
            "At {minutes} a day, {missing}; {number:,} minutes would do.",
            minutes=given,
            missing=missing,
            number=plan.enough,
        )
    return say("There is too little time: {missing}.", missing=missing)


def _fitting(plan: "Plan") -> Message:
    if not plan.minutes:
        return say("There is nothing to do.")
    if flaws := [*_flaws(plan)]:
        flaw = join(", ", flaws)
        return say(
            "It fits, but {flaws}; {number:,} minutes would do.", flaws=flaw, number=plan.enough
        )
    if len(plan.days) == 1:
        return say_count("It takes {count:,} minute.", "It takes {count:,} minutes.", plan.minutes)
    if plan.asked:
        return say_count(
            "It fits: {count:,} minute a day is enough, {total:,} in all.",
            "It fits: {count:,} minutes a day are enough, {total:,} in all.",
            plan.minutes,
            total=plan.total_minutes,
        )
    minutes = say_count("{count:,} minute", "{count:,} minutes", plan.minutes)
    return say(
        "It takes up to {minutes} a day, {total:,} in all.",
        minutes=minutes,
        total=plan.total_minutes,
    )


def _flaws(plan: "Plan") -> Iterator[Message]:
    """Yield what is not as it should be with few minutes, though all is done in time."""
    yield from _put_off(plan)
    if plan.new_on_last_days:
        yield say_count(
            "{count:,} card is only learned on the last days",
            "{count:,} cards are only learned on the last days",
            plan.new_on_last_days,
        )


def _put_off(plan: "Plan") -> Iterator[Message]:
    if plan.put_off:
        yield say_count(
            "{count:,} review waits for a day or more",
            "{count:,} reviews wait for a day or more",
            plan.put_off,
        )


def _missing(plan: "Plan") -> Iterator[Message]:
    if plan.unlearned:
        yield say_count(
            "{count:,} of {cards} stays unlearned",
            "{count:,} of {cards} stay unlearned",
            plan.unlearned,
            cards=count_new_cards(plan.new),
        )
    if plan.unread:
        yield say_count(
            "{count:,} note is not read to its end",
            "{count:,} notes are not read to their end",
            plan.unread,
        )
    if plan.late:
        yield say_count("{count:,} review is late", "{count:,} reviews are late", plan.late)
    if plan.without_final:
        yield say_count(
            "{count:,} card is not reviewed on the last days",
            "{count:,} cards are not reviewed on the last days",
            plan.without_final,
        )


def count_new_cards(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} new card", "{count:,} new cards", number)
