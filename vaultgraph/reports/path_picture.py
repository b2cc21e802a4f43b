"""The study path as a picture: a row per step, and curves to the steps that build on it.

The steps are listed top to bottom, so a picture of any length can be read like a list.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultgraph.auditing import StudyStep, is_forgotten

__all__ = ["HIGH_ROW", "ROW", "Curve", "Dot", "Picture", "picture"]

ROW, HIGH_ROW = 38.0, 54.0
"""The height of a row of one line, and of two, as in `audit.css`."""
_WIDTH = 112.0
_MARGIN = 20.0
_SHORTEST, _LONGEST = 16.0, 104.0
_FULL_WIDTH_STEPS = 4  # steps that a curve must span to use the full width


class Dot(NamedTuple):
    """A step at the height `y`; `kind` is fault, weak, asked, or quiet (without cards)."""

    y: float
    kind: str


class Curve(NamedTuple):
    """A curve from one step to a later one, as an SVG path; `is_next` if they are adjacent."""

    path: str
    is_next: bool


class Picture(NamedTuple):
    """The drawing, in pixels: the height of a row, the dots at `x`, and the curves."""

    row: float
    width: float
    height: float
    x: float
    dots: tuple[Dot, ...]
    curves: tuple[Curve, ...]


def picture(order: Sequence[StudyStep], row: float = ROW) -> Picture:
    """Draw the study path *order*, with rows of this height in pixels."""
    dots = tuple(Dot(row * (n + 0.5), _kind(step)) for n, step in enumerate(order))
    curves = tuple(_curves(order, dots))
    return Picture(row, _WIDTH, row * len(order), _WIDTH - _MARGIN, dots, curves)


def _kind(step: StudyStep) -> str:
    if step.faults:
        return "fault"
    if step.recall.leeches or is_forgotten(step.recall):
        return "weak"
    return "asked" if step.cards else "quiet"


def _curves(order: Sequence[StudyStep], dots: Sequence[Dot]) -> Iterator[Curve]:
    """Yield the curves; the more steps a curve spans, the wider it is."""
    x = _WIDTH - _MARGIN
    pairs = [(earlier, n) for n, step in enumerate(order) for earlier in step.after]
    farthest = max((number - earlier for earlier, number in pairs), default=0)
    for earlier, number in pairs:
        start, end = dots[earlier - 1].y, dots[number].y
        relative_span = (number - earlier) / max(farthest, _FULL_WIDTH_STEPS)
        bulge = x - _SHORTEST - (_LONGEST - _SHORTEST) * relative_span**0.6
        path = f"M{x:g} {start:g}C{bulge:.1f} {start:g} {bulge:.1f} {end:g} {x:g} {end:g}"
        yield Curve(path, is_next=number == earlier)
