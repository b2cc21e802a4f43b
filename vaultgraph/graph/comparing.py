"""Compare two revisions of a vault: its files, links and flashcards.

Notes that were not read again are the same objects in both, so only the others are compared.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge, OutgoingLinks
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Card, Note
from vaultgraph.reading import Vault

__all__ = ["CardChange", "FileChanges", "LocatedCard", "VaultChanges", "compare_graphs", "pair_up"]

Item = TypeVar("Item")
Pair = tuple[Item, Item]


class FileChanges(NamedTuple):
    """The paths of files that were added, removed, renamed (from, to) or changed."""

    added: Sequence[str]
    removed: Sequence[str]
    renamed: Sequence[tuple[str, str]]
    changed: Sequence[str] = ()


class LocatedCard(NamedTuple):
    """A flashcard and the path of its note."""

    path: str
    card: Card


Part = Callable[[LocatedCard], str]


class CardChange(NamedTuple):
    """A flashcard before and after a change."""

    before: LocatedCard
    after: LocatedCard

    @property
    def lost_id(self) -> bool:
        """Whether it has no ID any more, so that Anki would get it a second time."""
        return bool(self.before.card.id) and not self.after.card.id


class VaultChanges(NamedTuple):
    """What differs between two revisions of a vault.

    Links are `broken` if they led to a file before, and `fixed` if they do so now; `made` and
    `removed` are links that are only in one of them.
    """

    notes: FileChanges
    attachments: FileChanges
    links_made: Sequence[Edge]
    links_removed: Sequence[Edge]
    links_broken: Sequence[Edge]
    links_fixed: Sequence[Edge]
    cards_added: Sequence[LocatedCard]
    cards_removed: Sequence[LocatedCard]
    cards_changed: Sequence[CardChange]
    cards_without_id: Sequence[CardChange]


def compare_graphs(
    before: VaultGraph, after: VaultGraph, renames: Mapping[str, str]
) -> VaultChanges:
    """Return what differs *after*; *renames* are the later paths of renamed files."""
    links = _Links(before, after, renames)
    cards = _Cards(before, after, renames)
    return VaultChanges(
        _file_changes(before.vault, after.vault, renames, _source_paths),
        _file_changes(before.vault, after.vault, renames, _attachment_paths),
        links.made,
        links.removed,
        links.broken,
        links.fixed,
        cards.added,
        cards.removed,
        cards.changed,
        cards.without_id,
    )


def _source_paths(vault: Vault) -> Mapping[str, object]:
    return {source.path: source for source in vault.sources}


def _attachment_paths(vault: Vault) -> Mapping[str, object]:
    return {path: vault.stamps[path] for path in vault.files}


def _file_changes(
    before: Vault,
    after: Vault,
    renames: Mapping[str, str],
    files_of: Callable[[Vault], Mapping[str, object]],
) -> FileChanges:
    """Compare the files that *files_of* returns, with a value that changes with the file."""
    old, new = files_of(before), files_of(after)
    renamed = {path: now for path, now in renames.items() if path in old and now in new}
    targets = {*renamed.values()}
    return FileChanges(
        [path for path in new if path not in old and path not in targets],
        [path for path in old if path not in new and path not in renamed],
        sorted(renamed.items()),
        [path for path, value in new.items() if path in old and value != old[path]],
    )


class _Links:
    """The links that differ *after*, see `VaultChanges`."""

    def __init__(self, before: VaultGraph, after: VaultGraph, renames: Mapping[str, str]) -> None:
        self.made: list[Edge] = []
        self.removed: list[Edge] = []
        self.broken: list[Edge] = []
        self.fixed: list[Edge] = []
        self._renames = renames
        earlier = {renames.get(path, path): links for path, links in before.outgoing.items()}
        for path in sorted(earlier.keys() | after.outgoing.keys()):
            self._compare(earlier.get(path), after.outgoing.get(path))

    def _compare(self, before: OutgoingLinks | None, after: OutgoingLinks | None) -> None:
        if before is after:
            return
        if before and after and before.source is after.source and before.targets == after.targets:
            return
        earlier = before.edges if before else ()
        later = after.edges if after else ()
        pairs, old, new = pair_up(earlier, later, _as_written)
        self._compare_targets(pairs)
        # Obsidian writes a link otherwise when its file is renamed: it still leads to the same.
        pairs, old, new = pair_up(old, new, self._place_before, self._place_after)
        self._compare_targets(pairs)
        self.removed += old
        self.made += new

    def _compare_targets(self, pairs: Iterable[Pair[Edge]]) -> None:
        for old, new in pairs:
            if old.target and not new.target:
                self.broken.append(new)
            elif new.target and not old.target:
                self.fixed.append(new)

    def _place_before(self, edge: Edge) -> Hashable:
        target = edge.target and self._renames.get(edge.target, edge.target)
        return (target, edge.link.embed, fold(edge.link.subpath)) if target else None

    def _place_after(self, edge: Edge) -> Hashable:
        return (edge.target, edge.link.embed, fold(edge.link.subpath)) if edge.target else None


def _as_written(edge: Edge) -> Hashable:
    return edge.link.target, edge.link.embed


class _Cards:
    """The flashcards that differ *after*, see `VaultChanges`."""

    def __init__(self, before: VaultGraph, after: VaultGraph, renames: Mapping[str, str]) -> None:
        self._renames = renames
        old = [*_cards_of(_changed_notes(before, after))]
        new = [*_cards_of(_changed_notes(after, before))]
        pairs, old, new = pair_up(old, new, _by_id)
        # A card without an ID is the same if its question is, or else its answer, in its note.
        parts: tuple[Part, ...] = (_question, _answer)
        for part in parts:
            found, old, new = pair_up(
                old, new, partial(self._key_before, part), partial(_key, part)
            )
            pairs += found
        changes = [CardChange(*pair) for pair in pairs]
        self.added, self.removed = new, old
        self.without_id = [change for change in changes if change.lost_id]
        self.changed = [
            change
            for change in changes
            if not change.lost_id and _fields(change.before.card) != _fields(change.after.card)
        ]

    def _key_before(self, part: Part, located: LocatedCard) -> Hashable:
        path = located.path
        return self._renames.get(path, path), part(located)


def _changed_notes(graph: VaultGraph, other: VaultGraph) -> Iterator[Note]:
    """Yield the notes of *graph* with cards that are not the same in *other*."""
    others = other.vault.notes
    return (note for note in graph.notes_with("cards") if others.get(note.path) is not note)


def _cards_of(notes: Iterable[Note]) -> Iterator[LocatedCard]:
    return (LocatedCard(note.path, card) for note in notes for card in note.cards)


def _key(part: Part, located: LocatedCard) -> Hashable:
    return located.path, part(located)


def _by_id(located: LocatedCard) -> Hashable:
    return located.card.id or None


def _question(located: LocatedCard) -> str:
    return located.card.normalized_question


def _answer(located: LocatedCard) -> str:
    return located.card.back.strip()


def _fields(card: Card) -> Hashable:
    return card.normalized_question, card.back.strip(), card.note_type, card.deck


def pair_up(
    before: Iterable[Item],
    after: Iterable[Item],
    key: Callable[[Item], Hashable],
    key_after: Callable[[Item], Hashable] | None = None,
) -> tuple[list[Pair[Item]], list[Item], list[Item]]:
    """Pair the items with the same *key*, in order; return the pairs and what is left of both.

    A key of None pairs nothing.
    """
    waiting: defaultdict[Hashable, list[Item]] = defaultdict(list)
    left_after, pairs = [], []
    keyed = [(key(item), item) for item in before]
    for name, item in reversed(keyed):
        if name is not None:
            waiting[name].append(item)
    for item in after:
        same = waiting.get((key_after or key)(item))
        if same:
            pairs.append((same.pop(), item))
        else:
            left_after.append(item)
    left = {id(item) for items in waiting.values() for item in items}
    return pairs, [item for name, item in keyed if name is None or id(item) in left], left_after
