"""Normalize text for comparison, from Markdown in a note or HTML in Anki, to a list of words.

Obsidian_to_Anki converts one to the other.  What the conversion changes, and what carries no
meaning, is removed on both sides: tags and markup, link addresses, languages of code blocks, and
the numbers of list items and headings (`# 1. Look` is `1. Look` in Anki, where it looks like a
list item).  Images and sounds are compared by file name.

Both sides go through the same patterns instead of the parser for notes: Anki's side contains
Markdown as well, in code and where the plugin left it alone, such as an embed of a missing file.
"""

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from vaultgraph.lazy import lazy_re

__all__ = ["comparable_text"]

# Repetitions that could overlap are bounded, so that matching takes linear time.
_COMMENT = lazy_re(r"<!--.{0,1000}?-->|%%.{0,1000}?%%", re.DOTALL)
_LINK_BACK = lazy_re(r"<a\b[^<>]{0,500}?\bobsidian-link\b[^<>]{0,500}>.{0,200}?</a>", re.DOTALL)
_INSIDE = r"(?:[^()\n]|\([^()\n]{0,100}\)){0,1000}"  # of the parentheses of a link
_MEDIA = lazy_re(
    r"""<img\b[^<>]{0,500}?\bsrc\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s<>]++))[^<>]*+>"""
    r"|\[sound:([^\[\]\n]{1,300})\]"
    r"|!\[\[([^\[\]\n|]{1,300})(?:\|[^\[\]\n]{0,300})?\]\]"
    rf"|!\[[^\[\]\n]{{0,300}}\]\(\s{{0,9}}<?({_INSIDE})\)"
)
_TITLE = lazy_re(r">.*|\s.*", re.DOTALL)
_WIKILINK = lazy_re(r"\[\[(?:[^\[\]\n|]{1,300}\|)?([^\[\]\n|]{1,300})\]\]")
_LINK = lazy_re(rf"\[([^\[\]\n]{{0,500}})\]\({_INSIDE}\)")
_ADDRESS = lazy_re(r"\b[a-zA-Z][\w+.-]{0,30}://[^\s<>\"')\]]*")
_MAIL = lazy_re(r"<([^<>\s@]+@[^<>\s@]+)>")
_BREAK = lazy_re(
    r"</?(?:address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)"
    r"\b[^<>\n]*>",
    re.IGNORECASE,
)
_TAG = lazy_re(r"</?[A-Za-z][^<>\n]*>")
_FENCE = lazy_re(r"^[> \t]*(?:```|~~~)[^`\n]*$", re.MULTILINE)
_ITEM = lazy_re(
    r"^[> \t]*(?:#{1,6}[ \t]+)?(?:[*_]{1,3})?(?:[-*+][ \t]+|\d+\\?[.)][ \t]+)*"
    r"(?:\[[ xX]\]\s+(?:\d+\\?[.)][ \t]+)?)?",
    re.MULTILINE,
)
_HASHTAG = lazy_re(r"#[^\s#<]+")
_EMOJI = lazy_re(r":[\w+-]+:")
_DELETION = lazy_re(r"\{{1,3}c?\d{1,3}(?:::?|\|)")
_MARKS = str.maketrans("", "", "*_`~=\\")
_WORD = lazy_re(r"[^\W_]+")


def comparable_text(text: str) -> list[str]:
    """Return the words of *text*, in order.

    >>> comparable_text("**Heat** is ![[img/fire.png|300]] [[Energy|energy]] on its way")
    ['Heat', 'is', 'fire', 'png', 'energy', 'on', 'its', 'way']
    >>> comparable_text('<b>Heat</b> is <img src="fire.png"> <a href="x">energy</a>')
    ['Heat', 'is', 'fire', 'png', 'energy']
    """
    # <b> in a note's code is &lt;b&gt; in Anki, and &lt; is &amp;lt;: so unescape twice.
    text = normalize("NFC", unescape(unescape(text))).replace("\xa0", " ")
    text = _COMMENT.sub("", _LINK_BACK.sub("", text))
    text = _MEDIA.sub(_file_name, text)
    text = _LINK.sub(r"\1", _WIKILINK.sub(r"\1", text))
    text = _ADDRESS.sub("", _MAIL.sub(r"\1", text))
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _ITEM.sub("", _FENCE.sub("", text))
    for unsteady in (_DELETION, _HASHTAG, _EMOJI):
        text = unsteady.sub(" ", text)
    return _WORD.findall(text.translate(_MARKS))


def _file_name(media: re.Match[str]) -> str:
    path = next(filter(None, media.groups()), "")
    if media[6]:  # a Markdown image may have a title
        path = _TITLE.sub("", path)
    return f" {unquote(path).replace(chr(92), '/').rpartition('/')[2]} "
