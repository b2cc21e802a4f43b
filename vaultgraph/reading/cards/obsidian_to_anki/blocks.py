"""Cards between the words START and END, or on one line between STARTI and ENDI.

START                                   STARTI [Basic] Question Back: Answer ENDI
Basic
Question, without a name
Back: Answer
<!--ID: 1741950000001-->
END
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from vaultgraph.reading.cards.obsidian_to_anki.found import Found, card_id
from vaultgraph.reading.cards.obsidian_to_anki.settings import Words

__all__ = ["find_blocks", "find_inline"]

_ID = re.compile(r"(?:<!--)?ID: (\d+)")
_INLINE_ID = re.compile(r"(?:<!--)?ID: (\d+)(?:-->)?")
_TYPE = re.compile(r"\[(.*?)\]")


def find_blocks(text: str, words: Words, fields: Mapping[str, Sequence[str]]) -> Iterator[Found]:
    """Yield the cards of *text* between lines of the *words* START and END."""
    opening = re.compile(rf"(?:\A|\n){re.escape(words.begin_note)}\n")
    closing = f"\n{words.end_note}"
    position = 0
    while opened := opening.search(text, position):
        end = text.find(closing, opened.end() - 1)
        if end < 0:
            return
        position = end + len(closing)
        start = opened.start() + (text[opened.start()] == "\n")
        card = _block(text, start, opened.end(), end, fields)
        if card:
            yield card._replace(end=position)


def _block(
    text: str, start: int, inner_start: int, inner_end: int, fields: Mapping[str, Sequence[str]]
) -> Found | None:
    lines = text[inner_start:inner_end].strip().split("\n")
    identity = _ID.search(lines[-1])
    if identity:
        lines.pop()
    tags: tuple[str, ...] = ()
    if lines and lines[-1].startswith("Tags: "):
        tags = tuple(lines.pop()[len("Tags: ") :].split())
    if not lines:
        return None
    front, back = _fields(lines[1:], fields.get(lines[0], ()), "\n")
    number = card_id(identity[1]) if identity else 0
    id_start = text.rfind(identity[1], inner_start, inner_end) if identity else inner_end
    return Found(front, back, start, inner_end, number, id_start, lines[0], tags)


def find_inline(text: str, words: Words, fields: Mapping[str, Sequence[str]]) -> Iterator[Found]:
    """Yield the cards of *text* that stand on one line between the *words* STARTI and ENDI.

    The note type of one that names none is empty; nor need there be such a type.
    """
    position = text.find(words.begin_inline)
    while position >= 0:
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        inner = position + len(words.begin_inline)
        end = text.find(words.end_inline, inner, line_end)
        if end >= 0:
            card = _inline(text, position, inner, end, fields)
            yield card._replace(end=end + len(words.end_inline))
        position = text.find(words.begin_inline, end if end >= 0 else line_end)


def _inline(
    text: str, start: int, inner_start: int, inner_end: int, fields: Mapping[str, Sequence[str]]
) -> Found:
    inside = text[inner_start:inner_end].strip()
    identity = _INLINE_ID.search(inside)
    if identity:
        inside = inside[: identity.start()].strip()
    inside, _, tagged = inside.partition("Tags: ")
    kind = _TYPE.search(inside)
    name = kind[1] if kind else ""
    words = inside[kind.end() if kind else 0 :].strip().split(" ")
    front, back = _fields(words, fields.get(name, ()), " ")
    number = card_id(identity[1]) if identity else 0
    id_start = text.find(identity[1], inner_start) if identity else inner_end
    tags = tuple(tagged.split())
    return Found(front, back, start, inner_end, number, id_start, name, tags)


def _fields(parts: Sequence[str], names: Sequence[str], joint: str) -> tuple[str, str]:
    """The first field and all others; a part that begins with `Name:` opens that field."""
    names = list(names) or ["Front", "Back"]
    texts: dict[str, list[str]] = {name: [] for name in names}
    current = names[0]
    for part in parts:
        rest = part
        for name in names:
            if part.startswith(name + ":"):
                current, rest = name, part[len(name) + 1 :]
        texts[current].append(rest)
    filled = [joint.join(lines).strip() for lines in texts.values()]
    return filled[0], "\n".join(text for text in filled[1:] if text)
