"""Fields that Anki shows otherwise than the note says, because of what the plugin or Anki does.

The order is that of `format` in the plugin's source (3.6.0): formulas are taken out first, then
code; at the end, code is put back with `String.replace`, for which `$&` and its like are commands.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.deletions import code_spans, formulas

__all__ = ["cut_deletion", "find_damage", "garbled_code"]

_COMMAND = lazy_re(r"\$[$&`']")
# As Anki's own parser sees a field: `{{c1::` opens a deletion, the next `}}` closes the last one.
_BRACES = lazy_re(r"\{\{c[0-9]+::|\}\}")


def find_damage(fields: Iterable[str], anki_fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the first code that the plugin garbles, and the first that cuts a deletion short.

    Each is a kind of `CardFault` and a text.  *anki_fields* are *fields* in Anki's syntax.
    """
    for kind, find, texts in (
        ("garbled-code", garbled_code, fields),
        ("cut-deletion", cut_deletion, anki_fields),
    ):
        found = ((text, find(text)) for text in texts)
        if part := next((text[slice(*span)] for text, span in found if span), ""):
            yield kind, part


def garbled_code(field: str) -> tuple[int, int] | None:
    """Return the span of the first code in *field* that the plugin garbles; None if there is none.

    It takes a `$` in the code for the begin of a formula, or puts another part of the field into
    the code.
    """
    if "$" not in field or "`" not in field:
        return None
    found = formulas(field)
    starts = [start for start, _ in found]
    for start, end in code_spans(field):
        before = bisect_right(starts, start)
        if before and found[before - 1][1] > start:
            continue  # within a formula
        if (before < len(starts) and starts[before] < end) or _COMMAND.search(field, start, end):
            return start, end
    return None


def cut_deletion(field: str) -> tuple[int, int] | None:
    """Return the span of the formula or code that ends a cloze deletion of *field* too early.

    *field* is in Anki's syntax, see `with_deletions`.  None if none does.
    """
    if "}}" not in field or "{{c" not in field:
        return None
    protected = sorted(chain(formulas(field), code_spans(field)))
    starts = [start for start, _ in protected]
    opened: list[int] = []
    for brace in _BRACES.finditer(field):
        if brace[0] != "}}":
            opened.append(brace.start())
            continue
        if not opened:
            continue
        number = bisect_right(starts, brace.start()) - 1
        if number >= 0 and opened[-1] < starts[number] and brace.end() <= protected[number][1]:
            return protected[number]
        opened.pop()
    return None
