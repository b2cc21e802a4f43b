"""The tables of a huge map, without what the page can tell by itself.

docs/map-format.md describes them; `web/src/format/compact.js` fills them up.
What repeats or lies near is told by how it differs from what came before: that packs best.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import Any, cast
from urllib.parse import unquote

from vaultgraph.concept_map.columns import column_table, deflate, inflate, rows

__all__ = [
    "compact_cards",
    "compact_images",
    "compact_links",
    "compact_notes",
    "expand_links",
    "expand_notes",
]

Row = Mapping[str, Any]

_MOST_LINKS = 2_000_000
_TOLD = ("id", "weight", "r")
_LOOK = ("kind", "direction", "implied")


def compact_notes(notes: Iterable[Row]) -> str:
    """The *notes* without number, weight and radius: their places and their links tell them.

    The path is True where folder and label tell it; aliases follow the label, which they resemble.
    Where a note stands is told from the note before of the same topic, its images by how far
    behind the newest one they are.
    """
    return deflate(column_table(list(_compact_notes(notes))))


def expand_notes(table: Any) -> Sequence[Row]:
    """The notes of a *table* that may be compact, with their labels, paths and places."""
    if not isinstance(table, str):
        return cast("Sequence[Row]", table)
    return list(_expand_notes(rows(inflate(table))))


def _compact_notes(notes: Iterable[Row]) -> Iterator[Row]:
    last: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    newest = -1
    for note in notes:
        x, y = last[note["topic"]]
        last[note["topic"]] = note["x"], note["y"]
        fields = {name: value for name, value in note.items() if name not in _TOLD}
        fields |= {"x": note["x"] - x, "y": note["y"] - y}
        if note.get("path") == _usual_path(note):
            fields["path"] = True
        if aliases := fields.pop("aliases", None):
            fields["label"] = (note["label"], *aliases)
        if images := note.get("images"):
            fields["images"] = list(_behind(images, newest))
            newest = max(newest, *images)
        yield fields


def _behind(images: Iterable[int], newest: int) -> Iterator[int]:
    """How far each of *images* is behind the newest before it, and 0 for one that is new."""
    for image in images:
        yield max(0, newest + 1 - image)
        newest = max(newest, image)


def _expand_notes(notes: Iterable[Row]) -> Iterator[Row]:
    last: defaultdict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for note in notes:
        x, y = last[note["topic"]]
        x, y = last[note["topic"]] = x + note["x"], y + note["y"]
        label, *_ = [note["label"]] if isinstance(note["label"], str) else note["label"]
        named = {**note, "label": label, "x": x, "y": y}
        yield named | {"path": _usual_path(named)} if note.get("path") is True else named


def _usual_path(note: Row) -> str:
    return f"{note.get('folder', '')}/{note['label']}.md".lstrip("/")


def compact_links(links: Iterable[Row]) -> str:
    """The *links*, those that look alike together: how many lead to each note, and from where."""
    alike: defaultdict[tuple[tuple[str, Any], ...], dict[int, list[int]]] = defaultdict(dict)
    for link in links:
        look = tuple((name, link[name]) for name in _LOOK if name in link)
        alike[look].setdefault(link["to"], []).append(link["from"])
    return deflate([_bundle(look, alike[look]) for look in sorted(alike)], is_text=False)


def expand_links(table: Any) -> Sequence[Row]:
    """The links of a *table* that may be compact."""
    if not isinstance(table, str):
        return cast("Sequence[Row]", table)
    links = (link for bundle in inflate(table) for link in _unbundled(**bundle))
    found = list(islice(links, _MOST_LINKS + 1))
    if len(found) > _MOST_LINKS:
        raise ValueError("it has too many links")
    return found


def _bundle(look: Iterable[tuple[str, Any]], sources: Mapping[int, list[int]]) -> Row:
    each = [sorted(sources.get(note, ())) for note in range(max(sources) + 1)]
    return dict(look) | {"counts": list(map(len, each)), "steps": [*chain(*map(_steps, each))]}


def _steps(numbers: Sequence[int]) -> Iterator[int]:
    return (after - before for before, after in pairwise([0, *numbers]))


def _unbundled(counts: Sequence[int], steps: Iterable[int], **look: Any) -> Iterator[Row]:
    waiting = iter(steps)
    for note, count in enumerate(counts):
        for source in accumulate(islice(waiting, count)):
            yield {"from": source, "to": note, **look}


def compact_cards(cards: Mapping[int, Iterable[Sequence[Any]]]) -> str:
    """The *cards* of each note as rows with its number."""
    table = [
        {"note": note, **{str(number): side for number, side in enumerate(card)}}
        for note, sides in cards.items()
        for card in sides
    ]
    return deflate(column_table(table))


def compact_images(images: Iterable[tuple[str, str]]) -> str:
    """The names and sources of *images*; only the source where it tells the name."""
    return deflate(
        [
            source if unquote(source.rpartition("/")[2]) == name else (name, source)
            for name, source in images
        ]
    )
