"""The command `export`."""

from typing import Literal

from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import write

__all__ = ["export"]


def export(
    vault: str = "",
    *,
    format: Literal["json"] = "json",  # noqa: A002
    output: str = "",
    card_style: list[str] | None = None,
) -> int:
    """Write the vault and its graph for other programs.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        format: json, the whole index of the vault.
        output: write to this file.
        card_style: find cards of this style, whatever the settings say; repeatable.
    """
    from vaultgraph.export import index

    graph = open_vault(vault, card_style)
    if format == "json":
        write(index.render(graph), output, graph.vault.root)
    return 0
