"""The rule `orphan-card-id`."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from operator import attrgetter

from vaultgraph.graph import VaultGraph, find_orphan_ids
from vaultgraph.graph.dead_markers import find_dead_markers, spelled_marker
from vaultgraph.graph.orphan_ids import OrphanId
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, all_of, plural, say, say_count
from vaultgraph.model import Card, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_TAG = lazy_re(r"</?[A-Za-z][^<>\n]*>")
_COMMENT = lazy_re(r"<!--.*?-->", re.DOTALL)


@rule(
    Severity.WARNING,
    plural("{count:,} ID without a card", "{count:,} IDs without a card"),
    on="note",
    of="card_ids",
    skips_templates=True,
)
def orphan_card_id(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """An ID belongs to no flashcard.

    Its card was deleted here but not in Anki; or an empty line separates it from its card, which is
    an error, because the next sync takes the card for a new one.

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

    When it is wrong to worry: an ID below `DELETE` awaits the sync that deletes its card, and an ID
    in code is an example.  The ID of a card that is lost for another reason, such as a marker that
    the plugin does not see, is reported with the card.

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
    orphans = [*find_orphan_ids(note)]
    markers = [*find_dead_markers(graph, note)] if orphans else []
    lost = []
    for orphan in orphans:
        before = bisect(markers, orphan.start, key=attrgetter("start")) - 1
        if before >= 0 and orphan.start < markers[before].card_end:
            continue  # it is below a dead marker
        if orphan.card:
            yield _separated(graph, note, orphan.card, orphan.number, _place(note, orphan))
        else:
            lost.append(orphan)
    if not lost:
        return
    severity = None if _shows_marker(graph, note) else Severity.INFO
    if len(lost) > 1 and not any(card.goes_to_anki for card in note.cards):
        yield _without_cards(graph, note, lost, severity)
        return
    for orphan in lost:
        message = say("ID {id} belongs to no card", id=orphan.number)
        hint = _hint(graph, note, orphan.start)
        yield Finding(_place(note, orphan), message, hint, severity=severity)


def _place(note: Note, orphan: OrphanId) -> Span:
    return Span(note.path, orphan.start, orphan.start + len(str(orphan.number)))


def _without_cards(
    graph: VaultGraph, note: Note, lost: Sequence[OrphanId], severity: Severity | None
) -> Finding:
    """The finding for all of the IDs *lost* in a *note* in which no card is found."""
    message = say_count(
        "{count:,} ID in this note belongs to no card",
        "{count:,} IDs in this note belong to no card",
        len(lost),
    )
    hint = _hint(graph, note, lost[0].start)
    group_message = say("{count:,} notes have IDs but none of the cards that they belong to")
    return Finding(_place(note, lost[0]), message, hint, group_message, severity)


def _separated(graph: VaultGraph, note: Note, card: Card, number: int, place: Span) -> Finding:
    question_line = graph.vault.line(note.path, card.question_start)
    text = graph.vault.text(note.path)
    if text.startswith("\n\n", card.end):
        template = say("an empty line separates ID {id} from the card on line {line}")
    else:
        template = say("a comment separates ID {id} from the card on line {line}")
    message = template.with_values({"id": number, "line": question_line})
    line = graph.vault.line(note.path, card.end) + 1
    between = text[card.end + 1 : text.rfind("\n", 0, place.start) + 1]
    if _COMMENT.sub("", text[card.end : place.start].removesuffix("<!--ID: ")).strip():
        hint = say("if it is the ID of that card, {steps}", steps=_join_to_answer(between, line))
    else:
        hint = say("move it to line {line}, directly below the answer", line=line)
    return Finding(place, message, hint, severity=Severity.ERROR)


def _join_to_answer(between: str, line: int) -> str:
    """How to make all *between* a card and its ID, from *line* on, part of the answer.

    An answer ends at an empty line, or at one that begins with a comment.
    """
    lines = between.removesuffix("\n").split("\n")
    empty = [str(number) for number, found in enumerate(lines, line) if not found]
    move = say("move the comments between them below the ID")
    if not empty:
        return move
    delete = say_count(
        "delete the empty line {lines}",
        "delete the empty lines {lines}",
        len(empty),
        lines=all_of(empty),
    )
    if any(found.startswith("<!--") for found in lines):
        return say("{first}, and {second}", first=delete, second=move)
    return delete


def _hint(graph: VaultGraph, note: Note, start: int) -> str:
    """What to do about the ID at *start*, which no card above it lacks."""
    text = graph.vault.text(note.path)
    index = bisect(note.cards, start, key=attrgetter("start"))
    card = note.cards[index - 1] if index else None
    is_below_card = card is not None and text.find("\n\n", card.end, start) < 0
    if is_below_card or not _is_text(_line_above(text, start)):
        hint = say("put it directly below its answer, if its card is still in the vault")
    else:
        hint = _hint_on_marker(graph, note)
    if card and card.id and card.goes_to_anki:
        line = graph.vault.line(note.path, card.question_start)
        return say("{hint}; the card on line {line} has its own ID", hint=hint, line=line)
    return hint


def _hint_on_marker(graph: VaultGraph, note: Note) -> Message:
    """How to make the text above an ID a card, if the settings or other cards of *note* show it."""
    if not _shows_marker(graph, note):
        return say("keep it: nothing here shows how its card is marked, and Anki may have it")
    names = sorted(graph.vault.card_finder.tags)
    if not names:
        return say("if the text above it is its card, mark the question as the plugin expects")
    marker = spelled_marker(graph, names[0])
    return say("if the text above it is its card, mark the question with {marker}", marker=marker)


def _shows_marker(graph: VaultGraph, note: Note) -> bool:
    """Whether settings of the vault, or cards of *note*, show how a card is marked."""
    return graph.vault.card_finder.settings.found or any(card.goes_to_anki for card in note.cards)


def _line_above(text: str, start: int) -> str:
    """What is before the ID at *start* on its line; the line above if nothing is."""
    end = start - len("<!--ID: ")
    end -= text[end - 1 : end] == "\n"
    return text[text.rfind("\n", 0, end) + 1 : end]


def _is_text(line: str) -> bool:
    """Whether *line* may be the last one of an answer."""
    return bool(_TAG.sub("", line).strip(" -*_")) and not line.startswith(("<!--", "# ", "##"))
