"""How likely the answer of a card is remembered.

Anki's scheduler FSRS keeps a memory state for each card; its Python package computes from it.  With
the older scheduler, a card is planned to be remembered nine times of ten when it is due.
"""

import json
import math
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.anki.presets import Preset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fsrs import Scheduler

__all__ = ["Memory", "memory_by_interval", "memory_of", "recall", "scheduler_of"]

_DAY = 86_400  # seconds
_USUAL_DECAY = 0.5  # FSRS5_DEFAULT_DECAY in Anki's source
_MIN_DECAY, _MAX_DECAY = 0.1, 0.8  # the package refuses others
_USUAL_DIFFICULTY, _MAX_DIFFICULTY = 5.0, 10.0
_MINUTES_A_DAY = 24 * 60
_LONG, _LONGEST = 2_000, 100_000  # days
_USUAL = Preset()
_ANY_TIME = datetime(9999, 1, 1)  # only a difference of two times counts


class Memory(NamedTuple):
    """The memory of a card: after `stability` days it is remembered with a probability of 90 %.

    `decay` is how fast the probability falls; `last_review` is in seconds since 1970.  It
    `is_estimated` if it follows from the interval.  `difficulty`, from 1 to 10, slows down how fast
    the stability grows.
    """

    stability: float
    decay: float
    last_review: float
    is_estimated: bool = False
    difficulty: float = _USUAL_DIFFICULTY


def memory_of(data: object, reviewed: float) -> Memory | None:
    """Return the memory in *data*, the JSON that Anki keeps for a card; None if there is none.

    *reviewed* is when it was reviewed last, if *data* does not say it.
    """
    if not isinstance(data, str) or '"s"' not in data:
        return None
    try:
        state = json.loads(data)
    except (ValueError, RecursionError):
        return None
    stability = _positive(state.get("s")) if isinstance(state, dict) else 0.0
    if not stability:
        return None
    decay = min(max(_positive(state.get("decay")) or _USUAL_DECAY, _MIN_DECAY), _MAX_DECAY)
    difficulty = min(max(_positive(state.get("d")) or _USUAL_DIFFICULTY, 1.0), _MAX_DIFFICULTY)
    last_review = _positive(state.get("lrt")) or reviewed
    return Memory(stability, decay, last_review, difficulty=difficulty)


def memory_by_interval(days: int, reviewed: float) -> Memory | None:
    """Return the memory of a card with an interval of *days*; None if that is shorter than one."""
    return Memory(float(days), _USUAL_DECAY, reviewed, is_estimated=True) if days > 0 else None


def recall(memory: Memory, when: float) -> float:
    """Return the probability, from 0 to 1, that the card is remembered at *when*, in Unix time.

    The package counts whole days.  Given minutes for days it is as exact as Anki, which counts
    seconds.
    """
    from fsrs import Card

    days = min(max(0.0, when - memory.last_review) / _DAY, _LONGEST)
    scale = _MINUTES_A_DAY if days < _LONG else 1
    card = Card(
        card_id=1,  # otherwise it waits for a millisecond, to have one of its own
        stability=memory.stability * scale,
        last_review=_ANY_TIME - timedelta(days=days * scale),
    )
    return scheduler_of(memory.decay).get_card_retrievability(card, _ANY_TIME)


@lru_cache(maxsize=64)
def scheduler_of(decay: float, preset: Preset = _USUAL) -> "Scheduler":
    """Return the scheduler of *preset*; if that has no parameters, the usual ones with *decay*.

    It counts in days, without short steps and without chance.
    """
    from fsrs import Scheduler

    usual = (*Scheduler().parameters[:-1], decay)

    def scheduler(parameters: "Sequence[float]") -> Scheduler:
        return Scheduler(
            parameters,
            preset.retention,
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
        )

    try:
        return scheduler(preset.parameters or usual)
    except ValueError:  # parameters that are out of bounds
        return scheduler(usual)


def _positive(value: Any) -> float:
    """Return *value* if it is a positive number, else 0."""
    is_number = type(value) in {int, float}
    return float(value) if is_number and 0 < value < math.inf else 0.0
