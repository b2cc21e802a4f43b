"""The rule `undefined-reference`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, MarkupFault, Note, Severity, Span
from vaultgraph.rules import rule

_FOOTNOTES = say("{count:,} footnotes have no text")
_TEXTS = say("nothing refers to the text of {count:,} footnotes")
_LINKS = say("{count:,} links have a label without an address")


@rule(
    Severity.WARNING,
    plural(
        "{count:,} footnote or label without its counterpart",
        "{count:,} footnotes or labels without their counterparts",
    ),
    on="markup fault",
    of="no-footnote-text unused-footnote no-definition",
    skips_templates=True,
)
def undefined_reference(graph: VaultGraph, note: Note, fault: MarkupFault) -> Iterator[Finding]:
    r"""A footnote has no text in its note, or a link no address.

    Obsidian shows `[^1]` as it is written if no line of the note begins with `[^1]:`.  A text that
    nothing refers to is only information.

    Bad::

        -- Heat.md --
        Heat is energy.[^1] It cannot be lost.[^joule]

        [^1]: On its way from hot to cold.

    Good::

        -- Heat.md --
        Heat is energy.[^1] It cannot be lost.[^joule]

        [^1]: On its way from hot to cold.
        [^joule]: Joule, 1843.

    When it is wrong to worry: in a regular expression, `[^abc]` is a set of characters.  In a note
    without any text of a footnote, only what directly follows a word is reported.  Of brackets
    after brackets only those are, in a note where others have an address.

    Fine::

        -- Heat.md --
        Heat is energy^[on its way], see `[^1]` and \[^2].  No vowels: [^aeiou]+, as in q[^u].
        Elements are a[i][j], or [so][said].
    """
    if note.is_drawing:
        return
    span, label = Span(note.path, fault.start, fault.end), fault.detail
    if fault.kind == "unused-footnote":
        message = say("nothing refers to the footnote [^{label}]", label=label)
        yield Finding(span, message, "", _TEXTS, Severity.INFO)
    elif fault.kind == "no-footnote-text":
        message = say("the footnote [^{label}] has no text", label=label)
        hint = say("begin a line with [^{label}]: and write its text there", label=label)
        yield Finding(span, message, hint, _FOOTNOTES)
    else:
        message = say("the label [{label}] has no address, so this is not a link", label=label)
        hint = say("begin a line with [{label}]: and write the address there", label=label)
        yield Finding(span, message, hint, _LINKS)
