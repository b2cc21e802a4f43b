"""A view of a graph that records which facts about the vault a rule uses.

A rule on the vault is only run again when one of these facts has changed. Rules do not declare
their dependencies by hand, where they could be incomplete: the view records which attributes are
read, and the tables below say which facts these depend on. An attribute that is in no table depends
on everything.

Each attribute is recorded once and then cached on the view, so that further reads cost nothing.
"""

from collections.abc import Mapping
from typing import Any

from vaultgraph.graph.graph import VaultGraph

__all__ = ["EVERYTHING", "FACTS", "OF_GRAPH", "OF_VAULT", "RecordingGraph"]

FACTS = {
    "attachments": "the bytes of files that are neither notes nor canvases",
    "cards": "flashcards, and IDs that belong to none",
    "decks": "in which deck the cards of a note are, and what is wrong with the line that says so",
    "emptiness": "which notes have no text",
    "links": "where links lead, as they are written, and other words that name files",
    "media": "which files flashcards show",
    "names": "which files there are",
    "problems": "what could not be read",
    "properties": "the frontmatter of notes",
    "relations": "links with a label, their sections, and which part of a note they name",
    "tags": "tags in texts and properties",
    "templates": "which notes are templates",
    "text": "the text of any note",
    "unsynced": "the text of notes with a card that Anki does not know",
}
"""The facts that can change in a vault; the offset of something in its file is none."""

EVERYTHING = frozenset(FACTS)
_NOTHING = ""

OF_GRAPH = {
    "anki": _NOTHING,
    "backlinks": "links",
    "card_embeds": "media cards",
    "cards": "cards",
    "conflict_copies": "names",
    "copied_files": "attachments links",
    "copied_notes": "text links templates",
    "edges": "links",
    "linkable_notes": "links templates problems",
    "linked": "links",
    "intended_cards": "cards",
    "namesakes": "names",
    "links_of": "links",
    "notable_links": "links",
    "orphans": "links templates problems properties emptiness",
    "outgoing": "links",
    "property_span": _NOTHING,  # a rule is run again if it reported on a changed note
    "relations": "relations",
    "duplicate_questions": "cards",
    "resolver": "names",
    "settings": _NOTHING,
    "sources_with_problems": "problems",
    "unused_files": "attachments links problems",
    "used_files": "attachments links",
    "written": "text",
}
OF_VAULT = {
    "attachments": "attachments",
    "card_finder": _NOTHING,
    "contents": "attachments",
    "excluded": "links",  # reports are excluded as well
    "files": "names",
    "flashcards": _NOTHING,
    "has_unread_texts": "problems",
    "is_day": "names",
    "is_note": "names",
    "is_source": "names",
    "is_template": "templates",
    "last_sync": "unsynced",
    "line": _NOTHING,  # as in `property_span`
    "outside": "problems",
    "paths": "names",
    "paths_with": "names",
    "property_types": _NOTHING,
    "size": "names",
    "source_code": "names",
    "placeholders": "problems",
    "plugins": _NOTHING,
    "text": "text",
    "unreadable": "problems",
}
_OF_FIELD = {
    "aliases": "properties",
    "card_faults": "decks",
    "card_ids": "cards",
    "cards": "cards",
    "frontmatter_tags": "tags",
    "invalid_links": "links",
    "properties": "properties",
    "tags": "tags",
}


class _RecordingView:
    """Forwards to *subject*, and adds the *facts* of each attribute that is read to *recorded*."""

    def __init__(self, subject: object, facts: Mapping[str, str], recorded: set[str]) -> None:
        self.__subject, self.__facts, self.__recorded = subject, facts, recorded

    def __getattr__(self, name: str) -> Any:
        answer = getattr(self.__subject, name)
        facts = self.__facts.get(name)
        self.__recorded.update(EVERYTHING if facts is None else facts.split())
        self.__dict__[name] = answer
        return answer


class RecordingGraph(_RecordingView):
    """The view of *graph*; `dependencies` are those of `FACTS` that were used so far."""

    def __init__(self, graph: VaultGraph) -> None:
        self.dependencies: set[str] = set()
        super().__init__(graph, OF_GRAPH, self.dependencies)
        self._graph = graph
        self.vault: _RecordingView = _RecordingView(graph.vault, OF_VAULT, self.dependencies)

    def notes_with(self, *fields: str) -> Any:
        """Return the notes in which one of the parsed *fields* is not empty."""
        for field in fields:
            self.dependencies.add(_OF_FIELD[field])
        return self._graph.notes_with(*fields)
