"""Cards between the words START and END, or on one line between STARTI and ENDI.

START                                   STARTI [Basic] Question Back: Answer ENDI
Basic
Question, without a name
Back: Answer
<!--ID: 1741950000001-->
END
"""

from collections.abc import Iterator, Mapping, Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import Found, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import IN_BLOCK, IN_LINE
from vaultgraph.reading.cards.obsidian_to_anki.settings import Words

__all__ = ["fields_of_lines", "find_blocks", "find_inline"]

_TYPE = lazy_re(r"\[(.*?)\]")
_USUAL_FIELDS = ("Front", "Back")


def find_blocks(text: str, words: Words, fields: Mapping[str, Sequence[str]]) -> Iterator[Found]:
    """Yield the cards of *text* between lines of the *words* START and END.

    The note type of one without any line is empty; nor need there be such a type.
    """
    source = f"\n{text}"
    opening, closing = f"\n{words.begin_note}\n", f"\n{words.end_note}"
    start = source.find(opening)
    while start >= 0:
        inner = start + len(opening) - 1
        end = source.find(closing, inner + 1) - 1
        if end < 0:
            return
        yield _block(text, (start, end + len(closing)), (inner, end), fields)
        start = source.find(opening, end + 1 + len(closing))


def _block(
    text: str, span: tuple[int, int], inner: tuple[int, int], fields: Mapping[str, Sequence[str]]
) -> Found:
    """The card of *text* in *span*, whose lines are those in *inner*."""
    start, end = span
    lines = text[slice(*inner)].strip().split("\n")
    number, id_start = 0, inner[1]
    tags: tuple[str, ...] = ()
    if "ID: " in lines[-1] and (identity := IN_BLOCK.search(lines[-1])):
        number = card_id(identity[1])
        id_start = text.rfind(identity[1], *inner)
        lines.pop()
    if lines and lines[-1].startswith("Tags: "):
        tags = tuple(lines.pop()[len("Tags: ") :].split())
    kind = lines[0] if lines else ""
    front, back, *more = fields_of_lines(lines[1:], fields.get(kind, ()))
    return Found(front, back, start, end, number, id_start, kind, tags, tuple(more))


def fields_of_lines(lines: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The text of each field of *names*, or of the usual two; two at least.

    A line that begins with `Name:` opens that field; what is above belongs to the first.
    """
    names = names or _USUAL_FIELDS
    texts: dict[str, list[str]] = {name: [] for name in names}
    openings = tuple([f"{name}:" for name in names])
    current = texts[names[0]]
    for line in lines:
        if line.startswith(openings):
            opened = next(name for name in names if line.startswith(f"{name}:"))
            current = texts[opened]
            current.append(line[len(opened) + 1 :])
        else:
            current.append(line)
    return _stripped(texts, "\n")


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
    identity = IN_LINE.search(inside)
    if identity:
        inside = inside[: identity.start()].strip()
    inside, _, tagged = inside.partition("Tags: ")
    kind = _TYPE.search(inside)
    name = kind[1] if kind else ""
    words = inside[kind.end() if kind else 0 :].strip().split(" ")
    front, back, *more = _fields_of_words(words, fields.get(name, ()))
    number = card_id(identity[1]) if identity else 0
    id_start = text.find(identity[1], inner_start) if identity else inner_end
    tags = tuple(tagged.split())
    return Found(front, back, start, inner_end, number, id_start, name, tags, tuple(more))


def _fields_of_words(words: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """The text of each field of *names*, or of the usual two; a word `Name:` opens that field."""
    names = names or _USUAL_FIELDS
    texts: dict[str, list[str]] = {name: [] for name in names}
    opens = {f"{name}:": name for name in names}
    current = names[0]
    for word in words:
        if word in opens:
            current = opens[word]
        else:
            texts[current].append(word)
    return _stripped(texts, " ")


def _stripped(texts: Mapping[str, Sequence[str]], joint: str) -> tuple[str, ...]:
    fields = [joint.join(parts).strip() for parts in texts.values()]
    return (*fields, "") if len(fields) == 1 else tuple(fields)
