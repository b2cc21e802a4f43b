"""The rule `tag-variants`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.tags import find_usual_spellings
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} tag with several spellings", "{count:,} tags with several spellings"),
    on="vault",
)
def tag_variants(graph: VaultGraph) -> Iterator[Finding]:
    """A tag is written in several ways.

    Obsidian treats `#NLP` and `#nlp` as one tag, other programs do not.  Tags in the properties
    count as well, and so does each level of `#nlp/parsing`.

    Bad::

        -- Heat.md --
        Energy on its way. #physics
        -- Work.md --
        Force times distance. #Physics

    Good::

        -- Heat.md --
        Energy on its way. #physics
        -- Work.md --
        Force times distance. #physics

    When it is wrong to worry: a tag that marks flashcards, or names their deck, is spelled as its
    plugin expects it, and another spelling would lose the cards.  No such tag is reported.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        -- Work.md --
        What of #Flashcard, and what of another #Flashcard, is ready for the exam.

    Fine::

        -- Heat.md --
        #flashcards/physics

        heat::energy on its way <!--SR:!2026-11-24,3,250-->
        -- Work.md --
        All of #Flashcards/physics and #Flashcards/history is due.
    """
    tagged = graph.notes_with("tags", "frontmatter_tags")
    usual = find_usual_spellings(tagged, graph.vault.flashcards.tags)
    unusual = {name for name, other in usual.items() if name != other}
    for note in tagged if unusual else ():
        listed = dict.fromkeys(note.parsed.frontmatter_tags)
        for name in listed:
            if name in unusual:
                place = graph.property_span(note, "tags", name[1:])
                # A # would begin a comment there, and the tag would be lost.
                has_both = usual[name] in listed
                write = say("write {tag}", tag=usual[name][1:])
                hint = say("the list has both: one is enough") if has_both else write
                yield _finding(place, usual[name], hint)
        for name, start in note.parsed.tags:
            if name in unusual:
                place = Span(note.path, start, start + len(name))
                yield _finding(place, usual[name], say("write {tag}", tag=usual[name]))


def _finding(place: Span, usual: str, hint: str) -> Finding:
    message = say("elsewhere this tag is written {tag}", tag=usual)
    return Finding(
        place, message, hint, say("{count:,} tags are elsewhere written {tag}", tag=usual)
    )
