"""The rule `duplicate-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural("{count:,} copy of a note", "{count:,} copies of notes"),
    on="vault",
    skips_templates=True,
)
def duplicate_note(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same text.

    One of them may be a forgotten copy: a change to one is missing in the other.  Line endings and
    whitespace at the end of a line make no difference.

    When it is wrong to worry: notes that hold only what their template put there are not written
    yet, and two days of a journal may be alike.  They are not compared, nor are notes with less
    than a line of text.

    Bad::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.
        -- Copies/Warmth.md --
        Energy on its way from a warm body to a cold one.

    Good::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.
        -- Copies/Warmth.md --
        [[Heat]]

    Fine::

        -- Journal/2026-11-24.md --
        - [ ] Measure the temperature of the water in the morning
        -- Journal/2026-11-25.md --
        - [ ] Measure the temperature of the water in the morning
        -- Heat.md --
        #physics
        **Where I have read of it**: [[Library]]
        **What I think of it**:
        -- Work.md --
        #physics
        **Where I have read of it**: [[Library]]
        **What I think of it**:
    """
    for path, original in graph.copied_notes.items():
        if path in graph.conflict_copies:  # `conflict-copy` compares it
            continue
        message = say("{path} has the same text", path=original)
        hint = say("if one is a copy of the other, keep only one; otherwise give each its own text")
        group_message = say("{count:,} notes have the same text as {path}", path=original)
        yield Finding(Span(path), message, hint, group_message)
