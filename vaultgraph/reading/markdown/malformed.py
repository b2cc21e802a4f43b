"""Find what was meant as a link, but has wrong brackets.

Brackets are ordinary characters in prose, so each form needs evidence: its brackets have no
partner in their block, and what it names is a web address or, as the rule has to check, a file.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from vaultgraph.lazy import lazy_re
from vaultgraph.model import MarkupFault, path_of
from vaultgraph.reading.markdown.inline import Inline
from vaultgraph.reading.markdown.links import markdown_target, wikilink_target
from vaultgraph.reading.markdown.tables import with_escaped_bars

__all__ = ["find_malformed"]

_MAX_LENGTH = 200
_DESTINATION = r"(?P<address>[^\s()<>\[\]]+(?:\([^\s()<>\[\]]*\)[^\s()<>\[\]]*)*)"
_HALF_CLOSED = lazy_re(
    rf"\[\[(?P<inside>[^\[\]\n]{{1,{_MAX_LENGTH}}}?)"
    rf"(?:\](?:\({_DESTINATION}\)|(?![\[\](]))|[ \t]*(?=\n|\Z))"
)
_HALF_OPENED = lazy_re(rf"\[(?P<inside>[^\[\]\n]{{1,{_MAX_LENGTH}}})\]\](?![\[\](])")
_SWAPPED = lazy_re(rf"\((?P<shown>[^()\[\]\n]{{1,{_MAX_LENGTH}}})\)\[{_DESTINATION}\](?![\[(:])")
_APART = lazy_re(
    rf"\[(?P<shown>[^\[\]\n]{{2,{_MAX_LENGTH}}})\]"
    rf"(?:[ ]\({_DESTINATION}\)(?!\w)|(?P<unended>\())"
)
_UNENDED = lazy_re(rf"\({_DESTINATION}(?=[\s.,;:!?]*(?:\n(?![ \t]*[)\"'(])|\Z)|(?<=\))[\s.,;:!?])")
_NESTED = lazy_re(
    rf"\[(?P<shown>[^\[\]\n]{{1,{_MAX_LENGTH}}})\]\([ \t]*\[\[(?P<inside>[^\[\]\n]+)\]\][ \t]*\)"
)
_ADDRESSED = lazy_re(rf"\({_DESTINATION}\)")

_WEB = lazy_re(r"(?:https?|ftp|file)://[^\s/]|file:///|www\.\w", re.IGNORECASE)
_FILE = lazy_re(r"[^\n]*\.[A-Za-z]\w{0,9}\Z")
_LETTER = lazy_re(r"[^\W\d_]")
_NUMBER = lazy_re(r"\d{1,4}")
_TASK = lazy_re(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\Z")
_INDEXED = lazy_re(r"[A-Za-z0-9_)\]\[\\]")
"""What is before brackets in code, in an array, and after an escaped bracket."""


def find_malformed(inline: Inline) -> Iterator[MarkupFault]:
    """Yield the malformed links among the suspects of *inline*."""
    for kind, start, end in inline.suspects:
        yield from _FINDERS[kind](inline, start, end)


def _find_half_closed(inline: Inline, start: int, _: int) -> Iterator[MarkupFault]:
    """Find `[[Note]`, and `[[text](note.md)`, whose first bracket has no partner."""
    text = inline.text
    match = _HALF_CLOSED.match(text, start)
    if not match or _is_indexed(text, start) or _has_escape(text, match.end(), "\\]"):
        return
    inside, address = match["inside"], match["address"]
    if address:
        if _LETTER.search(inside) and inside[0] != "^":
            yield from _fault("extra-bracket", match, f"[{inside}]({address})", address)
    else:
        yield from _wikilink_fault("half-closed", match)


def _find_half_opened(inline: Inline, _: int, end: int) -> Iterator[MarkupFault]:
    """Find `[Note]]`, whose last bracket has no partner."""
    text = inline.text
    start = text.rfind("[", max(0, end - _MAX_LENGTH - 3), end)
    match = _HALF_OPENED.match(text, start) if start >= 0 else None
    if not match or match.end() != end or _is_indexed(text, start):
        return
    line = max(text.rfind("\n", 0, start), start - _MAX_LENGTH)
    if text.find("\\[", line, start) < 0:
        yield from _wikilink_fault("half-opened", match)


def _find_swapped(inline: Inline, start: int, _: int) -> Iterator[MarkupFault]:
    """Find `(text)[note.md]`."""
    text = inline.text
    opening = text.rfind("(", max(0, start - _MAX_LENGTH - 2), start)
    match = _SWAPPED.match(text, opening) if opening >= 0 else None
    if not match or match.end("shown") + 1 != start or _is_indexed(text, opening):
        return
    shown, address = match["shown"], match["address"]
    if shown.strip() and not _is_label(inline, address):
        yield from _fault("swapped", match, f"[{shown}]({address})", address)


def _find_apart(inline: Inline, start: int, end: int) -> Iterator[MarkupFault]:
    """Find `[text] (note.md)`, and `[text](note.md` without an end."""
    text = inline.text
    match = _APART.match(text, start)
    if not match or match.end("shown") + 1 != end or _is_indexed(text, start):
        return
    shown, kind = match["shown"], "apart"
    # A word in capitals is rather a mark, such as [WIP] or [PDF].
    if not _LETTER.search(shown) or shown.isupper() or shown[0] in "^!@":
        return
    if _is_label(inline, shown):
        return
    if match["unended"]:
        kind = "unended"
        unended = _UNENDED.match(text, end)
        if not unended:
            return
        address = unended["address"].rstrip(".,;:!?")
        last = unended.start("address") + len(address)
    else:
        address, last = match["address"], match.end()
    yield from _fault(kind, match, f"[{shown}]({address})", address, last)


def _find_nested(inline: Inline, start: int, _: int) -> Iterator[MarkupFault]:
    """Find `[text]([[Note]])`."""
    match = _NESTED.match(inline.text, start)
    if not match:
        return
    shown, target = match["shown"].strip(), wikilink_target(match["inside"])
    line = inline.text.rfind("\n", 0, start) + 1
    is_task = len(shown) < 2 and _TASK.match(inline.text, line, start)
    if shown and not is_task and "|" not in shown and path_of(target):
        link = f"[[{target}|{shown}]]"
        if inline.extents.is_in_table(start):
            link = with_escaped_bars(link)
        yield MarkupFault("nested", link, start - 1, match.end() - 1, target)


def _find_addressed(inline: Inline, start: int, end: int) -> Iterator[MarkupFault]:
    """Find `[[Note]](note.md)`."""
    match = _ADDRESSED.match(inline.text, end)
    if not match:
        return
    address = match["address"]
    target = wikilink_target(inline.text[start:end].removeprefix("!")[2:-2])
    path = path_of(target)
    if path and not _NUMBER.fullmatch(path) and (_WEB.match(address) or address.endswith(".md")):
        yield MarkupFault("addressed", address, start - 1, match.end() - 1, target)


def _fault(
    kind: str, match: re.Match[str], link: str, address: str, end: int = 0
) -> Iterator[MarkupFault]:
    """Yield that *link* was meant, if *address* may lead somewhere."""
    is_web = _WEB.match(address) is not None
    target = "" if is_web else markdown_target(address)
    if is_web or _FILE.match(path_of(target)) or (target and kind == "extra-bracket"):
        start = _with_mark(match)
        mark = match.string[start : match.start()]
        end = (end or match.end()) - 1
        yield MarkupFault(kind, mark + link, start - 1, end, target, is_web)


def _wikilink_fault(kind: str, match: re.Match[str]) -> Iterator[MarkupFault]:
    """Yield that a wikilink to what is `inside` the brackets of *match* was meant."""
    inside = match["inside"].strip()
    target = wikilink_target(inside)
    path = path_of(target)
    if len(path) < 2 or path[0] == "^" or _NUMBER.fullmatch(path):
        return
    start = _with_mark(match)
    mark = match.string[start : match.start()]
    is_sure = kind == "half-closed" and bool(mark) and _FILE.match(path) is not None
    yield MarkupFault(kind, f"{mark}[[{inside}]]", start - 1, match.end() - 1, target, is_sure)


def _with_mark(match: re.Match[str]) -> int:
    """Return the start of *match*, with the `!` of an embed."""
    return match.start() - (match.string[match.start() - 1] == "!")


def _is_indexed(text: str, start: int) -> bool:
    """Return whether the bracket at *start* follows what it may be part of."""
    return _INDEXED.match(text, start - 1) is not None


def _has_escape(text: str, start: int, escape: str) -> bool:
    """Return whether the line has *escape* soon after *start*: a bracket without a meaning."""
    end = text.find("\n", start, start + _MAX_LENGTH)
    return text.find(escape, start, end if end >= 0 else start + _MAX_LENGTH) >= 0


def _is_label(inline: Inline, label: str) -> bool:
    """Return whether `[label]` is a link by itself, because it has a definition."""
    return bool(inline.definitions) and " ".join(label.split()).lower() in inline.definitions


_FINDERS: Mapping[str, Callable[[Inline, int, int], Iterator[MarkupFault]]] = {
    "open": _find_half_closed,
    "close": _find_half_opened,
    "swapped": _find_swapped,
    "apart": _find_apart,
    "nested": _find_nested,
    "addressed": _find_addressed,
}
