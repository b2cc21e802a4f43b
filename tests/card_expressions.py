"""Expressions for the card styles, an example of each, and pieces of text for them."""

from vaultgraph.reading.cards.obsidian_to_anki.found import Suffix
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES

ANSWER = r"((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
BELOW_HEADING = r"\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"
VARIANTS = {
    "another tag": (rf"((?:[^\n][\n]?)+) #1 ?\n*{ANSWER}", "a #1\nbcde"),
    "headings of a level": (rf"^#{{2}}\s(.+){BELOW_HEADING}", "## a\nbcde"),
    "headings from a level": (rf"^#{{2,}}(.+){BELOW_HEADING}", "### a\nbcde"),
}
STOCK = {name: style.EXPRESSION for name, style in STYLES.items()} | {
    name: expression for name, (expression, _) in VARIANTS.items()
}
EXAMPLES = {style.EXPRESSION: style.EXAMPLE for style in STYLES.values()} | dict(VARIANTS.values())
"""A card that each expression finds."""

SUFFIXES = [Suffix(tags, number) for tags in (True, False) for number in (True, False)]
MARKS = ["\n", "\n", "\n\n", "Q: ", "A: ", "a", "bcd", " ", " #flashcard", " #flashcard \n", " #1\n",
         "# ", "## ", "#", "<!--", "-->", "ID: 7", "<!--ID: 12-->", "\n<!--ID: 3-->\n", "Tags: x", "question",
         "\n---", "-", "::", ":", "|", "|\n|", "{", "==", "\r\n", "\r", "\u2028", "\u2029"]  # fmt: skip
