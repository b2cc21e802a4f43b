"""The flashcards as a package for Anki: texts, decks, IDs and media.

The only door to genanki, which writes packages, and to what reads Markdown for it: the extra
`apkg` brings them along.
"""

from typing import TYPE_CHECKING

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.messages import say
from vaultgraph.version import install_command

if TYPE_CHECKING:
    from vaultgraph.export.apkg.package import CardPackage

__all__ = ["make_package"]


def make_package(graph: VaultGraph) -> "CardPackage":
    """Put every flashcard of *graph* into a package, with its ID, its deck, and what it shows.

    The same vault gives the same bytes.  Raises UsageError if there is no card, if two share an
    ID, or if the extra `apkg` is not installed.
    """
    try:
        from vaultgraph.export.apkg import package
    except ModuleNotFoundError as error:
        raise UsageError(
            say("a package for Anki needs {name}, which is not installed", name=error.name),
            hint=install_command("apkg"),
        ) from error
    return package.pack(graph)
