"""The rule `unsupported-embed`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".tiff"}
_SOUNDS = {".wav", ".m4a", ".flac", ".mp3", ".wma", ".aac", ".webm"}


@rule(Severity.WARNING, on="note", of="cards")
def unsupported_embed(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard embeds what Obsidian_to_Anki does not take over to Anki.

    It takes images and sounds of a few extensions, in small letters.  Of all else, another note for
    example, Anki shows only the brackets.

    Bad::

        -- Heat.md --
        How does an engine turn? #flashcard
        ![[engine.mp4]] Watch the piston.
        -- engine.mp4 --

    Good::

        -- Heat.md --
        How does an engine turn? #flashcard
        ![[engine.gif]] Watch the piston.
        -- engine.gif --

    When it is wrong to worry: a file that does not exist, or an image from the web, is not reported
    here; nor is an embed outside of cards, or in a card that another plugin sends to Anki.

    Fine::

        -- Heat.md --
        ![[engine.mp4]]

        How does an engine turn? #flashcard
        ![[engine.gif|300]] ![](https://example.org/engine.webp) Watch the piston.
        -- engine.mp4 --
        -- engine.gif --
    """
    for card, edge in graph.links_of(note).in_cards:
        if card.goes_to_anki and (reason := _reason(edge)):
            hint = "show an image or a sound that the plugin takes, or say it in words"
            yield Finding(edge.place, f"Anki will not show this: {reason}", hint)


def _reason(edge: Edge) -> str:
    """Why the plugin leaves the embed as text; empty if it does not, or if its file is missing."""
    name = edge.link.path.rpartition("/")[2]
    _, dot, extension = name.rpartition(".")
    if edge.target is None:
        return ""
    if edge.target.endswith((".md", ".canvas", ".base")):
        return "it is a note"
    if dot + extension not in _IMAGES | _SOUNDS:
        return f"the plugin does not know {dot}{extension}"
    return f"{edge.link.subpath} hides what kind of file it is" if edge.link.subpath else ""
