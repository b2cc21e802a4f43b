"""The rule `near-duplicate-note`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, plural, say, say_count
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

_LONGEST = 60  # characters of a line


@rule(
    Severity.INFO,
    plural("{count:,} note much like another", "{count:,} notes much like others"),
    on="vault",
    by_default=False,
)
def near_duplicate_note(graph: VaultGraph) -> Iterator[Finding]:
    """A note says nearly the same as another one.

    Often one was copied and then only one of them changed, or a draft was forgotten.  Sequences of
    five words are compared, in whatever order the notes have them, of notes with 44 words or more.

    Bad::

        -- Heat.md --
        Heat is energy on its way from a warm body to a cold one. It flows until both are equally
        warm. A body does not have heat, as it does not have rain: it has inner energy, which heat
        and work change. The unit of heat is the joule.
        -- Drafts/Warmth.md --
        Heat is energy on its way from a warm body to a cold one. It flows until both are equally
        warm. A body does not have heat, as it does not have rain: it has inner energy, which heat
        and work change. The unit of heat is the calorie.

    Good::

        -- Heat.md --
        Heat is energy on its way from a warm body to a cold one. It flows until both are equally
        warm. A body does not have heat, as it does not have rain: it has inner energy, which heat
        and work change. The unit of heat is the joule.
        -- Drafts/Warmth.md --
        See [[Heat]].

    When it is wrong to worry: two versions may both be wanted, such as those of two years, so the
    rule is off unless you turn it on.  What a template has put into many notes does not count, and
    daily notes are not compared.  Equal notes are reported by `duplicate-note`.

    Fine::

        -- Heat.md --
        Heat is energy on its way from a warm body to a cold one.
        -- Drafts/Warmth.md --
        Heat is energy on its way from a warm body to a cold one!
    """
    # Imported here: other runs of lint need not wait 5 ms for what nobody asks for.
    from vaultgraph.suggesting import Texts, find_near_duplicates

    for path, other, share in find_near_duplicates(Texts(graph)):
        if {path, other} & graph.conflict_copies.keys() or path in graph.copied_notes:
            continue
        if graph.vault.is_day(path) or graph.vault.is_day(other):
            continue
        percent = f"{int(share * 100)}%"
        message = say("{share} of its text is also in {path}", share=percent, path=other)
        hint = _differences(graph.vault.text(path), graph.vault.text(other))
        yield Finding(Span(path), message, hint, other=other)


def _differences(text: str, other: str) -> Message:
    """Return how many lines only one of the texts has, with the first of those of *text*."""
    here, there = _lines(text), _lines(other)
    only_here = [line for line in here if line not in {*there}]
    only_there = [line for line in there if line not in {*here}]
    if not only_here:
        return say_count(
            "{count:,} line is only there",
            "{count:,} lines are only there",
            len(only_there),
        )
    first = only_here[0]
    shown = first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"
    return say_count(
        "{count:,} line is only here: {line}; only there: {others:,}",
        "{count:,} lines are only here, such as {line}; only there: {others:,}",
        len(only_here),
        line=shown,
        others=len(only_there),
    )


def _lines(text: str) -> Sequence[str]:
    return [line for line in map(str.strip, text.splitlines()) if line]
