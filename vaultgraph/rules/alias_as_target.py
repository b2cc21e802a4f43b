"""The rule `alias-as-target`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import keep_display_text, retarget
from vaultgraph.graph.reasons import Reason
from vaultgraph.graph.tags import is_topic_of
from vaultgraph.model import Finding, Fix, Severity
from vaultgraph.rules import rule

_MOST_NAMED = 3


@rule(Severity.WARNING, on="broken link", of="alias")
def alias_as_target(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A link names a note by its alias, which Obsidian does not follow.

    Aliases only help to find a note while typing: Obsidian then writes its real name, with the
    alias behind a pipe.  A bare alias points at a note that does not exist.

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

    When it is wrong to worry: a note with that very name comes before the alias of another.

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
    named, more = owners[:_MOST_NAMED], " and others" * (len(owners) > _MOST_NAMED)
    names = " and ".join(graph.resolver.shortest(path, edge.source) or path for path in named)
    message = f"{edge.link.path} is an alias of {names}{more}, not a name"
    texts = [text for path in named if (text := _rewritten(graph, edge, path))]
    is_topic = any(is_topic_of(graph.vault.notes[path], edge.link.path) for path in owners)
    verb = "if that is meant, write" if is_topic else "write"
    hint = f"{verb} {' or '.join(texts)}" if texts else f"link {' or '.join(named)} instead"
    is_only = len(owners) == len(texts) == 1 and edge.link.syntax in {"wikilink", "markdown"}
    # A topic may be meant as such: `[[programming]]` is not a note about one of its tools.
    fix = Fix(texts[0]) if is_only and not is_topic else None
    severity = Severity.INFO if is_topic else None
    yield Finding(edge.place, message, hint, severity=severity, fix=fix)


def _rewritten(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The link of *edge* with the name of the note at *path*, and the alias for its text."""
    fix = retarget(graph, edge, path)
    return keep_display_text(graph, edge, fix.text) if fix else ""
