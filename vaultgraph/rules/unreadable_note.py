"""The rule `unreadable-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_APP_SETTINGS = ".obsidian/app.json"


@rule(Severity.ERROR, on="vault")
def unreadable_note(graph: VaultGraph) -> Iterator[Finding]:
    """A file cannot be opened, or is not the text that Obsidian expects.

    Notes are UTF-8.  In another encoding accented letters turn into question marks, and links
    that hold one break.

    Bad::

        -- Board.canvas --
        {"nodes": [
        -- Heat.md --
        A canvas that broke off.

    Good::

        -- Board.canvas --
        {"nodes": [], "edges": []}
        -- Heat.md --
        A canvas that can be read.

    When it is wrong to worry: a canvas that was just made is an empty file or an empty object, and
    one with nodes of a plugin can be read as far as it is known.  What git-crypt has locked, or Git
    LFS not downloaded, is not broken: it is reported once, as a warning, with the command that
    brings it.

    Fine::

        -- New.canvas --
        {}
        -- Board.canvas --
        {"nodes": [{"type": "sticker"}, {"type": "text", "text": "[[Heat]]"}]}
        -- Heat.md --
        Text.
    """
    stand_ins = graph.vault.placeholders
    for path, fault in graph.vault.unreadable.items():
        if path not in stand_ins:
            hint = "check that it exists, is yours to read, and is whole"
            yield Finding(Span(path), f"this cannot be read: {fault}", hint)
    if graph.vault.excluded.cut_off(graph.vault.paths):
        message = "an expression of Excluded files takes too long, so some are not excluded"
        hint = "write it without a repeat in a repeat"
        yield Finding(Span(_APP_SETTINGS), message, hint, severity=Severity.WARNING)
    for command in sorted(set(stand_ins.values())):
        yield _not_here(graph, command)
    for note in graph.vault.sources:
        for problem in note.problems if note.has("problems") else ():
            if problem.kind == "encoding":
                place = Span(note.path, problem.start, problem.start + 1)
                yield Finding(place, problem.message, "save it as UTF-8 in your editor")
            elif problem.kind == "canvas":
                yield Finding(
                    Span(note.path), problem.message, "open it in Obsidian, or restore it"
                )


def _not_here(graph: VaultGraph, command: str) -> Finding:
    """What is said of all files, images among them, that only *command* brings."""
    files = {**graph.vault.placeholders, **graph.vault.contents.pointers}
    paths = sorted(path for path, bringing in files.items() if bringing == command)
    what = f"{len(paths):,} files are" if len(paths) > 1 else "this file is"
    is_locked = command == "git-crypt unlock"
    state = "locked by git-crypt" if is_locked else "not downloaded: there are only pointers"
    return Finding(Span(paths[0]), f"{what} {state}", f"run: {command}", severity=Severity.WARNING)
