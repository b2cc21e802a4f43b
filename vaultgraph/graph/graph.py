"""Everything that may be asked of a vault."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from vaultgraph.graph.cards import Cards
from vaultgraph.graph.duplicate_questions import DuplicateQuestion, find_duplicate_questions
from vaultgraph.graph.file_uses import find_used_files
from vaultgraph.graph.outgoing import Edge, LinkResolver, OutgoingLinks
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
    from vaultgraph.graph.evidence import Evidence
    from vaultgraph.graph.similar_names import SimilarNames


__all__ = ["VaultGraph"]

_OF_PLUGIN = lazy_re(r"[a-z]-[0-9a-f]{64}\.[a-z]+\Z")
"""A picture that a plugin has drawn of a block of code, and named by the hash of that block, as
Desmos does: no note can name it."""


class VaultGraph:
    """The vault with every link resolved.

    Each answer is computed when first asked for, so that a command pays only for the questions
    it asks.  Order is that of the paths, then of the text.  The *settings* add labels of relations;
    *anki* is the collection that the vault's flashcards went to, if it is known.
    """

    def __init__(
        self, vault: Vault, settings: Settings = USUAL_SETTINGS, anki: "Collection | None" = None
    ) -> None:
        self.vault = vault
        self.settings = settings
        self.anki = anki
        self._links: dict[str, OutgoingLinks] = {}
        self._having: dict[int, tuple[Note, ...]] = {}

    def __repr__(self) -> str:
        return f"<VaultGraph of {self.vault.name}: {len(self.notes)} notes>"

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes, by path."""
        return tuple(self.vault.notes.values())

    def notes_with(self, *fields: str) -> tuple[Note, ...]:
        """The notes in whose record one of these *fields* is not empty, by path."""
        bits = sum(FIELD_BITS[field] for field in fields)
        having = self._having.get(bits)
        if having is None:
            found = [note for note in self.vault.notes.values() if note.summary.fields & bits]
            having = self._having[bits] = tuple(found)
        return having

    def updated(self, vault: Vault) -> "VaultGraph":
        """The graph of *vault*, a later reading of the same folder.

        Unless a file came or went, only the links of changed notes are followed again.
        """
        graph = VaultGraph(vault, self.settings, self.anki)
        if vault.has_names_of(self.vault):
            graph.resolver, graph.similar_names = self.resolver, self.similar_names
            # To know all plain names costs more than to follow the links of the few changed notes.
            graph._link_resolver = LinkResolver(self.resolver)
            earlier = self.outgoing
            graph.set_links(
                graph._link_resolver.resolve_links(source, earlier[source.path])
                for source in vault.sources
            )
        return graph

    def set_links(self, links: Iterable[OutgoingLinks]) -> None:
        """Take *links*, those of all sources in order, for what was found by following them."""
        self.outgoing = self._links = {each.source.path: each for each in links}

    @cached_property
    def resolver(self) -> Resolver:
        """Which file a link means."""
        return Resolver(self.vault.paths)

    @cached_property
    def _link_resolver(self) -> LinkResolver:
        return LinkResolver(self.resolver, self.resolver.plain_names)

    @cached_property
    def outgoing(self) -> Mapping[str, OutgoingLinks]:
        """The links of each note and canvas, by its path."""
        return {source.path: self.links_of(source) for source in self.vault.sources}

    def links_of(self, source: Note) -> OutgoingLinks:
        """The links of *source*; those of other notes need not be followed for them."""
        known = self._links.get(source.path)
        if not known:
            known = self._links[source.path] = self._link_resolver.resolve_links(source)
        return known

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every link and embed of notes, properties and canvases."""
        return tuple(edge for links in self.outgoing.values() for edge in links.edges)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The paths of files that another note or canvas links."""
        linked: set[str | None] = set()
        for path, links in self.outgoing.items():
            linked.update(links.linked_paths if path in links.targets else links.targets)
        return frozenset(filter(None, linked))

    @cached_property
    def notable_links(self) -> tuple[OutgoingLinks, ...]:
        """The links of each source that has some that ask for a second look."""
        return tuple([links for links in self.outgoing.values() if links.notable_indices])

    @cached_property
    def backlinks(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that arrive at each file from other notes, by its path."""
        arriving: dict[str, list[Edge]] = {path: [] for path in self.vault.paths}
        for edge in self.edges:
            if edge.target is not None and edge.target != edge.source:
                arriving[edge.target].append(edge)
        return {path: tuple(edges) for path, edges in arriving.items()}

    @cached_property
    def broken(self) -> tuple[Edge, ...]:
        """Links that no file of the vault answers to."""
        odd = (edge for links in self.notable_links for edge in links.notable)
        return tuple(edge for edge in odd if edge.target is None)

    def subpath_edges(self, source: Note) -> Iterator[tuple[Edge, Note]]:
        """Yield the links of *source* to a heading or a block, each with the note it leads to.

        Drawings have neither, and what is shown as a picture has no parts; those of a note that
        could not be read are unknown.
        """
        unread = self.vault.unreadable
        links = self.links_of(source)
        for edge in map(links.edge, links.subpath_indices):
            link = edge.link
            if not link.subpath.strip("# "):
                continue
            note = self.vault.notes.get(edge.target or "")
            picture = link.embed and link.syntax != "wikilink"
            if note and not note.is_drawing and not picture and note.path not in unread:
                yield edge, note

    @cached_property
    def unresolved(self) -> Mapping[str, int]:
        """How often each missing file is linked, most wanted first, by link path as written."""
        spelling: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for edge in self.broken:
            counts[spelling.setdefault(fold(edge.link.path), edge.link.path)] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def linkable_notes(self) -> Iterator[Note]:
        """Yield the notes that are there to be linked, by path."""
        return filter(self._is_linkable, self.vault.notes.values())

    def _is_linkable(self, note: Note) -> bool:
        """Whether *note* is no excluded one, no template and no drawing, and could be read."""
        vault, path = self.vault, note.path
        is_there = not note.is_drawing and path not in vault.unreadable
        return is_there and path not in vault.excluded and not vault.is_template(path)

    @cached_property
    def orphans(self) -> tuple[Note, ...]:
        """Linkable notes that nothing else links, and that link no other note or canvas."""
        alone = [note for path, note in self.vault.notes.items() if path not in self.linked]
        return tuple(n for n in alone if not self._leads_on(n) and self._is_linkable(n))

    def _leads_on(self, note: Note) -> bool:
        """Whether *note* links another note or a canvas."""
        others = self.outgoing[note.path].linked_paths
        return any(path in self.vault.notes or path in self.vault.canvases for path in others)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The links with a label.

        A label that is neither usual nor proved by its syntax counts if it stands in two notes.
        """
        return tuple(find_relations(self.outgoing.values(), RelationTypes(self.settings)))

    @property
    def cards(self) -> Cards:
        """Every flashcard with its note."""
        return Cards(self.notes_with("cards"))

    @property
    def intended_cards(self) -> Cards:
        """The flashcards whose quality can be judged: not those that are only plausible."""
        finder = self.vault.card_finder
        ignored = finder.is_plausible_only if finder.finds_unmarked else None
        return Cards(self.notes_with("cards"), ignored)

    @cached_property
    def duplicate_questions(self) -> tuple[DuplicateQuestion, ...]:
        """The flashcards that ask what another one asks already."""
        return tuple(find_duplicate_questions(self.intended_cards))

    @cached_property
    def used_files(self) -> frozenset[str]:
        """The paths of files of the kinds that Obsidian shows whose name stands in some text."""
        shown = [path for path in self.vault.files if is_shown(path)]
        return find_used_files(shown, self.outgoing.values(), self.linked, self.vault.contents)

    @cached_property
    def unused_files(self) -> tuple[str, ...]:
        """Files of the kinds that Obsidian shows that nothing names.

        Neither excluded ones nor those of a program or a plugin, which may make up the name; and
        none at all if a text could not be read, which may name any.
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
        """The file to keep by the path of each other one that holds the same bytes.

        Neither excluded ones, nor those of a program, nor what Obsidian does not show.
        """
        kept_by_path: dict[str, str] = {}
        apart = self.vault.excluded, self.vault.source_code
        for equal in self.vault.contents.duplicates:
            paths = [p for p in equal if is_shown(p) and not any(p in each for each in apart)]
            kept = min(paths, key=self._reason_to_keep, default="")
            kept_by_path |= {path: kept for path in sorted(paths) if path != kept}
        return kept_by_path

    def _reason_to_keep(self, path: str) -> tuple[bool, bool, int, str]:
        """The smaller, the more reason there is to keep the file at *path* rather than a copy."""
        return path not in self.linked, path not in self.used_files, len(path), path

    @cached_property
    def canvas_relations(self) -> tuple[tuple[str, str, str, str], ...]:
        """Arrows between file cards: canvas, path of the tail, path of the head, label.

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
        """The note to keep by the path of each other note with the same text."""
        from vaultgraph.graph.copied_notes import find_copied_notes

        return find_copied_notes(self.vault, lambda: self.linked)

    @cached_property
    def folder_names(self) -> frozenset[str]:
        """What the folders with files in them, or in folders below, are called; in lower case."""
        folders = {path.rpartition("/")[0].lower() for path in self.vault.paths}
        return frozenset(name for folder in folders for name in folder.split("/"))

    @cached_property
    def folders_of_notes(self) -> frozenset[str]:
        """The paths of the folders with notes right in them, folded."""
        return frozenset(fold(path.rpartition("/")[0]) for path in self.vault.notes)

    @cached_property
    def namesakes(self) -> tuple[tuple[str, ...], ...]:
        """The paths of each group of notes with the same name."""
        return tuple(self.resolver.namesakes)

    def written(self, edge: Edge) -> str:
        """The text of the link of *edge*, as it stands in its note."""
        return self.vault.text(edge.source)[edge.link.start : edge.link.end]

    def property_place(self, note: Note, name: str, value: str = "") -> Span:
        """Where the property *name* of *note*, or its *value*, stands; the note if not found."""
        from vaultgraph.reading.property_spans import find_property, find_value

        text = self.vault.text(note.path)
        place = find_value(text, name, value) if value else find_property(text, name)
        return Span(note.path, *place)

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
        targets = dict.fromkeys(self.outgoing[path].targets)
        return tuple(t for t in targets if t is not None and t != path and t in self.vault.notes)

    def card_at(self, path: str, offset: int) -> Card | None:
        """The flashcard of the note at *path* that holds the character at *offset*."""
        note = self.vault.notes.get(path)
        return note.card_at(offset) if note else None

    def card_embeds(self, files: frozenset[str]) -> Iterator[tuple[Note, Card, Edge]]:
        """Yield the embeds of *files* that stand in a flashcard, with its note and the card."""
        for links in self.outgoing.values() if files else ():
            if not files.isdisjoint(links.targets):
                for card, edge in links.in_cards:
                    if edge.target in files:
                        yield links.source, card, edge

    @cached_property
    def missing_files(self) -> tuple[Edge, ...]:
        """The links to notes and files that are not there, or not written yet; images apart."""
        return tuple(filter(self.evidence.is_missing_file, self.broken))

    @cached_property
    def evidence(self) -> "Evidence":
        """Why links are broken, and what they may have meant."""
        from vaultgraph.graph.evidence import Evidence

        return Evidence(self.vault, self.resolver, self.similar_names)

    @cached_property
    def similar_names(self) -> "SimilarNames":
        """Finds the names of notes and files that are near a given one."""
        from vaultgraph.graph.similar_names import SimilarNames

        return SimilarNames(self.vault.names)

    @cached_property
    def nx(self) -> "networkx.MultiDiGraph[str]":
        """The same graph for networkx; see `vaultgraph.graph.network` for its attributes."""
        from vaultgraph.graph.network import build_network

        return build_network(self)

    def to_pyvis(self) -> "Network":
        """Return a pyvis `Network` of the notes and their links, to style and show in a notebook.

        Nodes are those of `nx`, but without tags, cards and attachments.
        """
        from vaultgraph.graph.pyvis_network import make_network  # pyvis costs half a second

        return make_network(self)
