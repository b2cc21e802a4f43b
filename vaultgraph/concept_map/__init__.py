"""A `VaultGraph` becomes a concept map: one HTML file that needs no network."""

from typing import TYPE_CHECKING

from vaultgraph.concept_map.selection import WHOLE, Selection
from vaultgraph.errors import UsageError
from vaultgraph.messages import join, say

if TYPE_CHECKING:
    from vaultgraph.concept_map.thumbnails import Known
    from vaultgraph.graph import VaultGraph

__all__ = ["LANGUAGES", "MODES", "THEMES", "WHOLE", "Selection", "draw"]

LANGUAGES = ("pt", "en")
THEMES = ("auto", "light", "dark")
MODES = ("auto", "layered", "dots", "big")


def draw(  # noqa: PLR0913  each is a choice of the reader
    graph: "VaultGraph",
    selection: Selection = WHOLE,
    *,
    lang: str = "en",
    theme: str = "auto",
    mode: str = "auto",
    output_folder: str = "",
    earlier: str = "",
    known_images: "Known | None" = None,
) -> str:
    """Return the concept map of a *selection* of *graph* as the text of an HTML page.

    The same vault gives the same text.  The *mode* is how notes are drawn: as boxes in layers, as
    dots, or as many dots; auto goes by their number.  *output_folder* is where the page will lie:
    images that are not put into the page are linked from there; empty means the current folder.
    What was on the *earlier* map, the text of its page, stays where it was, as far as that goes.
    Images that are made small for the page are taken from *known_images*, and added to them.

    Raises UsageError if one of these does not exist, or if the selection leaves nothing.
    """
    _demand(lang, LANGUAGES, "language")
    _demand(theme, THEMES, "theme")
    _demand(mode, MODES, "mode")
    from vaultgraph.concept_map.composing import compose
    from vaultgraph.concept_map.page import Choices, render

    choices = Choices(lang, theme, mode, output_folder, earlier)
    known = {} if known_images is None else known_images
    return render(graph, compose(graph, selection), choices, known)


def _demand(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise UsageError(
            say("no {what} is called {value}", what=what, value=value),
            hint=say("choose {names}", names=join(", ", [*known])),
        )
