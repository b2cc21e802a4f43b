"""Conversion of a card's Markdown to the HTML of a field.

Embeds, links and math are parsed as in a note, see `reading.markdown.spans`.  The rest is parsed
as CommonMark, see `reading.markdown.commonmark`.
"""

import re
from html import escape

from vaultgraph.export.apkg.media import Media
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.reading import MASK, display, is_image, spans
from vaultgraph.reading.markdown.commonmark import commonmark_parser, formula_of
from vaultgraph.reading.markdown.spans import InlineSpan

__all__ = ["Fields"]

_SIZE = lazy_re(r"(?:[^|\n]*\|)*\s*(\d{1,5})(?:x(\d{1,5}))?\s*")
_PARAGRAPH = lazy_re(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_BREAK_AT_BLOCK = lazy_re(r"(?<=\\\])<br />\n|<br />\n(?=\\\[)")  # display math
_MASKED = lazy_re(rf"{MASK}(\d+){MASK}")
_INTERNAL = str.maketrans("", "", f"\x1f{MASK}")  # the first is Anki's field separator
_PLAYED = {
    *("3gp", "aac", "avi", "flac", "flv", "m4a", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "ogg"),
    *("ogv", "opus", "wav", "webm", "wma"),
}
_ALSO_SHOWN = {"tif", "tiff"}


class Fields:
    """Renders the fields of the cards of *graph*; adds the files that they embed to *media*."""

    def __init__(self, graph: VaultGraph, media: Media) -> None:
        self._graph = graph
        self._media = media
        self._markdown = commonmark_parser()

    def html(self, text: str, path: str) -> str:
        """Return *text*, of a card in the note at *path*, as HTML.

        A single paragraph is not wrapped in `<p>`, as in fields that Anki writes.
        """
        ready: list[str] = []
        html = self._markdown.render(self._masked(text.translate(_INTERNAL), path, ready)).strip()
        single = _PARAGRAPH.fullmatch(html)
        html = _MASKED.sub(lambda mask: ready[int(mask[1])], single[1] if single else html)
        return _BREAK_AT_BLOCK.sub("\n", html)

    def _masked(self, text: str, source: str, ready: list[str]) -> str:
        """Return *text* with Obsidian's own syntax masked; append the HTML of each to *ready*.

        The masks keep markdown-it from interpreting (and escaping) that HTML.
        """
        pieces = []
        for span in spans(text):
            written = text[span.start : span.end]
            if html := self._of_obsidian(span, text, source):
                pieces.append(f"{MASK}{len(ready)}{MASK}")
                ready.append(html)
            elif span.kind == "link":
                path, original = self._resolve(span, source), written[1 + len(span.shown) :]
                address = f"]({self._graph.vault.address(path)})" if path else original
                pieces.append(f"[{self._masked(span.shown, source, ready)}{address}")
            else:
                pieces.append(written)
        return "".join(pieces)

    def _of_obsidian(self, span: InlineSpan, text: str, source: str) -> str:
        """Return the HTML of a *span* of *text*; empty for what markdown-it handles itself."""
        if span.kind == "math":
            return _formula(text, span.start, span.end)
        written = text[span.start : span.end]
        if span.kind == "embed":
            path = self._resolve(span, source) if span.target else None
            shown = self._shown(path, display(written, "")) if path else ""
            return shown or (escape(written) if written.startswith("![[") else "")
        if span.kind == "link" and written.startswith("[["):
            address = self._graph.vault.address(self._resolve(span, source) or span.path)
            return f'<a href="{escape(address)}">{escape(span.shown)}</a>'
        return ""

    def _resolve(self, span: InlineSpan, source: str) -> str | None:
        return self._graph.resolver.resolve_encoded(span.path, source)

    def _shown(self, path: str, text: str) -> str:
        """Return the HTML that shows or plays the file at *path*, with the size given in *text*.

        Types that Anki cannot show are linked; empty if the file cannot be read.
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


def _formula(text: str, start: int, end: int) -> str:
    """Return the math of *text* in Anki's syntax.

    `}}` would end a cloze deletion, so it is split by a space.
    """
    formula, is_block = formula_of(text, start, end)
    formula = escape(formula.replace("}}", "} }").replace("}}", "} }"), quote=False)
    return f"\\[{formula}\\]" if is_block else f"\\({formula}\\)"
