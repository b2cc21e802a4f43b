"""The command `map`."""

import os
import sys
from typing import Literal

from vaultgraph.commands.language import language
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import is_inside, write
from vaultgraph.errors import UsageError

__all__ = ["map_"]


def map_(
    vault: str = "",
    *,
    output: str = "",
    lang: Literal["auto", "pt", "en"] = "auto",
    theme: Literal["auto", "light", "dark"] = "auto",
    card_style: list[str] | None = None,
) -> int:
    """Draw the concept map: one HTML file that needs no network.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        output: the file to write; by default map.html here, unless here is in the vault.
        lang: the language of the page, by default the system's.
        theme: colours, by default the browser's.
        card_style: find cards of this style, whatever the settings say; repeatable.
    """
    from vaultgraph.concept_map import draw

    graph = open_vault(vault, card_style)
    if not output and is_inside(os.curdir, graph.vault.root):
        hint = "name another file with -o, or this one if you mean it"
        raise UsageError("map.html would lie in your vault", hint=hint)
    file = output or "map.html"
    folder = os.path.dirname(os.path.abspath(file))
    page = draw(graph, lang=language(lang), theme=theme, output_folder=folder)
    write(page, file, graph.vault.root)
    print(f"{file}: {len(graph.notes):,} notes, open it in a browser", file=sys.stderr)
    return 0
