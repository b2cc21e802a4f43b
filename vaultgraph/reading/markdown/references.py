"""Find references to nothing: footnotes without a text, texts of footnotes that nothing refers to.

A footnote is `[^label]`, and its text begins a line, `[^label]: …`.  Labels are compared without
regard to case, and contain no whitespace.  In a regular expression `[^abc]` is a set of characters,
so in a note without any text of a footnote, a footnote must follow a word.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.model import MarkupFault
from vaultgraph.reading.markdown.inline import LINE_LEAD, Inline, is_indexed

__all__ = ["find_undefined"]

Footnote = tuple[str, int, int]

_MAX_LENGTH = 200
_MAX_INDENT = 3
_USE = lazy_re(r"\[\^(?P<label>[^\s\[\]]+)\]")
_CODE = ("`", "~", "\n", "$")
_IN_LABEL = str.maketrans("", "", "_.:-")
_PUNCTUATION = ".,;:!?…”’»、。〉》」』】〕！），．：；？％"
_EMPHASIS = "*_=~"
_AFTER_SET = "+{|/\\$"
"""What may follow a set of characters in a regular expression, as letters may."""
_CJK = "\u2e80"


def find_undefined(inline: Inline, gaps: Sequence[tuple[int, int]]) -> Iterator[MarkupFault]:
    """Yield the references to nothing in what *inline* has read between *gaps*."""
    text = inline.text
    footnotes = [
        (text[start + 2 : end - 1], start, end)
        for kind, start, end in inline.suspects
        if kind == "footnote" and end - start < _MAX_LENGTH
    ]
    shaped = [footnote for footnote in footnotes if len(footnote[0].split()) == 1]
    if shaped:
        yield from _find_footnotes(inline, shaped, gaps)
    yield from _find_links(inline)


def _find_footnotes(
    inline: Inline, footnotes: Sequence[Footnote], gaps: Sequence[tuple[int, int]]
) -> Iterator[MarkupFault]:
    texts: dict[str, Footnote] = {}
    uses: list[Footnote] = []
    for footnote in footnotes:
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
        unused -= set(_other_uses(inline.text, footnotes, gaps))
    for name, (label, start, end) in texts.items():
        if name in unused and _is_shown(inline.text, start, end):
            yield MarkupFault("unused-footnote", label, start - 1, end - 1, is_sure=True)


def _begins_text(text: str, start: int, end: int) -> bool:
    """Return whether `[^label]` from *start* to *end* begins the text of a footnote."""
    if not text.startswith(":", end):
        return False
    return text[start - 1] == "\n" or not (_lead(text, start) or "-").strip(LINE_LEAD)


def _lead(text: str, start: int) -> str | None:
    """Return what is before *start* on its line; None if that is long."""
    _above, newline, lead = text[max(0, start - _MAX_LENGTH) : start].rpartition("\n")
    return lead if newline else None


def _is_shown(text: str, start: int, end: int) -> bool:
    """Return whether `[^label]:` from *start* to *end* is at the top level, and has a text."""
    lead = _lead(text, start)
    if lead is None or lead.strip(" ") or len(lead) > _MAX_INDENT:
        return False
    first, _newline, rest = text[end + 1 : end + _MAX_LENGTH].partition("\n")
    return bool(first.strip()) or (rest[:2].isspace() and bool(rest.partition("\n")[0].strip()))


def _indented_texts(text: str, gaps: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield the labels of texts in indented code, which may be the continuation of another."""
    for start, end in gaps:
        for line in text[start:end].split("\n") if text[start] == "\n" else ():
            label, bracket, _text = line.strip().partition("]:")
            if bracket and label.startswith("[^"):
                yield label[2:].lower()


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
    is_word = (
        label.translate(_IN_LABEL).isalnum() and label[0] not in ".:-" and label[-1] not in ".:-"
    )
    return is_word and not _is_range(label) and not text.startswith(("+", "{"), end)


def _is_range(label: str) -> bool:
    """Return whether *label* is a set such as `a-zA-Z0-9` of a regular expression."""
    first, *others = label.split("-")
    return bool(others) and len(first) == 1 and all(len(part) <= len("zA") for part in others)


def _is_footnote(text: str, label: str, start: int, end: int) -> bool:
    """Return whether `[^label]` is a footnote even in a note without the text of one."""
    if not _is_plain(text, label, end):
        return False
    before, after = text[max(0, start - 5) : start], text[end : end + 2]
    is_in_set = after[:1] in _AFTER_SET if after else False
    if is_in_set or (after[:1].isascii() and after[:1].isalnum()):
        return False
    if label.isdecimal():
        return _follows_word(before) or _follows_text(before)
    is_repeated = after[:1] == "*" and after != "**"
    return _follows_word(before) and len(label) > 1 and not is_repeated


def _follows_word(before: str) -> bool:
    """Return whether the text *before* a footnote ends with a word and perhaps a mark."""
    word = before.rstrip(_EMPHASIS)
    last = word[-1:]
    if word != before:
        return last.isalnum()
    if last in _PUNCTUATION:
        return word[-2:-1].isalnum()
    return (last.isalnum() and last >= _CJK) or (len(word[-2:]) > 1 and word[-2:].isalpha())


def _follows_text(before: str) -> bool:
    """Return whether the text *before* ends with a mark, or a word and a space."""
    text = before.removesuffix(" ")
    if text[-1:] in {*_PUNCTUATION, ")"}:
        return True
    return text != before and len(text[-2:]) > 1 and text[-2:].isalnum()


def _other_uses(
    text: str, footnotes: Iterable[Footnote], gaps: Iterable[tuple[int, int]]
) -> Iterator[str]:
    """Yield labels in what is neither prose nor code: HTML, and the parts of links."""
    known = {start for _, start, _ in footnotes}
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
    text = inline.text
    for kind, start, end in inline.suspects:
        if kind != "undefined":
            continue
        label = text[start:end].rpartition("[")[2][:-1]
        shown = text[start + 1 : end - len(label) - 3]
        is_meant = label.isdecimal() in inline.label_forms and _is_plain(text, label, end)
        if is_meant and not is_indexed(text, start) and any(map(str.isalpha, shown)):
            yield MarkupFault("no-definition", label, start - 1, end - 1, is_sure=True)
