"""The Markdown of a card as the HTML of a field.

markdown-it, which rich brings along, reads it as CommonMark does; what Obsidian adds are rules of
its own here: embeds, links, highlights, maths, and line breaks that count.
"""

import re
from html import escape
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from vaultgraph.export.apkg.media import Media
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import path_of
from vaultgraph.reading import display, is_image
from vaultgraph.reading.highlights import HIGHLIGHT
from vaultgraph.reading.links import WIKILINK, wikilink_target

__all__ = ["Fields"]

_WIKILINK = lazy_re(f"!?{WIKILINK}")
_SIZE = lazy_re(r"(?:[^|\n]*\|)*\s*(\d{1,5})(?:x(\d{1,5}))?\s*")
_PARAGRAPH = lazy_re(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_FIELD_END = "\x1f"
_PLAYED = {
    *("3gp", "aac", "avi", "flac", "flv", "m4a", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "ogg"),
    *("ogv", "opus", "wav", "webm", "wma"),
}
_ALSO_SHOWN = {"tif", "tiff"}


class Fields:
    """Makes fields of the cards of *graph*; the files that they show are put into *media*."""

    def __init__(self, graph: VaultGraph, media: Media) -> None:
        self._graph = graph
        self._media = media
        self._markdown = MarkdownIt("commonmark", {"breaks": True})
        self._markdown.enable(["table", "strikethrough"])
        self._markdown.use(
            dollarmath_plugin,
            allow_labels=False,
            allow_space=False,
            allow_digits=False,
            double_inline=True,
        )
        self._markdown.inline.ruler.before("link", "wikilink", _wikilink)
        self._markdown.inline.ruler.before("link", "highlight", _highlight)

    def html(self, text: str, path: str) -> str:
        """The *text* of a card in the note at *path*; a single paragraph goes without its tags."""
        tokens = self._markdown.parse(text.replace(_FIELD_END, ""))
        for token in tokens:
            for part in (token, *(token.children or ())):
                self._finish(part, path)
        html = self._markdown.renderer.render(tokens, self._markdown.options, {}).strip()
        single = _PARAGRAPH.fullmatch(html)
        return single[1] if single else html

    def _finish(self, token: Token, source: str) -> None:
        """Make of *token*, in the note at *source*, what Anki understands."""
        if token.type == "math_inline":
            token.type, token.content = "html_inline", f"\\({_formula(token)}\\)"
        elif token.type in {"math_inline_double", "math_block"}:
            token.type, token.content = "html_inline", f"\\[{_formula(token)}\\]"
        elif token.type == "wikilink":
            token.type, token.content = "html_inline", self._wikilink(token, source)
        elif token.type == "image":
            path = self._resolve(str(token.attrs["src"]), source)
            if path and (shown := self._shown(path, token.content)):
                token.type, token.content = "html_inline", shown
        elif token.type == "link_open" and (
            path := self._resolve(str(token.attrs["href"]), source)
        ):
            token.attrSet("href", self._graph.vault.address(path))

    def _wikilink(self, token: Token, source: str) -> str:
        written, target = token.content, token.meta["target"]
        path = self._graph.resolver.resolve(target, source)
        text = display(written, "wikilink")
        if written.startswith("!"):
            return (path and self._shown(path, text)) or escape(written)
        address = self._graph.vault.address(path or target)
        return f'<a href="{escape(address)}">{escape(text)}</a>'

    def _resolve(self, address: str, source: str) -> str | None:
        path = unquote(address.partition("#")[0])
        return self._graph.resolver.resolve(path, source) if path else None

    def _shown(self, path: str, text: str) -> str:
        """The file at *path* as Anki shows or plays it, in the size that *text* says.

        What Anki cannot show is linked; empty if the file cannot be read.
        """
        extension = path.rpartition(".")[2].lower()
        if not is_image(path) and extension not in _ALSO_SHOWN | _PLAYED:
            name = path.rpartition("/")[2].removesuffix(".md")
            return f'<a href="{escape(self._graph.vault.address(path))}">{escape(name)}</a>'
        name = self._media.name(path)
        if name and extension in _PLAYED:
            return f"[sound:{name}]"
        size = _SIZE.fullmatch(text)
        width = f' width="{size[1]}"' if size else ""
        height = f' height="{size[2]}"' if size and size[2] else ""
        return f'<img src="{escape(name)}"{width}{height}>' if name else ""


def _wikilink(state: StateInline, silent: bool) -> bool:
    found = _WIKILINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        target = path_of(wikilink_target(found[1]))
        token = state.push("wikilink", "", 0)
        token.content, token.meta = found[0], {"target": target}
    state.pos = found.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:
    found = HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        end = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = end
    state.pos = found.end()
    return True


def _formula(token: Token) -> str:
    """The formula of *token*; braces that close together would end a deletion, so they part."""
    return escape(token.content.strip().replace("}}", "} }").replace("}}", "} }"), quote=False)
