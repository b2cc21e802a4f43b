"""The links, backlinks, cards and images of one note as text."""

from collections.abc import Mapping, Sequence

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.messages import join, plural, say, say_count
from vaultgraph.reading import is_image
from vaultgraph.reports.arrows import Places, Row, arrow, rows_as_text
from vaultgraph.reports.terminal import Style, visible

__all__ = ["render", "shows_image"]


_NOUNS = {
    "links": (say("links"), *plural("{count:,} link", "{count:,} links")),
    "backlinks": (say("backlinks"), *plural("{count:,} backlink", "{count:,} backlinks")),
    "cards": (say("cards"), *plural("{count:,} card", "{count:,} cards")),
    "images": (say("images"), *plural("{count:,} image", "{count:,} images")),
}


def render(
    graph: VaultGraph,
    path: str,
    style: Style,
    language: Language = ENGLISH,
    *,
    folder: str = "",
) -> str:
    """Return the links of the file at *path* in this *language*; empty sections are left out.

    Places are below *folder*, the path from the current folder to the vault.
    """
    sections = {
        name: rows
        for name, rows in _sections(graph, path, language, Places(graph, folder)).items()
        if rows
    }
    counts = [say_count(*_NOUNS[name][1:], len(rows)) for name, rows in sections.items()]
    summary = language.say(join(", ", counts) if counts else say("no links"))
    lines = [f"{style.paint('1', visible(path.removesuffix('.md')))}: {summary}"]
    for name, rows in sections.items():
        title = language.say(_NOUNS[name][0])
        lines += ["", style.paint("1", title), *rows_as_text(rows, style)]
    return "\n".join(lines) + "\n"


def _sections(
    graph: VaultGraph, path: str, language: Language, places: Places
) -> Mapping[str, Sequence[Row]]:
    """Return the rows of each section by its name."""
    kinds = {relation.edge: relation.kind for relation in graph.relations}
    leaving = graph.outgoing[path].edges if path in graph.outgoing else ()
    images = [edge for edge in leaving if shows_image(edge)]
    links = [edge for edge in leaving if not shows_image(edge)]
    note = graph.vault.notes.get(path)
    return {
        "links": [
            Row(
                arrow(edge, kinds.get(edge, ""), language, forward=True),
                _target(edge, language),
                places(edge.span),
            )
            for edge in links
        ],
        "backlinks": [
            Row(
                arrow(edge, kinds.get(edge, ""), language, forward=False),
                edge.source.removesuffix(".md"),
                places(edge.span),
            )
            for edge in graph.backlinks[path]
        ],
        "cards": [
            Row("", card.title.strip(), places(card.span(path)))
            for card in (note.cards if note else ())
        ],
        "images": [Row("", _target(edge, language), places(edge.span)) for edge in images],
    }


def shows_image(edge: Edge) -> bool:
    """Whether *edge* embeds an image."""
    return edge.link.embed and is_image(edge.target or edge.link.path)


def _target(edge: Edge, language: Language) -> str:
    """Return the target of *edge* with its heading or block, or that it is missing."""
    if edge.target is None:
        return language.say(say("{path} (missing)", path=edge.link.path))
    return edge.target.removesuffix(".md") + edge.link.subpath
