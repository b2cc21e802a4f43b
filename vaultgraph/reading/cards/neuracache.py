"""Cards in the style of Neuracache: a question that ends in ` #flashcard`, and its answer.

- The marker has a blank before it and at most one behind it, then the line ends.
- The question is all of the paragraph before the marker.  The last marker of a paragraph wins.
- The answer begins on the next line that is not empty.  It ends before an empty line, before a
  line that begins with `<!--`, or at the end of the note.
- An ID belongs to the card if it follows directly, on the same line or the next: `<!--ID: 123-->`
  or `ID: 123`.

This is what the plugin's regular expression for this style does, but in linear time.
"""

import re
from collections.abc import Iterator

from vaultgraph.reading.cards.found import Found

__all__ = ["MARKER", "NAME", "find"]

NAME = "neuracache"
MARKER = " #flashcard"

_END_OF_QUESTION = re.compile(r" #flashcard ?(?=\n+(?!<!--)[^\n])")
_ANSWER = re.compile(r"\n+((?!<!--)[^\n]+(?:\n(?!<!--)[^\n]+)*)")
_ID = re.compile(r"\n?(?:<!--)?ID: (\d+).*")


def find(text: str) -> Iterator[Found]:
    """Yield the cards of *text*, in order."""
    free = 0
    for marker in _last_of_each_paragraph(text):
        if marker.start() < free:
            continue
        paragraph = text.rfind("\n\n", free, marker.start())
        start = free if paragraph < 0 else paragraph + 2
        question = text[start : marker.start()]
        answer = _ANSWER.match(text, marker.end())
        if not question.strip("\n") or not answer:
            continue
        start += len(question) - len(question.lstrip("\n"))
        end = answer.end()
        identity = _ID.match(text, end) or _last_id_within(text, answer.start(1) + 1, end)
        if identity:
            end, free = min(end, identity.start()), identity.end()
            number, id_start = int(identity[1]), identity.start(1)
        else:
            free, number, id_start = end, 0, end
        back = text[answer.start(1) : end].strip()
        yield Found(question.strip(), back, start, free, number, id_start, "Basic")


def _last_of_each_paragraph(text: str) -> Iterator[re.Match[str]]:
    waiting = None
    for marker in _END_OF_QUESTION.finditer(text):
        if waiting and text.find("\n\n", waiting.end(), marker.start()) >= 0:
            yield waiting
        waiting = marker
    if waiting:
        yield waiting


def _last_id_within(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last ID that an answer holds, which the plugin takes for that of the card."""
    identity = None
    for identity in _ID.finditer(text, start, end):  # noqa: B007
        pass
    return identity
