"""Changes of a vault on a terminal: what was done, or will be."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from vaultgraph.changing import Change, Record, Renaming
from vaultgraph.languages import Language
from vaultgraph.linting.fixing import FileFix, diff
from vaultgraph.messages import Message, say, say_count
from vaultgraph.reports.audit_words import more
from vaultgraph.reports.terminal import visible

__all__ = ["render_diff", "render_list", "render_renaming", "render_undoing"]

_MAX_LINES = 20


def render_list(records: Sequence[Record], language: Language) -> str:
    """Return a line for each of *records*: when it was, what it was, and how much."""
    if not records:
        return language.say(say("there is nothing to undo in this vault")) + "\n"
    return "".join(f"{_line(record, language)}\n" for record in records)


def _line(record: Record, language: Language) -> str:
    day = datetime.fromtimestamp(record.time).strftime("%Y-%m-%d %H:%M")
    counts = ", ".join(language.say(count) for count in _counts(record))
    return f"{day}  {visible(record.change.title)}  {counts}"


def _counts(record: Record) -> Iterator[Message]:
    if record.change.writes:
        yield say_count(
            "{count:,} file written", "{count:,} files written", len(record.change.writes)
        )
    if record.change.moves:
        yield say_count("{count:,} moved", "{count:,} moved", len(record.change.moves))


def render_undoing(record: Record, language: Language) -> str:
    """Return what undoing *record* would do, a line for each file."""
    steps = [
        *(say("move {path} back to {target}", path=target, target=path)
          for path, target in reversed(record.change.moves)),
        *(say("restore the text of {path}", path=write.path) for write in record.change.writes),
    ]  # fmt: skip
    shown = [visible(language.say(step)) for step in steps[:_MAX_LINES]]
    rest = len(steps) - len(shown)
    others = [language.say(more(rest))] if rest else []
    return "".join(f"{line}\n" for line in [_line(record, language), *shown, *others])


def render_renaming(plan: Renaming, language: Language) -> str:
    """Return what *plan* does: the move, the links that are rewritten, and what it catches."""
    [move] = plan.change.moves
    lines: list[Message | str] = [f"{move.path} → {move.target}"]
    if plan.links:
        lines.append(
            say(
                "{links} in {files}",
                links=say_count("{count:,} link", "{count:,} links", plan.links),
                files=say_count("{count:,} file", "{count:,} files", len(plan.change.writes)),
            )
        )
    lines += [
        say("{path}: a link that leads nowhere now will lead there", path=path)
        for path in plan.caught[:_MAX_LINES]
    ]
    return "".join(f"{visible(language.say(line))}\n" for line in lines)


def render_diff(change: Change) -> str:
    """Return the files that *change* renames, as git names them, then a diff of the texts."""
    moves = "".join(
        f"rename from {visible(move.path)}\nrename to {visible(move.target)}\n"
        for move in change.moves
    )
    texts = (
        FileFix(write.path, _text(write.before), _text(write.after), 1) for write in change.writes
    )
    return moves + diff(texts)


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace")
