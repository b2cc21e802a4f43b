"""The `export` command."""

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import refuse_users_file, write
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.languages import choose_language
from vaultgraph.messages import join, say, say_count
from vaultgraph.printing import DATA, JSON

if TYPE_CHECKING:
    from vaultgraph.export.apkg.package import CardPackage

__all__ = ["export"]

_MODULES = {"json": "index"}


def export(
    vault: str = "",
    *,
    format: Literal[  # noqa: A002
        "json", "canvas", "graphml", "gexf", "csv", "dot", "mermaid", "apkg"
    ] = "json",
    output: str = "",
    lang: str = "auto",
    card_style: list[str] | None = None,
    follow_links: bool = False,
) -> int:
    """Export the vault and its graph for other programs.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        format: json for everything, canvas for the map in Obsidian, apkg for the cards, or a graph
        output: write to this file; csv appends -nodes and -edges to the file name
        lang: language of the labels in a canvas (default: the system's)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        follow_links: follow symbolic links that point outside the vault
    """
    if lang != "auto" and format != "canvas":
        hint = say("leave out --lang {lang}, or write --format canvas", lang=lang)
        raise UsageError(say("--lang only applies to --format canvas"), hint=hint)
    language = choose_language(lang)
    graph = open_vault(vault, card_style, language=language, follow_links=follow_links).graph
    if format == "csv":
        _write_tables(graph, output)
    elif format == "canvas":
        write(_canvas(graph, language.code), output, graph.vault.root, form=JSON)
    elif format == "apkg":
        _write_package(graph, output)
    else:
        module = import_module(f"vaultgraph.export.{_MODULES.get(format, format)}")
        shape = JSON if format == "json" else DATA
        write(module.render(graph), output, graph.vault.root, form=shape)
    return 0


def _canvas(graph: VaultGraph, lang: str) -> str:
    from vaultgraph.export.canvas import render

    return render(graph, lang=lang)


def _write_tables(graph: VaultGraph, output: str) -> None:
    from vaultgraph.export.csv import render_tables

    if output in {"", "-"}:
        hint = say("-o vault.csv writes vault-nodes.csv and vault-edges.csv")
        raise UsageError(say("csv takes two files, so they need a name"), hint=hint)
    stem, extension = os.path.splitext(output)
    files = {name: f"{stem}-{name}{extension or '.csv'}" for name in ("nodes", "edges")}
    for file in files.values():
        refuse_users_file(file, graph.vault.root)
    for name, table in render_tables(graph).items():
        file = files[name]
        write(table, file, graph.vault.root, form=DATA)
        print(file, file=sys.stderr)


def _write_package(graph: VaultGraph, output: str) -> None:
    from vaultgraph.export.apkg import make_package

    if output in {"", "-"}:
        hint = say("-o cards.apkg writes a file that Anki opens")
        raise UsageError(say("a package of flashcards needs a name"), hint=hint)
    package = make_package(graph)
    write([package.content], output, graph.vault.root)
    language = choose_language("auto")
    print(f"{output}: {language.say(_summary(package))}", file=sys.stderr)
    if known := package.cards - package.without_id:
        warning = say_count(
            "note: {count:,} card has an ID: importing into the Anki that gave it adds a second "
            "copy, so use another profile",
            "note: {count:,} cards have IDs: importing into the Anki that gave it adds a second "
            "copy, so use another profile",
            known,
        )
        print(language.say(warning), file=sys.stderr)


def _summary(package: "CardPackage") -> str:
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
