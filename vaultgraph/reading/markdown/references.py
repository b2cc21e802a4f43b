"""Find references to nothing: footnotes without a text, texts of footnotes that nothing refers to.

A footnote is `[^label]`, and its text begins a line, `[^label]: …`.  Labels are compared without
regard to case, and contain no whitespace.  In a regular expression `[^abc]` is a set of characters,
so in a note without any text of a footnote, a footnote must follow a word.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.model import MarkupFault
from vaultgraph.reading.markdown.inline import Inline

__all__ = ["find_undefined"]

Footnote = tuple[str, int, int]

_MAX_LEAD = 100
_LEAD = lazy_re(r"\n[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\Z")
_PLAIN_LEAD = lazy_re(r"\n[ ]{0,3}\Z")
_INDENTED_TEXT = lazy_re(r"\n[ \t]+\[\^(?P<label>[^\s\[\]]+)\]:")
_HAS_TEXT = lazy_re(r":[ \t]*(?:\S|\n(?:[ ]{2,}|\t)[ \t]*\S)")
_LABEL = lazy_re(r"\w(?:[\w.:-]*\w)?")
_RANGES = lazy_re(r"\w*\w-\w(?:\w-\w)*\w?")
_PUNCTUATION = r".,;:!?…”’»、-〟！），．：；？％"
_AFTER_WORD = lazy_re(
    rf"(?:[^\W\d_]{{2}}|[\u2e80-\uffef]|[^\W_][*_=~]{{1,3}}|\w[{_PUNCTUATION}])\Z"
)
_AFTER_TEXT = lazy_re(rf"(?:[^\W_]{{2}}[ ]|[{_PUNCTUATION})][ ]?)\Z")
_IN_SET = lazy_re(r"[+{|/\\$]|\*(?!\*)|[A-Za-z0-9]")
_USE = lazy_re(r"\[\^(?P<label>[^\s\[\]]+)\]")
_CODE = ("`", "~", "\n", "$")
_LETTER = lazy_re(r"[^\W\d_]")
_INDEXED = lazy_re(r"[A-Za-z0-9_)\]\[\\]")


def find_undefined(inline: Inline, gaps: Sequence[tuple[int, int]]) -> Iterator[MarkupFault]:
    """Yield the references to nothing in what *inline* has read between *gaps*."""
    if inline.footnotes:
        yield from _find_footnotes(inline, gaps)
    if inline.undefined:
        yield from _find_links(inline)


def _find_footnotes(inline: Inline, gaps: Sequence[tuple[int, int]]) -> Iterator[MarkupFault]:
    texts: dict[str, Footnote] = {}
    uses: list[Footnote] = []
    for footnote in inline.footnotes:
        label, start, end = footnote
        if _begins_text(inline.text, start, end):
            texts.setdefault(label.lower(), footnote)
        else:
            uses.append(footnote)
    known = {label.lower() for label, _, _ in uses}
    if known - texts.keys():
        known_texts = texts.keys() | set(_indented_texts(inline.text, gaps))
        for label, start, end in _without_text(inline.text, uses, known_texts):
            yield MarkupFault("no-footnote-text", label, start - 1, end - 1, is_sure=True)
    unused = texts.keys() - known
    if unused:
        unused -= set(_other_uses(inline, gaps))
    for name in unused:
        label, start, end = texts[name]
        lead = inline.text[max(0, start - _MAX_LEAD) : start]
        if _PLAIN_LEAD.search(lead) and _HAS_TEXT.match(inline.text, end):
            yield MarkupFault("unused-footnote", label, start - 1, end - 1, is_sure=True)


def _begins_text(text: str, start: int, end: int) -> bool:
    """Return whether `[^label]` from *start* to *end* begins the text of a footnote."""
    if not text.startswith(":", end):
        return False
    return text[start - 1] == "\n" or bool(_LEAD.search(text[max(0, start - _MAX_LEAD) : start]))


def _indented_texts(text: str, gaps: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield the labels of texts in indented code, which may be the continuation of another."""
    for start, end in gaps:
        if text[start] == "\n":
            for found in _INDENTED_TEXT.finditer(text, start, end):
                yield found["label"].lower()


def _without_text(
    text: str, uses: Iterable[Footnote], known_texts: Collection[str]
) -> Iterator[Footnote]:
    """Yield those of *uses* whose text is missing, and that are not a set of characters."""
    last_end = -1
    for label, start, end in uses:
        if label.lower() in known_texts or (known_texts and _is_plain(text, label, end)):
            is_footnote = True
        else:
            is_footnote = start == last_end or _is_footnote(text, label, start, end)
        if is_footnote:
            last_end = end
            if label.lower() not in known_texts:
                yield label, start, end


def _is_plain(text: str, label: str, end: int) -> bool:
    """Return whether `[^label]` up to *end* has a usual form, and is not repeated."""
    is_plain = _LABEL.fullmatch(label) and not _RANGES.fullmatch(label)
    return bool(is_plain) and not text.startswith(("+", "{"), end)


def _is_footnote(text: str, label: str, start: int, end: int) -> bool:
    """Return whether `[^label]` is a footnote even in a note without the text of one."""
    if not _is_plain(text, label, end):
        return False
    before = text[max(0, start - 5) : start]
    follows = _AFTER_WORD.search(before) is not None
    if label.isdecimal():
        is_in_set = _IN_SET.match(text, end) and text[end] != "*"
        return not is_in_set and (follows or _AFTER_TEXT.search(before) is not None)
    return follows and len(label) > 1 and not _IN_SET.match(text, end)


def _other_uses(inline: Inline, gaps: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield labels in what is neither prose nor code: HTML, and the parts of links."""
    known = {start for _, start, _ in inline.footnotes}
    text = inline.text
    code = iter([gap for gap in gaps if text.startswith(_CODE, gap[0])])
    gap_start, gap_end = next(code, (len(text), len(text)))
    for use in _USE.finditer(text):
        start, end = use.span()
        while start >= gap_end:
            gap_start, gap_end = next(code, (len(text), len(text) + 1))
        is_code = start >= gap_start or (text[start - 1] == "`" and text.startswith("`", end))
        if start not in known and not is_code:
            yield use["label"].lower()


def _find_links(inline: Inline) -> Iterator[MarkupFault]:
    """Find links `[text][label]` without a definition, in notes where others have one."""
    forms = {label.isdecimal() for label in inline.labels}
    for label, start, end in inline.undefined:
        shown = inline.text[start + 1 : end - len(label) - 3]
        if (
            label.isdecimal() in forms
            and _LABEL.fullmatch(label)
            and _LETTER.search(shown)
            and not _INDEXED.match(inline.text, start - 1)
        ):
            yield MarkupFault("no-definition", label, start - 1, end - 1, is_sure=True)
