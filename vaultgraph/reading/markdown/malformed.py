"""Find what was meant as a link, but has wrong brackets.

Brackets are ordinary characters in prose, so each form needs evidence: its brackets have no
partner in their block, and what it names is a web address or, as the rule has to check, a file.

There are few suspects, and most are recognized by a character or two.  For them, compiling a
dozen regular expressions would take longer than reading ten notes.
"""

from collections.abc import Callable, Iterator, Mapping

from vaultgraph.model import MarkupFault, path_of
from vaultgraph.reading.markdown.inline import LINE_LEAD, Inline, is_indexed
from vaultgraph.reading.markdown.links import markdown_target, wikilink_target
from vaultgraph.reading.markdown.tables import with_escaped_bars

__all__ = ["find_malformed"]

_MAX_LENGTH = 400
_MAX_EXTENSION_LENGTH = 10
_MAX_NUMBER_LENGTH = 4
_SCHEMES = ("http://", "https://", "ftp://", "file://", "www.")
_PUNCTUATION = ".,;:!?"
_CONTINUATIONS = (")", '"', "'", "(")


def find_malformed(inline: Inline) -> Iterator[MarkupFault]:
    """Yield the malformed links among the suspects of *inline*."""
    for kind, start, end in inline.suspects:
        if find := _FINDERS.get(kind):
            yield from find(inline, start, end)


def _find_half_closed(inline: Inline, start: int, _: int) -> Iterator[MarkupFault]:
    """Find `[[Note]`, and `[[text](note.md)`, whose first bracket has no partner."""
    text, inner = inline.text, start + 2
    line = _rest_of_line(text, inner)
    inside, bracket, _rest = line.partition("]")
    if "[" in inside or is_indexed(text, start) or "\\]" in line:
        return
    if not bracket:
        yield from _wikilink_fault(text, "half-closed", start, inner + len(inside.rstrip()))
        return
    close = inner + len(inside)
    follows = text[close + 1 : close + 2]
    if follows == "(":
        end = _destination_end(text, close + 1)
        if end >= 0 and _has_letter(inside) and inside[0] != "^":
            address = text[close + 2 : end]
            yield from _fault(text, "extra-bracket", (start, end + 1), inside, address)
    elif follows not in {"[", "]"}:
        yield from _wikilink_fault(text, "half-closed", start, close + 1)


def _find_half_opened(inline: Inline, _: int, end: int) -> Iterator[MarkupFault]:
    """Find `[Note]]`, whose last bracket has no partner."""
    text = inline.text
    line = text[max(0, end - _MAX_LENGTH) : end].rpartition("\n")[2]
    before, bracket, inside = line.rpartition("[")
    start = end - len(inside) - 1
    is_single = bracket and inside.count("]") == len("]]") and text[end : end + 1] not in {"]", "("}
    if is_single and "\\[" not in before and not is_indexed(text, start):
        yield from _wikilink_fault(text, "half-opened", start, end)


def _find_swapped(inline: Inline, start: int, _: int) -> Iterator[MarkupFault]:
    """Find `(text)[note.md]`."""
    text = inline.text
    address, bracket, rest = _rest_of_line(text, start + 1).partition("]")
    if (
        not bracket
        or "." not in address
        or not _is_one_word(address)
        or rest[:1] in {"[", "(", ":"}
    ):
        return
    line = text[max(0, start - _MAX_LENGTH) : start - 1].rpartition("\n")[2]
    _before, parenthesis, shown = line.rpartition("(")
    opening = start - len(shown) - 2
    is_text = parenthesis and shown.strip() and not any(mark in shown for mark in ")[]")
    if is_text and not is_indexed(text, opening) and not _is_label(inline, address):
        span = opening, start + len(address) + 2
        yield from _fault(text, "swapped", span, shown, address)


def _find_apart(inline: Inline, start: int, end: int) -> Iterator[MarkupFault]:
    """Find `[text] (note.md)`, and `[text](note.md` without an end."""
    text, shown = inline.text, inline.text[start + 1 : end - 1]
    opening = end + (text[end] == " ")
    word = _rest_of_line(text, opening + 1).partition(" ")[0].partition("\t")[0]
    if "." not in word or len(shown) > _MAX_LENGTH or is_indexed(text, start):
        return
    # A word in capitals is rather a mark, such as [WIP] or [PDF].
    is_text = len(shown) > 1 and shown[0] not in "^!@" and not shown.isupper()
    if not is_text or any(mark in shown for mark in "[]\n") or not _has_letter(shown):
        return
    if _is_label(inline, shown):
        return
    if opening == end:
        if address := _without_end(text, end + 1, word):
            span = start, end + 1 + len(address)
            yield from _fault(text, "unended", span, shown, address)
    else:
        last = _destination_end(text, opening)
        if last >= 0 and not text[last + 1 : last + 2].isalnum():
            yield from _fault(text, "apart", (start, last + 1), shown, text[opening + 1 : last])


def _without_end(text: str, start: int, word: str) -> str:
    """Return the address that begins *word* at *start*, if only its parenthesis is missing.

    It is the last word of its line, and not continued below, or has parentheses of its own.
    """
    address = word.rstrip(_PUNCTUATION)
    if address.count("(") != address.count(")") or not _is_one_word(address):
        return ""
    if address.endswith(")"):
        return address
    line_end = text.find("\n", start)
    line_end = line_end if line_end >= 0 else len(text)
    if text[start + len(word) : line_end].strip():
        return ""
    below = text[line_end : line_end + _MAX_LENGTH].lstrip()
    return "" if below.startswith(_CONTINUATIONS) else address


def _find_nested(inline: Inline, start: int, close: int) -> Iterator[MarkupFault]:
    """Find `[text]([[Note]])`."""
    text, shown = inline.text, inline.text[start + 1 : close].strip()
    inside, parenthesis, _rest = _rest_of_line(text, close + 2).partition(")")
    link = inside.strip()
    is_link = parenthesis and link.startswith("[[") and link.endswith("]]")
    if (
        not is_link
        or not shown
        or len(shown) > _MAX_LENGTH
        or any(mark in shown for mark in "[]|\n")
    ):
        return
    line = text[max(0, start - _MAX_LENGTH) : start].rpartition("\n")[2]
    is_task = len(shown) == 1 and line.strip() and not line.strip(LINE_LEAD)
    target = wikilink_target(link[2:-2])
    if not is_task and path_of(target):
        meant = f"[[{target}|{shown}]]"
        if inline.extents.is_in_table(start):
            meant = with_escaped_bars(meant)
        end = close + len(inside) + 3
        yield MarkupFault("nested", meant, start - 1, end - 1, target)


def _find_addressed(inline: Inline, start: int, end: int) -> Iterator[MarkupFault]:
    """Find `[[Note]](note.md)`."""
    text = inline.text
    target = wikilink_target(text[start:end].removeprefix("!")[2:-2])
    path = path_of(target)
    if not _is_name(path) or ":" in path:  # the latter is an address itself
        return
    last = _destination_end(text, end)
    address = text[end + 1 : last] if last >= 0 else ""
    if _is_web(address) or address.endswith(".md"):
        yield MarkupFault("addressed", address, start - 1, last, target)


def _fault(
    text: str, kind: str, span: tuple[int, int], shown: str, address: str
) -> Iterator[MarkupFault]:
    """Yield that `[shown](address)` was meant at *span*, if *address* may lead somewhere."""
    start, end = _with_mark(text, span[0]), span[1]
    is_web = _is_web(address)
    target = "" if is_web else markdown_target(address)
    if is_web or _has_extension(path_of(target)) or (target and kind == "extra-bracket"):
        link = f"{text[start : span[0]]}[{shown}]({address})"
        yield MarkupFault(kind, link, start - 1, end - 1, target, is_web)


def _wikilink_fault(text: str, kind: str, start: int, end: int) -> Iterator[MarkupFault]:
    """Yield that a link to the note in the brackets from *start* to *end* was meant."""
    inside = text[start:end].strip("[]").strip()
    target = wikilink_target(inside)
    path = path_of(target)
    if _is_name(path) and path[0] != "^" and len(inside) <= _MAX_LENGTH:
        first = _with_mark(text, start)
        mark = text[first:start]
        is_sure = kind == "half-closed" and bool(mark) and _has_extension(path)
        yield MarkupFault(kind, f"{mark}[[{inside}]]", first - 1, end - 1, target, is_sure)


def _rest_of_line(text: str, start: int) -> str:
    """Return the line of *text* from *start* on, up to what may be part of a link."""
    return text[start : start + _MAX_LENGTH].partition("\n")[0]


def _destination_end(text: str, start: int) -> int:
    """Return the offset of the partner of the parenthesis at *start*; -1 if more than a word."""
    depth = 0
    for offset in range(start, min(start + _MAX_LENGTH, len(text))):
        mark = text[offset]
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if not depth:
                return offset
        elif mark in "[]<>" or mark.isspace():
            return -1
    return -1


def _with_mark(text: str, start: int) -> int:
    """Return *start*, or the offset of the `!` of an embed before it."""
    return start - (text[start - 1] == "!")


def _is_label(inline: Inline, label: str) -> bool:
    """Return whether `[label]` is a link by itself, because it has a definition."""
    return bool(inline.definitions) and " ".join(label.split()).lower() in inline.definitions


def _is_one_word(address: str) -> bool:
    return len(address.split()) == 1 and not any(mark in address for mark in "[]<>")


def _is_web(address: str) -> bool:
    return address.lower().startswith(_SCHEMES)


def _has_extension(path: str) -> bool:
    extension = path.rpartition(".")[2] if "." in path else ""
    is_short = 0 < len(extension) <= _MAX_EXTENSION_LENGTH
    return is_short and extension[0].isalpha() and extension.isalnum()


def _is_name(path: str) -> bool:
    """Return whether *path* is rather the name of a file than a number of a reference."""
    is_number = path.isdecimal() and len(path) <= _MAX_NUMBER_LENGTH
    return len(path) > 1 and not is_number


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


_FINDERS: Mapping[str, Callable[[Inline, int, int], Iterator[MarkupFault]]] = {
    "open": _find_half_closed,
    "close": _find_half_opened,
    "swapped": _find_swapped,
    "apart": _find_apart,
    "nested": _find_nested,
    "addressed": _find_addressed,
}
