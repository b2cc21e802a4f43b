"""The rule `unquoted-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, Note, PropertyFault, Severity, Span, path_of
from vaultgraph.rules import rule

_LIST = lazy_re(r"[^|]*,.*|[^|]*:\s.*|[-+.\d\s]+")
_GROUP = say("{count:,} links in properties have no quotes")


@rule(
    Severity.WARNING,
    plural(
        "{count:,} link without quotes in a property",
        "{count:,} links without quotes in properties",
    ),
    on="property fault",
    of="unquoted-link",
)
def unquoted_link(graph: VaultGraph, note: Note, fault: PropertyFault) -> Iterator[Finding]:
    """A link in a property has no quotes, so Obsidian does not see it.

    YAML reads `[[Physics]]` as a list in a list.  The link has no backlink and is missing from the
    graph.  The fix puts it in quotes if the file that it names exists, and only if the properties
    then mean the same in all else.

    Bad::

        -- Heat.md --
        ---
        up: [[Physics]]
        ---
        Energy on its way, as in [[Work]].
        -- Physics.md --
        Of [[Heat]], and of work.

    Good::

        -- Heat.md --
        ---
        up: "[[Physics]]"
        ---
        Energy on its way, as in [[Work]].
        -- Physics.md --
        Of [[Heat]], and of work.

    When it is wrong to worry: numbers, and what has a comma, may well be a list in a list.  They
    are reported only if there is a note of that name.

    Fine::

        -- Heat.md --
        ---
        matrix: [[1, 2], [3, 4]]
        unit: [[1]]
        pairs: [[cold, warm]]
        steps:
          - [gain]
        formula: |
          [[a]]
        ---
        Energy on its way.
    """
    target = graph.vault.text(note.path)[fault.start + 2 : fault.end - 2].partition("|")[0].strip()
    path = path_of(target)
    exists = not path or graph.resolver.resolve(path, note.path) is not None
    if exists or not _LIST.fullmatch(target):
        message = say("without quotes, this is a list in a list and not a link")
        hint = say("write {text}", text=fault.detail)
        fix = Fix(fault.detail) if exists else None
        yield Finding(Span(note.path, fault.start, fault.end), message, hint, _GROUP, fix=fix)
