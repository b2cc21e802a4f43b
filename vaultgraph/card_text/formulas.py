"""Formulas as MathML, which browsers show without a script.

latex2mathml makes it of TeX.  What it gives is reduced to elements and attributes that only show
something: TeX of a vault could ask for links and styles, too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from vaultgraph.lazy import lazy_re

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Tree", "formula"]

Tree = str | int | list["Tree | dict[str, str]"]
"""Text, the index of an image, or an element: its tag, its attributes if any, and its content."""

_MAX_LENGTH, _MAX_NESTING = 2000, 100
_MACRO = lazy_re(r"\\(?:[exg]?def|(?:re)?newcommand|newenvironment|DeclareMathOperator)\b")
_TAGS = {
    *("math", "menclose", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded"),
    *("mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub"),
    *("msubsup", "msup", "mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none"),
}
_ATTRIBUTES = {
    *("accent", "accentunder", "columnalign", "columnlines", "columnspacing", "depth", "display"),
    *("displaystyle", "fence", "form", "height", "largeop", "linethickness", "lspace"),
    *("mathvariant", "maxsize", "minsize", "movablelimits", "notation", "rowlines", "rowspacing"),
    *("rspace", "scriptlevel", "separator", "stretchy", "symmetric", "voffset", "width"),
}
# Lengths of four digits could cover the whole page.
_VALUE = lazy_re(r"[+-]?\d{0,3}(?:\.\d{1,4})?(?:em|ex|px|pt|%)?|[a-z -]{1,40}", re.ASCII)


@lru_cache(maxsize=1 << 12)  # the same symbols occur on many cards
def formula(tex: str, *, is_block: bool = False) -> Tree | None:
    r"""Return *tex* as an element `math`; None if latex2mathml cannot convert it.

    >>> formula("x^2")
    ['math', ['msup', ['mi', 'x'], ['mn', '2']]]
    """
    if len(tex) > _MAX_LENGTH or _MACRO.search(tex):
        return None
    from latex2mathml.converter import convert_to_element

    try:
        element = convert_to_element(tex, display="block" if is_block else "inline")
        tree = _tree(element)
    except Exception:
        return None
    return tree


def _tree(element: "Element", depth: int = 0) -> list["Tree | dict[str, str]"]:
    """Return *element* with what is allowed of it; a row of one element is that element."""
    if depth > _MAX_NESTING:
        raise ValueError(depth)
    tag = element.tag if element.tag in _TAGS else "mrow"
    attributes = {
        name: value
        for name, value in element.attrib.items()
        if name in _ATTRIBUTES and value != "inline" and _VALUE.fullmatch(value)
    }
    is_wrapped = tag == "math" and [child.tag for child in element] == ["mrow"]
    content = [*_content(element[0] if is_wrapped else element, depth + 1)]
    if tag == "mrow" and len(content) == 1 and isinstance(content[0], list):
        return content[0]
    return [tag, *([attributes] if attributes else []), *content]


def _content(element: "Element", depth: int) -> Iterator[Tree]:
    text = unescape(element.text or "")
    if text.strip():
        yield text
    for child in element:
        yield _tree(child, depth)
        tail = unescape(child.tail or "")
        if tail.strip():
            yield ["mtext", tail]
