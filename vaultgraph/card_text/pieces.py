"""The two sides of a flashcard as text, images and elements, in reading order."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.card_text.formulas import Tree, formula
from vaultgraph.lazy import lazy_re
from vaultgraph.reading import MASK, spans
from vaultgraph.reading.markdown.commonmark import commonmark_parser, formula_of

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["pieces"]

_MARKUP = lazy_re(r"[*_~=`<&\\|]|^[ \t]*(?:[-+>#]|\d{1,9}[.)])|\n[ \t]*\n|\n {4}|---", re.MULTILINE)
"""What text without markup has none of: it is not parsed, which spares most cards half the time."""
_MAX_NESTING = 30
"""HTML in more elements than these is text: JSON and the page would have to recurse as deeply."""
_MASKED = lazy_re(rf"{MASK}(\d+){MASK}")
_BREAK = lazy_re(r"<br\s*/?>", re.IGNORECASE)
_HTML = lazy_re(r"<(/?)(b|del|em|i|ins|kbd|mark|s|strong|sub|sup|u)>", re.IGNORECASE)
_SAME = (
    "strong",
    "em",
    "s",
    "mark",
    "blockquote",
    "ul",
    "ol",
    "li",
    "p",
    "table",
    "tr",
    "th",
    "td",
)
_TAGS = {**dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h3"), **{tag: tag for tag in _SAME}}
_CODE = {"code_inline": "code", "code_block": "pre", "fence": "pre"}


def pieces(text: str, image: Callable[[str], int | None]) -> list[Tree]:
    """Return *text* as a list of texts, images and elements.

    *image* returns the index of the image at a link path.  An embed of anything else is replaced by
    its name, a link by its display text.  Math is MathML or, if it cannot be converted, code.
    """
    ready: list[Tree] = []
    masked = _masked(text, image, ready)
    if not _MARKUP.search(masked):
        return _extend([], _unmasked(masked, ready))
    blocks = _Builder(ready).build(commonmark_parser().parse(masked))
    if len(blocks) == 1 and isinstance(blocks[0], list) and blocks[0][0] == "p":
        return blocks[0][1:]  # type: ignore[return-value]  # a paragraph has no attributes
    return blocks


def _masked(text: str, image: Callable[[str], int | None], ready: list[Tree]) -> str:
    """Return *text* with all that is not CommonMark masked, and append it to *ready*."""
    texts = []
    for span in spans(text):
        written = text[span.start : span.end]
        if span.kind == "embed":
            number = image(span.path)
            name = (span.target or span.shown).rpartition("/")[2]
            texts.append(_mask(ready, number if number is not None else f"[{name}]"))
        elif span.kind == "math":
            tex, is_block = formula_of(text, span.start, span.end)
            texts.append(_mask(ready, formula(tex, is_block=is_block) or ["code", written]))
        elif span.kind == "link" and written.startswith("[["):
            texts.append(_mask(ready, span.shown))
        elif span.kind == "link":
            texts.append(_masked(span.shown, image, ready))
        else:
            texts.append(written.replace(MASK, ""))
    return "".join(texts).strip()


def _mask(ready: list[Tree], piece: Tree) -> str:
    ready.append(piece)
    return f"{MASK}{len(ready) - 1}{MASK}"


def _unmasked(text: str, ready: list[Tree]) -> Iterator[Tree]:
    """Yield *text* split at its masks, and what these stand for."""
    for place, part in enumerate(_MASKED.split(text)):
        if place % 2:
            yield ready[int(part)]
        elif part:
            yield part


def _extend(content: list[Tree], parts: Iterable[Tree]) -> list[Tree]:
    """Add *parts* to *content*, with neighbouring texts as one; return it.

    Formulas that are blocks need no line breaks around them.
    """
    for part in parts:
        last = content[-1] if content else None
        if isinstance(part, str) and isinstance(last, str):
            content[-1] = last + part
        elif isinstance(part, str) and _is_block(last):
            content.append(part.removeprefix("\n"))
        else:
            if isinstance(last, str) and _is_block(part):
                content[-1] = last.removesuffix("\n")
            content.append(part)
    return content


def _is_block(part: Tree | None) -> bool:
    return isinstance(part, list) and part[:2] == ["math", {"display": "block"}]


class _Open(NamedTuple):
    """An element that is not closed yet."""

    tag: str
    attributes: list[dict[str, str]]
    content: list[Tree]


class _Builder:
    """Builds the elements that the tokens of markdown-it stand for; *ready* is what is masked."""

    def __init__(self, ready: list[Tree]) -> None:
        self._ready = ready
        self._open = [_Open("", [], [])]

    def build(self, tokens: Iterable["Token"]) -> list[Tree]:
        """Return the content of *tokens*."""
        for token in tokens:
            self._add(token)
        self._close("")
        return self._open[0].content

    def _add(self, token: "Token") -> None:
        tag = _TAGS.get(token.tag, "")
        if token.nesting == 0:
            self._add_leaf(token)
        elif token.hidden or not tag:
            return  # the only paragraph of an item of a list, the body of a table
        elif token.nesting > 0:
            start = token.attrs.get("start")
            self._open.append(_Open(tag, [{"start": str(start)}] if start else [], []))
        else:
            self._close(tag)
            self._end()

    def _add_leaf(self, token: "Token") -> None:
        if token.type == "inline":
            for child in token.children or ():
                self._add(child)
        elif token.type in {"softbreak", "hardbreak"}:
            self._append("\n")
        elif token.type.startswith("html"):
            self._add_html(token.content)
        elif token.type in _CODE:
            content = _unmasked(token.content.removesuffix("\n"), self._ready)
            self._append([_CODE[token.type], *content])
        elif token.type == "hr":
            self._append(["hr"])
        else:
            self._append(*_unmasked(token.content, self._ready))

    def _add_html(self, html: str) -> None:
        """Add an element for a tag that formats text, a line break for `br`, else text."""
        found = _HTML.fullmatch(html)
        if _BREAK.fullmatch(html.strip()):
            self._append("\n")
        elif found and not found[1] and len(self._open) < _MAX_NESTING:
            self._open.append(_Open(found[2].lower(), [], []))
        elif found and self._open[-1].tag == found[2].lower():
            self._end()
        else:
            self._append(html)

    def _end(self) -> None:
        tag, attributes, content = self._open.pop()
        self._append([tag, *attributes, *content])

    def _close(self, tag: str) -> None:
        """Make text of the HTML that is still open within the innermost element *tag*."""
        while self._open[-1].tag != tag:
            unclosed = self._open.pop()
            self._append(f"<{unclosed.tag}>", *unclosed.content)

    def _append(self, *parts: Tree) -> None:
        _extend(self._open[-1].content, parts)
