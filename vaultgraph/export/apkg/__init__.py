"""The flashcards as an Anki package: texts, decks, IDs and media.

This package is the only user of genanki, which writes packages, and of the Markdown parser; the
extra `apkg` installs them.
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
    """Return a package of all flashcards of *graph*, with their IDs, decks and media.

    The bytes are deterministic.  Raises UsageError if there are no cards, if two share an ID, or
    if the extra `apkg` is not installed.
    """
    try:
        from vaultgraph.export.apkg import package
    except ModuleNotFoundError as error:
        raise UsageError(
            say("a package for Anki needs {name}, which is not installed", name=error.name),
            hint=install_command("apkg"),
        ) from error
    return package.pack(graph)
