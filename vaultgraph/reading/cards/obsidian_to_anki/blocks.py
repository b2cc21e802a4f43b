"""Cards between the words START and END, or on one line between STARTI and ENDI.

START                                   STARTI [Basic] Question Back: Answer ENDI
Basic
Question, without a name
Back: Answer
<!--ID: 1741950000001-->
END
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import Found, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import IN_BLOCK, IN_LINE, LINE_ENDS
from vaultgraph.reading.cards.obsidian_to_anki.settings import Words

__all__ = ["fields_of_lines", "find_blocks", "find_inline"]

_LINE_END = lazy_re(f"[{LINE_ENDS}]")
_TYPE = lazy_re(r"\[(.*?)\]")
_DEFAULT_FIELDS = ("Front", "Back")


def find_blocks(text: str, words: Words, fields: Mapping[str, Sequence[str]]) -> list[Found]:
    """Return the cards of *text* between lines of the *words* START and END, in order.

    The note type of a card without lines is empty.  Note types are not checked.
    """
    # With a newline above the first line, a plain search finds START there too, and END only below
    # it: the plugin's `^START\n([\s\S]*?\n)END` needs two newlines between them.
    source = f"\n{text}"
    opening, closing = f"\n{words.begin_note}\n", f"\n{words.end_note}"
    found = []
    start = source.find(opening)
    while start >= 0:
        end = source.find(closing, start + len(opening))
        if end < 0:
            break
        after = end + len(closing)
        span, inner = (start, after - 1), (start + len(opening) - 1, end - 1)
        found.append(_block(text, span, inner, fields))
        start = source.find(opening, after)
    return found


def _block(
    text: str, span: tuple[int, int], inner: tuple[int, int], fields: Mapping[str, Sequence[str]]
) -> Found:
    """Return the card of *text* in *span*, whose lines are in *inner*."""
    start, end = inner
    inside = text[start:end].strip()
    number, id_start = 0, end
    tags: tuple[str, ...] = ()
    above, _, last = inside.rpartition("\n")
    # The ID, then the tags: the order of the constructor in the plugin's `note.ts`, which takes
    # each from what is then the last line.
    if "ID: " in last and (identity := IN_BLOCK.search(last)):
        digits = identity[1]
        number, id_start = card_id(digits), text.rfind(digits, start, end)
        inside = above
        above, _, last = above.rpartition("\n")
    if last.startswith("Tags: "):
        inside, tags = above, tuple(last[len("Tags: ") :].split())
    kind = inside.partition("\n")[0]
    texts = fields_of_lines(inside[len(kind) :], fields.get(kind, ()))
    return Found(texts[0], texts[1], *span, number, id_start, kind, tags, texts[2:])


def fields_of_lines(lines: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the text of each field of *names*, or of the usual two; at least two texts.

    Text after `Name:` at the start of a line belongs to that field; text above belongs to the first
    field.
    """
    names, opening = _openings(tuple(names))
    opened = opening.split(lines)
    texts = {names[0]: opened[:1]}
    for index in range(1, len(opened), 2):
        texts.setdefault(opened[index], []).append(opened[index + 1])
    fields = ["\n".join(texts[name]).strip() if name in texts else "" for name in names]
    return (*fields, "") if len(fields) == 1 else tuple(fields)


@cache
def _openings(names: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the unique *names*, or the usual two, and the pattern that opens one of them."""
    fields = tuple(dict.fromkeys(names)) or _DEFAULT_FIELDS
    return fields, re.compile(rf"\n({'|'.join(map(re.escape, fields))}):")


def find_inline(text: str, words: Words, fields: Mapping[str, Sequence[str]]) -> list[Found]:
    """Return the cards of *text* on one line between the *words* STARTI and ENDI, in order.

    The note type of a card that names none is empty.  Note types are not checked.
    """
    found = []
    line_end = -1
    start = text.find(words.begin_inline)
    while start >= 0:
        inner = start + len(words.begin_inline)
        # Once a line, as it may hold thousands of cards.
        line_end = line_end if line_end >= inner else _line_end(text, inner)
        end = text.find(words.end_inline, inner, line_end)
        if end >= 0:
            found.append(_inline(text, (start, end + len(words.end_inline)), (inner, end), fields))
        start = text.find(words.begin_inline, end if end >= 0 else line_end)
    return found


def _line_end(text: str, place: int) -> int:
    found = _LINE_END.search(text, place)
    return found.start() if found else len(text)


def _inline(
    text: str, span: tuple[int, int], inner: tuple[int, int], fields: Mapping[str, Sequence[str]]
) -> Found:
    """Return the card of *text* in *span*, whose words are in *inner*."""
    start, end = inner
    inside = text[start:end].strip()
    number, id_start = 0, end
    if "ID: " in inside and (identity := IN_LINE.search(text, start, end)):
        number, id_start = card_id(identity[1]), identity.start(1)
        # What follows the ID is lost, even fields (`getIdentifier` of `InlineNote`).
        inside = text[start : identity.start()].strip()
    inside, _, tagged = inside.partition("Tags: ")
    kind = _TYPE.search(inside)
    name = kind[1] if kind else ""
    # Only spaces separate words in the plugin; after a tab, `Back:` is text.
    words = inside[kind.end() if kind else 0 :].strip().split(" ")
    front, back, *more = _fields_of_words(words, fields.get(name, ()))
    return Found(front, back, *span, number, id_start, name, tuple(tagged.split()), tuple(more))


def _fields_of_words(words: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Return the text of each field of *names*, or of the usual two; `Name:` opens a field."""
    names = names or _DEFAULT_FIELDS
    texts: dict[str, list[str]] = {name: [] for name in names}
    opens = {f"{name}:": name for name in names}
    current = names[0]
    for word in words:
        if word in opens:
            current = opens[word]
        else:
            texts[current].append(word)
    return _stripped(names, texts, " ")


def _stripped(
    names: Sequence[str], texts: Mapping[str, Sequence[str]], joint: str
) -> tuple[str, ...]:
    fields = [joint.join(texts.get(name, ())).strip() for name in dict.fromkeys(names)]
    return (*fields, "") if len(fields) == 1 else tuple(fields)
