"""The rule `unlinked-mention`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.link_fixes import wikilink
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, Note, Severity, Span
from vaultgraph.reading import is_in_table
from vaultgraph.rules import rule
from vaultgraph.suggesting import Mention, MissingLinks


@rule(
    Severity.INFO,
    plural("{count:,} note named without a link", "{count:,} notes named without a link"),
    on="vault",
    by_default=False,
)
def unlinked_mention(
    graph: VaultGraph, *, headings: bool = False, questions: bool = False
) -> Iterator[Finding]:
    """A note names another one, but does not link to it.

    A link would show that the two belong together, on the map and among the backlinks.  Each note
    is reported once for each other that it names; `--fix` links the first place.  The name or an
    alias counts, with another ending as well, such as a plural.

    A name that is also a common word is only reported if the vault shows that it is meant: the word
    is written with a capital within sentences, or several notes link to it.

    Bad::

        -- Engine.md --
        Heat engines use the Carnot cycle.
        -- Carnot cycle.md --
        Four steps, and back.

    Good::

        -- Engine.md --
        Heat engines use the [[Carnot cycle]].
        -- Carnot cycle.md --
        Four steps, and back.

    When it is wrong to worry: not every mention should be a link, so the rule is off unless you
    turn it on.  Code, math, comments, addresses and the text of other links are not searched;
    names that several notes have, and those of daily notes, are not either.

    Fine::

        -- Engine.md --
        Run `carnot cycle` for the Carnot cycle, see [[Carnot cycle|this note]].
        -- Carnot cycle.md --
        Four steps, and back.

    Options:
        headings: link names in headings as well
        questions: link names in the questions of flashcards as well
    """
    for mention in MissingLinks(graph).mentions:
        place = next(_places(graph, mention, headings=headings, questions=questions), None)
        if place:
            yield _finding(graph, mention, place)


def _places(
    graph: VaultGraph, mention: Mention, *, headings: bool, questions: bool
) -> Iterator[tuple[int, int]]:
    """Yield the places of *mention* where a link would do no harm."""
    note, text = graph.vault.notes[mention.source], graph.vault.text(mention.source)
    lines = [(heading.start, text.find("\n", heading.start)) for heading in note.headings]
    for start, end in mention.places:
        in_heading = any(first <= start and (start < last or last < 0) for first, last in lines)
        if (headings or not in_heading) and (questions or not _is_in_question(note, start)):
            yield start, end


def _is_in_question(note: Note, offset: int) -> bool:
    """Whether the question of a flashcard is at *offset*; all of a cloze is one."""
    card = note.card_at(offset)
    return card is not None and (card.is_cloze or offset < card.question_start + len(card.question))


def _finding(graph: VaultGraph, mention: Mention, place: tuple[int, int]) -> Finding:
    source, target = mention.source, mention.target
    text = graph.vault.text(source)
    written = text[place[0] : place[1]]
    in_table = is_in_table(text, place[0])
    link = "" if "\n" in written else wikilink(graph, source, target, written, in_table=in_table)
    name = graph.resolver.shortest(target, source) or target
    return Finding(
        Span(source, *place),
        say("{name} is named, but not linked", name=name),
        say("write {text}", text=link) if link else "",
        say("{count:,} names of notes are not linked, in {notes}"),
        fix=Fix(link) if link else None,
        subject=source,
    )
