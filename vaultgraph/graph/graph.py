"""`VaultGraph`: the central, lazily computed view of a vault."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from vaultgraph.graph.cards import Cards
from vaultgraph.graph.duplicate_questions import DuplicateQuestion, find_duplicate_questions
from vaultgraph.graph.file_uses import find_used_files
from vaultgraph.graph.outgoing import Edge, LinkResolver, LinkState, OutgoingLinks
from vaultgraph.graph.relation_types import RelationTypes
from vaultgraph.graph.relations import Relation, find_relations
from vaultgraph.graph.resolve import Resolver, fold
from vaultgraph.lazy import lazy_re
from vaultgraph.model import FIELD_BITS, Card, Note, Span
from vaultgraph.reading import Vault, is_shown
from vaultgraph.settings import USUAL_SETTINGS, Settings

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

    from vaultgraph.anki import Collection
    from vaultgraph.graph.communities import Groups
    from vaultgraph.graph.evidence import Evidence
    from vaultgraph.graph.history import History
    from vaultgraph.graph.similar_names import SimilarNames


__all__ = ["VaultGraph"]

_CONFLICT_WORDS = ("onflic", "onflit", "onflik", "ONFLI", "冲突", "衝突", "競合")
_CONFLICT = lazy_re(rf"[(\[._][^/]*(?:{'|'.join(_CONFLICT_WORDS)})")
"""Matches in the name of each copy that a sync tool makes of a conflict, and in few others."""
_OF_PLUGIN = lazy_re(r"[a-z]-[0-9a-f]{64}\.[a-z]+\Z")
"""An image that a plugin such as Desmos has rendered from a code block and named by its hash.

No note refers to it by name.
"""


class VaultGraph:
    """The vault with every link resolved.

    Each result is computed on first access, so that a command only pays for what it uses. Results
    are ordered by path, then by position in the text. The *settings* add labels of relations;
    *anki* is the collection with the vault's flashcards, if there is one.
    """

    def __init__(
        self, vault: Vault, settings: Settings = USUAL_SETTINGS, anki: "Collection | None" = None
    ) -> None:
        self.vault = vault
        self.settings = settings
        self.anki = anki
        self._history: History | None = None
        self._links: dict[str, OutgoingLinks] = {}
        self._notes_by_fields: dict[int, tuple[Note, ...]] = {}

    def __repr__(self) -> str:
        return f"<VaultGraph of {self.vault.name}: {len(self.notes)} notes>"

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, by path."""
        return tuple(self.vault.notes.values())

    def notes_with(self, *fields: str) -> tuple[Note, ...]:
        """Return the notes in which one of the parsed *fields* is not empty, by path."""
        bits = sum(FIELD_BITS[field] for field in fields)
        having = self._notes_by_fields.get(bits)
        if having is None:
            found = [note for note in self.vault.notes.values() if note.summary.fields & bits]
            having = self._notes_by_fields[bits] = tuple(found)
        return having

    @property
    def sources_with_problems(self) -> Iterator[Note]:
        """The notes and canvases of which a part could not be read, notes first."""
        return (source for source in self.vault.sources if source.has("problems"))

    def updated(self, vault: Vault) -> "VaultGraph":
        """Return the graph of *vault*, a later reading of the same folder.

        Unless a file was added or removed, only the links of changed notes are resolved again: the
        other notes keep their targets, because the set of names is the same.
        """
        graph = VaultGraph(vault, self.settings, self.anki)
        graph.use_history(self._history)
        if vault.has_names_of(self.vault):
            graph.resolver, graph.similar_names = self.resolver, self.similar_names
            # Collecting all plain names costs more than resolving the links of a few changed notes.
            graph._link_resolver = LinkResolver(self.resolver)
            earlier = self.outgoing
            graph.set_links(
                graph._link_resolver.resolve_links(source, earlier[source.path])
                for source in vault.sources
            )
        return graph

    def set_links(self, links: Iterable[OutgoingLinks]) -> None:
        """Use *links*, those of all sources in order, instead of resolving them."""
        self.outgoing = self._links = {each.source.path: each for each in links}

    def add_links(self, states: Mapping[str, LinkState]) -> None:
        """Use the links that another process has resolved, by the paths of their sources."""
        for path, state in states.items():
            self._links[path] = OutgoingLinks(self.vault.source(path), *state)

    @cached_property
    def resolver(self) -> Resolver:
        """Resolves link paths to files."""
        return Resolver(self.vault.paths)

    @cached_property
    def _link_resolver(self) -> LinkResolver:
        return LinkResolver(self.resolver, self.resolver.plain_names)

    @cached_property
    def outgoing(self) -> Mapping[str, OutgoingLinks]:
        """The resolved links of each note and canvas, by its path."""
        return {source.path: self.links_of(source) for source in self.vault.sources}

    def links_of(self, source: Note) -> OutgoingLinks:
        """Return the links of *source*, without resolving those of other notes."""
        known = self._links.get(source.path)
        if not known:
            known = self._links[source.path] = self._link_resolver.resolve_links(source)
        return known

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """All links and embeds of notes, properties and canvases."""
        return tuple(edge for links in self.outgoing.values() for edge in links.edges)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The paths of the files that another note or canvas links to."""
        linked: set[str | None] = set()
        for path, links in self.outgoing.items():
            linked.update(links.linked_paths if path in links.targets else links.targets)
        return frozenset(filter(None, linked))

    @cached_property
    def notable_links(self) -> tuple[OutgoingLinks, ...]:
        """The links of each source with notable links, see `OutgoingLinks.notable`."""
        return tuple([links for links in self.outgoing.values() if links.notable_indices])

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Edge, ...]]:
        """The links to each file from other notes, by the file's path."""
        arriving: dict[str, list[Edge]] = {path: [] for path in self.vault.paths}
        for edge in self.edges:
            if edge.target is not None and edge.target != edge.source:
                arriving[edge.target].append(edge)
        return {path: tuple(edges) for path, edges in arriving.items()}

    @cached_property
    def broken(self) -> tuple[Edge, ...]:
        """The unresolved links."""
        notable = (edge for links in self.notable_links for edge in links.notable)
        return tuple(edge for edge in notable if edge.target is None)

    def subpath_edges(self, source: Note) -> Iterator[tuple[Edge, Note]]:
        """Yield the links of *source* to a heading or a block, each with the note it links to.

        Links to drawings, to notes that could not be read, and embeds in Markdown syntax, which
        show an image, are left out. A card of a canvas may show a part of a note.
        """
        unread = self.vault.unreadable
        links = self.links_of(source)
        for edge in map(links.edge, links.subpath_indices):
            link = edge.link
            if not link.subpath.strip("# "):
                continue
            note = self.vault.notes.get(edge.target or "")
            picture = link.embed and link.syntax not in {"wikilink", "canvas"}
            if note and not note.is_drawing and not picture and note.path not in unread:
                yield edge, note

    @cached_property
    def unresolved(self) -> Mapping[str, int]:
        """The number of links to each missing file, most first, by link path as first written."""
        spelling: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for edge in self.broken:
            counts[spelling.setdefault(fold(edge.link.path), edge.link.path)] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def linkable_notes(self) -> Iterator[Note]:
        """Yield the notes that other notes could be expected to link to, by path."""
        return filter(self._is_linkable, self.vault.notes.values())

    def _is_linkable(self, note: Note) -> bool:
        """Whether *note* is readable, and is not excluded, a template or a drawing."""
        vault, path = self.vault, note.path
        is_there = not note.is_drawing and path not in vault.unreadable
        return is_there and path not in vault.excluded and not vault.is_template(path)

    @cached_property
    def orphans(self) -> tuple[Note, ...]:
        """The linkable notes without links from other files or to other notes and canvases."""
        alone = [note for path, note in self.vault.notes.items() if path not in self.linked]
        return tuple(n for n in alone if not self._links_elsewhere(n) and self._is_linkable(n))

    def _links_elsewhere(self, note: Note) -> bool:
        """Whether *note* links to another note or a canvas."""
        others = self.outgoing[note.path].linked_paths
        return any(path in self.vault.notes or path in self.vault.canvases for path in others)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The links with a label.

        A label that is neither known nor proved by its syntax counts if two notes use it.
        """
        return tuple(find_relations(self.outgoing.values(), RelationTypes(self.settings)))

    @property
    def cards(self) -> Cards:
        """All flashcards, each with its note."""
        return Cards(self.notes_with("cards"))

    @property
    def intended_cards(self) -> Cards:
        """The flashcards whose quality can be checked, without those that are only plausible."""
        finder = self.vault.card_finder
        ignored = finder.is_plausible_only if finder.finds_unmarked else None
        return Cards(self.notes_with("cards"), ignored)

    @cached_property
    def duplicate_questions(self) -> tuple[DuplicateQuestion, ...]:
        """The flashcards that repeat the question of another one."""
        return tuple(find_duplicate_questions(self.intended_cards))

    @cached_property
    def used_files(self) -> frozenset[str]:
        """The displayable files whose name occurs in a link or another text."""
        shown = [path for path in self.vault.files if is_shown(path)]
        return find_used_files(shown, self.outgoing.values(), self.linked, self.vault.contents)

    @cached_property
    def unused_files(self) -> tuple[str, ...]:
        """The files that Obsidian can display and that no text names.

        Left out are excluded files, and those of a program or a plugin, which may construct the
        name. Empty if a text could not be read, because it may name any file.
        """
        if self.vault.has_unread_texts:
            return ()
        return tuple(
            path
            for path in self.vault.files
            if is_shown(path) and path not in self.used_files and not _OF_PLUGIN.search(path)
            if path not in self.vault.excluded and path not in self.vault.source_code
        )

    @cached_property
    def copied_files(self) -> Mapping[str, str]:
        """The file to keep, by the path of each other file with the same bytes.

        Left out are excluded files, those of a program, and those that Obsidian does not display.
        """
        kept_by_path: dict[str, str] = {}
        left_out = self.vault.excluded, self.vault.source_code
        for equal in self.vault.contents.duplicates:
            paths = [p for p in equal if is_shown(p) and not any(p in each for each in left_out)]
            kept = min(paths, key=self._reason_to_keep, default="")
            kept_by_path |= {path: kept for path in sorted(paths) if path != kept}
        return kept_by_path

    def _reason_to_keep(self, path: str) -> tuple[bool, bool, int, str]:
        """The sort key of copies: the file with the smallest one is kept."""
        return path not in self.linked, path not in self.used_files, len(path), path

    @cached_property
    def canvas_relations(self) -> tuple[tuple[str, str, str, str], ...]:
        """The arrows between file cards of canvases: canvas, source path, target path, label.

        Obsidian draws them, but does not count them as links; nor do `edges` and `relations`.
        """
        exact = self.resolver.exact
        return tuple(
            (canvas.path, source, target, label)
            for canvas in self.vault.canvases.values()
            for tail, head, label in canvas.parsed.arrows
            if (source := exact(tail)) and (target := exact(head))
        )

    @cached_property
    def copied_notes(self) -> Mapping[str, str]:
        """The note to keep, by the path of each other note with the same text."""
        from vaultgraph.graph.copied_notes import find_copied_notes

        return find_copied_notes(self.vault, lambda: self.linked)

    @cached_property
    def conflict_copies(self) -> Mapping[str, str]:
        """The path of the original, by the path of each copy that a sync tool made of a conflict.

        The original may be missing.
        """
        suspects = [*self.vault.paths_with(_CONFLICT, _CONFLICT_WORDS)]
        if not suspects:
            return {}
        from vaultgraph.graph.conflict_copies import find_conflict_copies

        return dict(find_conflict_copies(suspects, self.resolver))

    @cached_property
    def folder_names(self) -> frozenset[str]:
        """The names of all folders that contain files at any depth, in lower case."""
        folders = {path.rpartition("/")[0].lower() for path in self.vault.paths}
        return frozenset(name for folder in folders for name in folder.split("/"))

    @cached_property
    def folders_of_notes(self) -> frozenset[str]:
        """The folded paths of the folders that directly contain notes."""
        return frozenset(fold(path.rpartition("/")[0]) for path in self.vault.notes)

    @cached_property
    def namesakes(self) -> tuple[tuple[str, ...], ...]:
        """The paths of each group of notes with the same name."""
        return tuple(self.resolver.namesakes)

    def written(self, edge: Edge) -> str:
        """Return the link of *edge* as written in its note."""
        return self.vault.text(edge.source)[edge.link.start : edge.link.end]

    def property_span(self, note: Note, name: str, value: str = "") -> Span:
        """Return the span of the property *name*, or its *value*; the note if it is not found."""
        from vaultgraph.reading.property_spans import find_property, find_value

        text = self.vault.text(note.path)
        place = find_value(text, name, value) if value else find_property(text, name)
        return Span(note.path, *place)

    def label(self, note: Note) -> str:
        """Return the name of *note*, with its folder if another note has the same name."""
        if note.path not in self._namesake_paths:
            return note.name
        return f"{note.name} ({note.folder or '/'})"

    @cached_property
    def _namesake_paths(self) -> frozenset[str]:
        return frozenset(path for paths in self.namesakes for path in paths)

    def linked_notes(self, path: str) -> tuple[str, ...]:
        """Return the other notes that the note at *path* links to, in the order of its text."""
        targets = dict.fromkeys(self.outgoing[path].targets)
        return tuple(t for t in targets if t is not None and t != path and t in self.vault.notes)

    def card_at(self, path: str, offset: int) -> Card | None:
        """Return the flashcard of the note at *path* that contains the character at *offset*."""
        note = self.vault.notes.get(path)
        return note.card_at(offset) if note else None

    def card_embeds(self, files: frozenset[str]) -> Iterator[tuple[Note, Card, Edge]]:
        """Yield the embeds of *files* in flashcards, each with its note and card."""
        for links in self.outgoing.values() if files else ():
            if not files.isdisjoint(links.targets):
                for card, edge in links.in_cards:
                    if edge.target in files:
                        yield links.source, card, edge

    @cached_property
    def missing_files(self) -> tuple[Edge, ...]:
        """The links to notes and files that do not exist, or not yet; without images."""
        return tuple(filter(self.evidence.is_missing_file, self.broken))

    @cached_property
    def evidence(self) -> "Evidence":
        """Explains why links are broken and what they may have meant."""
        from vaultgraph.graph.evidence import Evidence

        return Evidence(self.vault, self.resolver, self.similar_names, self._history)

    def use_history(self, history: "History | None") -> None:
        """From now on explain broken links by *history* as well."""
        self._history = history
        self.__dict__.pop("evidence", None)

    def lost_targets(self) -> Iterator[str]:
        """Yield the paths of the notes and canvases with links to files in the history."""
        history, exists = self._history, self.resolver.exact
        for links in self.notable_links if history else ():
            path = links.source.path
            missing = (edge.link.path for edge in links.notable if edge.target is None)
            if history and any(history.find(target, path, exists) for target in missing):
                yield path

    @cached_property
    def similar_names(self) -> "SimilarNames":
        """Finds names of notes and files that are similar to a given one."""
        from vaultgraph.graph.similar_names import SimilarNames

        return SimilarNames(self.vault.names)

    @property
    def communities(self) -> tuple[tuple[str, ...], ...]:
        """Groups of notes that are linked more to each other than to the rest, the largest first.

        Notes without links to others are in none.
        """
        from vaultgraph.graph.communities import largest_first

        paths = [*self.vault.notes]
        groups = largest_first(self.grouped_notes)
        return tuple(tuple(sorted(paths[number] for number in group)) for group in groups)

    @cached_property
    def grouped_notes(self) -> "Groups":
        """The communities as numbers of `notes`.

        A relation counts as two links.
        """
        from vaultgraph.graph.communities import group_notes

        numbers = {path: number for number, path in enumerate(self.vault.notes)}
        related = {(r.source, r.target) for r in self.relations}
        edges = (
            (number, numbers[target], 2.0 if (path, target) in related else 1.0)
            for path, number in numbers.items()
            for target in self.linked_notes(path)
        )
        return group_notes(len(numbers), edges)

    @cached_property
    def nx(self) -> "networkx.MultiDiGraph[str]":
        """The graph for networkx; see `vaultgraph.graph.network` for its attributes."""
        from vaultgraph.graph.network import build_network

        return build_network(self.vault, self.edges, self.relations)

    def to_pyvis(self) -> "Network":
        """Return a pyvis `Network` of the notes and their links, to style and show in a notebook.

        Nodes are those of `nx`, without tags, cards and attachments.
        """
        # Importing pyvis takes half a second.
        from vaultgraph.graph.pyvis_network import make_network

        return make_network(self.nx, self.communities)
