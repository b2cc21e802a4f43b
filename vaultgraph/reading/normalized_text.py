"""What a text says, whatever it looks like: for comparing one with another."""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.markdown.embeds import without_embeds
from vaultgraph.reading.markdown.spans import written_spans

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
_NO_WORD = lazy_re(r"[^\w\\^{}]+")

# Of Latin-1: what each character of a word becomes, and which are of none.  One sign is put for
# those that Unicode writes otherwise, such as ½ and ß.
_LATIN = [chr(code) for code in range(256)]
_REWRITTEN = "".join(
    c for c in _LATIN if c.isalnum() and normalize("NFKC", c).casefold() != c.lower()
)
_SIGN = b"\xb5"
_PLAIN = bytes(
    _SIGN[0] if c in _REWRITTEN else ord(c.lower()) if ord(c.lower()) < 256 else ord(c)
    for c in _LATIN
)
_OF_NO_WORD = bytes(ord(c) for c in _LATIN if not (c.isalnum() or c in r"_\^{}"))


class NormalizedText(NamedTuple):
    """What a text says; how many `words` there are, and how many of them outside formulas."""

    text: str
    words: int
    prose: int


def normalize_text(text: str) -> NormalizedText:
    """The *text* without embeds, case and punctuation; formulas and code as they are.

    >>> normalize_text("![[gas.png]] **Heat** flows if $T_1 > T_2$.")
    NormalizedText(text='heat flows if $T_1>T_2$', words=5, prose=3)
    """
    text = without_embeds(text)
    if "$" not in text and "`" not in text and "~~~" not in text:
        words = _words(text)
        return NormalizedText(" ".join(words), len(words), len(words))
    said, many, prose = [], 0, 0
    for kind, written in written_spans(text):
        words = _words(written)
        many += len(words)
        prose += len(words) if kind != "math" else 0
        said += ["".join(written.split())] if kind in {"code", "math"} else words
    return NormalizedText(" ".join(said), many, prose)


class NormalizedLines(NamedTuple):
    """What the lines of a text say, each with its words; and all `words`, those of code too."""

    lines: Mapping[str, int]
    words: int


def normalize_lines(text: str) -> NormalizedLines:
    r"""What the lines of *text* say, but for their numbers; those of a formula are one line.

    >>> normalize_lines("1 - Heat flows.\n```\nflow(heat)\n```")
    NormalizedLines(lines={'heat flows': 2}, words=5)
    """
    pieces, in_code = [text], 0
    if _has_blocks(text):
        pieces.clear()
        for kind, written in written_spans(text):
            if kind == "code" and written.startswith(_FENCES):
                in_code += len(written.split())
            else:
                pieces.append(written.replace("\n", " ") if kind == "math" else written)
    said = (normalize_text(_NUMBER.sub("", line)) for line in "".join(pieces).split("\n"))
    lines = {each.text: each.words for each in said if each.text}
    return NormalizedLines(lines, sum(lines.values()) + in_code)


def sketch(text: str) -> bytes:
    """What all texts of the same wording have in common: their characters, without blanks.

    Others may have it too, so it only tells what need not be compared.  Of a text in Latin-1 it
    takes less than a tenth of the time of `wording`, of others a little more than that does.

    >>> sketch("![[gas.png]] **Heat** flows.") == sketch("heat: flows")
    True
    """
    text = without_embeds(text)
    try:
        plain = text.encode("latin-1").translate(_PLAIN, _OF_NO_WORD)
    except UnicodeEncodeError:
        plain = _SIGN
    return plain if _SIGN not in plain else _sketch_of(normalize_text(text).text)


def sketches(text: str) -> set[bytes]:
    """The sketches of the lines of *text*, as `wordings` reads them, but of those with no word."""
    if _has_blocks(text):
        lines = set(map(_sketch_of, normalize_lines(text).lines))
    else:
        lines = {sketch(_NUMBER.sub("", line)) for line in text.split("\n")}
    return lines - {b""}


def _has_blocks(text: str) -> bool:
    """Whether code or a formula may reach over several lines of *text*."""
    return "$$" in text or "```" in text or "~~~" in text


def _sketch_of(said: str) -> bytes:
    """The sketch of a text by its wording: that itself, if Latin-1 lacks some of it."""
    try:
        return said.lower().encode("latin-1").translate(_PLAIN, _OF_NO_WORD)
    except UnicodeEncodeError:
        return said.encode("utf-8", "surrogatepass")


def _words(text: str) -> list[str]:
    return _NO_WORD.sub(" ", normalize("NFKC", text).casefold()).split()
