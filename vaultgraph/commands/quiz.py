"""The `quiz` command."""

import os
import sys

from vaultgraph.cache.thumbnails import CachedThumbnails
from vaultgraph.commands.naming import note_at
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import is_inside, refuse_other_file, write
from vaultgraph.errors import UsageError
from vaultgraph.languages import choose_language
from vaultgraph.messages import say
from vaultgraph.printing import DATA

__all__ = ["quiz"]


def quiz(
    vault: str = "",
    *,
    deck: list[str] | None = None,
    tag: list[str] | None = None,
    folder: list[str] | None = None,
    note: list[str] | None = None,
    anki: str = "",
    output: str = "",
    lang: str = "auto",
    card_style: list[str] | None = None,
    follow_links: bool = False,
) -> int:
    """Write a page that asks the cards, offline; it changes nothing in Anki.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        deck: ask only this deck and its subdecks (repeatable)
        tag: ask only the notes with this tag (repeatable)
        folder: ask only the notes in this folder or its subfolders (repeatable)
        note: ask only this note and its prerequisites (repeatable)
        anki: ask weak cards more often, by an Anki collection or package, or `connect`
        output: write to this file (default: quiz.html)
        lang: language of the output (default: the system's)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.auditing import audit
    from vaultgraph.reports import quiz_page

    if os.path.splitext(output)[1].lower() not in {"", ".html", ".htm"}:
        hint = say("end its name in .html")
        raise UsageError(say("a quiz is a page, not {file}", file=output), hint=hint)
    language = choose_language(lang)
    graph = open_vault(vault, card_style, anki, language=language, follow_links=follow_links).graph
    file = output or "quiz.html"
    if not output and is_inside(os.curdir, graph.vault.root):
        hint = say("choose another file with -o, or name this one if you mean it")
        raise UsageError(say("quiz.html would be written into your vault"), hint=hint)
    if not output:
        refuse_other_file(file)
    paths = [note_at(name, graph) for name in note or ()]
    found = audit(graph, deck=deck or (), tag=tag or (), folder=folder or (), note=paths)
    if not found.cards:
        hint = say("ask for more, or see which cards there are: vaultgraph stats")
        raise UsageError(say("there are no cards here"), hint=hint)
    images = CachedThumbnails(graph.vault.root)
    page = quiz_page.render(
        found,
        lang=language.code,
        output_folder=os.path.dirname(os.path.abspath(file)),
        known_images=images.known,
    )
    write(page, file, graph.vault.root, form=DATA)
    images.save(graph.vault.stamps)
    if file != "-":
        remark = say("{file}: open it in a browser", file=file)
        print(language.say(remark), file=sys.stderr)
    return 0
