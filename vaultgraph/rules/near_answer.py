"""The rule `near-answer`."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.reading import NormalizedLines, normalize_lines, sketches
from vaultgraph.rules import rule

_FEWEST_WORDS, _FEWEST_LINES, _LARGEST_CROWD = 4, 2, 8
_read = lru_cache(maxsize=1 << 14)(normalize_lines)


@rule(Severity.INFO, on="vault")
def near_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two answers share most of their lines.

    Usually one was copied from the other and changed in part: it is worth asking whether the two
    cards can still be told apart.  Compared is the answer alone, not a source or a hint.

    Bad::

        -- Heat.md --
        How does an engine work? #flashcard
        1 - Gas is burnt in the cylinder
        2 - The piston turns the shaft
        3 - The gas is let out

        How is an engine built? #flashcard
        1 - Gas is burnt in the cylinder
        2 - The piston turns the shaft
        3 - It is cast and milled

    Good::

        -- Heat.md --
        How does an engine work? #flashcard
        1 - Gas is burnt in the cylinder
        2 - The piston turns the shaft

        How is an engine built? #flashcard
        1 - The block is cast
        2 - The bores are milled

    When it is wrong to worry: answers may share a few lines, as of an example, and steps that begin
    alike are not the same procedure.  Less than half of the words, a single line, code, and a line
    that very many answers have, are no reason to worry.

    Fine::

        -- Heat.md --
        How is an engine started? #flashcard
        1 - Open the valve of the tank
        2 - Turn the shaft by hand
        3 - Light the gas

        How is an engine cleaned? #flashcard
        1 - Open the valve of the tank
        2 - Let the rest of the gas out
        3 - Wash the cylinder with oil
    """
    places = [*_alike(graph)]
    answers = [_read(note.cards[place].answer) for note, place in places]
    near: defaultdict[int, list[int]] = defaultdict(list)
    for (one, other), shared in sorted(_pairs(answers).items()):
        first, second = answers[one], answers[other]
        is_half = 2 * sum(first.lines[line] for line in shared) > max(first.words, second.words)
        if len(shared) >= _FEWEST_LINES and is_half and first != second:
            near[other].append(one)
    for number, (twin, *others) in near.items():
        (note, card), (first_note, first_card) = (
            (each, each.cards[place]) for each, place in (places[number], places[twin])
        )
        more = f", and in {len(others)} more" if others else ""
        where = card_reference(graph, first_note, first_card, note)
        most = f"most of this answer stands in that of {where}"
        hint = "say in each what sets it apart"
        yield Finding(card.span(note.path), f"{most} too{more}", hint, other=first_note.path)


def _alike(graph: VaultGraph) -> Iterator[tuple[Note, int]]:
    """Yield the cards with a line in their answer that may be in another's, by note and place."""
    is_plausible_only = graph.vault.card_finder.is_plausible_only
    places = [
        (note, place, frozenset(map(hash, sketches(card.answer))))
        for note in graph.notes_with("cards")
        for place, card in enumerate(note.cards)
        if "\n" in card.answer
    ]
    counts = Counter(chain.from_iterable(lines for _, _, lines in places))
    shared = {line for line, count in counts.items() if count > 1}
    for note, place, lines in places:
        if not shared.isdisjoint(lines):
            card = note.cards[place]
            if not card.is_cloze and not is_plausible_only(note, card):
                yield note, place


def _pairs(answers: Sequence[NormalizedLines]) -> dict[tuple[int, int], list[str]]:
    """The lines that two answers share; one that very many share is a form, and says nothing."""
    counts = Counter(chain.from_iterable(answer.lines for answer in answers))
    common = {line for line, count in counts.items() if 1 < count <= _LARGEST_CROWD}
    by_line: defaultdict[str, list[int]] = defaultdict(list)
    for number, (lines, _) in enumerate(answers):
        for line in common & lines.keys() if not common.isdisjoint(lines) else ():
            if lines[line] >= _FEWEST_WORDS:
                by_line[line].append(number)
    shared: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for line, numbers in by_line.items():
        for pair in combinations(numbers, 2):
            shared[pair].append(line)
    return shared
