"""The `plan` command."""

import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Literal

from vaultgraph.commands.naming import note_at
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import format_of_file, is_coloured, text_of_earlier, write
from vaultgraph.errors import UsageError
from vaultgraph.languages import choose_language
from vaultgraph.messages import say
from vaultgraph.printing import DATA, JSON, STYLED, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vaultgraph.auditing import Audit
    from vaultgraph.planning import Done, Plan

__all__ = ["plan"]

_SHAPES = {"html": DATA, "json": JSON, "markdown": DATA, "ics": DATA}
_BY_EXTENSION = {".html": "html", ".md": "markdown", ".json": "json", ".ics": "ics"}
_LARGEST_NOTE = 10_000_000  # bytes
_NO_WIDTH = 10_000  # piped or saved output is neither wrapped nor truncated


def plan(
    vault: str = "",
    *,
    exam: str = "",
    minutes: int | None = None,
    rest: list[str] | None = None,
    deck: list[str] | None = None,
    tag: list[str] | None = None,
    folder: list[str] | None = None,
    note: list[str] | None = None,
    anki: str = "",
    output: str = "",
    lang: str = "auto",
    card_style: list[str] | None = None,
    format: Literal["auto", "text", "html", "markdown", "ics", "json"] = "auto",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> int:
    """Plan the days until an exam: what to read, learn and review; exit with 1 if it does not fit.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        exam: day of the exam, such as 2026-12-18
        minutes: minutes a day, at most (default: as many as are enough)
        rest: day without studying: a day of the week, or a date (repeatable)
        deck: plan only this deck and its subdecks (repeatable)
        tag: plan only the notes with this tag (repeatable)
        folder: plan only the notes in this folder or its subfolders (repeatable)
        note: plan only this note and its prerequisites (repeatable)
        anki: what is already known, from an Anki collection or package, or `connect`
        output: write to this file: .html for a page, .md for a note, .ics for a calendar, .json
        format: text, html, markdown, ics or json; by default as the name of the file ends
        lang: language of the output (default: the system's)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        color: when to use colours; by default on a terminal
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.auditing import audit
    from vaultgraph.planning import plan as make_plan

    form = format_of_file(output, _BY_EXTENSION) if format == "auto" else format
    language = choose_language(lang)
    if not exam:
        hint = say("name its day: --exam {example}", example="2026-12-18")
        raise UsageError(say("a plan needs the day of the exam"), hint=hint)
    opened = open_vault(vault, card_style, anki, language=language, follow_links=follow_links)
    graph = opened.graph
    paths = [note_at(name, graph) for name in note or ()]
    result = audit(
        graph, deck=deck or (), tag=tag or (), folder=folder or (), note=paths, exam=exam
    )
    is_note = form == "markdown" and output not in {"", "-"}
    earlier = text_of_earlier(output, _LARGEST_NOTE) if is_note else ""
    done = _find_done(earlier, result) if earlier else ()
    found = make_plan(result, minutes=minutes, rest=rest or (), done=done)
    text = _render(form, found, language.code, colour=is_coloured(color, output))
    shape = _SHAPES.get(form, STYLED if is_coloured(color, output) else TEXT)
    if is_note:
        from vaultgraph.reports import earlier_plan
        from vaultgraph.reports.own_changes import keep_changes

        start = found.days[0].date
        past = earlier_plan.past_days(earlier, start, language)
        text = keep_changes(text, earlier_plan.without_ticked(earlier), language, past)
        text = earlier_plan.with_ticked(text, earlier, start)
    write(text, output, graph.vault.root, form=shape)
    if output not in {"", "-"}:
        from vaultgraph.reports.plan_words import headline

        remark = say("{file}: {counts}", file=output, counts=language.say(headline(found)))
        print(language.say(remark), file=sys.stderr)
    return int(not found.fits)


def _find_done(earlier: str, result: "Audit") -> "Sequence[Done]":
    from vaultgraph.reports.earlier_plan import find_done

    return find_done(earlier, [step.path for step in result.order])


def _render(form: str, found: "Plan", lang: str, *, colour: bool) -> str:
    if form == "html":
        from vaultgraph.reports import plan_page

        return plan_page.render(found, lang=lang)
    if form == "markdown":
        from vaultgraph.reports import plan_markdown

        return plan_markdown.render(found, lang=lang)
    if form == "ics":
        from vaultgraph.reports import plan_calendar

        return plan_calendar.render(found, lang=lang)
    if form == "json":
        from vaultgraph.reports import plan_json

        return plan_json.render(found)
    from vaultgraph.reports import plan_text

    width = min(get_terminal_size().columns, 120) if sys.stdout.isatty() else _NO_WIDTH
    return plan_text.render(found, lang=lang, colour=colour, width=width)
