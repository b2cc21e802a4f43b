"""The rule `unlinked-mention`."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.link_fixes import wikilink
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, Note, Severity, Span
from vaultgraph.reading import is_in_table
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.suggesting import Mention


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
    # Imported here: other runs of lint need not wait 5 ms for what nobody asks for.
    from vaultgraph.suggesting import MissingLinks

    for source, mentions in groupby(MissingLinks(graph).mentions, attrgetter("source")):
        note, text = graph.vault.notes[source], graph.vault.text(source)
        left_out = [] if headings else _headings(note, text)
        for mention in mentions:
            places = (
                place
                for place in mention.places
                if not any(first <= place[0] < last for first, last in left_out)
                and (questions or not _is_in_question(note, place[0]))
            )
            if place := next(places, None):
                yield _finding(graph, mention, text, place)


def _headings(note: Note, text: str) -> Sequence[tuple[int, int]]:
    """Return the start and the end of each heading of *note*."""
    ends = (text.find("\n", heading.start) for heading in note.headings)
    return [
        (heading.start, end if end >= 0 else len(text))
        for heading, end in zip(note.headings, ends, strict=True)
    ]


def _is_in_question(note: Note, offset: int) -> bool:
    """Whether the question of a flashcard is at *offset*; all of a cloze is one."""
    card = note.card_at(offset)
    return card is not None and (card.is_cloze or offset < card.question_start + len(card.question))


def _finding(graph: VaultGraph, mention: "Mention", text: str, place: tuple[int, int]) -> Finding:
    source, target = mention.source, mention.target
    written = text[place[0] : place[1]]
    in_table = "|" in text and is_in_table(text, place[0])
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
