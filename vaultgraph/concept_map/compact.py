"""The tables of a large map, without the fields that the page can derive itself.

They are described in docs/map-format.md; `web/src/format/compact.js` restores the fields.
Similar neighbouring values are stored as differences, which compress best.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
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
    "prerequisites_by_links",
]

Row = Mapping[str, Any]

_FIRST_DAY = date(1970, 1, 1)
_MAX_LINKS = 2_000_000
_MAX_PROPERTY_COLUMNS = 30
"""Each column takes room for every note."""
_LOOK = ("kind", "direction", "implied")


def compact_notes(notes: Collection[Row]) -> str:
    """Encode *notes* without their IDs, which follow from their order.

    The path is True if it follows from folder and label; aliases are stored with the label, which
    they resemble.  Days are counted from 1970.  Images are relative to the newest one so far.
    Properties that many notes have are columns of their own.
    """
    uses = Counter(name for note in notes for name in note.get("properties", ()))
    columns = {name for name, _ in uses.most_common(_MAX_PROPERTY_COLUMNS)}
    return deflate(column_table(_compact_notes(notes, columns)))


def prerequisites_by_links(
    notes: Sequence[Row], links: Iterable[Row]
) -> Iterator[tuple[int, list[int]]]:
    """Yield the numbers of the notes with relations that lead to them, and of those before them.

    These are the notes that such a relation comes from and that are earlier in the study order, in
    that order.  They are nearly always all that is to be learned directly before a note.
    """
    order = [note.get("order", 0) for note in notes]
    before: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.get("direction") and 0 < order[link["from"]] < order[link["to"]]:
            before[link["to"]].add(link["from"])
    for number, sources in before.items():
        yield number, sorted(sources, key=order.__getitem__)


def expand_notes(table: Any) -> Iterable[Row]:
    """Decode a *table* of notes, which may be compact, with their labels and paths."""
    if not isinstance(table, str):
        return cast("Sequence[Row]", table)
    return _expand_notes(rows(inflate(table)))


def _compact_notes(notes: Iterable[Row], property_columns: Container[str]) -> Iterator[Row]:
    newest = -1
    for note in notes:
        fields = {name: value for name, value in note.items() if name not in {"id", "properties"}}
        fields |= _compact_properties(note, property_columns)
        if note.get("path") == _usual_path(note):
            fields["path"] = True
        if aliases := fields.pop("aliases", None):
            fields["label"] = (note["label"], *aliases)
        if day := note.get("date"):
            fields["date"] = (date.fromisoformat(day) - _FIRST_DAY).days
        if images := note.get("images"):
            fields["images"] = list(_steps_back(images, newest))
            newest = max(newest, *images)
        yield fields


def _compact_properties(note: Row, columns: Container[str]) -> Row:
    """Return the properties of *note* as fields with `=`; those without a column in one field.

    A single value stands for a list of it, True for the date of the note, 0 for no value.
    """
    found: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for name, values in note.get("properties", {}).items():
        if name not in columns:
            rest[name] = values
        elif values is None:
            found[f"={name}"] = 0
        elif len(values) == 1:
            found[f"={name}"] = True if values[0] == note.get("date") else values[0]
        else:
            found[f"={name}"] = values
    return found | {"properties": rest} if rest else found


def _steps_back(images: Iterable[int], newest: int) -> Iterator[int]:
    """Yield how far each of *images* is behind the newest one before it; 0 for a new one."""
    for image in images:
        yield max(0, newest + 1 - image)
        newest = max(newest, image)


def _expand_notes(notes: Iterable[Row]) -> Iterator[Row]:
    for note in notes:
        label, *_ = [note["label"]] if isinstance(note["label"], str) else note["label"]
        named = {**note, "label": label}
        yield named | {"path": _usual_path(named)} if note.get("path") is True else named


def _usual_path(note: Row) -> str:
    return f"{note.get('folder', '')}/{note['label']}.md".lstrip("/")


def compact_links(links: Iterable[Row]) -> str:
    """Encode *links*, bundled by look: how many lead to each note, and from which notes."""
    by_look: defaultdict[tuple[tuple[str, Any], ...], dict[int, list[int]]] = defaultdict(dict)
    for link in links:
        look = tuple((name, link[name]) for name in _LOOK if name in link)
        by_look[look].setdefault(link["to"], []).append(link["from"])
    return deflate([_bundle(look, by_look[look]) for look in sorted(by_look)], is_text=False)


def expand_links(table: Any) -> Sequence[Row]:
    """Decode a *table* of links, which may be compact; ValueError if there are too many."""
    if not isinstance(table, str):
        return cast("Sequence[Row]", table)
    links = (link for bundle in inflate(table) for link in _unbundled(**bundle))
    found = list(islice(links, _MAX_LINKS + 1))
    if len(found) > _MAX_LINKS:
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
    """Encode the *cards* of each note as rows with the number of the note."""
    table = (
        {"note": note, **{str(number): side for number, side in enumerate(card)}}
        for note, sides in cards.items()
        for card in sides
    )
    return deflate(column_table(table))


def compact_images(images: Iterable[tuple[str, str]]) -> str:
    """Encode the names and sources of *images*; only the source if the name follows from it."""
    return deflate(
        [
            source if unquote(source.rpartition("/")[2]) == name else (name, source)
            for name, source in images
        ]
    )
