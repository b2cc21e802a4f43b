"""Diagnostics as one HTML page to look through, which works offline and without its script.

The findings are a list for each rule, the worst first.  The script filters them and enlarges
images; it reads what it needs from the list, so nothing is on the page twice.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from vaultgraph.languages import load_help
from vaultgraph.messages import Message, say
from vaultgraph.model import Diagnostic
from vaultgraph.printing import PAGE
from vaultgraph.reading import is_image
from vaultgraph.reading.thumbnails import image_link, sources
from vaultgraph.reports.excerpts import Excerpt, excerpt
from vaultgraph.reports.groups import RuleSeverity, group_by_rule
from vaultgraph.reports.markdown import heading_above
from vaultgraph.reports.next_steps import to_do
from vaultgraph.reports.pages import environment, render_page
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.rule_pages import sections
from vaultgraph.reports.severities import severity_count, severity_counts, severity_name, totals
from vaultgraph.reports.terminal import visible
from vaultgraph.rules import Rule

__all__ = ["render"]

_MAX_FINDINGS = 20_000  # 10 MB, which a browser opens in two seconds
_MAX_FOLDERS = 1000
_PART = 50
_WIDEST_LINE = 240
_WIDEST_FIX = 400
_WORDS = {
    "all_folders": say("All folders"),
    "all_rules": say("All rules"),
    "close": say("Close"),
    "enlarge": say("Enlarge"),
    "filter": say("Filter the findings"),
    "folder": say("Folder"),
    "guess": say("guess"),
    "next": say("Next"),
    "none": say("No finding matches."),
    "of": say("{shown} of {total}"),
    "open": say("Open in Obsidian"),
    "previous": say("Previous"),
    "reset": say("Show all"),
    "rule": say("Rule"),
    "safe": say("safe fix"),
    "search": say("Search the findings"),
    "severity": say("Severity"),
}


class _Picture(NamedTuple):
    """The `src` of a thumbnail, or of the image itself, and the URL of the whole image."""

    source: str
    whole: str


class _Fix(NamedTuple):
    """What `--fix` replaces by what; both are empty if that is only whitespace, or long."""

    is_safe: bool
    before: str
    after: str


class _Item(NamedTuple):
    """A finding; what all of its group share is empty.  `place` is the position in the file."""

    folder: str
    name: str
    place: str
    address: str
    message: str
    hint: str
    line: int
    source: Excerpt | None
    fix: _Fix | None
    picture: _Picture | None


class _Group(NamedTuple):
    """The findings of a rule, with what they share: the message and the hint, if it is the same.

    In a gallery, images are next to each other.  The findings are a list, or many in `parts`:
    a browser lays out only those near the screen.  `left` is the number of those not shown.
    """

    rule: str
    severity: str
    severity_name: str
    summary: str
    reason: str
    message: str
    hint: str
    is_gallery: bool
    parts: Sequence[Sequence[_Item]]
    number: int
    left: str


@report_format(form=PAGE, has_images=True)
def render(report: Report) -> str:
    """Return *report* as a page."""
    language = report.language
    pictures = _pictures(report)
    groups = [*_groups(report, pictures)]
    counts = severity_counts(report.diagnostics)
    has_pictures = any(pictures.values())
    worst = max(counts, default=None)
    return render_page(
        "lint",
        environment(language),
        visible(report.graph.vault.name),
        image_sources="data: file: 'self'" if has_pictures else "",
        totals=totals(report.diagnostics),
        worst="" if worst is None else str(worst),
        to_do=[] if report.is_quiet else to_do(report),
        groups=groups,
        severities=[
            (str(severity), severity_count(severity, counts[severity]))
            for severity in sorted(counts, reverse=True)
        ],
        folders=_folders(report.diagnostics),
        part_size=_PART,
        has_pictures=has_pictures,
        words={name: language.say(word) for name, word in _WORDS.items()},
    )


def _pictures(report: Report) -> Mapping[str, _Picture | None]:
    """Return the pictures of the images that findings are about, by path; None for broken ones."""
    graph, folder = report.graph, report.output_folder
    found = (diagnostic.location.path for diagnostic in report.diagnostics)
    known_files = {*graph.vault.files}
    paths = [path for path in dict.fromkeys(found) if is_image(path) and path in known_files]
    known = {} if report.known_images is None else report.known_images
    shown = sources(graph.vault, paths, folder, known)
    return {
        path: _Picture(source, image_link(graph.vault, path, folder)) if source else None
        for path, source in zip(paths, shown, strict=True)
    }


def _groups(report: Report, pictures: Mapping[str, _Picture | None]) -> Iterator[_Group]:
    """Yield the groups, the worst first; after `_MAX_FINDINGS` they only have a number."""
    room = _MAX_FINDINGS
    for kind, found in group_by_rule(report.diagnostics).items():
        yield _group(report, kind, found, found[:room], pictures)
        room -= min(room, len(found))


def _group(
    report: Report,
    kind: RuleSeverity,
    found: Sequence[Diagnostic],
    shown: Sequence[Diagnostic],
    pictures: Mapping[str, _Picture | None],
) -> _Group:
    say, rule, severity = report.language.say, report.rule(kind[0]), kind[1]
    summary, reason = _explained(rule, report)
    message, hint = _shared(report, found)
    items = [_item(report, diagnostic, pictures) for diagnostic in shown]
    if message:
        items = [item._replace(message="") for item in items]
    if hint:
        items = [item._replace(hint="") for item in items]
    is_gallery = len(items) > 1 and all(item.picture for item in items)
    size = len(items) or 1 if is_gallery else _PART
    return _Group(
        rule=rule.name,
        severity=str(severity),
        severity_name=say(severity_name(severity)),
        summary=summary,
        reason=reason,
        message=message,
        hint=hint,
        is_gallery=is_gallery,
        parts=[items[first : first + size] for first in range(0, len(items), size)],
        number=len(found),
        left=say(_more(len(found) - len(shown))) if len(found) > len(shown) else "",
    )


def _more(number: int) -> Message:
    return say("… and {number:,} more", number=number)


def _explained(rule: Rule, report: Report) -> tuple[str, str]:
    """Return what *rule* finds, and why that matters."""
    summary, reason, *_ = sections(rule, load_help(report.language))
    return summary, " ".join(reason.split())


def _shared(report: Report, found: Sequence[Diagnostic]) -> tuple[str, str]:
    """Return the message and the hint that all of several findings share, each empty if not."""
    if len(found) == 1:
        return "", ""
    messages = {diagnostic.message for diagnostic in found}
    hints = {diagnostic.hint for diagnostic in found}
    message, hint = (
        visible(report.language.say(texts.pop())) if len(texts) == 1 else ""
        for texts in (messages, hints)
    )
    return message, hint


def _item(report: Report, diagnostic: Diagnostic, pictures: Mapping[str, _Picture | None]) -> _Item:
    say, location = report.language.say, diagnostic.location
    path = "" if location.path == "." else location.path
    folder, slash, name = path.rpartition("/")
    return _Item(
        folder=visible(folder + slash),
        name=visible(name or report.graph.vault.name),
        place=f":{location.line}:{location.column}" if diagnostic.source else "",
        address=_address(report, diagnostic) if path else "",
        message=visible(say(diagnostic.message)),
        hint=visible(say(diagnostic.hint)),
        line=location.line,
        source=_source(diagnostic) if diagnostic.source.strip() else None,
        fix=_fix(diagnostic),
        picture=pictures.get(path),
    )


def _address(report: Report, diagnostic: Diagnostic) -> str:
    """Return the URL that opens the note of *diagnostic* in Obsidian, at the heading above it."""
    address = report.graph.vault.address(diagnostic.location.path)
    heading = heading_above(report.graph, diagnostic)
    return f"{address}%23{quote(heading, safe='', errors='replace')}" if heading else address


def _source(diagnostic: Diagnostic) -> Excerpt:
    before, marked, after, start, end = excerpt(diagnostic, _WIDEST_LINE)
    return Excerpt(
        start + visible(before).lstrip(), visible(marked), visible(after).rstrip() + end, "", ""
    )


def _fix(diagnostic: Diagnostic) -> _Fix | None:
    fix, location = diagnostic.fix, diagnostic.location
    if not fix:
        return None
    before = fix.replaces
    if not before and location.end_line == location.line:
        before = diagnostic.source[location.column - 1 : location.end_column - 1]
    shown = [visible(text).strip() for text in (before, fix.text)]
    has_line_ends = any(end in text for text in (before, fix.text) for end in "\r\n")
    if has_line_ends or shown[0] == shown[1] or max(map(len, shown)) > _WIDEST_FIX:
        return _Fix(fix.safe, "", "")
    return _Fix(fix.safe, *shown)


def _folders(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, int]]:
    """Return the folders with findings and how many they have, in alphabetical order.

    If there are too many, those at the top are preferred.
    """
    counts: Counter[str] = Counter()
    for folder, number in Counter(
        visible(found.location.path).rpartition("/")[0] for found in diagnostics
    ).items():
        parts = folder.split("/") if folder else []
        for depth in range(len(parts)):
            counts["/".join(parts[: depth + 1])] += number
    highest = sorted(counts, key=lambda folder: folder.count("/"))[:_MAX_FOLDERS]
    return [(folder, counts[folder]) for folder in sorted(highest)]
