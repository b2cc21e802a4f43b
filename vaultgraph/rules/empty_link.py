"""The rule `empty-link`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_NO_TARGET = say("this link leads nowhere")
_NO_IMAGE = say("this image has no file")
_NAME_NOTE = say("write the note's name, or remove the brackets")
_NAME_IMAGE = say("write the image's name, or remove the brackets")
_LEFT_BY_TEMPLATE = 3  # notes that have the same
_GROUP = say("{count:,} links and images lead nowhere and are the same in several notes")
_NUMBER = lazy_re(r"\d+")
_MAX_TASK_LENGTH = 200
_TASK = lazy_re(r"\s*[-*+] \[.\] ")


@rule(
    Severity.WARNING,
    plural("{count:,} link without a target", "{count:,} links without a target"),
    on="vault",
    skips_templates=True,
)
def empty_link(graph: VaultGraph) -> Iterator[Finding]:
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

    When it is wrong to worry: brackets and parentheses are also empty in code and in tasks.  They
    are not reported, even if the code is not marked as such.  A link or an image without text
    cannot be seen, and one that is the same in several notes comes from their template: that is
    only information.

    Fine::

        -- Heat.md --
        - [ ] Ask why `[x]()` does nothing
        - Call handlers[0]() or [[]] first.
        - Back to [the top](#).
    """
    for links in graph.notable_links:
        for edge in links.notable if None in links.targets else ():
            if edge.target is None and (edge.link.path or "|")[0] == "|":
                yield Finding(edge.span, _NO_TARGET, _NAME_NOTE)
    found = [
        row
        for note in graph.notes_with("invalid_links")
        for row in _find_empty_destinations(graph, note)
    ]
    forms = {(place.path, _form(written)) for place, written, _ in found}
    notes_with = Counter(form for _, form in forms)
    for place, written, is_image in found:
        is_of_template = notes_with[_form(written)] >= _LEFT_BY_TEMPLATE
        is_invisible = not any(map(str.isalnum, written))
        yield Finding(
            place,
            _NO_IMAGE if is_image else _NO_TARGET,
            _NAME_IMAGE if is_image else _NAME_NOTE,
            _GROUP if is_of_template else "",
            Severity.INFO if is_of_template or is_invisible else None,
        )


def _form(written: str) -> str:
    """What links from one program share, such as `[20175]()` for a place in a book."""
    return _NUMBER.sub("0", written)


def _find_empty_destinations(graph: VaultGraph, note: Note) -> Iterator[tuple[Span, str, bool]]:
    """Yield the links of *note* without a destination, as written, and which are images."""
    for link in note.invalid_links:
        place, text = Span(note.path, link.start, link.end), graph.vault.text(note.path)
        if not link.destination.strip() and not _is_code_or_task(text, place):
            is_image = place.start > 0 and text.startswith("!", place.start - 1)
            yield place, text[place.start : place.end], is_image


def _is_code_or_task(text: str, place: Span) -> bool:
    """Whether the brackets follow a word, as in the code `handlers[0]()`, or are a sample of tasks.

    GitHub and Obsidian bring such a sample: `- [x] #tags, [links](), **formatting** supported`.
    """
    before = text[max(0, place.start - 1) : place.start]
    if before.isascii() and (before.isalnum() or before in {"_", ")", "]"}):
        return True
    line = text[max(0, place.start - _MAX_TASK_LENGTH) : place.start].rpartition("\n")[2]
    return _TASK.match(line) is not None and text.startswith(", **", place.end)
