"""How long it takes to review a card, to learn a new one, and to read."""

from vaultgraph.anki import Answers
from vaultgraph.auditing import Audit
from vaultgraph.planning.result import Pace

__all__ = ["SECONDS_PER_WORD", "measure_pace"]

SECONDS_PER_WORD = 60 / 200
"""People read 200 words a minute to learn them (Carver, "Reading rate", 1990)."""

_ASSUMED = Pace(review=8.0, new=30.0, is_measured=False)
_MIN_ANSWERS = 20
"""From fewer reviews, or cards that were learned, an average says little."""


def measure_pace(audit: Audit) -> Pace:
    """Return the pace of the reviews in Anki, of the cards of *audit* or else of the vault.

    The time of the first steps is that of all cards that have begun: most have left them.
    """
    anki = audit.graph.anki
    if not anki:
        return _ASSUMED
    own = {card.id for _, card in audit.own_cards}
    for numbers in (own & anki.notes.keys(), anki.notes.keys()):
        answers = [card.answers for number in numbers for card in anki.notes[number].cards]
        total = Answers.total(answers)
        begun = sum(each.learning_seconds > 0 for each in answers)
        if min(total.reviews, begun) >= _MIN_ANSWERS:
            review, new = total.review_seconds / total.reviews, total.learning_seconds / begun
            return Pace(max(review, 1.0), max(new, 1.0), is_measured=True)
    return _ASSUMED
