"""A parser of CommonMark with what Obsidian adds to it, for text that is rendered.

markdown-it-py is a dependency of rich.  It is imported when a parser is made: most commands render
nothing.
"""

from functools import cache
from typing import TYPE_CHECKING

from vaultgraph.reading.markdown.highlights import HIGHLIGHT

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

__all__ = ["commonmark_parser", "formula_of"]


@cache
def commonmark_parser() -> "MarkdownIt":
    """Return a parser with tables, strikethrough, highlights, and a break at each end of a line."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"breaks": True})
    parser.enable(["table", "strikethrough"])
    parser.inline.ruler.before("link", "highlight", _highlight)
    return parser


def _highlight(state: "StateInline", silent: bool) -> bool:
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


def formula_of(text: str, start: int, end: int) -> tuple[str, bool]:
    r"""Return the math of *text* from *start* to *end*, and whether it is displayed as a block.

    It has no dollar signs, and none of the marks of a surrounding blockquote.

    >>> formula_of("> $$a\n> b$$", 2, 11)
    ('a\n b', True)
    """
    width = 2 if text.startswith("$$", start) else 1
    formula = text[start + width : end - width]
    if "\n" in formula:
        lead = "".join(text[text.rfind("\n", 0, start) + 1 : start].split())
        depth = len(lead) - len(lead.lstrip(">"))
        first, *others = formula.split("\n")
        formula = "\n".join([first, *(line.split(">", depth)[-1] for line in others)])
    return formula.strip(), width > 1
