"""Find markup that Obsidian shows otherwise than its author expects.

`inline` collects what is suspect while it reads a note; most notes have nothing that is.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from vaultgraph.model import MarkupFault
from vaultgraph.reading.markdown.inline import Inline
from vaultgraph.reading.markdown.malformed import find_malformed
from vaultgraph.reading.markdown.references import find_undefined
from vaultgraph.reading.markdown.tables import Rows, with_escaped_bars

__all__ = ["find_markup_faults"]


def find_markup_faults(inline: Inline, gaps: Sequence[tuple[int, int]]) -> list[MarkupFault]:
    """Return the faults of what *inline* has read between *gaps*.

    Their offsets are those of the note's own text.
    """
    found = (*_find_bars(inline), *find_malformed(inline), *find_undefined(inline, gaps))
    return sorted(found, key=attrgetter("start"))


def _find_bars(inline: Inline) -> Iterator[MarkupFault]:
    """Yield the links in tables whose `|` separates two cells."""
    rows = Rows(inline.text, inline.extents)
    for target, start, end, *_ in inline.barred:
        missing = rows.missing_cells(start + 1)
        link = inline.text[start + 1 : end + 1]
        escaped = with_escaped_bars(link)
        if missing is not None and escaped != link:
            yield MarkupFault("bar-in-row", escaped, start, end, target, is_sure=missing == 0)
