"""The rule `implausible-card-id`."""

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import ne, sub

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Card, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_FIRST_ANKI = 1_136_073_600_000  # 2006, in milliseconds
_DAY = 86_400_000
_SECOND = 1_000
_ROUND = 1_000_000  # milliseconds, as all of these
_SHORTEST_SERIES = 20
_GROUP = say(
    "{count:,} IDs cannot have been assigned by Anki: run with --anki to see which it knows"
)


@rule(
    Severity.INFO,
    plural("{count:,} implausible ID of a card", "{count:,} implausible IDs of cards"),
    on="vault",
)
def implausible_card_id(graph: VaultGraph) -> Iterator[Finding]:
    """The ID of a flashcard cannot have been assigned by Anki.

    An ID of Anki is the time at which a note was created, in milliseconds.  An ID from before Anki
    or from the future was made up, and so was a series of twenty that begins at a round number, or
    goes up in equal steps of a second or more.  Anki usually has no card with such an ID, and the
    plugin skips the card silently.  Only Anki knows: with `--anki` the rule `unknown-to-anki`
    reports such cards.

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

    When it is wrong to worry: Anki itself makes series in steps of one.  When many cards are added
    at once, each gets the next free millisecond.  Such a series begins at any number, and its IDs
    are genuine.  A package may bring IDs that its author made up, and then Anki knows them.

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
    ids = sorted(
        {number for note in graph.notes_with("cards") for number in note.summary.ids if number}
    )
    first, end = bisect_left(ids, _FIRST_ANKI), bisect_right(ids, tomorrow)
    impossible = {*ids[:first], *ids[end:]}
    implausible = impossible | _find_made_up(ids)
    for note, card in graph.cards.with_ids(implausible):
        if not card.goes_to_anki:
            continue
        if card.id in impossible:
            message = say("ID {id} is not a valid Anki timestamp", id=card.id)
        else:
            message = say("ID {id} is one of a series in equal steps, probably made up", id=card.id)
        yield _finding(note, card, message)


def _finding(note: Note, card: Card, message: str) -> Finding:
    place = Span(note.path, card.id_start, card.id_start + len(str(card.id)))
    hint = say(
        "search Anki for nid:{id}, or run with --anki, to see whether it knows the card",
        id=card.id,
    )
    return Finding(place, message, hint, _GROUP)


def _find_made_up(ids: Sequence[int]) -> set[int]:
    """Those of the sorted *ids* that are in a series of equal steps that Anki does not make.

    Its own series have steps of a few milliseconds: 200 notes added in one call to the `anki`
    package had 199 steps of 1.  They begin at any number; that one of them begins at a multiple of
    1,000 seconds happens once in a million series.
    """
    steps = [*map(sub, ids[1:], ids)]
    # Where the step changes; usually that is everywhere.
    starts = [0, *compress(count(1), map(ne, steps[1:], steps))]
    made_up: set[int] = set()
    for start, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        if end - start + 1 >= _SHORTEST_SERIES:
            is_round = steps[start] == 1 and ids[start] % _ROUND <= 1
            if is_round or steps[start] >= _SECOND:
                made_up.update(ids[start : end + 1])
    return made_up
