"""The rule `alias-as-target`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import keep_display_text, retarget
from vaultgraph.graph.reasons import Reason
from vaultgraph.graph.tags import is_topic_of
from vaultgraph.messages import Message, all_of, any_of, plural, say
from vaultgraph.model import Finding, Fix, Severity
from vaultgraph.rules import rule

_MAX_SHOWN = 3


@rule(
    Severity.WARNING,
    plural("{count:,} link to an alias", "{count:,} links to an alias"),
    on="broken link",
    of="alias",
)
def alias_as_target(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A link names a note by its alias, which Obsidian does not follow.

    Aliases only help to find a note while typing: Obsidian then writes its real name, with the
    alias after a pipe.  A bare alias points to a note that does not exist.

    Bad::

        -- Heat.md --
        [[Disorder]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---

    Good::

        -- Heat.md --
        [[Entropy|Disorder]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---

    When it is wrong to worry: a note with exactly that name takes precedence over an alias.

    Fine::

        -- Heat.md --
        [[Disorder]]
        -- Disorder.md --
        What a child leaves behind.
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """
    owners = graph.evidence.owners(edge)
    shown = owners[:_MAX_SHOWN]
    texts = [text for path in shown if (text := _rewritten(graph, edge, path))]
    is_topic = any(is_topic_of(graph.vault.notes[path], edge.link.path) for path in owners)
    is_only = len(owners) == len(texts) == 1 and edge.link.syntax in {"wikilink", "markdown"}
    # A topic may be meant as such: `[[programming]]` is not a note about one of its tools.
    fix = Fix(texts[0]) if is_only and not is_topic else None
    severity = Severity.INFO if is_topic else None
    hint = _hint(shown, texts, is_topic=is_topic)
    yield Finding(edge.span, _message(graph, edge, owners), hint, severity=severity, fix=fix)


def _message(graph: VaultGraph, edge: Edge, owners: Sequence[str]) -> Message:
    shown = owners[:_MAX_SHOWN]
    notes = all_of([graph.resolver.shortest(path, edge.source) or path for path in shown])
    if len(owners) > len(shown):
        return say(
            "{alias} is an alias of {notes} and others, not a name",
            alias=edge.link.path,
            notes=notes,
        )
    return say("{alias} is an alias of {notes}, not a name", alias=edge.link.path, notes=notes)


def _hint(paths: Sequence[str], texts: Sequence[str], *, is_topic: bool) -> Message:
    """Which of *texts* to write, or to which of *paths* to link if there is no text."""
    if not texts:
        return say("link to {paths} instead", paths=any_of(paths))
    if is_topic:
        return say("if this note is meant, write {text}", text=any_of(texts))
    return say("write {text}", text=any_of(texts))


def _rewritten(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The link of *edge* with the name of the note at *path*, and the alias as display text."""
    fix = retarget(graph, edge, path)
    return keep_display_text(graph, edge, fix.text) if fix else ""
