"""The rule `conflict-copy`."""

from collections import Counter
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import all_of, plural, say, say_count
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_GROUP = say("{count:,} copies are left from conflicts of a sync tool")


@rule(
    Severity.WARNING,
    plural("{count:,} copy from a conflict", "{count:,} copies from conflicts"),
    on="vault",
)
def conflict_copy(graph: VaultGraph) -> Iterator[Finding]:
    """A sync tool left a copy of a file that was changed in two places.

    Each of the two may have text that the other lacks, and links lead only to the original.  The
    finding says how they differ, and is at the first line that only the copy has.

    Bad::

        -- Heat.md --
        Energy on its way.
        -- Heat (Conflicted copy LAPTOP 202603121129).md --
        Energy on its way from a warm body to a cold one.

    Good::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.

    When it is wrong to worry: a name that only speaks of conflicts, or ends in a number, is that of
    a note of its own.  Known are the names that Obsidian Sync, Syncthing, Dropbox, Nextcloud,
    ownCloud, Seafile, Synology Drive, Resilio and pCloud give; without a date in it, a name counts
    only next to its original.

    Fine::

        -- Heat.md --
        Energy on its way.
        -- Heat 2.md --
        Energy on its way, from another year.
        -- Conflict theory.md --
        What society is made of.
        -- Writing (conflicted copy).md --
        What Dropbox calls them.
    """
    for path, original in graph.conflict_copies.items():
        if not graph.resolver.exact(original):
            message = say("this is a copy from a conflict, and there is no {path}", path=original)
            hint = say("rename it to {path} if it is the one to keep", path=original)
            yield Finding(Span(path), message, hint, _GROUP)
        elif graph.vault.is_source(path) and graph.vault.is_source(original):
            yield _compare_texts(graph, path, original)
        else:
            yield _compare_files(graph, path, original)


def _compare_texts(graph: VaultGraph, path: str, original: str) -> Finding:
    """The finding about the note or canvas at *path*, with what differs from its *original*."""
    lines = _lines(graph, path)
    counts, others = Counter(lines), Counter(_lines(graph, original))
    here, there = (counts - others).total(), (others - counts).total()
    if not here and not there:
        message = say("this copy from a conflict has the same lines as {path}", path=original)
        return Finding(Span(path), message, "", _GROUP)
    message = say(
        "this is a copy of {path} from a conflict: {difference}",
        path=original,
        difference=_difference(here, there, original),
    )
    if not here:
        hint = say("all of its text is in {path} too", path=original)
        return Finding(Span(path), message, hint, _GROUP)
    hint = say("bring the text that you want to keep into {path}", path=original)
    return Finding(_first_line(graph, path, counts - others), message, hint, _GROUP)


def _difference(here: int, there: int, original: str) -> str:
    """Say that *here* lines are only in the copy, and *there* lines only in the *original*."""
    parts = (
        say_count("{count:,} line is only here", "{count:,} lines are only here", here),
        say_count(
            "{count:,} line is only in {path}", "{count:,} lines are only in {path}", there,
            path=original,
        ),
    )  # fmt: skip
    return all_of([part for part, count in zip(parts, (here, there), strict=True) if count])


def _lines(graph: VaultGraph, path: str) -> list[str]:
    """The lines at *path* with text, without trailing whitespace."""
    return [line.rstrip() for line in graph.vault.text(path).split("\n") if line.strip()]


def _first_line(graph: VaultGraph, path: str, only_here: Counter[str]) -> Span:
    """The span of the first line at *path* that is *only here*."""
    start = 0
    for line in graph.vault.text(path).split("\n"):
        if line.rstrip() in only_here:
            return Span(path, start, start + len(line.rstrip()))
        start += len(line) + 1
    return Span(path)


def _compare_files(graph: VaultGraph, path: str, original: str) -> Finding:
    """The finding about the file at *path*, with whether its *original* has the same bytes."""
    if any(path in equal and original in equal for equal in graph.vault.contents.duplicates):
        message = say("this copy from a conflict has the same bytes as {path}", path=original)
        return Finding(Span(path), message, "", _GROUP)
    message = say("this is a copy of {path} from a conflict, with other bytes", path=original)
    hint = say("open both, and keep what you need under the name {path}", path=original)
    return Finding(Span(path), message, hint, _GROUP)
