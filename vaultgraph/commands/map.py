"""The `map` command."""

import os
import sys
from functools import partial
from typing import Literal

from vaultgraph.cache.thumbnails import CachedThumbnails
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import is_inside, refuse_other_file, text_of_earlier, write
from vaultgraph.commands.selecting import selection_of
from vaultgraph.errors import UsageError, VaultError
from vaultgraph.languages import Language, choose_language
from vaultgraph.messages import say

__all__ = ["map_"]

_LARGEST_MAP = 100_000_000  # bytes


def map_(
    vault: str = "",
    *,
    output: str = "",
    focus: str = "",
    depth: int | None = None,
    deck: list[str] | None = None,
    tag: list[str] | None = None,
    folder: list[str] | None = None,
    relation: list[str] | None = None,
    show: str = "unresolved",
    mode: Literal["auto", "layered", "atlas"] = "auto",
    lang: str = "auto",
    theme: Literal["auto", "light", "dark"] = "auto",
    keep: bool = False,
    anki: str = "",
    exam: str = "",
    card_style: list[str] | None = None,
    open: bool = False,  # noqa: A002
    follow_links: bool = False,
) -> int:
    """Draw the concept map as one HTML file that works offline.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        output: file to write (default: map.html in the current folder, unless inside the vault)
        focus: draw only the notes near this one, given by its name, path or alias
        depth: maximum distance from the focused note in links (default: 2)
        deck: draw only the notes with cards in this deck or its subdecks (repeatable)
        tag: draw only the notes with this tag or a nested one (repeatable)
        folder: draw only the notes in this folder or its subfolders (repeatable)
        relation: draw only the relations of this type and their notes (repeatable)
        show: what to draw in addition to notes: unresolved, attachments, tags, cards, or none
        mode: boxes in layers, or an atlas of areas; by default chosen by the number of notes
        lang: language of the page (default: the system's)
        theme: colour theme; by default the browser's
        keep: show the places and views that the page saved next to the map, as NAME.kept.json
        anki: colour notes by memory, from an Anki collection or package, or `connect`
        exam: with --anki, also by memory on this day, such as 2026-12-18
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        open: open the map in the browser
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.commands.kept_file import load_kept
    from vaultgraph.concept_map import draw
    from vaultgraph.concept_map.kept import NOTHING_KEPT

    _check_output(output, is_opened=open, is_kept=keep)
    selection = selection_of(
        focus, depth, show, deck=deck, tag=tag, folder=folder, relation=relation
    )
    language = choose_language(lang)
    if exam and not anki:
        hint = say("add --anki, with a collection or connect")
        raise UsageError(say("only Anki knows what is remembered on a day"), hint=hint)
    graph = open_vault(vault, card_style, anki, language=language, follow_links=follow_links).graph
    if not output and is_inside(os.curdir, graph.vault.root):
        hint = say("choose another file with -o, or name this one if you mean it")
        raise UsageError(say("map.html would be written into your vault"), hint=hint)
    file = output or "map.html"
    if not output:
        refuse_other_file(file)
    earlier = text_of_earlier(file, _LARGEST_MAP)
    kept = load_kept(file, earlier, graph.vault.root) if keep else None
    home = os.path.dirname(os.path.abspath(file))
    images = CachedThumbnails(graph.vault.root)
    page = draw(
        graph,
        selection,
        lang=language.code,
        theme=theme,
        mode=mode,
        output_folder=home,
        previous_map=earlier,
        known_images=images.known,
        kept=kept,
        exam=exam,
        first_days=partial(_first_days, graph.vault.root),
    )
    # As bytes: the page's content security policy allows only scripts with the exact hashes.
    write([page.encode()], file, graph.vault.root)
    images.save(graph.vault.stamps)
    if kept == NOTHING_KEPT:
        remark = say(
            "nothing is kept yet: move boxes in the map, or name a view, and save them there"
        )
        print(language.say(remark), file=sys.stderr)
    if open:
        _open(file, language)
    elif file != "-":
        remark = say("{file}: open it in a browser", file=file)
        print(language.say(remark), file=sys.stderr)
    return 0


def _first_days(root: str) -> dict[str, str]:
    """Return the days on which git saw the files of the vault at *root* first, as far as it did."""
    from vaultgraph.reading.repository import Repository

    try:
        return Repository(root).first_days()
    except VaultError:
        return {}


def _check_output(output: str, *, is_opened: bool, is_kept: bool) -> None:
    """Raise UsageError if *output* has to be a file, or is not one of HTML."""
    if is_opened and output == "-":
        raise UsageError(say("standard output cannot be opened"), hint=say("name a file with -o"))
    if is_kept and output == "-":
        raise UsageError(say("--keep needs a map in a file"), hint=say("name it with -o"))
    extension = os.path.splitext(output)[1]
    if extension.lower() not in {"", ".html", ".htm"}:
        hint = say("end its name in .html; the page saves a drawing as SVG or PNG")
        raise UsageError(say("unsupported map format: {extension}", extension=extension), hint=hint)


def _open(file: str, language: Language) -> None:
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(file).absolute().as_uri()):
        remark = say("{file}: no browser was found, open it yourself", file=file)
        print(language.say(remark), file=sys.stderr)
