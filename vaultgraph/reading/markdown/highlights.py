"""What Obsidian shows highlighted, `==so==`: it may hold other markup, and a blank at neither end.

To the plugins that make clozes of highlights, other texts are highlighted.
"""

from vaultgraph.lazy import lazy_re

__all__ = ["HIGHLIGHT"]

HIGHLIGHT = lazy_re(r"==(?=\S)((?:(?!==)[^\n])+)(?<=\S)==")
"""A highlight in a text whose code is masked, its inside as the first group."""
