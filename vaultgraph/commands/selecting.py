"""Which part of a vault the options of `map` and `export` select."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vaultgraph.errors import UsageError
from vaultgraph.messages import say

if TYPE_CHECKING:
    from vaultgraph.concept_map import Selection

__all__ = ["selection_of"]

Names = Sequence[str] | None


def selection_of(
    focus: str,
    depth: int | None,
    show: str,
    *,
    deck: Names,
    tag: Names,
    folder: Names,
    relation: Names,
) -> "Selection":
    """Return the selection that these options stand for.

    Raises UsageError for a depth without a note to begin at.
    """
    from vaultgraph.concept_map import WHOLE, Selection

    if depth is not None and not focus:
        raise UsageError(say("--depth needs a note to begin at"), hint=say("name it with --focus"))
    shown = tuple(name for part in show.split(",") if (name := part.strip()) not in {"", "none"})
    depth = WHOLE.depth if depth is None else depth
    decks, tags, folders, relations = (
        tuple(names or ()) for names in (deck, tag, folder, relation)
    )
    return Selection(focus, depth, decks, tags, folders, relations, shown)
