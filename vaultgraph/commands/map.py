"""The command `map`."""

import os
import sys
from typing import Literal

from vaultgraph.commands.language import language
from vaultgraph.commands.opening import open_vault, write

__all__ = ["map_"]


def map_(
    vault: str = "",
    *,
    output: str = "map.html",
    lang: Literal["auto", "pt", "en"] = "auto",
    theme: Literal["auto", "light", "dark"] = "auto",
) -> int:
    """Draw the concept map: one HTML file that needs no network.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        output: the file to write.
        lang: the language of the page, by default the system's.
        theme: colours, by default the browser's.
    """
    from vaultgraph.concept_map import draw

    graph = open_vault(vault)
    folder = os.path.dirname(os.path.abspath(output))
    write(draw(graph, lang=language(lang), theme=theme, output_folder=folder), output)
    print(f"{output}: {len(graph.notes):,} notes, open it in a browser", file=sys.stderr)
    return 0
