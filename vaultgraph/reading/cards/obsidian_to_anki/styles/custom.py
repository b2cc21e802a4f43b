"""Cards found by a regular expression of the user's own.

The plugin reads it as JavaScript does, with the flags `gm`.  The package `regex` is used for its
time limit: a careless pattern may take years on a long note.
"""

import re
from collections.abc import Iterator
from time import monotonic

import regex

from vaultgraph.reading.cards.obsidian_to_anki.found import LINE_ENDS, Found, Suffix, card_id

__all__ = ["Custom", "JavaScriptError"]

_SECONDS = 5.0
_TAGS = rf"(?P<vg_tags>Tags: [^{LINE_ENDS}]*)"
_ID = rf"\n?(?:<!--)?(?:ID: (?P<vg_id>[0-9]+)[^{LINE_ENDS}]*)"
_PIECES = re.compile(
    r"\\.|\[(?P<inside>\^?(?:\\.|[^\]\\])*)\]|\(\?<(?![=!])|\{(?!\d+(?:,\d*)?\})|[.^$]", re.DOTALL
)
_PARAGRAPH = r"((?:[^\n][\n]?)+)"
_NO_NEWLINE = re.compile(r"[^\n]")
_ESCAPE = re.compile(r"\\.", re.DOTALL)
_CLASSES = {r"\d": "0-9", r"\w": "A-Za-z0-9_", r"\s": r"\s\ufeff"}
_IN_PYTHON = {
    ".": rf"[^{LINE_ENDS}]",
    "^": rf"(?<![^{LINE_ENDS}])",
    "$": rf"(?![^{LINE_ENDS}])",
    "(?<": "(?P<",
    "{": r"\{",
    **{escape: f"[{inside}]" for escape, inside in _CLASSES.items()},
    **{escape.upper(): f"[^{inside}]" for escape, inside in _CLASSES.items()},
}


class JavaScriptError(ValueError):
    """The expression is none that can be read here."""


class Custom:
    """The style of the regular expression *pattern*; raises JavaScriptError if it is none.

    It has a few seconds for all notes together, and then finds nothing more: `is_too_slow`.
    """

    marker = ""
    name = "custom"

    def __init__(self, pattern: str) -> None:
        self._seconds_left = _SECONDS
        self.is_too_slow = False
        self._begins_with_paragraph = pattern.startswith(_PARAGRAPH)
        source = _PIECES.sub(_in_python, pattern)
        self._patterns = {}
        try:
            regex.compile(source)
            for tags in (True, False):
                for number in (True, False):
                    suffix = (_TAGS if tags else "") + (_ID if number else "")
                    compiled = regex.compile(source + suffix)
                    self._patterns[Suffix(tags, number)] = compiled
        except regex.error as error:
            raise JavaScriptError(str(error)) from error
        self.groups: int = self._patterns[Suffix(tags=False, id=False)].groups

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        if self.is_too_slow:
            return
        start = monotonic()
        try:
            found = [_found(match, suffix) for match in self._matches(text, suffix)]
        except TimeoutError:
            self.is_too_slow = True
            return
        self._seconds_left -= monotonic() - start
        yield from found

    def _matches(self, text: str, suffix: Suffix) -> Iterator["regex.Match[str]"]:
        pattern, limit = self._patterns[suffix], self._seconds_left
        if not self._begins_with_paragraph:
            yield from pattern.finditer(text, timeout=limit)
            return
        # What does not match from the start of a paragraph matches from nowhere in it.
        paragraph = _NO_NEWLINE.search(text)
        while paragraph:
            match = pattern.match(text, paragraph.start(), timeout=limit)
            if match:
                yield match
            below = match.end() if match else text.find("\n\n", paragraph.start())
            paragraph = _NO_NEWLINE.search(text, below) if below >= 0 else None


def _in_python(piece: re.Match[str]) -> str:
    """What *piece* of an expression of JavaScript is for the package `regex`."""
    if piece["inside"] is None:
        return _IN_PYTHON.get(piece[0], piece[0])
    inside = _ESCAPE.sub(lambda escape: _CLASSES.get(escape[0], escape[0]), piece["inside"])
    return f"[{inside}]"


def _found(match: "regex.Match[str]", suffix: Suffix) -> Found:
    count = len(match.groups()) - suffix.tags - suffix.id
    fields = [(match.group(number) or "").strip() for number in range(1, count + 1)]
    number = match.group("vg_id") if suffix.id else ""
    tags = tuple(match.group("vg_tags")[len("Tags: ") :].split()) if suffix.tags else ()
    question, answer, *more = (*fields, "", "")[: max(2, count)]
    return Found(
        question,
        answer,
        match.start(),
        match.end(),
        card_id(number) if number else 0,
        match.start("vg_id") if number else match.end(),
        "",
        tags,
        tuple(more),
    )
