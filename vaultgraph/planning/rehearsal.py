"""When a card comes back, and how well it is remembered then, if its answers are right.

Wrong answers cost time too: it is in the average of the reviews, see `Pace`.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.anki import Memory, Preset, scheduler_of

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

__all__ = ["Rehearsal", "rehearse_known", "rehearse_new", "rounded_memory"]

_DAY = 86_400  # seconds
_CACHE_SIZE = 1 << 16
_NO_PRESET = Preset()
_START = datetime(2000, 1, 1, tzinfo=UTC)
_MIN_STABILITY, _MAX_DAYS = 0.001, 36_500
"""The limits of Anki's scheduler; what a damaged collection claims may be beyond any date."""
_MAX_REVIEWS = 200  # reviews of one card: with steps of a day or more, enough for a semester
_USUAL = Memory(1.0, 0.1542, -1)
"""A card without a known memory, such as one of another plugin; the decay is that of FSRS-6."""


class Rehearsal(NamedTuple):
    """The days of a card's reviews, from 0 for today, and the expected recall on the exam's day."""

    days: tuple[int, ...]
    recall: float


def rounded_memory(memory: Memory | None, now: float) -> Memory:
    """Return *memory*, read at the time *now*, with its last review on a day before that of *now*.

    It is rounded, so that many cards share a calculation; the next interval differs by a hundredth.
    """
    if not memory:
        return _USUAL
    stability = min(max(memory.stability, _MIN_STABILITY), _MAX_DAYS)
    return Memory(
        float(f"{stability:.3g}"),
        round(memory.decay, 3),
        -min(max(0, round((now - memory.last_review) / _DAY)), _MAX_DAYS),
        difficulty=round(memory.difficulty, 1),
    )


@lru_cache(_CACHE_SIZE)
def rehearse_known(
    memory: Memory, due_in: int, final: int | None, exam: int, preset: Preset = _NO_PRESET
) -> Rehearsal:
    """Return the reviews of a card that is due in so many days, until the *exam* in so many.

    The reviews end with that on the day *final*, if given; with None, on the day before the exam.
    The *memory* is from `rounded_memory`, the *preset* is that of the card's deck.
    """
    from fsrs import Card, State

    card = Card(
        card_id=1,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_review=_START + timedelta(days=memory.last_review),
    )
    scheduler = scheduler_of(memory.decay, preset)
    return _rehearse(scheduler, card, max(0, due_in), final, exam)


@lru_cache(_CACHE_SIZE)
def rehearse_new(day: int, final: int | None, exam: int, preset: Preset = _NO_PRESET) -> Rehearsal:
    """Return the reviews of a card that is learned on *day*, without that day, likewise."""
    from fsrs import Card

    scheduler = scheduler_of(_USUAL.decay, preset)
    found = _rehearse(scheduler, Card(card_id=1), day, final, exam)
    return found._replace(days=found.days[1:])


def _rehearse(
    scheduler: "Scheduler", card: "Card", first: int, final: int | None, exam: int
) -> Rehearsal:
    from fsrs import Rating

    end = exam if final is None else final
    days: list[int] = []
    day = first
    while day < max(end, 1) and len(days) < _MAX_REVIEWS:
        card, _ = scheduler.review_card(card, Rating.Good, _at(day))
        days.append(day)
        day = max(day + 1, (card.due - _START).days)
    if final is not None and (not days or days[-1] < final):
        card, _ = scheduler.review_card(card, Rating.Good, _at(final))
        days.append(final)
    return Rehearsal(tuple(days), scheduler.get_card_retrievability(card, _at(exam)))


def _at(day: int) -> datetime:
    return _START + timedelta(days=day)
