"""Obsidian's highlights, `==text==`: they may contain markup, but no whitespace at either end.

The plugins that turn highlights into clozes have a different grammar for them.
"""

from vaultgraph.lazy import lazy_re

__all__ = ["HIGHLIGHT"]

HIGHLIGHT = lazy_re(r"==(?=\S)((?:(?!==)[^\n])+)(?<=\S)==")
"""Matches a highlight in a text whose code is masked; the first group is its content."""
