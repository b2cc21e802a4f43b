"""The rule `empty-link`."""

import re
from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule

_NAME_IT = "write the note's name, or remove the brackets"
_NAME_IMAGE = "name the image, or remove the brackets"
_LEFT_BY_TEMPLATE = 3
_TASK = re.compile(r"\s*[-*+] \[.\] ")


@rule(Severity.WARNING, asks="links text templates", skips_templates=True)
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
    left alone, also where the code is not marked as such.  A link or an image without a text cannot
    be seen, and one that several notes have alike is what their template left: that is only an
    information.

    Fine::

        -- Heat.md --
        - [ ] Ask why `[x]()` does nothing
        - Call handlers[0]() or [[]] first.
        - Back to [the top](#).
    """
    for links in graph.outgoing.values():
        for edge in links.odd if None in links.targets else ():
            if edge.target is None and (edge.link.path or "|")[0] == "|":
                yield Finding(edge.place, "this link leads nowhere", _NAME_IT)
    found = [
        (Place(note.path, link.start, link.end), graph.vault.text(note.path))
        for note in graph.notes
        for link in note.no_links
        if not link.destination.strip()
    ]
    written = {place: text[place.start : place.end] for place, text in found}
    alike = Counter(each for _, each in {(place.path, each) for place, each in written.items()})
    for place, text in found:
        if not _is_other(text, place):
            yield _finding(text, place, is_left=alike[written[place]] >= _LEFT_BY_TEMPLATE)


def _finding(text: str, place: Place, *, is_left: bool) -> Finding:
    """What to say of an empty destination in *text*, which *is_left* of a template or not."""
    is_image = place.start > 0 and text.startswith("!", place.start - 1)
    message = "this image has no file" if is_image else "this link leads nowhere"
    hint = _NAME_IMAGE if is_image else _NAME_IT
    if is_left:
        crowd = "{count} links and images lead nowhere, and stand alike in several notes"
        return Finding(place, message, hint, crowd, Severity.INFO)
    severity = Severity.INFO if text.startswith("[]", place.start) else None
    return Finding(place, message, hint, severity=severity)


def _is_other(text: str, place: Place) -> bool:
    """Whether the brackets follow a word, as in code: `handlers[0]()`; or show how to write a task.

    Such a task comes with GitHub and with Obsidian: `- [x] #tags, [links](), **formatting**`.
    """
    before = text[max(0, place.start - 1) : place.start]
    if before.isascii() and (before.isalnum() or before in {"_", ")", "]"}):
        return True
    line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    return _TASK.match(line) is not None and text.startswith(", **", place.end)
