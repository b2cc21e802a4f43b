"""What a card style yields."""

from typing import NamedTuple

__all__ = ["Found"]


class Found(NamedTuple):
    """A card from `start` to `end` in the text; `id`, written at `id_start`, is 0 if missing."""

    question: str
    answer: str
    start: int
    end: int
    id: int
    id_start: int
    note_type: str
