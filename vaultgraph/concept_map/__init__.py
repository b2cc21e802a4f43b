"""Draw a `VaultGraph` as a concept map: one HTML file that works offline."""

from typing import TYPE_CHECKING

from vaultgraph.concept_map.selection import WHOLE, Selection
from vaultgraph.errors import UsageError
from vaultgraph.messages import join, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vaultgraph.concept_map.kept import Kept
    from vaultgraph.graph import VaultGraph
    from vaultgraph.reading.thumbnails import Known

__all__ = ["LANGUAGES", "MODES", "THEMES", "WHOLE", "Selection", "draw"]

LANGUAGES = ("pt", "en")
THEMES = ("auto", "light", "dark")
MODES = ("auto", "layered", "atlas")


def draw(  # noqa: PLR0913  each is an option of the user
    graph: "VaultGraph",
    selection: Selection = WHOLE,
    *,
    lang: str = "en",
    theme: str = "auto",
    mode: str = "auto",
    output_folder: str = "",
    previous_map: str = "",
    known_images: "Known | None" = None,
    first_days: "Callable[[], Mapping[str, str]]" = dict,
    kept: "Kept | None" = None,
    exam: str = "",
) -> str:
    """Return the concept map of a *selection* of *graph* as the text of an HTML page.

    The output is deterministic.  *mode* is how notes are drawn: as boxes in layers, or in an atlas
    of nested areas; auto chooses by their number.  *output_folder* is the folder of the page:
    images that are not embedded are linked relative to it; empty means the current folder.
    *previous_map* is the text of the page that this one replaces: its topics, and the order of its
    boxes, stay where possible.
    *known_images* caches the thumbnails on the page; new ones are added to it.
    *first_days* gives the days on which files were added, such as `2023-09-22`, by path; it is
    called if a note does not say when it was written.  *kept* are the places of boxes and the views
    that a reader saved; without it, those of the previous map stay.  If *graph* has a collection of
    Anki, notes are coloured by how well they are remembered, today and on the day of the *exam*,
    such as `2026-12-18`.

    Raises UsageError if one of the options is unknown, or if the selection is empty.
    """
    _demand(lang, LANGUAGES, "language")
    _demand(theme, THEMES, "theme")
    _demand(mode, MODES, "mode")
    from vaultgraph.auditing import exam_on
    from vaultgraph.concept_map.composing import compose
    from vaultgraph.concept_map.page import Choices, render

    # First, while little else is in memory: the process that finds them starts with a copy of it.
    graph.grouped_notes  # noqa: B018
    ahead = exam_on(exam, graph.anki and graph.anki.day) if exam else None
    choices = Choices(lang, theme, mode, output_folder, previous_map, first_days, kept, ahead)
    known = {} if known_images is None else known_images
    return render(graph, compose(graph, selection), choices, known)


def _demand(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise UsageError(
            say("no {what} is called {value}", what=what, value=value),
            hint=say("choose {names}", names=join(", ", [*known])),
        )
