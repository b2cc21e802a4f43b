"""Images and other embeds in a text that is no note, such as one side of a flashcard."""

from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.reading.spans import spans

__all__ = ["Embed", "embeds", "find_embeds", "without_embeds"]


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
    """Yield the embeds of *text*, in order.

    >>> list(find_embeds("so: ![it](a(1).png) `![[b]]`"))
    [Embed(target='a(1).png', written='a(1).png', start=4, end=19)]
    """
    for span in spans(text) if "![" in text else ():
        if span.kind == "embed":
            yield Embed(span.target, span.shown, span.start, span.end)


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
