"""The rule `oversized-attachment`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_MEGABYTE = 1_000_000


@rule(
    Severity.INFO,
    plural("{count:,} very large file", "{count:,} very large files"),
    on="vault",
    by_default=False,
)
def oversized_attachment(graph: VaultGraph, *, megabytes: int = 10) -> Iterator[Finding]:
    """A file is very large.

    Large files make a vault slow to sync and hard to keep in git.

    When it is wrong to worry: where a vault is not synced, or Git LFS stores its files, size does
    no harm, so the rule is off unless you turn it on, and `megabytes` sets the limit.

    Bad::

        -- .vaultgraph.toml --
        [rules.oversized-attachment]
        megabytes = 0
        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Good::

        -- Heat.md --
        ![[engine.svg]]
        -- engine.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Fine::

        -- Heat.md --
        ![[film.mp4]]
        -- film.mp4 --
        A film of less than ten megabytes.

    Options:
        megabytes: how large a file may be.
    """
    for path, attachment in graph.vault.attachments.items():
        size = attachment.size / _MEGABYTE
        if size > megabytes:
            message = say("this file is {size:,.1f} MB", size=size)
            hint = say("shrink it, or keep it elsewhere")
            group_message = say(
                "{count:,} files are larger than {megabytes} MB", megabytes=megabytes
            )
            yield Finding(Span(path), message, hint, group_message)
