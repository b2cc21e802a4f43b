"""Select the part of a vault that the map shows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.names import find_note, having, of_kinds
from vaultgraph.concept_map.scene import MapLink, MapNote, Scene
from vaultgraph.errors import UsageError
from vaultgraph.messages import join, say

__all__ = ["SHOWABLE", "WHOLE", "Selection", "select_notes"]

SHOWABLE = ("unresolved", "attachments", "tags", "cards")


class Selection(NamedTuple):
    """The filters of a map; empty ones select everything.

    A note or link must have one of the `decks`, one of the `tags`, and so on, or a nested one.
    `focus` is the name, path or alias of a note; only notes at most `depth` links away from it are
    shown.  `show` are the types of nodes to draw in addition to notes, see `SHOWABLE`.
    """

    focus: str = ""
    depth: int = 2
    decks: Sequence[str] = ()
    tags: Sequence[str] = ()
    folders: Sequence[str] = ()
    relations: Sequence[str] = ()
    show: Collection[str] = ("unresolved",)

    def check(self) -> None:
        """Raise UsageError if a value is not valid for any vault."""
        for name in self.show:
            if name not in SHOWABLE:
                raise UsageError(
                    say("cannot show {name}", name=name),
                    hint=say("choose {names}", names=join(", ", [*SHOWABLE])),
                )
        if self.depth < 1:
            raise UsageError(
                say("the depth cannot be {depth}", depth=self.depth),
                hint=say("1 shows the direct links of a note"),
            )


WHOLE = Selection()


def select_notes(scene: Scene, selection: Selection) -> Scene:
    """Return the part of *scene* that matches *selection*.

    Raises UsageError if a name in it is unknown, or if nothing is left.
    """
    if not scene.notes:
        raise UsageError(
            say("the vault has no notes to draw"),
            hint=say("a vault is a folder with .md files in it"),
        )
    focus = find_note(scene, selection.focus) if selection.focus else -1
    links: Sequence[MapLink] = scene.links
    kept = _matching(scene, selection)
    if selection.relations:
        links = of_kinds(links, selection.relations)
        kept &= {end for link in links for end in link[:2]}
    kept |= {focus} - {-1}
    kept |= _extras_of(kept, scene.notes, links)
    if focus >= 0:
        kept &= _within_distance(focus, links, kept, selection.depth)
    if not kept:
        raise UsageError(say("no note left to draw"), hint=say("ask for less at once"))
    part = _name(scene, selection, focus)
    return _restricted(scene._replace(links=tuple(links), part=part, focus=focus), kept)


def _matching(scene: Scene, selection: Selection) -> set[int]:
    """Return the indices of the notes that match the decks, tags and folders."""
    notes = scene.notes
    found = {number for number, note in enumerate(notes) if not note.kind}
    if selection.decks:
        decks = [{card.deck for card in note.cards} for note in notes]
        found &= having(selection.decks, decks, "deck")
    if selection.tags:
        found &= having(selection.tags, [note.tags + note.marks for note in notes], "tag")
    if selection.folders:
        found &= having(selection.folders, [(note.folder,) for note in notes], "folder")
    return found


def _extras_of(
    kept: Collection[int], notes: Sequence[MapNote], links: Iterable[MapLink]
) -> set[int]:
    """Return the nodes other than notes that are linked with the notes *kept*."""
    pairs = ((a, b) for link in links for a, b in (link[:2], link[1::-1]))
    return {b for a, b in pairs if a in kept and notes[b].kind}


def _within_distance(
    centre: int, links: Iterable[MapLink], kept: Collection[int], depth: int
) -> set[int]:
    """Return the notes *kept* that are at most *depth* links away from *centre*."""
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for before, after, *_ in links:
        neighbours[before].append(after)
        neighbours[after].append(before)
    found, last = {centre}, {centre}
    for _ in range(depth):
        last = {other for note in last for other in neighbours[note] if other in kept} - found
        if not last:
            break
        found |= last
    return found


def _name(scene: Scene, selection: Selection, focus: int) -> str:
    centre = [scene.notes[focus].label] if focus >= 0 else []
    names = (*selection.decks, *selection.tags, *selection.folders, *selection.relations)
    return " · ".join([*centre, *names])


def _restricted(scene: Scene, kept: Collection[int]) -> Scene:
    """Return *scene* with only the notes *kept* and the links between them."""
    if len(kept) == len(scene.notes):
        return scene
    old = sorted(kept)
    new = {number: place for place, number in enumerate(old)}
    links = (
        link._replace(before=new[link.before], after=new[link.after])
        for link in scene.links
        if link.before in new and link.after in new
    )
    notes = tuple(scene.notes[number] for number in old)
    return scene._replace(notes=notes, links=tuple(links), focus=new.get(scene.focus, -1))
