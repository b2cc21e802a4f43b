"""The flashcards as an Anki package: texts, decks, IDs and media.

This package is the only user of genanki, which writes packages, and of the Markdown parser; the
extra `apkg` installs them.
"""

from typing import TYPE_CHECKING

from vaultgraph.errors import UsageError
from vaultgraph.export import Sink, exporter
from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.version import install_command

if TYPE_CHECKING:
    from vaultgraph.export.apkg.package import CardPackage

__all__ = ["make_package", "write"]


@exporter(".apkg", "the flashcards, with decks, tags, images and sounds, for Anki")
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write the package, and say what is in it."""
    if not sink.file:
        hint = say("-o cards.apkg writes a file that Anki opens")
        raise UsageError(say("a package of flashcards needs a name"), hint=hint)
    package = make_package(graph)
    sink.write([package.content])
    sink.remark(_summary(package))
    if known := package.cards - package.without_id:
        warning = say_count(
            "note: {count:,} card has an ID: importing into the Anki that gave it adds a second "
            "copy, so use another profile",
            "note: {count:,} cards have IDs: importing into the Anki that gave it adds a second "
            "copy, so use another profile",
            known,
        )
        sink.remark(warning)


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


def _summary(package: "CardPackage") -> Message:
    """Return what is in *package*, and what to do with it."""
    cards = [say_count("{count:,} card", "{count:,} cards", package.cards)]
    if package.without_id:
        cards.append(say("{count:,} of them with a new ID", count=package.without_id))
    decks = say_count("{count:,} deck", "{count:,} decks", package.decks)
    files = say_count("{count:,} file", "{count:,} files", package.media)
    contents = say(
        "{cards}, in {decks} with {files}", cards=join(", ", cards), decks=decks, files=files
    )
    parts = [contents, say("open it in Anki")]
    if package.left_out:
        parts.insert(1, say("{count:,} without a question left out", count=package.left_out))
    return join("; ", parts)
