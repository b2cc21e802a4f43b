"""The rule `near-answer`."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.messages import plural, say, say_count
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.reading import NormalizedLines, normalize_lines, sketches
from vaultgraph.rules import rule

_MIN_WORDS, _MIN_LINES, _MAX_ANSWERS_OF_LINE = 4, 2, 8
_read = lru_cache(maxsize=1 << 14)(normalize_lines)


@rule(
    Severity.INFO,
    plural("{count:,} answer much like another", "{count:,} answers much like others"),
    on="vault",
)
def near_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two answers share most of their lines.

    Usually one was copied from the other and partly changed: check whether the two cards can still
    be told apart.  Only the answers are compared, not a source or a hint.

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

    When it is wrong to worry: answers may share a few lines, such as an example, and procedures may
    begin with the same steps.  Less than half of the words, a single line, code, and a line that
    very many answers have are not reported.

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
    places = [*_find_candidates(graph)]
    answers = [_read(note.cards[place].answer) for note, place in places]
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for (one, other), shared in sorted(_find_pairs(answers).items()):
        first, second = answers[one], answers[other]
        is_half = 2 * sum(first.lines[line] for line in shared) > max(first.words, second.words)
        if len(shared) >= _MIN_LINES and is_half and first != second:
            neighbours[other].append(one)
    for number, (one, *others) in neighbours.items():
        (note, card), (first_note, first_card) = (
            (each, each.cards[place]) for each, place in (places[number], places[one])
        )
        reference = card_reference(graph, first_note, first_card, note)
        message = say("most of this answer also appears in {card}", card=reference)
        if others:
            message = say_count(
                "most of this answer also appears in {card} and in {count:,} other card",
                "most of this answer also appears in {card} and in {count:,} other cards",
                len(others),
                card=reference,
            )
        hint = say("say in each what sets it apart")
        yield Finding(card.span(note.path), message, hint, other=first_note.path)


def _find_candidates(graph: VaultGraph) -> Iterator[tuple[Note, int]]:
    """Yield the cards whose answer may share a line with another's, by note and place in it."""
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


def _find_pairs(answers: Sequence[NormalizedLines]) -> dict[tuple[int, int], list[str]]:
    """The lines that two answers share, except those of a form, which very many answers share."""
    counts = Counter(chain.from_iterable(answer.lines for answer in answers))
    common = {line for line, count in counts.items() if 1 < count <= _MAX_ANSWERS_OF_LINE}
    by_line: defaultdict[str, list[int]] = defaultdict(list)
    for number, (lines, _) in enumerate(answers):
        for line in common & lines.keys() if not common.isdisjoint(lines) else ():
            if lines[line] >= _MIN_WORDS:
                by_line[line].append(number)
    shared: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for line, numbers in by_line.items():
        for pair in combinations(numbers, 2):
            shared[pair].append(line)
    return shared
