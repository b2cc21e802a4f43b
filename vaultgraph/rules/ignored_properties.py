"""The rule `ignored-properties`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Note, PropertyFault, Severity, Span
from vaultgraph.rules import rule

_COMMENT_GROUP = say("{count:,} values in properties are comments, because they begin with #")
_LINK_GROUP = say("{count:,} links in properties are part of a longer text")
_MISSED_GROUP = say("{count:,} notes have properties that Obsidian takes for text")


@rule(
    Severity.WARNING,
    plural(
        "{count:,} property that Obsidian ignores", "{count:,} properties that Obsidian ignores"
    ),
    on="property fault",
    of="comment link-in-text not-at-start other-dashes unclosed",
    skips_templates=True,
)
def ignored_properties(graph: VaultGraph, note: Note, fault: PropertyFault) -> Iterator[Finding]:
    """Obsidian silently ignores properties of a note.

    Properties are between two lines of exactly three dashes, of which the first is the first line
    of the note; otherwise all of them are text.  After a space, `#` begins a comment, so the value
    is lost.  A link within a longer text is not a link, which is only information.

    Bad::

        -- Heat.md --
        ---
        tags: #physics #work
        ---
        Energy on its way.

    Good::

        -- Heat.md --
        ---
        tags: [physics, work]
        ---
        Energy on its way.

    When it is wrong to worry: a comment usually has a space behind its `#`, and is not reported
    then.  Between two horizontal lines may be text with a colon in it.

    Fine::

        -- Heat.md --
        ---
        status: # draft or done
        tags: [physics] # more later
        banner: "![[Engine.png]]"
        up: "[[Work]]"
        ---
        Energy on its way.
        -- Work.md --
        # Work

        ---
        Note: what is work?

        ---
    """
    place = Span(note.path, fault.start, fault.end)
    if fault.kind == "comment":
        message = say("# begins a comment here, so Obsidian ignores this")
        hint = _hint_on_comment(fault.detail)
        yield Finding(place, message, hint, _COMMENT_GROUP)
    elif fault.kind == "link-in-text":
        message = say("Obsidian sees no link within a longer text in the properties")
        quoted = f'"{fault.detail}"'
        hint = say("put {link} in a property or an entry of its own", link=quoted)
        yield Finding(place, message, hint, _LINK_GROUP, Severity.INFO)
    else:
        yield Finding(place, *_explain(fault.kind), _MISSED_GROUP)


def _hint_on_comment(replacement: str) -> Message:
    if not replacement:
        return say("make it an entry of its own, without #")
    return say("write {text}", text=replacement)


def _explain(kind: str) -> tuple[Message, Message]:
    """Why Obsidian takes properties for text, and what to do."""
    if kind == "not-at-start":
        message = say("these properties are not at the start of the note, so they are text")
        return message, say("make this the first line of the note")
    if kind == "other-dashes":
        message = say("these are not three dashes, so the properties are text")
        return message, say("write exactly ---, with nothing before it")
    message = say("these properties are never closed, so they are text")
    return message, say("put a line with --- below the last property")
