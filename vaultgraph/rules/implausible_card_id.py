"""The rule `implausible-card-id`."""

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import ne, sub

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_FIRST_ANKI = 1_136_073_600_000  # 2006, in milliseconds
_DAY = 86_400_000
_SECOND = 1_000
_ROUND = 1_000_000
_LONGEST_ROW = 20


@rule(Severity.INFO, on="vault")
def implausible_card_id(graph: VaultGraph) -> Iterator[Finding]:
    """The ID of a flashcard cannot have been assigned by Anki.

    An ID of Anki is the time at which a note was made, in milliseconds.  One from another age was
    made up, and so was a row of twenty that begins at a round number, or goes up in equal steps of
    a second or more.  Anki knows no card of such an ID, and the plugin passes over the card without
    a word.  Whether that is so, only Anki can tell: with `--anki` the rule `unknown-to-anki` does.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1234-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

    When it is wrong to worry: Anki itself makes rows in steps of one.  While it takes many cards
    at once, each gets the next free millisecond.  Such a row begins at any number, and its IDs are
    genuine.  A package may bring IDs that its author made up, and then Anki knows them.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1715142984748-->

        What is work? #flashcard
        Force times distance.
        <!--ID: 1715142984749-->

        What is power? #flashcard
        Work per time.
        <!--ID: 1715142984750-->
    """
    if graph.anki:
        return
    tomorrow = time.time() * 1_000 + _DAY
    ids = sorted({card.id for _, card in graph.cards if card.id and card.goes_to_anki})
    first, end = bisect_left(ids, _FIRST_ANKI), bisect_right(ids, tomorrow)
    impossible = {*ids[:first], *ids[end:]}
    doubtful = impossible | _made_up(ids)
    for note, card in graph.cards if doubtful else ():
        if card.id not in doubtful or not card.goes_to_anki:
            continue
        if card.id in impossible:
            yield _finding(note, card, "is not a time at which Anki can have made a card")
        else:
            yield _finding(note, card, "is one of a row in equal steps, probably made up")


def _finding(note: Note, card: Card, fault: str) -> Finding:
    place = Span(note.path, card.id_start, card.id_start + len(str(card.id)))
    hint = f"search in Anki for nid:{card.id}, or add --anki, to see whether it knows the card"
    group_message = (
        "{count} IDs cannot have been assigned by Anki: add --anki to see which it knows"
    )
    return Finding(place, f"ID {card.id} {fault}", hint, group_message)


def _made_up(ids: Sequence[int]) -> set[int]:
    """Those of *ids*, in order, in a row of equal steps that Anki does not make.

    Its own rows have steps of a few milliseconds: 200 notes added in one call to the `anki`
    package had 199 steps of 1.  They begin at any number; that one of them begins at a multiple of
    1,000 seconds happens once in a million rows.
    """
    steps = [*map(sub, ids[1:], ids)]
    # Where another step begins; as a rule, each step is another.
    starts = [0, *compress(count(1), map(ne, steps[1:], steps))]
    rows: set[int] = set()
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        if end - start + 1 >= _LONGEST_ROW:
            is_round = steps[start] == 1 and ids[start] % _ROUND <= 1
            if is_round or steps[start] >= _SECOND:
                rows.update(ids[start : end + 1])
    return rows
