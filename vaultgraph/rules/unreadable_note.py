"""The rule `unreadable-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say, say_count
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_APP_SETTINGS = ".obsidian/app.json"


@rule(
    Severity.ERROR,
    plural("{count:,} unreadable file", "{count:,} unreadable files"),
    on="vault",
)
def unreadable_note(graph: VaultGraph) -> Iterator[Finding]:
    """A file cannot be opened, or does not contain the text that Obsidian expects.

    Notes are UTF-8.  In another encoding, accented letters turn into question marks, and links
    that contain one break.  A canvas is JSON, and a base is YAML.

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

    When it is wrong to worry: a new canvas is an empty file or an empty object, and one with nodes
    of a plugin is read except for those.  A base with placeholders of a template may be valid once
    they are filled in.  Files that git-crypt has locked, or Git LFS has not
    downloaded, are not broken: they are reported once, as a warning, with the command that fetches
    them.

    Fine::

        -- New.canvas --
        {}
        -- Board.canvas --
        {"nodes": [{"type": "sticker"}, {"type": "text", "text": "[[Heat]]"}]}
        -- Heat.md --
        Text.
    """
    placeholders = graph.vault.placeholders
    for path, fault in graph.vault.unreadable.items():
        if path not in placeholders:
            message = say("this cannot be read: {reason}", reason=fault)
            hint = say("check that it exists, that you may read it, and that it is complete")
            yield Finding(Span(path), message, hint)
    if graph.vault.excluded.cut_off(graph.vault.paths):
        message = say(
            "an expression in Excluded files takes too long, so some files are not excluded"
        )
        hint = say("rewrite it without a repetition inside a repetition")
        yield Finding(Span(_APP_SETTINGS), message, hint, severity=Severity.WARNING)
    for command in sorted(set(placeholders.values())):
        yield _placeholders_finding(graph, command)
    for note in graph.sources_with_problems:
        for problem in note.problems:
            if problem.kind == "encoding":
                place = Span(note.path, problem.start, problem.start + 1)
                yield Finding(place, problem.message, say("save it as UTF-8 in your editor"))
            elif problem.kind == "canvas":
                hint = say("open it in Obsidian, or restore it")
                yield Finding(Span(note.path), problem.message, hint)
    yield from _base_findings(graph)


def _base_findings(graph: VaultGraph) -> Iterator[Finding]:
    hint = say("close what is open above, and put a filter with : # ! or quotes in single quotes")
    for path, base in graph.vault.contents.bases.items():
        if base.fault:
            # The fault may be that the text ends.
            end = min(base.fault.start + 1, len(graph.vault.text(path)))
            yield Finding(Span(path, max(0, end - 1), end), base.fault.message, hint)


def _placeholders_finding(graph: VaultGraph, command: str) -> Finding:
    """The finding on all files, images among them, that *command* fetches."""
    files = {**graph.vault.placeholders, **graph.vault.contents.pointers}
    paths = sorted(path for path, fetching in files.items() if fetching == command)
    hint = say("run: {command}", command=command)
    message = _placeholders_message(len(paths), is_locked=command == "git-crypt unlock")
    return Finding(Span(paths[0]), message, hint, severity=Severity.WARNING)


def _placeholders_message(count: int, *, is_locked: bool) -> Message:
    if is_locked:
        return say_count(
            "this file is locked by git-crypt", "{count:,} files are locked by git-crypt", count
        )
    return say_count(
        "this file is not downloaded: there is only a pointer",
        "{count:,} files are not downloaded: there are only pointers",
        count,
    )
