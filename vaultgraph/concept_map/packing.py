"""Pack several drawings onto one sheet."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

__all__ = ["find_components", "grid", "pack_rectangles"]

Size = tuple[float, float]
Point = tuple[float, float]


def find_components(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected components, largest first."""
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in links:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen: set[int] = set()
    groups = []
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for note in group:
            fresh = [other for other in dict.fromkeys(neighbours[note]) if other not in seen]
            seen.update(fresh)
            group += fresh
        groups.append(sorted(group))
    return sorted(groups, key=lambda group: (-len(group), group))


def pack_rectangles(sizes: Sequence[Size], aspect: float, gap: float) -> list[Point]:
    """Return the upper left corners of rectangles set in lines, overall of about this *aspect*."""
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    # Lines are not filled evenly, so a sheet becomes higher than its area alone demands.
    line = max([width for width, _ in sizes] + [(area * aspect) ** 0.5 * 1.1])
    corners, x, y, tallest = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x and x + width > line:
            x, y, tallest = 0.0, y + tallest + gap, 0.0
        corners.append((x, y))
        x += width + gap
        tallest = max(tallest, height)
    return corners


def grid(sizes: Sequence[Size], limit: float, gap: float, *, rows: bool) -> list[Point]:
    """Return the centres of boxes in rows up to *limit* wide or, unless *rows*, columns as high."""
    turned = [size if rows else size[::-1] for size in sizes]
    centres, x, y, thickest = [], 0.0, 0.0, 0.0
    for length, thickness in turned:
        if x and x + length > limit:
            x, y, thickest = 0.0, y + thickest + gap, 0.0
        centres.append((x + length / 2, y + thickness / 2))
        x += length + gap
        thickest = max(thickest, thickness)
    return centres if rows else [(y, x) for x, y in centres]
