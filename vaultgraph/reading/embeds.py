"""Images and other embeds in a text that is no note, such as one side of a flashcard.

They are what `inline` reads as embeds in a note: a wikilink may hold single brackets, the text of a
Markdown image a pair of them, and its destination a pair of parentheses or a title.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.links import markdown_target, wikilink_target

__all__ = ["Embed", "embeds", "find_embeds", "without_embeds"]

_EMBED = lazy_re(
    r"""
    !\[\[ (?P<wikilink> [^\[\]\n]* (?: (?: \](?!\]) | \[(?!\[) ) [^\[\]\n]* )* ) \]\]
  | !\[ [^\[\]\n]* (?: \[ [^\[\]\n]* \] [^\[\]\n]* )* \]
    \( [ \t]* (?P<destination> <[^<>\n]*> | (?!<) [^\s()]* (?: \([^\s()]*\) [^\s()]* )* )
       (?: [ \t]+ (?: "[^"\n]*" | '[^'\n]*' | \([^()\n]*\) ) )? [ \t]* \)
  | `[^`\n]+`
    """,
    re.VERBOSE,
)


class Embed(NamedTuple):
    """An embed from `start` to `end` of what is `written` between its brackets.

    `target` is empty if that is not a file of the vault.
    """

    target: str
    written: str
    start: int
    end: int

    @property
    def path(self) -> str:
        """The part of the target that names a file."""
        return self.target.partition("#")[0].rstrip()


def find_embeds(text: str) -> Iterator[Embed]:
    """Yield the embeds of *text* outside of code spans, in order.

    >>> list(find_embeds("so: ![it](a(1).png) `![[b]]`"))
    [Embed(target='a(1).png', written='a(1).png', start=4, end=19)]
    """
    for found in _EMBED.finditer(text) if "![" in text else ():
        if (inside := found["wikilink"]) is not None:
            yield Embed(wikilink_target(inside), inside, *found.span())
        elif (inside := found["destination"]) is not None:
            yield Embed(markdown_target(inside), inside.strip("<>"), *found.span())


def without_embeds(text: str) -> str:
    """The *text* with a space in place of every embed.

    >>> without_embeds("![[engine.png]]heat ![](x.png)").strip()
    'heat'
    """
    if "![" not in text:
        return text
    pieces, end = [], 0
    for embed in find_embeds(text):
        pieces.append(text[end : embed.start])
        end = embed.end
    return " ".join([*pieces, text[end:]])


def embeds(text: str) -> list[str]:
    """The embeds of *text*, as they are written.

    >>> embeds("![[engine.png]]heat ![](x.png)")
    ['![[engine.png]]', '![](x.png)']
    """
    return [text[embed.start : embed.end] for embed in find_embeds(text)]
