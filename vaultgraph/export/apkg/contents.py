"""The fields of a card as its plugin fills them in."""

from collections.abc import Mapping, Sequence
from html import escape

from vaultgraph.export.apkg.clozes import with_deletions
from vaultgraph.export.apkg.fields import Fields
from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Heading, Note
from vaultgraph.reading.cards.obsidian_to_anki import deletions, field_tags

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
        return tuple(self._text(card, text) for text in (card.question, card.answer, *card.more))

    def _text(self, card: Card, text: str) -> str:
        """Return the *text* of a field of *card* as Obsidian_to_Anki transforms it."""
        settings = self._finder.settings
        if settings.curly and "Cloze" in card.note_type:
            text = deletions.with_deletions(text, highlights=settings.highlights)
        return field_tags.without_tags(text) if settings.takes_tags else text

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
            + self._fields.html(self._text(card, more), note.path)
            + context.get(name, "")
            for text, name, more in added
        ]

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
