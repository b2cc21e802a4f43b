"""The rule `empty-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.reasons import Reason
from vaultgraph.model import Finding, NoLink, Note, Place, Severity
from vaultgraph.rules import rule

_NAME_IT = "write the note's name, or remove the brackets"


@rule(Severity.WARNING, skips_templates=True)
def empty_link(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link has no target.

    `[[|text]]` shows a text and points at a note called `|text`; `[text]()` points nowhere.

    Bad::

        -- Heat.md --
        See [[|the laws]] and [the laws]().

    Good::

        -- Heat.md --
        See [[Energy|the laws]].
        -- Energy.md --
        Nothing is lost.

    When it is wrong to worry: brackets and parentheses are empty in code and in tasks too. Both are
    left alone, also where the code is not marked as such.

    Fine::

        -- Heat.md --
        - [ ] Ask why `[x]()` does nothing
        - Call handlers[0]() or [[]] first.
        - Back to [the top](#).
    """
    for edge in graph.broken_links(source, Reason.EMPTY):
        yield Finding(edge.place, "this link leads nowhere", _NAME_IT)
    for link in source.no_links:
        if not link.destination.strip() and not _is_call(graph, source, link):
            yield _finding(graph, Place(source.path, link.start, link.end))


def _finding(graph: VaultGraph, place: Place) -> Finding:
    """What to say of an empty destination: an image shows that it is missing, no text nothing."""
    text = graph.vault.text(place.path)
    if text.startswith("!", place.start - 1) and place.start:
        return Finding(place, "this image has no file", "name the image, or remove the brackets")
    severity = Severity.INFO if text.startswith("[]", place.start) else None
    return Finding(place, "this link leads nowhere", _NAME_IT, severity=severity)


def _is_call(graph: VaultGraph, source: Note, link: NoLink) -> bool:
    """Whether the brackets of *link* follow a word, as in code: `handlers[0]()`."""
    before = graph.vault.text(source.path)[max(0, link.start - 1) : link.start]
    return before.isascii() and (before.isalnum() or before in {"_", ")", "]"})
