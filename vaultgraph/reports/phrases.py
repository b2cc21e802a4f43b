"""What the audit says, in Portuguese and in English."""

from collections.abc import Mapping

__all__ = ["Phrases", "phrases"]

Phrases = Mapping[str, str]

_PORTUGUESE = {
    "ready": "Pronto para estudar",
    "ready because": ": {cards} cartões com {ids} IDs em {notes} notas, e nada os impede.",
    "not ready": "Ainda não está pronto",
    "not ready because": ": {faults} problemas em {cards} cartões de {notes} notas.",
    "not ready without cards": ": não há cartões neste cofre.",
    "blockers": "O que impede o estudo",
    "card-without-id": "cartão sem ID: não está no Anki",
    "duplicate-card-id": "ID repetido: um cartão apaga o outro",
    "broken-image": "imagem do cartão não existe",
    "corrupt-image": "imagem do cartão está danificada",
    "duplicate-question": "pergunta repetida",
    "duplicate-answer": "resposta igual à de outra pergunta",
    "decks": "Baralhos",
    "deck": "baralho",
    "notes": "notas",
    "cards": "cartões",
    "without id": "sem ID",
    "image only": "só imagem",
    "coverage": "Cobertura",
    "uncovered": "relacionadas, mas sem cartões",
    "missing": "citadas, mas ainda não escritas",
    "hubs": "as mais ligadas, comece por elas",
    "order": "Ordem de estudo",
    "1 card": "1 cartão",
    "n cards": "{n} cartões",
    "cycle": "ciclo: {before} → {after} ficou de fora",
    "more": "… e mais {n}",
}

_ENGLISH = {
    "ready": "Ready to study",
    "ready because": ": {cards} cards with {ids} IDs in {notes} notes, and nothing in their way.",
    "not ready": "Not ready yet",
    "not ready because": ": {faults} faults among {cards} cards in {notes} notes.",
    "not ready without cards": ": there are no cards in this vault.",
    "blockers": "What blocks studying",
    "card-without-id": "card without ID: not in Anki",
    "duplicate-card-id": "ID used twice: one card overwrites the other",
    "broken-image": "an image of the card does not exist",
    "corrupt-image": "an image of a card is damaged",
    "duplicate-question": "question asked twice",
    "duplicate-answer": "same answer as another question",
    "decks": "Decks",
    "deck": "deck",
    "notes": "notes",
    "cards": "cards",
    "without id": "without ID",
    "image only": "image only",
    "coverage": "Coverage",
    "uncovered": "related, but without cards",
    "missing": "linked, but not written yet",
    "hubs": "most connected, begin with these",
    "order": "Study order",
    "1 card": "1 card",
    "n cards": "{n} cards",
    "cycle": "cycle: {before} → {after} was left out",
    "more": "… and {n} more",
}


def phrases(lang: str) -> Phrases:
    """The phrases of the language *lang*: pt, else English."""
    return _PORTUGUESE if lang == "pt" else _ENGLISH
