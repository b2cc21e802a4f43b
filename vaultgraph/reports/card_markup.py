"""The text of cards as HTML: elements of `card_text`, in which all other text is escaped."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from vaultgraph.card_text import Tree

__all__ = ["card_markup"]

_VOID = frozenset({"br", "hr"})


def card_markup(pieces: Iterable["Tree"], names: Mapping[int, str]) -> Markup:
    """Return *pieces* as HTML.

    Their elements are those of our own, with attributes of our own.  *names* are the names of the
    images by index; a script puts them in where `data-image` is.
    """
    return Markup().join(_markup(piece, names) for piece in pieces)


def _markup(piece: "Tree", names: Mapping[int, str]) -> Markup:
    if isinstance(piece, int):
        return Markup('<img data-image="{}" alt="{}">').format(piece, names[piece])
    if isinstance(piece, str):
        return Markup.escape(piece)
    tag, *content = piece
    attributes: Mapping[str, str] = {}
    if content and isinstance(content[0], dict):
        attributes = content.pop(0)  # type: ignore[assignment]
    opened = Markup().join(Markup(' {}="{}"').format(*pair) for pair in attributes.items())
    start = Markup("<{}{}>").format(tag, opened)
    if tag in _VOID:
        return start
    inner = card_markup(content, names)  # type: ignore[arg-type]  # attributes come first only
    return start + inner + Markup("</{}>").format(tag)
