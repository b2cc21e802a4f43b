"""The rule `broken-view`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.subpaths import heading_key
from vaultgraph.messages import Message, join, plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_MAX_NAMED = 5


@rule(
    Severity.WARNING,
    plural("{count:,} link to a missing view", "{count:,} links to missing views"),
    on="vault",
)
def broken_view(graph: VaultGraph) -> Iterator[Finding]:
    """A link names a view that its base does not have.

    Obsidian then cannot show the view that was meant.  Renaming a view breaks the links to it.

    Bad::

        -- Heat.md --
        ![[Engines.base#Oldest]]
        -- Engines.base --
        views:
          - type: table
            name: By year

    Good::

        -- Heat.md --
        ![[Engines.base#By year]]
        -- Engines.base --
        views:
          - type: table
            name: By year

    When it is wrong to worry: capitals and punctuation make no difference.  The names of views are
    unknown if the base cannot be read, or if one of its views has no name.  A placeholder is yet to
    be filled in.

    Fine::

        -- Heat.md --
        ![[Engines.base#by YEAR]] ![[Engines.base]] ![[Plain.base#Table]]
        -- Engines.base --
        views:
          - type: table
            name: By year
        -- Plain.base --
        filters: file.hasTag("engine")
    """
    bases = graph.vault.contents.bases
    if not any(base.views for base in bases.values()):
        return
    for links in graph.notable_links:
        for index in links.subpath_indices:
            base = bases.get(links.targets[index] or "")
            if base and base.views:
                edge = links.edge(index)
                if _is_missing(edge, base.views):
                    yield _finding(edge, base.views)


def _is_missing(edge: Edge, views: tuple[str, ...]) -> bool:
    name = edge.link.subpath.strip("# ")
    wanted = heading_key(name)
    is_placeholder = "{{" in name or "<%" in name
    return bool(wanted) and not is_placeholder and wanted not in map(heading_key, views)


def _finding(edge: Edge, views: tuple[str, ...]) -> Finding:
    view = edge.link.subpath.strip("# ")
    message = say("{path} has no view {view}", path=edge.target, view=view)
    return Finding(edge.span, message, _hint(views))


def _hint(views: tuple[str, ...]) -> Message:
    names = [f"#{name}" for name in views[:_MAX_NAMED]]
    if len(views) > _MAX_NAMED:
        return say("it has {names} and others", names=join(", ", names))
    return say("it has {names}", names=join(", ", names))
