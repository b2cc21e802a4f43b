"""Normalize texts for comparison, ignoring markup, case and punctuation."""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.markdown.embeds import without_embeds
from vaultgraph.reading.markdown.spans import span_texts

__all__ = [
    "NormalizedLines",
    "NormalizedText",
    "normalize_lines",
    "normalize_text",
    "sketch",
    "sketches",
]

_FENCES = ("```", "~~~")
_NUMBER = lazy_re(r"^\s*(?:\d+\s*[-.)]|[-*+])\s*")
_NON_WORD = lazy_re(r"[^\w\\^{}]+")

# For Latin-1: a translation table for the characters of words, and the characters to delete.  One
# placeholder replaces those that NFKC or case folding rewrites, such as ½ and ß.
_LATIN = [chr(code) for code in range(256)]
_REWRITTEN = "".join(
    c for c in _LATIN if c.isalnum() and normalize("NFKC", c).casefold() != c.lower()
)
_SIGN = b"\xb5"
_PLAIN = bytes(
    _SIGN[0] if c in _REWRITTEN else ord(c.lower()) if ord(c.lower()) < 256 else ord(c)
    for c in _LATIN
)
_NON_WORD_BYTES = bytes(ord(c) for c in _LATIN if not (c.isalnum() or c in r"_\^{}"))


class NormalizedText(NamedTuple):
    """A normalized text, the number of its `words`, and that of words outside math (`prose`)."""

    text: str
    words: int
    prose: int


def normalize_text(text: str) -> NormalizedText:
    """Return *text* without embeds, case and punctuation; math and code only lose whitespace.

    >>> normalize_text("![[gas.png]] **Heat** flows if $T_1 > T_2$.")
    NormalizedText(text='heat flows if $T_1>T_2$', words=5, prose=3)
    """
    text = without_embeds(text)
    if "$" not in text and "`" not in text and "~~~" not in text:
        words = _words(text)
        return NormalizedText(" ".join(words), len(words), len(words))
    pieces, count, prose = [], 0, 0
    for kind, written in span_texts(text):
        words = _words(written)
        count += len(words)
        prose += len(words) if kind != "math" else 0
        pieces += ["".join(written.split())] if kind in {"code", "math"} else words
    return NormalizedText(" ".join(pieces), count, prose)


class NormalizedLines(NamedTuple):
    """Normalized `lines` with their word counts, and the total of `words`, code included."""

    lines: Mapping[str, int]
    words: int


def normalize_lines(text: str) -> NormalizedLines:
    r"""Return the normalized lines of *text* without list markers; a formula is one line.

    Fenced code counts only in the number of words.

    >>> normalize_lines("1 - Heat flows.\n```\nflow(heat)\n```")
    NormalizedLines(lines={'heat flows': 2}, words=5)
    """
    pieces, in_code = [text], 0
    if _has_blocks(text):
        pieces.clear()
        for kind, written in span_texts(text):
            if kind == "code" and written.startswith(_FENCES):
                in_code += len(written.split())
            else:
                pieces.append(written.replace("\n", " ") if kind == "math" else written)
    texts = (normalize_text(_NUMBER.sub("", line)) for line in "".join(pieces).split("\n"))
    lines = {each.text: each.words for each in texts if each.text}
    return NormalizedLines(lines, sum(lines.values()) + in_code)


def sketch(text: str) -> bytes:
    """Return a cheap fingerprint of *text*: its normalized characters without whitespace.

    Texts with equal `normalize_text` have equal sketches, but not the reverse, so a sketch can only
    rule out comparisons.  For Latin-1 it takes less than a tenth of the time of `normalize_text`,
    for other texts slightly more than that.

    >>> sketch("![[gas.png]] **Heat** flows.") == sketch("heat: flows")
    True
    """
    text = without_embeds(text)
    try:
        plain = text.encode("latin-1").translate(_PLAIN, _NON_WORD_BYTES)
    except UnicodeEncodeError:
        plain = _SIGN
    return plain if _SIGN not in plain else _sketch_of(normalize_text(text).text)


def sketches(text: str) -> set[bytes]:
    """Return the sketches of the lines of *text*, split as `normalize_lines` does, if not empty."""
    if _has_blocks(text):
        lines = set(map(_sketch_of, normalize_lines(text).lines))
    else:
        lines = {sketch(_NUMBER.sub("", line)) for line in text.split("\n")}
    return lines - {b""}


def _has_blocks(text: str) -> bool:
    """Return whether code or a formula may span several lines of *text*."""
    return "$$" in text or "```" in text or "~~~" in text


def _sketch_of(normalized: str) -> bytes:
    """Return the sketch of a *normalized* text, which is the text itself if it is not Latin-1."""
    try:
        return normalized.lower().encode("latin-1").translate(_PLAIN, _NON_WORD_BYTES)
    except UnicodeEncodeError:
        return normalized.encode("utf-8", "surrogatepass")


def _words(text: str) -> list[str]:
    return _NON_WORD.sub(" ", normalize("NFKC", text).casefold()).split()
