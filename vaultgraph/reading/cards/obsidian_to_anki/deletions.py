"""Whether a cloze deletes anything: the plugin drops one in which nothing is deleted."""

import re

from vaultgraph.reading.cards.obsidian_to_anki.spans import Spans

__all__ = ["has_deletion"]

_ANKI = re.compile(r"\{\{c\d+::(?:[^}]|\}(?!\}))")
_HIGHLIGHT = re.compile(r"==(?=[^=])[^\n=]+==")
_SINGLE_BRACE = re.compile(r"(?<!\{)\{(?!\{)|(?<!\})\}(?!\})")


def has_deletion(text: str, *, curly: bool, highlights: bool) -> bool:
    """Whether *text* has a deletion as Anki writes it, `{{c1::so}}`, or one that becomes one.

    With *curly*, `{so}` does; with *highlights* too, `==so==` does as well, but neither in code
    nor in maths.
    """
    if _ANKI.search(text):
        return True
    if not curly:
        return False
    spans = Spans(text)
    if highlights and any(not spans.cover(*found.span()) for found in _HIGHLIGHT.finditer(text)):
        return True
    opened = 0
    for brace in _SINGLE_BRACE.finditer(text):
        if spans.cover(brace.start() - 1, brace.end() + 1):
            continue
        if brace[0] == "{":
            opened = brace.end()
        elif opened and opened < brace.start() and text.find("\n\n", opened, brace.start()) < 0:
            return True
        else:
            opened = 0
    return False
