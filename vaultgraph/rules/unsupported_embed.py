"""The rule `unsupported-embed`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.reading import unshown_kind
from vaultgraph.rules import rule

_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".tiff"}
_SOUNDS = {".wav", ".m4a", ".flac", ".mp3", ".wma", ".aac", ".webm"}


@rule(
    Severity.WARNING,
    plural("{count:,} embed that does not reach Anki", "{count:,} embeds that do not reach Anki"),
    on="note",
    of="cards",
)
def unsupported_embed(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard embeds a file that Obsidian_to_Anki does not transfer to Anki.

    It transfers images and sounds with a few extensions, in lower case.  For everything else, such
    as another note, Anki shows only the brackets.

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

    When it is wrong to worry: a file that does not exist, an image from the web, or a format that
    Obsidian does not show either, is not reported here; nor is an embed outside of cards, or in a
    card that another plugin sends to Anki.

    Fine::

        -- Heat.md --
        ![[engine.mp4]]

        How does an engine turn? #flashcard
        ![[engine.gif|300]] ![](https://example.org/engine.webp) Watch the piston.
        -- engine.mp4 --
        -- engine.gif --
    """
    for card, edge in graph.links_of(note).in_cards:
        if card.goes_to_anki and (message := _message(edge)):
            hint = say("embed an image or a sound of a supported format, or describe it in words")
            yield Finding(edge.span, message, hint)


def _message(edge: Edge) -> Message | None:
    """Why the plugin leaves the embed as text; None if it does not, or if its file is missing."""
    name = edge.link.path.rpartition("/")[2]
    _, dot, extension = name.rpartition(".")
    if edge.target is None or unshown_kind(edge.target):
        return None
    if edge.target.endswith((".md", ".canvas", ".base")):
        return say("Anki will not show this: it is a note")
    if dot + extension not in _IMAGES | _SOUNDS:
        return say(
            "Anki will not show this: the plugin does not transfer {extension}",
            extension=dot + extension,
        )
    if edge.link.subpath:
        return say(
            "Anki will not show this: {subpath} hides the extension from the plugin",
            subpath=edge.link.subpath,
        )
    return None
