"""The words of a text, the same whether it is Markdown in a note or HTML in Anki.

Obsidian_to_Anki turns one into the other.  What that changes, and what says nothing, is left out
on both sides: tags and marks, addresses of links, numbers of list items, languages of code.  Images
and sounds count by the names of their files.
"""

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

__all__ = ["words"]

_COMMENT = re.compile(r"<!--.*?-->|%%.*?%%", re.DOTALL)
_LINK_BACK = re.compile(r"<a\b[^<>]*\bobsidian-link\b[^<>]*>.*?</a>", re.DOTALL)
_MEDIA = re.compile(
    r"""<img\b[^<>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^<>]*>"""
    r"|\[sound:([^\]\n]+)\]"
    r"|!\[\[([^\]\n|]+)(?:\|[^\]\n]*)?\]\]"
    r"|!\[[^\]\n]*\]\(\s*<?([^)>\s]+)[^)\n]*\)"
)
_WIKILINK = re.compile(r"\[\[(?:[^\]\n|]+\|)?([^\]\n|]+)\]\]")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
_ADDRESS = re.compile(r"\b[a-zA-Z][\w+.-]*://[^\s<>\"')\]]*")
_MAIL = re.compile(r"<([^<>\s@]+@[^<>\s@]+)>")
_BREAK = re.compile(
    r"</?(?:address|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)"
    r"\b[^<>\n]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_FENCE = re.compile(r"^[>\s]*(?:```|~~~)[^`\n]*$", re.MULTILINE)
_ITEM = re.compile(r"^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:\[[ xX]\]\s)?", re.MULTILINE)
_HASHTAG = re.compile(r"#[^\s#<]+")
_EMOJI = re.compile(r":[\w+-]+:")
_DELETION = re.compile(r"\{+c?\d+(?:::?|\|)")
_MARKS = str.maketrans("", "", "*_`~=\\")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of *text*, in order.

    >>> words("**Heat** is ![[img/fire.png|300]] [[Energy|energy]] on its way")
    ['Heat', 'is', 'fire', 'png', 'energy', 'on', 'its', 'way']
    >>> words('<strong>Heat</strong> is <img src="fire.png"> <a href="x">energy</a> on its way')
    ['Heat', 'is', 'fire', 'png', 'energy', 'on', 'its', 'way']
    """
    # What stands in code as <b> is &lt;b&gt; in Anki, and &lt; there is &amp;lt;.
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
    return f" {unquote(path).replace(chr(92), '/').rpartition('/')[2]} "
