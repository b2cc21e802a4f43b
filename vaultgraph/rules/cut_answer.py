"""The rule `cut-answer`."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import DELIMITED_STYLES, Card, Finding, Note, Severity
from vaultgraph.reading import span_texts, spans
from vaultgraph.rules import rule

_FENCE = lazy_re(r"`{3,}|~{3,}")
_DEEP = " " * 40
"""The indent of a line in each list that is open above it."""
_ITEM = lazy_re(r"(?P<indent>[ \t]*)(?:(?P<number>\d{1,15})[.)]|[-*+])[ \t]+\S")
_EMPTY_LINES = lazy_re(r"\n(?:[ \t]*(?:\n|\Z))+")
_ID_OR_SCHEDULE = lazy_re(r"\n<!--[ \t]*(?:ID|SR)\b", re.IGNORECASE)
"""Worth more than the answer: it stays where it is."""
_MATH = "$$"
_IN_CODE = say("in the code")
_IN_FORMULA = say("in the formula")
_IN_LIST = say("in the list")


@rule(
    Severity.WARNING,
    plural("{count:,} answer cut short", "{count:,} answers cut short"),
    on="card",
)
def cut_answer(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """An empty line cuts the answer of a flashcard short.

    An answer ends at the first empty line, even within code, a formula or a list.  What follows
    never reaches Anki, and the ID is written into the middle of the answer.

    Bad::

        -- Heat.md --
        How is heat computed? #flashcard
        ```python
        heat = mass * capacity

        heat *= difference
        ```

    Good::

        -- Heat.md --
        How is heat computed? #flashcard
        ```python
        heat = mass * capacity
        heat *= difference
        ```

    When it is wrong to worry: code or a formula that the question opens and the answer closes is
    complete.  One that is never closed is not cut, whatever else may be wrong with it: only what is
    closed below the empty line, above the next card, is reported.

    Fine::

        -- Heat.md --
        $$
        What is q? #flashcard
        q = m c
        $$
        <!--ID: 1700000000001-->

        More text.

    Fine::

        -- Heat.md --
        How is heat computed? #flashcard
        ```python
        heat = mass * capacity

        ## More

        ```
        flow(heat)
        ```
    """
    if card.style in DELIMITED_STYLES:
        return
    opened = _open_fence(f"{card.question}\n{card.answer}")
    if not (opened or _MATH in card.answer or _MATH in card.question or _last_item(card)):
        return
    text = graph.vault.text(note.path)
    is_comment = not card.id and text.startswith("\n<!--", card.end)
    if not (is_comment or _EMPTY_LINES.match(text, card.end)):
        return
    if is_comment and _ID_OR_SCHEDULE.match(text, card.end):
        return
    if where := _where_cut(note, card, opened, text):
        last = graph.vault.line(note.path, card.id_start)
        yield _finding(note, card, where, last, is_comment=is_comment)


def _finding(note: Note, card: Card, where: str, last: int, *, is_comment: bool) -> Finding:
    """The finding about *card*, whose ID or last line is on the line *last*."""
    span = card.span(note.path)
    if is_comment:
        # Only a comment at the start of a line ends an answer.
        return Finding(
            span,
            say("a comment {where} cuts the answer short", where=where),
            say(
                "put a space before the comments {where}, from line {line} on",
                where=where,
                line=last + 1,
            ),
        )
    message = say("an empty line {where} cuts the answer short", where=where)
    if card.id:
        hint = say(
            "delete the empty lines {where}, and move the ID on line {line} below it",
            where=where,
            line=last,
        )
    else:
        hint = say(
            "delete the empty lines {where}, from line {line} on", where=where, line=last + 1
        )
    return Finding(span, message, hint)


def _where_cut(note: Note, card: Card, opened: str, text: str) -> str:
    """In what the answer is cut off; empty if it ends between two things.

    The code that is *opened*, or a formula, must be closed before the next card.
    """
    following = bisect_right(note.cards, card.start, key=attrgetter("start"))
    end = note.cards[following].start if following < len(note.cards) else len(text)
    rest = text[card.end : end]
    if opened:
        return _IN_CODE if _closes(rest, opened) else ""
    if _open_math(f"{card.question}\n{card.answer}"):
        return _IN_FORMULA if _open_math(rest) else ""
    last = _last_item(card)
    return _IN_LIST if last and _goes_on(note, card, last, text) else ""


def _open_fence(text: str) -> str:
    """The characters of the fence that is open at the end of *text*; empty if none is.

    It is if one more line would be code, in the same quote or list item as the last one.
    """
    if "```" not in text and "~~~" not in text:
        return ""
    lead = text[text.rfind("\n") + 1 :]
    lead = lead[: len(lead) - len(lead.lstrip(" \t>"))]
    longer = f"{text}\n{lead}{_DEEP}more"
    last = spans(longer)[-1]
    marks = _FENCE.match(longer, last.start) if last.kind == "code" else None
    return marks[0] if marks else ""


def _closes(rest: str, opened: str) -> bool:
    """Whether the first fence of *rest* that can closes the one *opened*; others are pairs."""
    lines = rest.split("\n")
    for number, line in enumerate(lines):
        fence = line.strip(" \t>")
        if fence.startswith(opened):
            is_bare = not fence.strip(opened[0])
            return is_bare and not _open_fence("\n".join(lines[number + 1 :]))
    return False


def _open_math(text: str) -> bool:
    """Whether a formula is open at the end of *text*: so far its delimiter is plain text."""
    found = span_texts(text) if _MATH in text else ()
    return sum(written.count(_MATH) for kind, written in found if kind == "text") % 2 == 1


def _last_item(card: Card) -> re.Match[str] | None:
    return _ITEM.match(card.answer.rpartition("\n")[2])


def _goes_on(note: Note, card: Card, last: re.Match[str], text: str) -> bool:
    """Whether the item below *card* continues that of *last*: by its number, or its indent."""
    gap = _EMPTY_LINES.match(text, card.end)
    item = _ITEM.match(text, gap.end()) if gap else None
    if not gap or not item or note.card_at(item.end() - 1):
        return False
    if last["number"] and item["number"]:
        return int(item["number"]) == int(last["number"]) + 1
    return len(item["indent"]) > len(last["indent"])
