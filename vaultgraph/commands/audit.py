"""The `audit` command."""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.naming import note_at
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import (
    as_output,
    format_of_file,
    is_coloured,
    text_of_earlier,
    write,
)
from vaultgraph.errors import UsageError
from vaultgraph.languages import choose_language
from vaultgraph.messages import reason_of, say
from vaultgraph.printing import DATA, JSON, STYLED, TEXT

if TYPE_CHECKING:
    from vaultgraph.auditing import Audit, Progress
    from vaultgraph.planning import Plan

__all__ = ["audit"]

_SHAPES = {"html": DATA, "json": JSON, "markdown": DATA}
_BY_EXTENSION = {".html": "html", ".md": "markdown", ".json": "json"}
_LARGEST_NOTE = 10_000_000  # bytes
_NO_WIDTH = 10_000  # piped or saved output is neither wrapped nor truncated


def audit(
    vault: str = "",
    *,
    deck: list[str] | None = None,
    tag: list[str] | None = None,
    folder: list[str] | None = None,
    note: list[str] | None = None,
    anki: str = "",
    exam: str = "",
    minutes: int | None = None,
    rest: list[str] | None = None,
    compare: str = "",
    output: str = "",
    lang: str = "auto",
    card_style: list[str] | None = None,
    format: Literal["auto", "text", "html", "markdown", "json"] = "auto",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput | int:
    """Check whether the vault is ready to study and suggest an order; exit with 1 if not.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        deck: check only this deck and its subdecks (repeatable)
        tag: check only the notes with this tag (repeatable)
        folder: check only the notes in this folder or its subfolders (repeatable)
        note: check only this note and its prerequisites (repeatable)
        anki: compare with an Anki collection or package; `connect` queries a running Anki
        exam: day of the exam, such as 2026-12-18: how much is left, and remembered then
        minutes: minutes a day until the exam: does it fit?
        rest: day without studying: a day of the week, or a date (repeatable)
        compare: say what has changed since the audit in this file, written with -o audit.json
        output: write to this file: .html for a page, .md for a note, .json for other programs
        format: text, html, markdown or json; by default as the name of the file ends
        lang: language of the output (default: the system's)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        color: when to use colours; by default on a terminal
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.auditing import audit as examine

    form = format_of_file(output, _BY_EXTENSION) if format == "auto" else format
    language = choose_language(lang)
    opened = open_vault(vault, card_style, anki, language=language, follow_links=follow_links)
    if exam or compare:  # what differs from day to day, or by another file, is not to be cached
        opened = opened._replace(dependencies=None)
    graph = opened.graph
    if opened.dependencies:
        opened.dependencies.add_settings(note or ())  # names, or files
    paths = [note_at(name, graph) for name in note or ()]
    result = examine(
        graph, deck=deck or (), tag=tag or (), folder=folder or (), note=paths, exam=exam
    )
    if compare:
        result = result._replace(progress=_progress(result, compare))
    colour = is_coloured(color, output)
    text = _render(
        form, result, _plan_of(result, minutes, rest or ()), language.code, colour=colour
    )
    shape = _SHAPES.get(form, STYLED if colour else TEXT)
    code = int(not result.ready)
    if output in {"", "-"}:
        return as_output(text, opened, shape, code)
    if form == "markdown":
        from vaultgraph.reports.own_changes import keep_changes

        earlier = text_of_earlier(output, _LARGEST_NOTE)
        text = keep_changes(text, earlier, language)
    write(text, output, graph.vault.root, form=shape)
    from vaultgraph.reports.audit_words import verdict

    remark = say("{file}: {counts}", file=output, counts=": ".join(verdict(result, language)))
    print(language.say(remark), file=sys.stderr)
    return code


def _plan_of(result: "Audit", minutes: int | None, rest: Sequence[str]) -> "Plan | None":
    """Return the plan for the exam of *result*; None without one, or with one years away.

    Raises UsageError if minutes or days of rest are given then.
    """
    from vaultgraph.auditing import MAX_DAYS_AHEAD

    can_plan = result.exam is not None and result.exam.days <= MAX_DAYS_AHEAD
    if not can_plan and minutes is None and not rest:
        return None
    from vaultgraph.planning import plan

    return plan(result, minutes=minutes, rest=rest)


def _progress(result: "Audit", file: str) -> "Progress":
    from vaultgraph.auditing import compare_audits
    from vaultgraph.files import MAX_NOTE_BYTES, RefusedError, read_file

    try:
        return compare_audits(result, read_file(file, MAX_NOTE_BYTES), file)
    except (OSError, RefusedError) as error:
        hint = say("name a file that vaultgraph audit -o {file} has written", file="audit.json")
        raise UsageError(
            say("cannot read {file}: {reason}", file=file, reason=reason_of(error)), hint=hint
        ) from error


def _render(form: str, result: "Audit", plan: "Plan | None", lang: str, *, colour: bool) -> str:
    if form == "html":
        from vaultgraph.reports import audit_page

        return audit_page.render(result, plan, lang=lang)
    if form == "markdown":
        from vaultgraph.reports import audit_markdown

        return audit_markdown.render(result, plan, lang=lang)
    if form == "json":
        from vaultgraph.reports import audit_json

        return audit_json.render(result, plan)
    from vaultgraph.reports import audit_text

    width = min(get_terminal_size().columns, 120) if sys.stdout.isatty() else _NO_WIDTH
    return audit_text.render(result, plan, lang=lang, colour=colour, width=width)
