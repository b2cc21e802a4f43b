"""What the audit says, in Portuguese and in English.

A noun has its singular and its plural around a bar.
"""

from collections.abc import Mapping

from vaultgraph.reports import fault_phrases

__all__ = ["Phrases", "counted", "figure", "phrases"]

Phrases = Mapping[str, str]

_PORTUGUESE = {
    "thousands": ".",
    "ready": "Pronto para estudar",
    "ready because": "{cards} com {ids} em {notes}, e nada atrapalha.",
    "ready but for leeches": "{cards} com {ids} em {notes}, mas {leeches}.",
    "not ready": "Ainda não está pronto para estudar",
    "not ready because": "{faults} em {cards} de {notes}.",
    "not ready without cards": "não há cartões aqui.",
    "not ready to be seen": "{faults}, e o plugin não vê nenhum cartão.",
    "asked deck": "Baralho {about}",
    "asked tag": "Notas com {about}",
    "asked note": "{about} e o que vem antes",
    "in anki": "No Anki: {due} para hoje, {new}, {suspended}, {leeches}.",
    "blockers": "O que impede o estudo",
    "doubts": "Vale conferir",
    "weak": "Bases fracas",
    "weak because": "{note}: antes reveja {before}, com {leeches}",
    "decks": "Baralhos",
    "deck": "baralho",
    "notes": "notas",
    "cards": "cartões",
    "without id": "sem ID",
    "image only": "só imagem",
    "duplicates": "repetidos",
    "empty": "notas vazias",
    "due": "hoje",
    "new": "novos",
    "suspended": "suspensos",
    "leeches": "sanguessugas",
    "leech": "{n} sanguessuga|{n} sanguessugas",
    "resting leech": "o Anki suspendeu {n} sanguessuga|o Anki suspendeu {n} sanguessugas",
    "fresh": "{n} novo|{n} novos",
    "resting": "{n} suspenso|{n} suspensos",
    "today": "{n} cartão|{n} cartões",
    "coverage": "Cobertura",
    "uncovered": "ligadas, mas sem cartões",
    "missing": "citadas, mas ainda não escritas",
    "most_connected": "comece por estas, que têm mais ligações",
    "cut_notes": "pontes, sem as quais outras se soltam",
    "order": "Ordem de estudo",
    "order with cards": "Ordem de estudo, com os cartões de cada nota",
    "before": "depois de {names}",
    "card": "{n} cartão|{n} cartões",
    "id": "{n} ID|{n} IDs",
    "note": "{n} nota|{n} notas",
    "fault": "{n} problema|{n} problemas",
    "cycle": "círculo: {before} → {after} ficou de fora",
    "against dates": "{n} relação contraria as datas|{n} relações contrariam as datas",
    "line": "linha {n}",
    "more": "… e mais {n}",
    "made": "Feito por vaultgraph a partir do cofre {vault}",
}

_ENGLISH = {
    "thousands": ",",
    "ready": "Ready to study",
    "ready because": "{cards} with {ids} in {notes}, and nothing in their way.",
    "ready but for leeches": "{cards} with {ids} in {notes}, but {leeches}.",
    "not ready": "Not ready yet to study",
    "not ready because": "{faults} among {cards} in {notes}.",
    "not ready without cards": "there are no cards here.",
    "not ready to be seen": "{faults}, and the plugin sees no card.",
    "asked deck": "Deck {about}",
    "asked tag": "Notes with {about}",
    "asked note": "{about} and what comes before it",
    "in anki": "In Anki: {due} for today, {new}, {suspended}, {leeches}.",
    "blockers": "What blocks studying",
    "doubts": "Worth a look",
    "weak": "Weak foundations",
    "weak because": "{note}: first go over {before}, with {leeches}",
    "decks": "Decks",
    "deck": "deck",
    "notes": "notes",
    "cards": "cards",
    "without id": "without ID",
    "image only": "image only",
    "duplicates": "repeated",
    "empty": "empty notes",
    "due": "today",
    "new": "new",
    "suspended": "suspended",
    "leeches": "leeches",
    "leech": "{n} leech|{n} leeches",
    "resting leech": "Anki has suspended {n} leech|Anki has suspended {n} leeches",
    "fresh": "{n} new|{n} new",
    "resting": "{n} suspended|{n} suspended",
    "today": "{n} card|{n} cards",
    "coverage": "Coverage",
    "uncovered": "linked, but without cards",
    "missing": "linked, but not written yet",
    "most_connected": "begin with these, which have most links",
    "cut_notes": "cut_notes, without which others come loose",
    "order": "Study order",
    "order with cards": "Study order, with the cards of each note",
    "before": "after {names}",
    "card": "{n} card|{n} cards",
    "id": "{n} ID|{n} IDs",
    "note": "{n} note|{n} notes",
    "fault": "{n} fault|{n} faults",
    "cycle": "circle: {before} → {after} was left out",
    "against dates": "{n} relation runs against the dates|{n} relations run against the dates",
    "line": "line {n}",
    "more": "… and {n} more",
    "made": "Made by vaultgraph from the vault {vault}",
}

_LANGUAGES = {
    "pt": {**_PORTUGUESE, **fault_phrases.PORTUGUESE},
    "en": {**_ENGLISH, **fault_phrases.ENGLISH},
}


def phrases(lang: str) -> Phrases:
    """The phrases of the language *lang*: pt or en."""
    return _LANGUAGES[lang]


def counted(say: Phrases, noun: str, number: int) -> str:
    """*number* and *noun*, in the singular or in the plural."""
    one, many = say[noun].split("|")
    return (one if number == 1 else many).format(n=figure(say, number))


def figure(say: Phrases, number: int) -> str:
    """The *number* as the language writes it.

    >>> figure(phrases("pt"), 1200), figure(phrases("en"), 1200)
    ('1.200', '1,200')
    """
    return f"{number:,}".replace(",", say["thousands"])
