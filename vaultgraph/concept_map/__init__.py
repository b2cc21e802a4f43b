"""A `VaultGraph` becomes a concept map: one HTML file that needs no network."""

from typing import TYPE_CHECKING

from vaultgraph.errors import UsageError

if TYPE_CHECKING:
    from vaultgraph.graph import VaultGraph

__all__ = ["LANGUAGES", "THEMES", "draw"]

LANGUAGES = ("pt", "en")
THEMES = ("auto", "light", "dark")


def draw(
    graph: "VaultGraph", *, lang: str = "pt", theme: str = "auto", output_folder: str = ""
) -> str:
    """Return the concept map of *graph* as the text of an HTML page.

    The same vault gives the same text.  *output_folder* is where the page will lie: images that
    are not put into the page are linked from there; empty means the current folder.
    """
    _demand(lang, LANGUAGES, "language")
    _demand(theme, THEMES, "theme")
    from vaultgraph.concept_map.page import Choices, render
    from vaultgraph.concept_map.scene import compose

    return render(graph, compose(graph), Choices(lang, theme, output_folder))


def _demand(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise UsageError(f"no {what} is called {value}", hint=f"choose {', '.join(known)}")
