"""The fields of a card as its plugin fills them in."""

from collections.abc import Mapping, Sequence
from html import escape

from vaultgraph.card_text import with_deletions
from vaultgraph.export.apkg.fields import Fields
from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Heading, Note
from vaultgraph.reading.cards.obsidian_to_anki import field_tags

__all__ = ["Contents"]

_Frozen = Mapping[str, tuple[str, ...]]


class Contents:
    """Fills in the fields of the cards of *graph*; *fields* converts their texts to HTML.

    Like Obsidian_to_Anki, it appends a link to the note, the FROZEN text and the headings above
    the card, where the note or the plugin's settings ask for them, and removes tags.
    """

    def __init__(self, graph: VaultGraph, fields: Fields) -> None:
        self._graph = graph
        self._fields = fields
        self._finder = graph.vault.card_finder
        self._frozen: tuple[str, _Frozen] = ("", {})

    def texts(self, card: Card) -> tuple[str, ...]:
        """Return the fields of *card* in Markdown, with deletions in Anki's syntax."""
        if not card.goes_to_anki:
            return with_deletions(card) if card.is_cloze else card.question, card.answer
        fields = self._finder.anki_fields(card)
        takes_tags = self._finder.settings.takes_tags
        return tuple(map(field_tags.without_tags, fields)) if takes_tags else fields

    def html(self, note: Note, card: Card, texts: Sequence[str], names: Sequence[str]) -> list[str]:
        """Return the fields called *names* of *card* in HTML, filled with its *texts*."""
        texts = (*texts, *[""] * len(names))[: len(names)]
        html = [self._fields.html(text, note.path) for text in texts]
        if not card.goes_to_anki:
            return html
        link, context = self._link(note, card), self._context(note, card)
        frozen = (*self._frozen_fields(note).get(card.note_type, ()), *[""] * len(names))
        added = zip(html, names, frozen, strict=False)
        return [
            text
            + link.get(name, "")
            + self._fields.html(self._frozen_text(card, more), note.path)
            + context.get(name, "")
            for text, name, more in added
        ]

    def _frozen_text(self, card: Card, text: str) -> str:
        """Return the frozen *text* as the plugin transforms it for a field of *card*."""
        [text] = self._finder.anki_fields(card._replace(question=text, answer="", more=()))[:1]
        return field_tags.without_tags(text) if self._finder.settings.takes_tags else text

    def _frozen_fields(self, note: Note) -> _Frozen:
        path, frozen = self._frozen
        if path != note.path:
            frozen = self._finder.frozen_fields(self._graph.vault.text(note.path))
            self._frozen = (note.path, frozen)
        return frozen

    def _link(self, note: Note, card: Card) -> dict[str, str]:
        """Return the link to *note*, keyed by the field of *card* that it is appended to."""
        field = self._finder.settings.link_fields.get(card.note_type)
        if not field:
            return {}
        address = escape(self._graph.vault.address(note.path))
        return {field: f'<br><a href="{address}" class="obsidian-link">Obsidian</a>'}

    def _context(self, note: Note, card: Card) -> dict[str, str]:
        """Return the path of *note* and the headings above *card*, keyed by their field."""
        field = self._finder.settings.context_fields.get(card.note_type)
        if not field:
            return {}
        above: list[Heading] = []
        for heading in note.headings:
            if heading.start > card.start:
                break
            above = [outer for outer in above if outer.level < heading.level] + [heading]
        return {field: escape(" > ".join([note.path, *(heading.text for heading in above)]))}
