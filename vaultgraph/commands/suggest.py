"""The `suggest` command."""

from typing import TYPE_CHECKING, Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.locating import folder_here
from vaultgraph.commands.naming import note_at, open_vault_of
from vaultgraph.commands.output import as_output, format_of_file, is_coloured, write
from vaultgraph.languages import Language, choose_language
from vaultgraph.printing import DATA, JSON, STYLED, TEXT

if TYPE_CHECKING:
    from vaultgraph.suggesting import MissingLinks

__all__ = ["suggest"]

_SHAPES = {"json": JSON, "markdown": DATA}
_BY_EXTENSION = {".md": "markdown", ".json": "json"}


def suggest(
    note: str = "",
    *,
    vault: str = "",
    output: str = "",
    lang: str = "auto",
    format: Literal["auto", "text", "markdown", "json"] = "auto",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput | int:
    """Suggest links that a note lacks; without a note, where the vault names notes without a link.

    Options:
        note: name, alias or path of the note, or its file (default: the whole vault)
        vault: folder that contains the notes (default: the vault around the file or current folder)
        output: write to this file: .md for a note, .json for other programs
        format: text, markdown or json; by default as the name of the file ends
        lang: language of the output (default: the system's)
        color: when to use colours; by default on a terminal
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.suggesting import MissingLinks

    form = format_of_file(output, _BY_EXTENSION) if format == "auto" else format
    language = choose_language(lang)
    opened = open_vault_of(note, vault, language=language, follow_links=follow_links)
    graph = opened.graph
    missing, path = MissingLinks(graph), note_at(note, graph) if note else ""
    colour = is_coloured(color, output)
    text = _render(form, missing, path, language, colour=colour)
    shape = _SHAPES.get(form, STYLED if colour else TEXT)
    if output in {"", "-"}:
        return as_output(text, opened, shape)
    write(text, output, graph.vault.root, form=shape)
    return 0


def _render(
    form: str, missing: "MissingLinks", path: str, language: Language, *, colour: bool
) -> str:
    if form == "json":
        from vaultgraph.reports import suggest_json as json

        return json.render(missing, path) if path else json.render_vault(missing)
    if form == "markdown":
        from vaultgraph.reports import suggest_markdown as note

        return (
            note.render(missing, path, language) if path else note.render_vault(missing, language)
        )
    from vaultgraph.reports import suggest_text as text
    from vaultgraph.reports.terminal import Style

    style, folder = Style(colour), folder_here(missing.graph.vault.root)
    if path:
        return text.render(missing, path, style, language, folder=folder)
    return text.render_vault(missing, style, language, folder=folder)
