"""The rule `crlf-card-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say, say_count
from vaultgraph.model import Finding, Fix, Note, Severity, Span
from vaultgraph.reading import LastSync
from vaultgraph.rules import rule

_CRLF, _LF = "\r\n", "\n"


@rule(
    Severity.ERROR,
    plural(
        "{count:,} note whose cards are hidden by line endings",
        "{count:,} notes whose cards are hidden by line endings",
    ),
    on="note",
    of="card_faults cards",
    skips_templates=True,
)
def crlf_card_note(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    r"""A note with flashcards has Windows line endings, so the plugin does not see them.

    Its expressions end a line at `\n` alone.  Git may have changed the line endings on checkout.
    `--fix --unsafe` converts the notes; where git changes them back, only its settings help.  It is
    a warning if the note is fine here, but had such line endings where it was last synced.

    Bad::

        -- Heat.md --
        What is heat? #flashcard\r
        Energy on its way.\r

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

    When it is wrong to worry: Windows line endings hide no card on a single line, and a note
    without cards may have any.

    Fine::

        -- Heat.md --
        Heat is energy on its way.\r
        -- Work.md --
        STARTI [Basic] What is work? Back: Force times distance. ENDI\r
    """
    for fault in note.card_faults:
        if fault.kind == "crlf":
            yield _hidden(graph, note, int(fault.detail))
            return
    if note.parsed.cards and graph.vault.last_sync(note.path) is LastSync.WINDOWS:
        finder = graph.vault.card_finder
        hidden = finder.hidden_by_windows(note.path, graph.vault.text(note.path))
        yield Finding(
            Span(note.path),
            say_count(
                "Windows line endings hid a card of this note from the plugin at the last sync",
                "Windows line endings hid {count:,} cards of this note from the plugin at the last"
                " sync",
                hidden,
            ),
            say(
                "if git wrote them, put `*.md text eol=lf` into .gitattributes where you sync;"
                " it converts a note only when git checks it out again"
            ),
            say(
                "Windows line endings hid the cards of {count:,} notes from the plugin at the last"
                " sync"
            ),
            Severity.WARNING,
        )


def _hidden(graph: VaultGraph, note: Note, count: int) -> Finding:
    # One carriage return more would be left over as a line ending of its own.
    is_doubled = f"\r{_CRLF}" in graph.vault.text(note.path)
    return Finding(
        Span(note.path),
        say_count(
            "Windows line endings hide a card of this note from the plugin",
            "Windows line endings hide {count:,} cards of this note from the plugin",
            count,
        ),
        say("save it with Unix line endings (LF)")
        if is_doubled
        else say("save it with Unix line endings (LF), as --fix --unsafe does"),
        say("Windows line endings hide the cards of {count:,} notes from the plugin"),
        fix=None if is_doubled else Fix(_LF, safe=False, replaces=_CRLF),
    )
