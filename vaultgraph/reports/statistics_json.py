"""The statistics of a vault as JSON, `vaultgraph-stats/1`."""

from vaultgraph.counting import Statistics
from vaultgraph.reports.json_document import json_document

__all__ = ["render"]


def render(numbers: Statistics) -> str:
    """Return *numbers* as JSON text; see `Statistics` for the fields."""
    fields = numbers._asdict() | {
        "most_connected": _named(numbers.most_connected, "neighbours"),
        "cut_notes": _named(numbers.cut_notes, "cut_off"),
        "cards": [count._asdict() for count in numbers.cards],
        "styles": [{"style": style, "note_type": kind} for style, kind in numbers.styles],
    }
    return json_document("stats/1", fields)


def _named(pairs: tuple[tuple[str, int], ...], count: str) -> list[dict[str, object]]:
    return [{"path": path, count: number} for path, number in pairs]
