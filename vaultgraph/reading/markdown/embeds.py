"""Images and other embeds in a text that is not a note, such as one side of a flashcard."""

from collections.abc import Iterator

from vaultgraph.reading.markdown.spans import InlineSpan, spans

__all__ = ["embeds", "find_embeds", "without_embeds"]


def find_embeds(text: str) -> Iterator[InlineSpan]:
    """Yield the embeds of *text*, in order.

    >>> [(span.path, span.start, span.end) for span in find_embeds("so: ![](a(1).png) `![[b]]`")]
    [('a(1).png', 4, 17)]
    """
    for span in spans(text) if "![" in text else ():
        if span.kind == "embed":
            yield span


def without_embeds(text: str) -> str:
    """Return *text* with a space in place of every embed.

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
    """Return the source of each embed of *text*.

    >>> embeds("![[engine.png]]heat ![](x.png)")
    ['![[engine.png]]', '![](x.png)']
    """
    return [text[embed.start : embed.end] for embed in find_embeds(text)]
