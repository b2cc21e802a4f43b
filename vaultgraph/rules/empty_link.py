"""The rule `empty-link`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_NAME_IT = "write the note's name, or remove the brackets"
_NAME_IMAGE = "name the image, or remove the brackets"
_LEFT_BY_TEMPLATE = 3
_GROUP = "{count} links and images lead nowhere, and stand alike in several notes"
_X = 200
_NUMBER = lazy_re(r"\d+")
_LONGEST_TASK = 200
_TASK = lazy_re(r"\s*[-*+] \[.\] ")


@rule(Severity.WARNING, on="vault", skips_templates=True)
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

    When it is wrong to worry: brackets and parentheses are empty in code and in tasks too. Both are
    left alone, also where the code is not marked as such.  A link or an image without a word cannot
    be seen, and one that several notes have alike is what their template left: that is only an
    information.

    Fine::

        -- Heat.md --
        - [ ] Ask why `[x]()` does nothing
        - Call handlers[0]() or [[]] first.
        - Back to [the top](#).
    """
    for links in graph.notable_links:
        for edge in links.notable if None in links.targets else ():
            if edge.target is None and (edge.link.path or "|")[0] == "|":
                yield Finding(edge.place, "this link leads nowhere", _NAME_IT)
    found = [
        row
        for note in graph.notes_with("invalid_links")
        for row in _empty_destinations(graph, note)
    ]
    in_notes = {(place.path, _form(written)) for place, written, _ in found}
    alike = Counter(form for _, form in in_notes)
    for place, written, is_image in found:
        is_left = alike[_form(written)] >= _LEFT_BY_TEMPLATE
        is_invisible = not any(map(str.isalnum, written))
        yield Finding(
            place,
            "this image has no file" if is_image else "this link leads nowhere",
            _NAME_IMAGE if is_image else _NAME_IT,
            _GROUP if is_left else "",
            Severity.INFO if is_left or is_invisible else None,
        )


def _form(written: str) -> str:
    """What links have alike that a program left, such as `[20175]()` for a place in a book."""
    return _NUMBER.sub("0", written)


def _empty_destinations(graph: VaultGraph, note: Note) -> Iterator[tuple[Span, str, bool]]:
    """Yield the links of *note* without a destination, as written, and which are images."""
    for link in note.invalid_links:
        place, text = Span(note.path, link.start, link.end), graph.vault.text(note.path)
        if not link.destination.strip() and not _is_other(text, place):
            is_image = place.start > 0 and text.startswith("!", place.start - 1)
            yield place, text[place.start : place.end], is_image


def _is_other(text: str, place: Span) -> bool:
    """Whether the brackets follow a word, as in code: `handlers[0]()`; or show how to write a task.

    Such a task comes with GitHub and with Obsidian: `- [x] #tags, [links](), **formatting**`.
    """
    before = text[max(0, place.start - 1) : place.start]
    if before.isascii() and (before.isalnum() or before in {"_", ")", "]"}):
        return True
    line = text[max(0, place.start - _LONGEST_TASK) : place.start].rpartition("\n")[2]
    return _TASK.match(line) is not None and text.startswith(", **", place.end)
