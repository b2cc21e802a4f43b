"""Everything that may be asked of a vault."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.graph.kinds import Kinds, key
from vaultgraph.graph.resolve import Resolver, fold
from vaultgraph.model import Card, Link, Note, Place
from vaultgraph.reading import Vault
from vaultgraph.settings import USUAL_SETTINGS, Settings

if TYPE_CHECKING:
    import networkx

    from vaultgraph.graph.causes import Cause, Causes


__all__ = ["Edge", "Relation", "VaultGraph"]


class Edge(NamedTuple):
    """A link of the note or canvas `source`, resolved to the path `target`; None if broken."""

    source: str
    target: str | None
    link: Link

    @property
    def place(self) -> Place:
        """Where the link is written."""
        return Place(self.source, self.link.start, self.link.end)


class Relation(NamedTuple):
    """A link with a label: `kind` as written; `direction` is 1, -1 or 0, see `kinds`."""

    kind: str
    direction: int
    edge: Edge


class VaultGraph:
    """The vault with every link resolved.

    Each answer is computed when first asked for, so that a command pays only for the questions
    it asks.  Order is that of the paths, then of the text.  The *settings* add labels of relations.
    """

    def __init__(self, vault: Vault, settings: Settings = USUAL_SETTINGS) -> None:
        self.vault = vault
        self.settings = settings

    def __repr__(self) -> str:
        return f"<VaultGraph of {self.vault.name}: {len(self.notes)} notes>"

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, by path."""
        return tuple(self.vault.notes.values())

    @cached_property
    def resolver(self) -> Resolver:
        """Which file a link means."""
        vault = self.vault
        return Resolver([*vault.notes, *vault.canvases, *vault.files])

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every link and embed of notes, properties and canvases."""
        return tuple(self._resolve_all())

    def _resolve_all(self) -> Iterator[Edge]:
        resolve, exact = self.resolver.resolve, self.resolver.exact
        for note in self.vault.sources:
            source = note.path
            for row in note.record.links:
                link = Link._make(row)
                if link.syntax == "canvas":
                    yield Edge(source, exact(link.path), link)
                else:
                    yield Edge(source, resolve(link.path, source), link)

    @cached_property
    def edges_from(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that leave each note and canvas, by its path."""
        leaving: dict[str, list[Edge]] = {source.path: [] for source in self.vault.sources}
        for edge in self.edges:
            leaving[edge.source].append(edge)
        return {path: tuple(edges) for path, edges in leaving.items()}

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that arrive at each file from other notes, by its path."""
        vault = self.vault
        arriving: dict[str, list[Edge]] = {
            path: [] for path in (*vault.notes, *vault.canvases, *vault.files)
        }
        for edge in self.edges:
            if edge.target is not None and edge.target != edge.source:
                arriving[edge.target].append(edge)
        return {path: tuple(edges) for path, edges in arriving.items()}

    @cached_property
    def broken(self) -> tuple[Edge, ...]:
        """Links that no file of the vault answers to."""
        return tuple(edge for edge in self.edges if edge.target is None)

    @cached_property
    def subpath_edges(self) -> tuple[tuple[Edge, Note], ...]:
        """Links to a heading or a block, each with the note it leads to; drawings have neither."""
        leading = []
        for edge in self.edges:
            link = edge.link
            if "#" not in link.target or not link.subpath.strip("# "):
                continue
            note = self.vault.notes.get(edge.target or "")
            picture = link.embed and link.syntax != "wikilink"
            if note and not note.is_drawing and not picture:
                leading.append((edge, note))
        return tuple(leading)

    @cached_property
    def unresolved(self) -> Mapping[str, int]:
        """How often each missing file is linked, most wanted first, by link path as written."""
        spelling: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for edge in self.broken:
            counts[spelling.setdefault(fold(edge.link.path), edge.link.path)] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def orphans(self) -> tuple[Note, ...]:
        """Notes that nothing else links, and that link no other note or canvas.

        Excluded notes are none of them.
        """
        linking = set()
        for edge in self.edges:
            if edge.target != edge.source and (
                edge.target in self.vault.notes or edge.target in self.vault.canvases
            ):
                linking.add(edge.source)
        return tuple(
            note
            for note in self.notes
            if note.path not in linking and not self.backlinks[note.path]
            if note.path not in self.vault.excluded
        )

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The links with a label.

        A label that is neither usual nor proved by its syntax counts if it stands in two notes.
        """
        kinds = Kinds(self.settings)
        standing: defaultdict[str, set[str]] = defaultdict(set)
        sources = [note for note in self.vault.sources if not note.is_drawing]
        for note in sources:
            for label, _, _ in note.record.relations:
                standing[key(label)].add(note.path)
        return tuple(
            Relation(label, kinds.direction(label), self.edges_from[note.path][index])
            for note in sources
            for label, index, sure in note.record.relations
            if sure or kinds.is_known(label) or len(standing[key(label)]) > 1
        )

    @cached_property
    def cards(self) -> tuple[tuple[Note, Card], ...]:
        """Every flashcard with its note."""
        return tuple(
            (note, card) for note in self.notes if note.record.cards for card in note.cards
        )

    @cached_property
    def used_files(self) -> frozenset[str]:
        """Paths that a link, an embed, a property, HTML, code or a canvas names."""
        used = {edge.target for edge in self.edges if edge.target is not None}
        for note in self.vault.sources:
            for mention in note.record.mentions:
                for start in _word_starts(mention):
                    path = self.resolver.resolve(mention[start:], note.path)
                    if path is not None:
                        used.add(path)
                        break
        return frozenset(used)

    @cached_property
    def unused_files(self) -> tuple[str, ...]:
        """Attachments that nothing uses, but not excluded ones and bases, which nobody links."""
        return tuple(
            path
            for path in self.vault.files
            if path not in self.used_files and not path.endswith(".base")
            if path not in self.vault.excluded
        )

    @cached_property
    def canvas_relations(self) -> tuple[tuple[str, str, str, str], ...]:
        """Arrows between file cards: canvas, path of the tail, path of the head, label.

        Obsidian draws them, but does not count them as links; nor do `edges` and `relations`.
        """
        exact = self.resolver.exact
        return tuple(
            (canvas.path, source, target, label)
            for canvas in self.vault.canvases.values()
            for tail, head, label in canvas.record.arrows
            if (source := exact(tail)) and (target := exact(head))
        )

    @cached_property
    def folder_names(self) -> frozenset[str]:
        """What the folders with files in them, or in folders below, are called; in lower case."""
        paths = (*self.vault.notes, *self.vault.canvases, *self.vault.files)
        folders = {path.rpartition("/")[0].lower() for path in paths}
        return frozenset(name for folder in folders for name in folder.split("/"))

    @cached_property
    def namesakes(self) -> tuple[tuple[str, ...], ...]:
        """The paths of each group of notes with the same name."""
        by_name = defaultdict(list)
        for path in self.vault.notes:
            by_name[fold(path.rpartition("/")[2])].append(path)
        return tuple(tuple(paths) for paths in by_name.values() if len(paths) > 1)

    def written(self, edge: Edge) -> str:
        """The text of the link of *edge*, as it stands in its note."""
        return self.vault.text(edge.source)[edge.link.start : edge.link.end]

    def line(self, edge: Edge) -> str:
        """The line on which the link of *edge* begins."""
        text = self.vault.text(edge.source)
        start = text.rfind("\n", 0, edge.link.start) + 1
        end = text.find("\n", start)
        return text[start:] if end < 0 else text[start:end]

    def label(self, note: Note) -> str:
        """The name of *note*; with its folder if another note has the same name."""
        if note.path not in self._namesake_paths:
            return note.name
        return f"{note.name} ({note.folder or '/'})"

    @cached_property
    def _namesake_paths(self) -> frozenset[str]:
        return frozenset(path for paths in self.namesakes for path in paths)

    def linked_notes(self, path: str) -> tuple[str, ...]:
        """The other notes that the note at *path* links, in the order of its text."""
        targets = dict.fromkeys(edge.target for edge in self.edges_from[path])
        return tuple(t for t in targets if t is not None and t != path and t in self.vault.notes)

    def card_at(self, path: str, offset: int) -> Card | None:
        """The flashcard of the note at *path* that holds the character at *offset*."""
        cards = self._cards_by_path.get(path, ())
        index = bisect_right(cards, offset, key=lambda card: card.start)
        near = reversed(cards[max(0, index - 2) : index])
        return next((card for card in near if offset < card.end), None)

    @cached_property
    def _cards_by_path(self) -> Mapping[str, tuple[Card, ...]]:
        return {note.path: note.cards for note in self.notes if note.record.cards}

    @cached_property
    def broken_by_cause(self) -> "Mapping[Cause, tuple[Edge, ...]]":
        """The broken links, each under the one reason why it is broken."""
        by_cause = defaultdict(list)
        for edge in self.broken:
            by_cause[self.causes.cause(edge.link)].append(edge)
        return {cause: tuple(edges) for cause, edges in by_cause.items()}

    @cached_property
    def causes(self) -> "Causes":
        """Why links are broken, and what they may have meant."""
        from vaultgraph.graph.causes import Causes

        return Causes(self.vault, self.resolver)

    @cached_property
    def nx(self) -> "networkx.MultiDiGraph[str]":
        """The same graph for networkx; see `vaultgraph.graph.network` for its attributes."""
        from vaultgraph.graph.network import network

        return network(self)


def _word_starts(text: str) -> Iterator[int]:
    """Yield the offsets where the last words of *text* begin, the longest stretch first."""
    starts = [0]
    while len(starts) < 12 and (blank := text.find(" ", starts[-1])) >= 0:
        starts.append(blank + 1)
    yield from starts
