"""The rule `orphan-card-id`."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from operator import attrgetter

from vaultgraph.graph import VaultGraph, find_orphan_ids
from vaultgraph.graph.dead_markers import find_dead_markers, spelled_marker
from vaultgraph.graph.orphan_ids import OrphanId
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_TAG = lazy_re(r"</?[A-Za-z][^<>\n]*>")
_COMMENT = lazy_re(r"<!--.*?-->", re.DOTALL)


@rule(Severity.WARNING, on="note", of="card_ids", skips_templates=True)
def orphan_card_id(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """An ID belongs to no flashcard.

    Its card was deleted here but not in Anki; or an empty line cuts it off from its card, which is
    an error, because at the next sync the card is taken for a new one.

    Bad::

        -- Heat.md --
        What is heat?
        Energy on its way.
        <!--ID: 1700000000001-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

    When it is wrong to worry: an ID below `DELETE` waits for the sync that deletes its card; one in
    code is an example.  The ID of a card that is lost for another reason, such as a marker that the
    plugin does not see, is reported with the card.

    Fine::

        -- Heat.md --
        DELETE
        <!--ID: 1700000000001-->

    Fine::

        -- Heat.md --
        What is heat? #flashcard #physics
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    strays = [*find_orphan_ids(note)]
    markers = [*find_dead_markers(graph, note)] if strays else []
    lost = []
    for stray in strays:
        before = bisect(markers, stray.start, key=attrgetter("start")) - 1
        if before >= 0 and stray.start < markers[before].card_end:
            continue  # it is below a dead marker
        if stray.card:
            yield _cut_off(graph, note, stray.card, stray.number, _place(note, stray))
        else:
            lost.append(stray)
    if len(lost) > 1 and not any(card.goes_to_anki for card in note.cards):
        yield _without_cards(graph, note, lost)
        return
    for stray in lost:
        message = f"ID {stray.number} belongs to no card"
        severity = None if _says_how(graph, note) else Severity.INFO
        hint = _hint(graph, note, stray.start)
        yield Finding(_place(note, stray), message, hint, severity=severity)


def _place(note: Note, stray: OrphanId) -> Span:
    return Span(note.path, stray.start, stray.start + len(str(stray.number)))


def _without_cards(graph: VaultGraph, note: Note, lost: Sequence[OrphanId]) -> Finding:
    """What to know of a *note* with the IDs *lost* and without a card: its cards are not found."""
    says_how = _says_how(graph, note)
    message = f"{len(lost)} IDs of this note belong to no card"
    hint = _hint(graph, note, lost[0].start)
    group_message = "{count} notes have IDs, and none of the cards that they belong to"
    severity = None if says_how else Severity.INFO
    return Finding(_place(note, lost[0]), message, hint, group_message, severity)


def _cut_off(graph: VaultGraph, note: Note, card: Card, number: int, place: Span) -> Finding:
    asked = graph.vault.line(note.path, card.question_start)
    text = graph.vault.text(note.path)
    what = "an empty line" if text.startswith("\n\n", card.end) else "a comment"
    line = graph.vault.line(note.path, card.end) + 1
    between = text[card.end + 1 : text.rfind("\n", 0, place.start) + 1]
    if _COMMENT.sub("", text[card.end : place.start].removesuffix("<!--ID: ")).strip():
        hint = f"if it is the ID of that card, {_join(between, line)}"
    else:
        hint = f"put it in line {line}, directly below the answer"
    message = f"{what} cuts ID {number} off from the card in line {asked}"
    return Finding(place, message, hint, severity=Severity.ERROR)


def _join(between: str, line: int) -> str:
    """How to make all *between* a card and its ID, from *line* on, part of the answer.

    What ends an answer is an empty line, or one that begins with a comment.
    """
    lines = between.removesuffix("\n").split("\n")
    empty = [number for number, found in enumerate(lines, line) if not found]
    steps = []
    if len(empty) > 1:
        *first, last = empty
        steps.append(f"delete the empty lines {', '.join(map(str, first))} and {last}")
    elif empty:
        steps.append(f"delete the empty line {empty[0]}")
    if any(found.startswith("<!--") for found in lines):
        steps.append("move the comments between them below the ID")
    return ", and ".join(steps)


def _hint(graph: VaultGraph, note: Note, start: int) -> str:
    """What to do about the ID at *start*, which no card above lacks."""
    text = graph.vault.text(note.path)
    index = bisect(note.cards, start, key=attrgetter("start"))
    card = note.cards[index - 1] if index else None
    is_below_card = card is not None and text.find("\n\n", card.end, start) < 0
    if is_below_card or not _is_text(_line_above(text, start)):
        hint = "put it directly below its answer, if its card is still in the vault"
    else:
        hint = _hint_on_mark(graph, note)
    if card and card.id and card.goes_to_anki:
        hint += f"; the card in line {graph.vault.line(note.path, card.question_start)} has its own"
    return hint


def _hint_on_mark(graph: VaultGraph, note: Note) -> str:
    """How to make a card of the text above an ID, if the settings or other cards of *note* tell."""
    finder = graph.vault.card_finder
    if not _says_how(graph, note):
        return "keep it: nothing here says how its card is marked, and Anki may have it"
    names = sorted(finder.tags)
    how = f"with {spelled_marker(graph, names[0])}" if names else "as the plugin wants it"
    return f"if the text above it is its card, mark the question {how}"


def _says_how(graph: VaultGraph, note: Note) -> bool:
    """Whether settings of the vault, or cards of *note*, say how a card is marked."""
    return graph.vault.card_finder.settings.found or any(card.goes_to_anki for card in note.cards)


def _line_above(text: str, start: int) -> str:
    """What is before the ID at *start* on its line; the line above if nothing is."""
    end = start - len("<!--ID: ")
    end -= text[end - 1 : end] == "\n"
    return text[text.rfind("\n", 0, end) + 1 : end]


def _is_text(line: str) -> bool:
    """Whether *line* may be the last one of an answer."""
    return bool(_TAG.sub("", line).strip(" -*_")) and not line.startswith(("<!--", "# ", "##"))
