"""Resolve names given by the user to notes of a map, or suggest similar ones."""

from collections.abc import Collection, Iterable, Sequence

from vaultgraph.concept_map.scene import MapLink, MapNote, Scene
from vaultgraph.errors import UsageError
from vaultgraph.graph.levels import level_key
from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.graph.similar_names import suggest_names
from vaultgraph.messages import did_you_mean, join, say

__all__ = ["find_note", "having", "of_kinds"]

_MAX_LISTED = 6


def find_note(scene: Scene, name: str) -> int:
    """Return the index of the note called *name*, by path, name or alias, in this order.

    Raises UsageError if there is none, or several.
    """
    wanted = normalize_label(name.replace("\\", "/").removesuffix(".md"))
    for names_of in (_paths, _names, _aliases):
        found = [
            n
            for n, note in enumerate(scene.notes)
            if wanted in map(normalize_label, names_of(note))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            paths = ", ".join(scene.notes[n].path for n in found[:_MAX_LISTED])
            raise UsageError(
                say("several notes are called {name}", name=name),
                hint=say("choose one of {paths}", paths=paths),
            )
    raise _unknown(
        name, "note", [n for note in scene.notes for n in (*_names(note), *note.aliases)]
    )


def _paths(note: MapNote) -> Sequence[str]:
    return (note.path.removesuffix(".md"),) if note.path and not note.kind else ()


def _names(note: MapNote) -> Sequence[str]:
    if note.kind not in {"", "unresolved"}:
        return ()
    return (note.path.rpartition("/")[2].removesuffix(".md") or note.label,)


def _aliases(note: MapNote) -> Sequence[str]:
    return note.aliases


def having(wanted: Sequence[str], values: Sequence[Collection[str]], what: str) -> set[int]:
    """Return the indices of *values* with one of the decks, tags or folders *wanted*.

    Nested ones match as well, and a name may match any level, see `level_key`.
    Raises UsageError for a name that matches none; *what* is the noun for the message.
    """
    found: set[int] = set()
    for name in wanted:
        part = level_key(name)
        places = {
            n for n, names in enumerate(values) if any(part in level_key(each) for each in names)
        }
        if not places:
            raise _unknown(name, what, (each for names in values for each in names))
        found |= places
    return found


def of_kinds(links: Sequence[MapLink], wanted: Sequence[str]) -> list[MapLink]:
    """Return the relations among *links* of a type in *wanted*; UsageError for an unknown type."""
    known = {normalize_label(link.kind): link.kind for link in links if link.kind}
    for kind in wanted:
        if normalize_label(kind) not in known:
            raise _unknown(kind, "relation", known.values())
    chosen = {normalize_label(kind) for kind in wanted}
    return [link for link in links if link.kind and normalize_label(link.kind) in chosen]


def _unknown(name: str, what: str, known: Iterable[str]) -> UsageError:
    """Return an error that no *what* is called *name*, with a hint at similar *known* names."""
    names = sorted({name.lstrip("#") for name in known} - {""})
    similar = suggest_names(name.strip("#/"), names)
    if similar:
        hint = did_you_mean(similar)
    elif 0 < len(names) <= _MAX_LISTED:
        hint = say("there is {names}", names=join(", ", [*names]))
    else:
        hint = (
            say("none of the {count:,} is similar", count=len(names))
            if names
            else say("the vault has none")
        )
    return UsageError(say("no {what} is called {name}", what=what, name=name), hint=hint)
