"""The `export` command."""

import os
import sys
from collections.abc import Mapping
from typing import Annotated, NamedTuple

from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import format_of_file, refuse_users_file, write
from vaultgraph.commands.selecting import selection_of
from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.errors import UsageError
from vaultgraph.export import Content, Exporter, load_exporters
from vaultgraph.languages import Language, choose_language
from vaultgraph.messages import Message, any_of, say
from vaultgraph.printing import DATA

__all__ = ["export"]


def _formats() -> Mapping[str, str]:
    """Return the formats, with what each writes; `auto` is as the name of the file ends."""
    exporters = load_exporters().items()
    return {"auto": "", **{name: exporter.description for name, exporter in exporters}}


def export(
    vault: str = "",
    *,
    format: Annotated[str, _formats] = "auto",  # noqa: A002
    output: str = "",
    focus: str = "",
    depth: int | None = None,
    deck: list[str] | None = None,
    tag: list[str] | None = None,
    folder: list[str] | None = None,
    relation: list[str] | None = None,
    show: str = "unresolved",
    lang: str = "auto",
    card_style: list[str] | None = None,
    follow_links: bool = False,
) -> int:
    """Export the vault and its graph for other programs.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        format: what to write (default: as the name of the file ends, else json)
        output: write to this file
        focus: export only the notes near this one, given by its name, path or alias
        depth: maximum distance from the focused note in links (default: 2)
        deck: export only the notes with cards in this deck or its subdecks (repeatable)
        tag: export only the notes with this tag or a nested one (repeatable)
        folder: export only the notes in this folder or its subfolders (repeatable)
        relation: export only the relations of this type and their notes (repeatable)
        show: what a part has besides notes: unresolved, attachments, tags, cards, or none
        lang: language of the labels, if the format has any (default: the system's)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        follow_links: follow symbolic links that point outside the vault
    """
    exporters = load_exporters()
    by_extension = {exporter.suffix: name for name, exporter in exporters.items()}
    by_name = format_of_file(output, by_extension, "json") if format == "auto" else format
    exporter = exporters[by_name]
    if lang != "auto" and not exporter.has_labels:
        formats = any_of([other.name for other in exporters.values() if other.has_labels])
        raise UsageError(
            say("--lang only applies to --format {formats}", formats=formats),
            hint=say(
                "leave out --lang {lang}, or write --format {formats}", lang=lang, formats=formats
            ),
        )
    selection = selection_of(
        focus, depth, show, deck=deck, tag=tag, folder=folder, relation=relation
    )
    _refuse_selection(exporter, selection, exporters)
    language = choose_language(lang)
    graph = open_vault(vault, card_style, language=language, follow_links=follow_links).graph
    file = "" if output == "-" else output
    exporter.write(graph, _Output(file, exporter.suffix, graph.vault.root, language, selection))
    return 0


def _refuse_selection(
    exporter: Exporter, selection: Selection, exporters: Mapping[str, Exporter]
) -> None:
    """Raise UsageError if *exporter* writes the whole vault, but only a part was asked for."""
    if exporter.is_narrowed or selection == WHOLE:
        return
    formats = any_of([other.name for other in exporters.values() if other.is_narrowed])
    raise UsageError(
        say("--format {format} writes the whole vault", format=exporter.name),
        hint=say(
            "leave out what selects a part of it, or write --format {formats}", formats=formats
        ),
    )


class _Output(NamedTuple):
    """The `Sink` of a vault at `root`, whose files are never overwritten."""

    file: str
    suffix: str
    root: str
    language: Language
    selection: Selection

    def write(self, content: Content, *, form: str = DATA) -> None:
        write(content, self.file, self.root, form=form)
        if self.file:
            print(self.file, file=sys.stderr)

    def write_parts(self, parts: Mapping[str, Content], *, form: str = DATA) -> None:
        stem, extension = os.path.splitext(self.file)
        files = {f"{stem}-{part}{extension or self.suffix}": parts[part] for part in parts}
        for file in files:
            refuse_users_file(file, self.root)
        for file, content in files.items():
            write(content, file, self.root, form=form)
            print(file, file=sys.stderr)

    def remark(self, message: Message) -> None:
        print(self.language.say(message), file=sys.stderr)
