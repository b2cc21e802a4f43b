"""What the audit says, in Portuguese and in English."""

from collections.abc import Mapping

__all__ = ["Phrases", "counted", "phrases"]

Phrases = Mapping[str, str]

_PORTUGUESE = {
    "ready": "Pronto para estudar",
    "ready because": ": {cards} com {ids} em {notes}, e nada atrapalha.",
    "not ready": "Ainda não está pronto",
    "not ready because": ": {faults} em {cards} de {notes}.",
    "not ready without cards": ": não há cartões neste cofre.",
    "blockers": "O que impede o estudo",
    "card-without-id": "cartão sem ID: não está no Anki",
    "duplicate-card-id": "ID repetido: um cartão sobrescreve o outro",
    "dead-card-marker": "marcado como cartão, mas o plugin não o vê",
    "merged-cards": "cartões grudados: falta uma linha vazia",
    "swallowed-card": "cartão engolido por código ou fórmula",
    "empty-answer": "cartão sem resposta",
    "unknown-note-type": "tipo de nota que o Anki não tem",
    "crlf-card-note": "fins de linha do Windows escondem os cartões do plugin",
    "unreadable-note": "não dá para ler esta nota",
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
    "hubs": "notas com mais ligações",
    "order": "Ordem de estudo",
    "card": "{n} cartão|{n} cartões",
    "id": "{n} ID|{n} IDs",
    "note": "{n} nota|{n} notas",
    "fault": "{n} problema|{n} problemas",
    "cycle": "ciclo: {before} → {after} ficou de fora",
    "more": "… e mais {n}",
}

_ENGLISH = {
    "ready": "Ready to study",
    "ready because": ": {cards} with {ids} in {notes}, and nothing in their way.",
    "not ready": "Not ready yet",
    "not ready because": ": {faults} among {cards} in {notes}.",
    "not ready without cards": ": there are no cards in this vault.",
    "blockers": "What blocks studying",
    "card-without-id": "card without ID: not in Anki",
    "duplicate-card-id": "ID used twice: one card overwrites the other",
    "dead-card-marker": "marked as a card, but the plugin sees none",
    "merged-cards": "cards run into one: an empty line is missing",
    "swallowed-card": "card swallowed by code or maths",
    "empty-answer": "card without an answer",
    "unknown-note-type": "note type that Anki does not have",
    "crlf-card-note": "Windows line ends hide the cards from the plugin",
    "unreadable-note": "this note cannot be read",
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
    "hubs": "notes with most links",
    "order": "Study order",
    "card": "{n} card|{n} cards",
    "id": "{n} ID|{n} IDs",
    "note": "{n} note|{n} notes",
    "fault": "{n} fault|{n} faults",
    "cycle": "cycle: {before} → {after} was left out",
    "more": "… and {n} more",
}


def phrases(lang: str) -> Phrases:
    """The phrases of the language *lang*: pt, else English."""
    return _PORTUGUESE if lang == "pt" else _ENGLISH


def counted(say: Phrases, noun: str, number: int) -> str:
    """*number* and *noun*, in the singular or in the plural."""
    one, many = say[noun].split("|")
    return (one if number == 1 else many).format(n=f"{number:,}")
