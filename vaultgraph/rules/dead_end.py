"""The rule `dead-end`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} note that links to no other", "{count:,} notes that link to no other"),
    on="note",
    by_default=False,
    skips_templates=True,
)
def dead_end(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A note links to no other note.

    A reader who comes here has to turn back.  Links to files and to missing notes do not count.

    When it is wrong to worry: where notes are read one by one, such as a list of sources, a dead
    end is fine; the rule is for vaults in which every note should lead on.  Templates are left out.

    Bad::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --
        Disorder, counted.

    Good::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --
        Disorder, counted; see [[Heat]].

    Fine::

        -- Templates/Person.md --
        Who it is.
    """
    if not graph.linked_notes(note.path) and note.path not in graph.vault.excluded:
        message = say("this note links to no other note")
        group_message = say("{count:,} notes link to no other note")
        yield Finding(Span(note.path), message, say("link to a note"), group_message)
